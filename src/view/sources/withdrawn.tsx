/** What would fall if a source were withdrawn: in this session, and in all others. */
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { FromTo } from '../parts/from-to.tsx';
import { sessionHref } from '../routes.ts';

export function Withdrawn({ session, source }: { session: OpenSession; source: string }) {
  const { pack, t, desk, words } = useBrief();
  const withdrawn = new Set([source]);
  const { answers, verdicts } = session.withdrawal(withdrawn);
  const elsewhere = desk.withdrawals(withdrawn).filter(({ id }) => id !== session.id);
  return (
    <div class="withdrawn">
      {answers.length === 0 ? (
        <p>{t('sources.nothingFalls')}</p>
      ) : (
        <>
          <p>{t('sources.answersFall', { n: answers.length })}</p>
          <ul>
            {answers.map((question) => (
              <li key={question}>{words.value.questions[question]?.title ?? question}</li>
            ))}
          </ul>
          <p>
            {verdicts.length === 0
              ? t('sources.verdictsStay')
              : t('sources.verdictsChange', { n: verdicts.length })}
          </p>
          <FromTo
            turned={verdicts.flatMap(({ output: id, from, to }) => {
              const output = pack.outputs.find((one) => one.id === id);
              return output === undefined ? [] : [{ output, from, to }];
            })}
          />
        </>
      )}
      {elsewhere.length > 0 && (
        <>
          <h3 class="label">{t('sources.elsewhere')}</h3>
          <ul class="uses">
            {elsewhere.map(({ id, title, withdrawal }) => (
              <li key={id}>
                <a class="word" href={sessionHref(id, 'sources')}>
                  {title}
                </a>
                <small>
                  {t('sources.elsewhereFalls', {
                    answers: withdrawal.answers.length,
                    verdicts: withdrawal.verdicts.length,
                  })}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
