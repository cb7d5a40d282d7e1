/** States of a device as marks that are told apart without colour. Circles are verdicts; nothing here is round. */
import type { LineState } from './lines.ts';

const PATHS: Record<LineState, string> = {
  good: 'M3 10.5 8 15.5 17 5',
  todo: 'M10 4.5v5M10 15v.4',
  know: 'M4 10h12',
};

/** Decoration: a word beside it says the same. */
export function StateMark({ state }: { state: LineState }) {
  return (
    <svg class="state-mark" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[state]} fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="square" />
    </svg>
  );
}
