/** Answers that do not go together: no verdict changes for it, and the reader should know. */
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { questionsIn } from '../question/questions-in.ts';
import { QuestionLink } from './question-link.tsx';
import './result.css';

export function Warnings({ session }: { session: OpenSession }) {
  const { pack, t, words } = useBrief();
  const holding = session.evaluation.value.warnings;
  if (holding.length === 0) return null;
  return (
    <section class="warnings" aria-labelledby="result-warnings">
      <h2 id="result-warnings" class="label">
        {t('result.warnings', { n: holding.length })}
      </h2>
      <ul>
        {holding.map((id) => {
          const condition = pack.warnings.find((warning) => warning.id === id)?.when;
          return (
            <li key={id}>
              <span>{words.value.warnings[id]}</span>
              <span class="answer-links">
                {(condition === undefined ? [] : questionsIn(pack, condition)).map((question) => (
                  <QuestionLink key={question} session={session} question={question} back="result" />
                ))}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
