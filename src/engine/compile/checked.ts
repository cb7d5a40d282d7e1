/** What stands between the sources and the compiled pack: every name and shape is known to be right. */
import type { Pack } from '../pack.ts';
import type { Diagnostic, Place } from '../source.ts';
import type { Situation, Verdict } from '../verdict.ts';
import type { PackWords } from '../words.ts';

/** The pack before its diagrams are built and its content is hashed. */
export type CheckedPack = Omit<Pack, 'diagrams' | 'hash' | 'format'>;

/**
 * Where an entity or a part of it stands in the sources, for problems that only show later:
 * `output:R1`, `output:R1.when`, `output:R1.lapses`, `output:R1.exclusive.N11`, `note:C5/relaxed`, `warning:W1`,
 * `question:buyout`, `question:buyout.applies`, `condition:no_mandate`, `statement:15.1a`, `reading:A3`,
 * `reading:A3.b`, `remark:A5`, `scenario:P1`, `case:T01`, `case:T01.R1`, `case:T01.setAside`, `case:T01.warnings`.
 */
export type Places = Record<string, Place>;

/** What the author vouches for, so that the proof does not complain of it. */
export interface Declared {
  /** Warnings, and notes as `output/note`, that hold always or never; outputs carry `standing` themselves. */
  standing: string[];
  /** Questions that change no verdict. */
  informative: string[];
  /** Outputs that never hold together with the others named, each as its author wrote it. */
  exclusive: { output: string; others: string[] }[];
}

/** A worked case: a situation as the command line takes it, and what must come out. */
export interface Case {
  id: string;
  title: string;
  /** As the author wrote it: plain answers, or answers, readings and ruledOut. */
  input: unknown;
  situation: Situation;
  expected: {
    /** By output id; only what is given is compared. */
    verdicts: Record<string, Pick<Verdict, 'status' | 'dependsOn' | 'unconfirmed'>>;
    setAside: string[];
    warnings: string[];
  };
}

/** The result of reading and checking the sources. `checked` is absent where an error stands in its way. */
export interface Compiled {
  checked?: CheckedPack;
  places: Places;
  declared: Declared;
  /** By language. */
  words: Record<string, PackWords>;
  cases: Case[];
  /** In the order of the files, then of the lines. */
  diagnostics: Diagnostic[];
}
