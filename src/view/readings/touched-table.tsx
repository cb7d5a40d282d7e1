/** What each letter of a reading makes of the verdicts it touches, as the other answers stand. */
import type { Reading } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { faceOf } from '../modality.ts';
import { Shape } from '../parts/shape.tsx';
import { sessionHref } from '../routes.ts';
import type { Touched } from './touched.ts';
import './readings.css';

interface TouchedTableProps {
  session: OpenSession;
  reading: Reading;
  /** The letter taken, or `any`. */
  taken: string;
  touched: readonly Touched[];
}

export function TouchedTable({ session, reading, taken, touched }: TouchedTableProps) {
  const { t, say, words } = useBrief();
  const differing = touched.filter(({ differs }) => differs).length;
  return (
    <table class="touched">
      <caption>{t('readings.touches', { n: touched.length, differing })}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="unseen">{t('readings.output')}</span>
          </th>
          {reading.letters.map(({ id }) => (
            <th key={id} scope="col" class={id === taken ? 'taken' : undefined}>
              <span aria-hidden="true">{id}</span>
              <span class="unseen">{t('readings.letterSpoken', { letter: id })}</span>
              {id === taken && <span class="unseen">{t('readings.takenNow')}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {touched.map(({ output, statuses }) => (
          <tr key={output.id}>
            <th scope="row">
              <a class={faceOf(output)} href={sessionHref(session.id, 'result', output.id)}>
                {words.value.outputs[output.id]?.name}
              </a>
            </th>
            {reading.letters.map(({ id }) => {
              const status = statuses[id] ?? 'open';
              return (
                <td key={id} class={id === taken ? 'taken' : undefined}>
                  <Shape status={status} size={12} /> {say.stateWord(output, status)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
