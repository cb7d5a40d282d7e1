/** Answers that do not go together: shown on top, never repaired by the app. They change no verdict. */
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { questionTitle } from '../question/answer-words.ts';
import { questionsIn } from '../question/questions-in.ts';
import { sessionHref } from '../routes.ts';
import './overview.css';

export function Warnings({ session }: { session: OpenSession }) {
  const app = useBrief();
  const { pack, t, words } = app;
  const ids = session.evaluation.value.warnings;
  if (ids.length === 0) return null;
  const warnings = pack.warnings.filter(({ id }) => ids.includes(id));
  return (
    <section class="warnings">
      <h2>{t('overview.warnings', { n: warnings.length })}</h2>
      <ul>
        {warnings.map((warning) => (
          <li key={warning.id}>
            <p>{words.value.warnings[warning.id]}</p>
            <p class="touched">
              {t('overview.warningTouches')}{' '}
              {questionsIn(pack, warning.when).map((id) => {
                const question = pack.questions.find((one) => one.id === id);
                if (question === undefined) return null;
                return (
                  <a
                    key={id}
                    class="word go"
                    href={sessionHref(session.id, 'question', id, 'overview')}
                    aria-label={t('overview.changeOf', {
                      number: question.number,
                      title: questionTitle(app, question),
                    })}
                  >
                    {t('question.change', { number: question.number })}
                  </a>
                );
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
