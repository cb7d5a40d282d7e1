/** The day by which an answer is to be looked at again. */
import type { Question } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useApp } from '../context.ts';
import { calendarDay, sayCalendarDay } from '../dates.ts';
import { KeptDay } from '../parts/kept-field.tsx';
import { urgencyOf } from '../review/due.ts';

interface ReviewByProps {
  session: OpenSession;
  question: Question;
  label: string;
  /** For those who listen, where the label alone does not say of which question. */
  spoken?: string;
}

export function ReviewBy({ session, question: { id, number }, label, spoken }: ReviewByProps) {
  const { t, language } = useApp();
  const by = session.state.value.reviews[id] ?? '';
  const urgency = by === '' ? 'later' : urgencyOf(by, calendarDay(new Date()));
  return (
    <KeptDay
      label={
        <>
          {spoken !== undefined && <span class="unseen">{spoken}</span>}
          <span aria-hidden={spoken !== undefined}>{label}</span>
          {urgency !== 'later' && <em class="aside">{t('review.state', { state: urgency })}</em>}
        </>
      }
      value={by}
      draft={`${session.id}.${id}.review`}
      onKeep={async (day) => {
        await session.setReview(id, day);
        return session.saving.peek() === 'saved';
      }}
      said={(day) =>
        t('review.kept', {
          number,
          by: day === '' ? 'none' : 'some',
          day: sayCalendarDay(day, language.value),
        })
      }
    />
  );
}
