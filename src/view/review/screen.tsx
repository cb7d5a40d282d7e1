/** Every answer of the session with the day by which it is to be looked at again. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { OpenSession, QuestionProgress } from '../../session/desk.ts';
import type { SessionScreenProps } from '../app.ts';
import { useApp } from '../context.ts';
import { calendarDay, sayCalendarDay } from '../dates.ts';
import { useHeading } from '../navigation.ts';
import { Frame } from '../parts/frame.tsx';
import { announce } from '../parts/live.tsx';
import { RunHead } from '../parts/run-head.tsx';
import { answerInWords, questionTitle } from '../question/answer-words.ts';
import { sessionHref } from '../routes.ts';
import { urgencyOf } from './due.ts';
import './review.css';

export function ReviewScreen({ session }: SessionScreenProps) {
  const { t, desk, words } = useApp();
  const heading = useHeading(t('review.title'));
  const { answers, reviews } = session.state.value;
  const shown = session.progress.value.filter(
    ({ question: { id } }) => answers[id] !== undefined || reviews[id] !== undefined,
  );
  return (
    <Frame
      session={session}
      class="review-screen"
      bar={
        <>
          <span class="room" />
          <a class="button first" href={sessionHref(session.id, 'overview')}>
            {t('review.toOverview')}
          </a>
        </>
      }
    >
      <div class="page review">
        <RunHead />
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {t('review.title')}
        </h1>
        <p class="lead">{t('review.lead')}</p>
        {shown.length === 0 && <p>{t('review.none')}</p>}
        {desk.pack.sections.map((section) => {
          const rows = shown.filter(({ question }) => question.section === section);
          if (rows.length === 0) return null;
          return (
            <section key={section}>
              <h2 class="group">{words.value.sections[section]}</h2>
              <ol>
                {rows.map((progress) => (
                  <ReviewRow key={progress.question.id} session={session} progress={progress} />
                ))}
              </ol>
            </section>
          );
        })}
      </div>
    </Frame>
  );
}

interface ReviewRowProps {
  session: OpenSession;
  progress: QuestionProgress;
}

/** Days beyond are a slip of the finger. */
const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2100-12-31';

function ReviewRow({ session, progress: { question } }: ReviewRowProps) {
  const app = useApp();
  const { t, language } = app;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const { number } = question;
  const answer = session.state.value.answers[question.id];
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
    <li class="to-review">
      <span class="number num">{number}</span>
      <div>
        <h3 class="brief">{questionTitle(app, question)}</h3>
        {answer !== undefined && <p class="answer">{answerInWords(app, question, answer)}</p>}
      </div>
      <div class="field">
        <label for={id}>
          <span class="unseen">{t('review.byOf', { number })}</span>
          <span aria-hidden="true">{t('review.by')}</span>
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
    </li>
  );
}
