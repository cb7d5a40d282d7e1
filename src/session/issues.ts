/** Versions of a note that were handed out: numbered, with what was frozen then. */
import type { Evaluation } from '../engine/verdict.ts';
import type { Entry, Issued } from './journal.ts';

export interface Issue extends Issued {
  /** From 1, by the order in the journal: two windows that issue at once get two numbers. */
  number: number;
  /** The session as it was then is the fold over the journal up to this entry. */
  seq: number;
  /** ISO time. */
  time: string;
}

/** All versions, oldest first. */
export function issuesOf(entries: readonly Entry[]): Issue[] {
  const issued = entries.flatMap(({ seq, time, action }) =>
    action.type === 'issued' ? [{ ...action, seq, time }] : [],
  );
  return issued.map((one, i) => ({ ...one, number: i + 1 }));
}

/** Nothing was done since the last version was handed out: the journal ends with it. */
export function isAsIssued(entries: readonly Entry[]): boolean {
  return entries.at(-1)?.action.type === 'issued';
}

/** Verdicts as an issued version keeps them. */
export function frozen(evaluation: Evaluation): Issued['verdicts'] {
  return Object.fromEntries(
    Object.entries(evaluation.verdicts).map(([output, { status, unconfirmed }]) => [
      output,
      { status, confirmed: unconfirmed.length === 0 },
    ]),
  );
}
