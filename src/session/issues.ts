/** Versions of a note that were handed out: numbered, with what was frozen then. */
import type { Evaluation } from '../engine/verdict.ts';
import { usableOrNothing } from './action.ts';
import type { SharedAddition } from './additions/addition.ts';
import { usableEntries } from './fold.ts';
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
  const issued = usableEntries(entries).flatMap(({ seq, time, action }) =>
    action.type === 'issued' ? [{ ...action, seq, time }] : [],
  );
  return issued.map((one, i) => ({ ...one, number: i + 1 }));
}

/**
 * Nothing was done since the last version was handed out: the journal ends with it, and own additions, which are not
 * on the journal, are those of then.
 */
export function isAsIssued(entries: readonly Entry[], additions: readonly SharedAddition[]): boolean {
  const last = entries.at(-1);
  const action = last && usableOrNothing(last.action);
  return action?.type === 'issued' && sameAdditions(action.additions, additions);
}

/** The same additions in the same words, in whatever order. */
export function sameAdditions(a: readonly SharedAddition[], b: readonly SharedAddition[]): boolean {
  return JSON.stringify(told(a)) === JSON.stringify(told(b));
}

function told(additions: readonly SharedAddition[]): string[] {
  return additions
    .map(({ id, output, kind, text, author, date }) => JSON.stringify([id, output, kind, text, author, date]))
    .sort();
}

/** Outputs that a version judged otherwise than this evaluation of the same answers does: other rules did. */
export function judgedOtherwise(issue: Issue, evaluation: Evaluation): string[] {
  return Object.entries(evaluation.verdicts).flatMap(([output, { status }]) => {
    const was = issue.verdicts[output];
    return was === undefined || was.status === status ? [] : [output];
  });
}
