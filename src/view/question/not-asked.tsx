/** A question that is known not to apply: why it is not asked, and the answer that waits for it. */
import type { Question } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { Shape } from '../parts/shape.tsx';
import { sessionHref } from '../routes.ts';
import { answerInWords } from './answer-words.ts';
import './question.css';

interface NotAskedProps {
  session: OpenSession;
  question: Question;
}

export function NotAsked({ session, question }: NotAskedProps) {
  const app = useBrief();
  const { t, say, explain } = app;
  const reasons = explain.clauses(session.groundsNotAsked(question.id), session.state.value);
  const answer = session.state.value.answers[question.id];
  return (
    <div class="not-asked">
      <h2 class="label">{t('question.notAsked')}</h2>
      <p>{t('question.notAskedBecause', { reasons: say.list(reasons.map(({ text }) => text)) })}</p>
      <ul class="guards">
        {reasons.map((reason) => (
          <li key={reason.question ?? reason.reading}>
            {reason.question !== undefined && reason.number !== undefined && (
              <a
                class="word go"
                href={sessionHref(session.id, 'question', reason.question, `question/${question.id}`)}
              >
                {t('question.change', { number: reason.number })}
              </a>
            )}
            {reason.reading !== undefined && (
              <a
                class="word go"
                href={sessionHref(session.id, 'readings', reason.reading, `question/${question.id}`)}
              >
                {app.words.value.readings[reason.reading]?.title}
              </a>
            )}
          </li>
        ))}
      </ul>
      {answer !== undefined && (
        <div class="aside">
          <h2 class="label">
            <Shape status="aside" /> {t('question.asideTitle')}
          </h2>
          <p class="kept">{answerInWords(app, question, answer)}</p>
          <p class="small quiet">{t('question.asideNote')}</p>
        </div>
      )}
    </div>
  );
}
