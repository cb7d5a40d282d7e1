/** Verdicts that are one thing here and another there: both shapes, the sentence, both words. */
import type { Output } from '../../engine/pack.ts';
import type { Status } from '../../engine/verdict.ts';
import { useBrief } from '../context.ts';
import { Shape } from './shape.tsx';

export interface Turned {
  output: Output;
  from: Status;
  to: Status;
}

export function FromTo({ turned, short = false }: { turned: readonly Turned[]; short?: boolean }) {
  const { t, say, words } = useBrief();
  return (
    <ul class="from-to">
      {turned.map(({ output, from, to }) => {
        const said = words.value.outputs[output.id];
        return (
          <li key={output.id}>
            <Shape status={from} />
            <span aria-hidden="true">→</span>
            <Shape status={to} />
            <span>
              <span class="brief">
                {short ? (said?.short ?? said?.name ?? output.id) : say.title(output, to)}
              </span>{' '}
              <small>
                {t('explain.fromTo', { from: say.stateWord(output, from), to: say.stateWord(output, to) })}
              </small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Of all outputs but background, in the order of the pack. */
export function turnedBetween(
  outputs: readonly Output[],
  from: Readonly<Record<string, { status: Status }>>,
  to: Readonly<Record<string, { status: Status }>>,
): Turned[] {
  return outputs.flatMap((output) => {
    const before = from[output.id]?.status;
    const after = to[output.id]?.status;
    if (output.kind === 'background' || before === undefined || after === undefined || before === after)
      return [];
    return [{ output, from: before, to: after }];
  });
}
