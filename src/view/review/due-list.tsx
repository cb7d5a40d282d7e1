/** On home: answers that are to be looked at again, overdue or soon, each with the way to it. */
import { useApp, useBrief } from '../context.ts';
import { calendarDay, sayCalendarDay } from '../dates.ts';
import { Fold } from '../parts/fold.tsx';
import { sessionHref } from '../routes.ts';
import { type DueAnswer, dueAnswers } from './due.ts';
import './review.css';

/** So many are shown at once; the rest is folded. */
const SHOWN = 4;

export function DueList() {
  const { t, desk } = useApp();
  const due = dueAnswers(desk.sessions.value, calendarDay(new Date()));
  if (due.length === 0) return null;
  const rest = due.slice(SHOWN);
  return (
    <section class="due" aria-label={t('review.due')}>
      <h3 class="label">{t('review.due')}</h3>
      <List due={due.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <Fold summary={t('review.more', { n: rest.length })}>
          <List due={rest} />
        </Fold>
      )}
    </section>
  );
}

function List({ due }: { due: readonly DueAnswer[] }) {
  const { pack, t, words, language } = useBrief();
  return (
    <ul>
      {due.map(({ session, title, question, by, urgency }) => {
        const number = pack.questions.find(({ id }) => id === question)?.number ?? 0;
        return (
          <li key={`${session} ${question}`} class={urgency}>
            <a href={sessionHref(session, 'question', question, 'review')}>
              <span>{words.value.questions[question]?.title ?? question}</span>
              <small>{t('review.dueIn', { title, number })}</small>
            </a>
            <small>{t('review.dueBy', { state: urgency, day: sayCalendarDay(by, language.value) })}</small>
          </li>
        );
      })}
    </ul>
  );
}
