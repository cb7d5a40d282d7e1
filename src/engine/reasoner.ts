/** What lies behind and around a verdict: all reasons, what would change it, what to ask next, counts, readings. */
import type { Ground, Situation, Status } from './verdict.ts';

/** A list cut at a limit: whether there is more. */
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
  /** Statuses that occur under some combination of letters of all readings. */
  all: Status[];
  /** Readings on which the status hangs over all combinations; empty where it is the same however the text is read. */
  hangsOn: string[];
}

export interface NextQuestion {
  question: string;
  /** Outputs that its answer settles, on average over its possible answers. */
  settles: number;
}

export interface FewestQuestions {
  /** The least number of further answers that can settle the outputs; with `exact` false an upper bound. */
  count: number;
  exact: boolean;
}

export interface Difference {
  output: string;
  from: Status;
  to: Status;
  /** A smallest set of questions (and readings) whose answers, taken from the other side, make the difference. */
  by: string[];
}

export interface Reasoner {
  /** Every minimal part of what is known that forces the verdict, each in the author's order; open: none. */
  reasons(situation: Situation, output: string, limit?: number): Some<Ground[]>;
  /** Smallest changes to each other status, cheapest first. */
  hinges(situation: Situation, output: string, limit?: number): Some<Hinge>;
  /** The minimal ways to make the output hold: from this situation, or with nothing answered. */
  goal(situation: Situation, output: string, from: 'here' | 'nothing', limit?: number): Some<Hinge>;
  /** Distinct sets of applicable answers to the questions the output mentions: how many make it true, how many not. */
  counts(situation: Situation, output: string): { holds: bigint; fails: bigint };
  readings(situation: Situation, output: string): ReadingsReport;
  /** The open questions, best first, by how many of the outputs an answer settles on average. */
  next(situation: Situation, outputs: readonly string[]): NextQuestion[];
  fewest(situation: Situation, outputs: readonly string[]): FewestQuestions | undefined;
  /** Outputs whose status differs, in pack order. */
  differences(from: Situation, to: Situation): Difference[];
}
