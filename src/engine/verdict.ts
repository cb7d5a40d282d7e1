import type { Answers } from './pack.ts';

/** What is known: answers, options ruled out, readings taken. Absent means unanswered, or the default reading. */
export interface Situation {
  answers: Answers;
  /** By reading id: a letter, or `any`. */
  readings: Record<string, string>;
  /** By question id: options known not to be so. */
  ruledOut: Record<string, string[]>;
}

/** How an exact value is shown (model section 4). */
export type Status = 'holds' | 'fails' | 'open';
/** Over all completions of what is unknown. */
export type Value = 'always' | 'never' | 'mixed';

export interface Verdict {
  status: Status;
  /** The exact value of "condition and not defeater". */
  value: Value;
  /** Question and reading ids in pack order, readings last; empty unless open. */
  dependsOn: string[];
  /** What the defeater still depends on; empty unless it holds. */
  unconfirmed: string[];
}

export interface Evaluation {
  /** By output id, in pack order; background included. */
  verdicts: Record<string, Verdict>;
  /** By question id: whether it applies, over all completions. */
  applies: Record<string, Value>;
  /** Questions answered although they apply in no completion; kept, never counted. */
  setAside: string[];
  /** Ids of consistency warnings that hold in every completion. */
  warnings: string[];
  /** Notes that hold in every completion, by output id. */
  notes: Record<string, string[]>;
}

/** One part of the given answers that a verdict rests on. */
export type Ground =
  /** A single choice answered, or narrowed by ruling out to `possible`. */
  | { kind: 'one'; question: string; possible: string[] }
  /** An option of a multiple choice, known ticked or known not. */
  | { kind: 'tick'; question: string; option: string; ticked: boolean }
  | { kind: 'reading'; reading: string; letter: string };
