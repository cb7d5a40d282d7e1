/** What a room of tables comes to: each table's verdicts, and those that only answers of different tables give. */
import type { Situation, Status, Value } from '../verdict.ts';

export interface RoomReasoner {
  /** @param tables each table's situation, in any order; the same readings are taken by all of them */
  verdicts(tables: readonly Situation[]): RoomVerdict[];
  /**
   * What can change a verdict, with these questions open to tables and all else as it stands.
   * @param news each with the answers that it settles
   */
  rehearse(base: Situation, open: readonly string[], news: readonly Situation['answers'][]): RehearsedPart[];
}

/** Tables are numbers: their place in what was asked, from 0. */
export interface RoomVerdict {
  output: string;
  /** By table: as it is shown, and exactly. */
  statuses: Status[];
  values: Value[];
  /**
   * Statuses over every combination: for each question the answer of some table, "don't know" among them. Those at
   * single tables are in it. undefined: too large to tell.
   */
  combined: Status[] | undefined;
  /** For each status that is at no table and that some combination has: one that has it. */
  onlyCombined: Combination[];
  /** Questions that tables answered differently and on which the exact value hangs in this room, in pack order. */
  splits: Split[];
}

export interface Combination {
  status: Status;
  /** With these answers it has the status, whichever table's answers are taken to all other questions. */
  answers: { question: string; tables: number[] }[];
}

/** Two sayings that are never merged: `between` tables, or else over combinations only. */
export interface Split {
  question: string;
  /**
   * `tables`: two tables that differ there have different values, and this answer plays a part in it: there is a mix of
   * the answers of just these two in which it turns the value. `combinations`: it turns the value only in mixes of
   * tables that agree on the value, or of more than two of them.
   */
  matters: 'tables' | 'combinations';
  /** Tables whose value another answer that the room gave would turn, all else at the table as it is. */
  alone: number[];
}

/** The situation as it is at first, then with each news in the order given. */
export interface RehearsedPart {
  /** Questions then still open, in pack order: outputs whose exact value some two answers to it tell apart. */
  questions: { question: string; outputs: string[] }[];
  /** Outputs whose exact value is not what it was at first under some answers to the open questions. */
  changes: string[];
  /** Outputs too large to tell; they are in none of the others. */
  unknown: string[];
}
