/** The three states as shapes, told apart in grey at 8 px. Circles are verdicts; nothing else is round. */
import type { Output } from '../../engine/pack.ts';
import type { Status } from '../../engine/verdict.ts';

export type ShapeStatus = Status | 'aside';

interface ShapeProps {
  status: ShapeStatus;
  /** Pixels at the usual text size; grows with the reader's own setting. */
  size?: 8 | 12 | 16 | 20;
  /** A dot beneath: rests on weak evidence. A word says so beside it. */
  weak?: boolean;
}

/** Decoration: the word beside it carries the state. */
export function Shape({ status, size = 16, weak = false }: ShapeProps) {
  return (
    <svg class={`shape x${size}`} viewBox="0 0 16 16" aria-hidden="true">
      {status === 'open' && <path class="ink" stroke="none" d="M8 1.4a6.6 6.6 0 0 0 0 13.2Z" />}
      <circle class={status === 'holds' ? 'ink' : undefined} cx="8" cy="8" r="6.6" {...dashed(status)} />
      {weak && <circle class="dot" cx="8" cy={size === 8 ? 21 : 20} r={size === 8 ? 2.8 : 2.1} />}
    </svg>
  );
}

function dashed(status: ShapeStatus) {
  return status === 'aside'
    ? { pathLength: 36, 'stroke-dasharray': '3.3 2.7', 'stroke-dashoffset': '1.6' }
    : {};
}

interface StripProps {
  items: readonly { output: string; status: Status; weak?: boolean }[];
  /** The pack's outputs: a gap stands between modalities. */
  outputs: readonly Output[];
  size?: 8 | 12;
}

/** All verdicts in a row, in the same order everywhere (stripOrder). Decoration: say.tally says it in words. */
export function Strip({ items, outputs, size = 12 }: StripProps) {
  const modality = new Map(outputs.map((output) => [output.id, output.modality]));
  return (
    <span class="strip" aria-hidden="true">
      {items.map((item, i) => {
        const before = items[i - 1];
        const gap = before !== undefined && modality.get(before.output) !== modality.get(item.output);
        return [
          gap && <span class="gap" key={`gap ${item.output}`} />,
          <Shape key={item.output} status={item.status} weak={item.weak ?? false} size={size} />,
        ];
      })}
    </span>
  );
}
