/** Answers that would have no place under the newer version, and questions that only it has. */
import type { Answer } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { questionTitle } from '../question/answer-words.ts';
import type { Looked } from './looked.ts';

export function AnswersThen({
  session,
  looked: { upgrade, older },
}: {
  session: OpenSession;
  looked: Looked;
}) {
  const app = useBrief();
  const { pack, t, words, language } = app;
  const { misfits, fresh, from } = upgrade;
  const { answers } = session.state.value;
  const oldWords = older.wordsOf(from, language.value);
  const questionOf = (id: string) => pack.questions.find((one) => one.id === id);
  const titleOf = (id: string) => {
    const then = oldWords ?? words.value;
    return then.questions[id]?.title ?? then.readings[id]?.title ?? words.value.questions[id]?.title ?? id;
  };
  const said = (id: string, answer: Answer) =>
    [answer]
      .flat()
      .map((option) => (oldWords ?? words.value).questions[id]?.options[option]?.label ?? option)
      .join(t('explain.semicolon'));
  const lost = new Set(misfits.filter(({ why }) => why !== 'ruledOut').map(({ id }) => id));
  const counting = Object.keys(answers).filter((id) => !lost.has(id)).length;
  return (
    <section>
      <h2 class="group">
        {t('upgrade.answers')}
        <small>{t('upgrade.counting', { n: counting })}</small>
      </h2>
      {misfits.length > 0 && (
        <>
          <ul class="misfits-then">
            {misfits.map(({ id, why }) => {
              const answer = answers[id];
              return (
                <li key={id}>
                  <span class="brief">{titleOf(id)}</span>
                  {answer !== undefined && why !== 'ruledOut' && (
                    <b>{t('upgrade.answered', { answer: said(id, answer) })}</b>
                  )}
                  <small>{t('upgrade.misfit', { why })}</small>
                </li>
              );
            })}
          </ul>
          <p class="small">{t('upgrade.keptNote')}</p>
        </>
      )}
      {fresh.length > 0 && (
        <>
          <h3 class="label">{t('upgrade.fresh')}</h3>
          <ul class="misfits-then">
            {fresh.map((id) => {
              const question = questionOf(id);
              return question ? (
                <li key={id}>
                  <span class="brief">
                    {question.number} {questionTitle(app, question)}
                  </span>
                </li>
              ) : null;
            })}
          </ul>
        </>
      )}
    </section>
  );
}
