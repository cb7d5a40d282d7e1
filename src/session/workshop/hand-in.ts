/** What a table hands in, and what may be wrong with what was handed in. Codes are written and read by exchange/. */
import type { Answers } from '../../engine/pack.ts';
import type { HandOnProblem } from '../hand-on/file.ts';
import type { Confidence } from '../journal.ts';

export interface HandIn {
  /** From 1. */
  table: number;
  /** From 1. */
  round: number;
  /** To the exercise's open questions; absent is unanswered, "don't know" is an answer. */
  answers: Answers;
  ruledOut: Record<string, string[]>;
  /** Of answers only; absent is not rated. */
  confidence: Record<string, Exclude<Confidence, ''>>;
  /** Recommendations and options that the table expects to hold; absent where it was not asked. */
  predicted?: string[];
}

/**
 * `notSuchACode`: nothing of this kind. `damaged`: mistyped, cut off or altered. `later`: of a later version.
 * `joinCode`: one to join with. `otherRoom`: of another room of this exercise. `otherExercise`; `otherPack`: this
 * exercise for another version of the brief's rules; `otherEdition`: this exercise in other words. Nothing of any of
 * them is taken.
 */
export type WorkshopCodeProblem =
  | 'notSuchACode'
  | 'damaged'
  | 'later'
  | 'joinCode'
  | 'otherRoom'
  | 'otherExercise'
  | 'otherPack'
  | 'otherEdition';

/** `room`: the tag of its room; '' where the code names none, as those of before rooms had codes of their own. */
export type ReadHandIn = { handIn: HandIn; room: string } | { problem: WorkshopCodeProblem };

/** What a file of a hand-in holds: the characters of its code, not yet judged. */
export type HandInFile = { code: string } | { problems: HandOnProblem[] };

/** What a join code says: which room, which exercise, in which edition, and the round that is on. */
export interface Join {
  /** Its tag; '' where the code names none. */
  room: string;
  round: number;
  /** Tells the exercise, and its edition, among those at hand. */
  id: string;
  edition: string;
}

export type ReadJoin = { join: Join } | { problem: 'notSuchACode' | 'damaged' | 'later' | 'handIn' };

/** What there is on this device for a join code. */
export type Joined<E> =
  | { kind: 'here'; exercise: E; round: number; room: string }
  /** The exercise is here in another edition; that one does not do. */
  | { kind: 'otherEdition'; exercise: E }
  | { kind: 'missing' };
