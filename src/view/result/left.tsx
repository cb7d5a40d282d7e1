/** Under the bottom line: whether it can still move, and by which answers. */
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { fewInWords } from '../question/few.ts';
import { QuestionLink } from './question-link.tsx';
import './result.css';

export function Left({ session }: { session: OpenSession }) {
  const app = useBrief();
  const { t } = app;
  const left = session.leftToSettle.value;
  const { unchecked } = session.state.value;
  return (
    <div class="left">
      <p>
        {left.length > 1 && fewInWords(app, session.situation.value)} {t('result.left', { n: left.length })}
      </p>
      {left.length > 0 && (
        <ul class="answer-links">
          {left.map((id) => (
            <li key={id}>
              <QuestionLink session={session} question={id} back="result" />
            </li>
          ))}
        </ul>
      )}
      {unchecked.length > 0 && <p>{t('result.unchecked', { n: unchecked.length })}</p>}
    </div>
  );
}
