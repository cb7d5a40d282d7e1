/** What is proved of a pack, as plain data. An interface of its own: docs/command-line.md says what it means. */
import type { Situation } from '../verdict.ts';

/** Raised when the shape or the meaning of the report changes. */
export const SOUNDNESS_VERSION = 1;

export interface Soundness {
  version: typeof SOUNDNESS_VERSION;
  pack: { id: string; version: string; hash: string };
  /**
   * How many different sets of applicable answers there are to all questions, as a decimal number. Absent where
   * counting them would take too long.
   */
  situations?: string;
  figures: Figures;
  outputs: BothWays[];
  warnings: BothWays[];
  /** By `output/note`. */
  notes: BothWays[];
  questions: QuestionProof[];
  exclusive: Exclusion[];
  readings: ReadingProof[];
  statements: StatementProof[];
  cases: CasesProof;
  coverage: Coverage;
}

/** The report in numbers, `[so many, of so many]` where a claim is made of each. */
export interface Figures {
  /** Outputs that can hold and can fail, or are declared standing and do. */
  outputs: [number, number];
  warnings: [number, number];
  notes: [number, number];
  /** Questions that change a verdict, or are declared informative and do not. */
  questions: [number, number];
  /** Questions that can be asked, hang on no later one, and are not cut off where what they hang on is asked. */
  asked: [number, number];
  /** Pairs of outputs declared exclusive that never hold together. */
  exclusive: [number, number];
  /** Pairs of letters of a reading that differ. */
  letters: [number, number];
  statements: [number, number];
  /** Worked cases that come out as written. */
  cases: [number, number];
  /** Branches that a worked case exercises, of those that can occur. */
  branches: [number, number];
  /** Branches that can occur in no situation at all, each with the reason. */
  impossible: number;
  /** All of the above are as they must be; branches that no case exercises do not count against it. */
  sound: boolean;
}

/**
 * Over all situations, the readings at their default. A witness answers as few questions as any; all that it leaves
 * open may turn out either way. `null`: there is none.
 */
export interface BothWays {
  id: string;
  /** Declared by the author: it always holds, or never does. */
  standing: boolean;
  holds: Situation | null;
  fails: Situation | null;
}

export interface QuestionProof {
  id: string;
  /** Declared by the author: it changes no verdict. */
  informative: boolean;
  /** An output, and two situations that differ in the answer to this question alone: it holds in one, fails in the other. */
  matters: { output: string; holds: Situation; fails: Situation } | null;
  asked: Situation | null;
  /** `null`: always asked. */
  notAsked: Situation | null;
  /** Questions on which it hangs whether this one is asked, directly and by way of others, in pack order. */
  hangsOn: string[];
  /** All that it hangs on stands before it, so that nothing goes in a circle. */
  inOrder: boolean;
  /** A situation in which all questions that its guard names are asked, and no answer to them leads to it. */
  deadEnd: Situation | null;
  /** Whether there is a dead end takes more steps to find out than a proof may take; it counts as not shown. */
  beyond?: true;
}

/** Two outputs declared never to hold together. */
export interface Exclusion {
  outputs: [string, string];
  /** A situation in which both are told to hold all the same. */
  both: Situation | null;
  /** Whether there is one takes more steps to find out than a proof may take; it counts as not shown. */
  beyond?: true;
}

export interface ReadingProof {
  id: string;
  pairs: {
    letters: [string, string];
    /** `null`: the two come to the same. */
    differs: LetterDifference | null;
  }[];
}

export interface LetterDifference {
  /**
   * What differs: an output's verdict; only its condition, where it lapses anyway; or whether a question is asked.
   */
  in: { kind: 'output' | 'condition' | 'question'; id: string };
  /** All other readings at their default. */
  situation: Situation;
  /** The letter under which it holds, is met, or is asked; under the other one not. */
  holdsUnder: string;
}

export interface StatementProof {
  id: string;
  /** Outputs made of it, questions it stands with, readings and remarks on it, in pack order. */
  shown: { kind: 'output' | 'question' | 'reading' | 'remark'; id: string }[];
  /** One of these is there in some situation. */
  reachable: boolean;
}

export interface CasesProof {
  total: number;
  /** Ids of those that do not come out as written. */
  wrong: string[];
}

/** Which tests the worked cases put to the proof: docs/decisions/019-coverage.md. */
export interface Coverage {
  decisions: DecisionCoverage[];
  /** Computed situations that would exercise every branch that is left, each named once. */
  closing: ClosingCase[];
}

export interface DecisionCoverage {
  about: About;
  tests: TestCoverage[];
  /** It holds more tests than are looked at one by one. */
  tooLarge?: true;
}

export interface About {
  kind: 'output' | 'warning' | 'question';
  id: string;
}

/** One option asked for at one place of a condition. */
export interface TestCoverage {
  question: string;
  /** Absent: whether the question is undecided. */
  option?: string;
  /** The part of the decision, the letters that put it there, the named conditions that it stands in, outermost first. */
  where: Where;
  met: Branch;
  notMet: Branch;
}

export interface Where {
  part: 'when' | 'lapses' | 'applies';
  letters: { reading: string; letter: string }[];
  names: string[];
}

export type Branch =
  /** So many worked cases; the first is named. */
  | { kind: 'exercised'; cases: number; first: string }
  /** Possible, and no worked case does it. */
  | { kind: 'open' }
  /** No situation does it, whatever the reading. `guard`: it would be possible if these were always asked. */
  | { kind: 'impossible'; why: 'guard' | 'rest'; questions: string[] };

export interface ClosingCase {
  situation: Situation;
  closes: {
    about: About;
    /** As the rules have it now (for a question: asked or not): to be held against the brief before it is written down. */
    is: 'holds' | 'fails';
    /** Positions among the tests of that decision, and whether the test is met there. */
    branches: { test: number; met: boolean }[];
  }[];
}
