/** The rehearsal: what can change a verdict from the situation of an exercise, and a warning of what cannot. */
import { useMemo } from 'preact/hooks';
import type { Exercise } from '../../engine/exercise/exercise.ts';
import { useBrief } from '../context.ts';
import { questionTitle } from '../question/answer-words.ts';
import { textsOf } from './words.ts';

export function Rehearsal({ exercise }: { exercise: Exercise }) {
  const app = useBrief();
  const { pack, t, workshop, words } = app;
  const [first, ...after] = useMemo(() => workshop.peek()?.rehearse(exercise) ?? [], [exercise]);
  const { texts, lang } = textsOf(app, exercise);
  const names = (outputs: readonly string[]) => {
    const advice = outputs.filter((id) => pack.outputs.find((one) => one.id === id)?.modality);
    const listed = advice.map((id) => words.value.outputs[id]?.name ?? id).join(t('explain.semicolon'));
    return t('workshop.turns', { n: advice.length, list: listed, more: outputs.length - advice.length });
  };
  return (
    <section>
      <h2 class="group">{t('workshop.rehearsal')}</h2>
      <p>{t('workshop.rehearsalIs')}</p>
      <ol class="ruled rehearsed">
        {first?.questions.map(({ question, outputs }) => {
          const of = pack.questions.find(({ id }) => id === question);
          return (
            <li key={question}>
              <span class="num">{of?.number}</span>
              <span>
                {of && questionTitle(app, of)}
                <small class={outputs.length === 0 ? 'warned' : ''}>{names(outputs)}</small>
              </span>
            </li>
          );
        })}
      </ol>
      <h3 class="label">{t('workshop.injects')}</h3>
      <ul class="ruled rehearsed">
        {exercise.injects.map(({ id, word, touches }, i) => {
          const again = after[i]?.questions.filter(({ question }) => touches.includes(question)) ?? [];
          const outputs = [
            ...new Set([...(after[i]?.changes ?? []), ...again.flatMap((one) => one.outputs)]),
          ];
          return (
            <li key={id}>
              <span>
                <b lang={lang}>{texts.injects[id]?.title}</b>
                <small>{t('workshop.itsWord', { word })}</small>
                <small class={outputs.length === 0 ? 'warned' : ''}>{names(outputs)}</small>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
