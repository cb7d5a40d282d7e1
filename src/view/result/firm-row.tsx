/** Behind a verdict: whether it would stand without the weak answers, and on which of them it rests. */
import type { Output } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { QuestionLink } from './question-link.tsx';
import { Row } from './row.tsx';
import './behind.css';

export function FirmRow({ session, output }: { session: OpenSession; output: Output }) {
  const { t, say, words } = useBrief();
  const level = session.weak('low').size > 0 ? 'low' : 'moderate';
  if (session.weak(level).size === 0) return null;
  const { firm, without, restsOn } = session.firmness(output.id, level);
  return (
    <Row term={t('evidence.firmRow')}>
      {firm ? (
        <p>{t('evidence.stands')}</p>
      ) : (
        <>
          {restsOn.length > 0 && (
            <>
              <p>{t('evidence.restsOn')}</p>
              <ul class="grounds">
                {restsOn.map(({ question, weakness }) => (
                  <li key={question}>
                    <span>
                      {words.value.questions[question]?.title ?? question}
                      <em class="aside">{t('evidence.weakness', { weakness })}</em>
                    </span>
                    <QuestionLink session={session} question={question} back={`result/${output.id}`} />
                  </li>
                ))}
              </ul>
            </>
          )}
          <p>{t('evidence.wouldBe', { state: say.stateWord(output, without) })}</p>
        </>
      )}
    </Row>
  );
}
