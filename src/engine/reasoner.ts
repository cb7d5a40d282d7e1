/** What lies behind and around a verdict: all reasons, what would change it, what to ask next, counts, readings. */
import type { BriefMap } from './brief-map.ts';
import type { Ground, Situation, Status } from './verdict.ts';

/**
 * A list cut at a limit, of its length or of the work it takes: whether there is more, or may be. What is in it
 * stands either way.
 */
export interface Some<T> {
  items: T[];
  more: boolean;
}

/** A new answer to one question, as far as it matters. */
export type NewAnswer =
  /** Any of these options. */
  | { kind: 'one'; question: string; options: string[] }
  /** These ticked, those not; the rest does not matter. */
  | { kind: 'several'; question: string; ticked: string[]; unticked: string[] };

/**
 * A smallest change: with new answers to these questions, and to none of them fewer, the output has the status.
 * Its cost is the number of questions.
 */
export interface Hinge {
  to: Status;
  answers: NewAnswer[];
}

export interface ReadingsReport {
  /** For each reading that touches the output: the letter taken and the status under each letter, all else as it is. */
  readings: { reading: string; taken: string; statuses: Record<string, Status> }[];
  /** Statuses that occur under some combination of letters of all readings; undefined: too large to tell. */
  all: Status[] | undefined;
  /** Readings on which the status hangs over all combinations; empty where it is the same however the text is read. */
  hangsOn: string[] | undefined;
}

/** Numbers of distinct sets of answers: no chances, and never to be shown as shares. */
export interface Counts {
  holds: bigint;
  fails: bigint;
}

export interface NextQuestion {
  question: string;
  /** Outputs that its answer settles, on average over its possible answers. */
  settles: number;
  /** Outputs that some answer to it settles by itself, in the order asked for. */
  outputs: string[];
  /** False: for some output it was too large to tell, and it counts as not settled. */
  exact: boolean;
}

/** The least number of further answers that can settle the outputs. */
export type FewestQuestions =
  /** With `exact` false an upper bound: so many are enough, and fewer may be. */
  | { kind: 'fewest'; count: number; exact: boolean }
  /** No answers can: a reading is left open on which one of them hangs. */
  | { kind: 'never' }
  | { kind: 'unknown' };

export interface Difference {
  output: string;
  from: Status;
  to: Status;
  /** Questions (and readings) whose answers, taken from the other side, make the difference; none can be left out. */
  by: string[];
  /** No set of fewer makes it. False: there were too many sets to try. */
  smallest: boolean;
}

export interface Reasoner {
  /** Every minimal part of what is known that forces the verdict, each in the author's order; open: none. */
  reasons(situation: Situation, output: string, limit?: number): Some<Ground[]>;
  /** Smallest changes to each other status, cheapest first: all those of a single question come before the rest. */
  hinges(situation: Situation, output: string, limit?: number): Some<Hinge>;
  /** The minimal ways to make the output hold: from this situation, or with nothing answered. */
  goal(situation: Situation, output: string, from: 'here' | 'nothing', limit?: number): Some<Hinge>;
  /**
   * Distinct sets of applicable answers to the questions the output mentions: how many make it true, how many not.
   * undefined: too large to count.
   */
  counts(situation: Situation, output: string): Counts | undefined;
  readings(situation: Situation, output: string): ReadingsReport;
  /** The open questions, best first, by how many of the outputs an answer settles on average. */
  next(situation: Situation, outputs: readonly string[]): NextQuestion[];
  fewest(situation: Situation, outputs: readonly string[]): FewestQuestions;
  /** Outputs whose status differs, in pack order. */
  differences(from: Situation, to: Situation): Difference[];
  /** Questions, conditions and outputs as the pack has them under the readings taken, and what is lit. */
  map(situation: Situation): BriefMap;
}
