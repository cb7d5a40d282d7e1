/** The way through the questions: what comes before and after one, whether or not it is on the way itself. */
import type { Question } from '../../engine/pack.ts';

export interface Neighbours {
  /** undefined: the first one. */
  before: Question | undefined;
  /** undefined: the last one. */
  after: Question | undefined;
}

/** Neighbours of a question by number: one that is no longer asked still has a way back and on. */
export function neighbours(walk: readonly Question[], question: Question): Neighbours {
  return {
    before: walk.findLast(({ number }) => number < question.number),
    after: walk.find(({ number }) => number > question.number),
  };
}

/** What the address names in the place of a question after the last one. Ids begin with a letter; this is none. */
export const FINISH = '-finish';
