/** The day by which an answer is to be looked at again, kept when one leaves the field. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Question } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useApp } from '../context.ts';
import { calendarDay, sayCalendarDay } from '../dates.ts';
import { announce } from '../parts/live.tsx';
import { urgencyOf } from '../review/due.ts';

/** Days beyond are a slip of the finger. */
const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2100-12-31';

interface ReviewByProps {
  session: OpenSession;
  question: Question;
  label: string;
  /** For those who listen, where the label alone does not say of which question. */
  spoken?: string;
}

export function ReviewBy({ session, question, label, spoken }: ReviewByProps) {
  const { t, language } = useApp();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const { number } = question;
  const by = session.state.value.reviews[question.id] ?? '';
  const urgency = by === '' ? 'later' : urgencyOf(by, calendarDay(new Date()));
  // What is typed and not kept stays; what is kept elsewhere (undone, another window) comes in.
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = by;
  }, [by]);
  const keep = (field: HTMLInputElement) => {
    const day = field.value;
    const bad = field.validity.badInput || (day !== '' && (day < FIRST_DAY || day > LAST_DAY));
    setWrong(bad);
    if (bad || day === by) return;
    void session.setReview(question.id, day);
    const said = sayCalendarDay(day, language.value);
    announce(t('review.kept', { number, by: day === '' ? 'none' : 'some', day: said }));
  };
  return (
    <div class="field">
      <label for={id}>
        {spoken !== undefined && <span class="unseen">{spoken}</span>}
        <span aria-hidden={spoken !== undefined}>{label}</span>
        {urgency !== 'later' && <em class="aside">{t('review.state', { state: urgency })}</em>}
      </label>
      {wrong && (
        <p class="problem" id={`${id}-problem`}>
          {t('review.problem', {
            first: sayCalendarDay(FIRST_DAY, language.value),
            last: sayCalendarDay(LAST_DAY, language.value),
          })}
        </p>
      )}
      <input
        class="input"
        type="date"
        id={id}
        ref={input}
        defaultValue={by}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-problem` : undefined}
        onBlur={(event) => keep(event.currentTarget)}
      />
    </div>
  );
}
