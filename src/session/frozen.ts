/** Verdicts as an issued version keeps them. */
import type { Evaluation } from '../engine/verdict.ts';
import type { Issued } from './journal.ts';

export function frozen(evaluation: Evaluation): Issued['verdicts'] {
  return Object.fromEntries(
    Object.entries(evaluation.verdicts).map(([output, { status, unconfirmed }]) => [
      output,
      { status, confirmed: unconfirmed.length === 0 },
    ]),
  );
}
