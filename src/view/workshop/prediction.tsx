/** What a table expects the brief to recommend, before it answers: ticked is expected. */
import { useBrief } from '../context.ts';
import { faceOf } from '../modality.ts';
import { Tick } from '../parts/tick.tsx';
import '../parts/options.css';

interface PredictionProps {
  predicted: string[] | undefined;
  onPredict: (predicted: string[] | undefined) => void;
}

export function Prediction({ predicted, onPredict }: PredictionProps) {
  const { pack, t, words, workshop } = useBrief();
  const outputs = pack.outputs.filter(({ id }) => workshop.value?.predictable.includes(id));
  const turn = (id: string, on: boolean) => {
    const next = outputs.map((one) => one.id).filter((one) => (one === id ? on : predicted?.includes(one)));
    onPredict(next);
  };
  return (
    <fieldset class="options several prediction">
      <legend>
        <b class="asked">{t('workshop.predict')}</b>
        <span>{t('workshop.predictIs')}</span>
      </legend>
      <div class="rows">
        {outputs.map((output) => (
          <div key={output.id} class="option">
            <label>
              <input
                type="checkbox"
                checked={predicted?.includes(output.id) === true}
                onChange={(event) => turn(output.id, event.currentTarget.checked)}
              />
              <span class="box">
                <Tick />
              </span>
              <span class="text">
                <span class={`label-text ${faceOf(output)}`}>{words.value.outputs[output.id]?.title}</span>
              </span>
            </label>
          </div>
        ))}
      </div>
      <label class="none-of-it">
        <input
          type="checkbox"
          checked={predicted?.length === 0}
          onChange={(event) => onPredict(event.currentTarget.checked ? [] : undefined)}
        />
        <span>{t('workshop.predictNone')}</span>
      </label>
    </fieldset>
  );
}
