/** The compiled rule pack: plain JSON, no closures, hashable. Words live apart, one file per language. */
import type { Condition } from './condition.ts';

/** Raised when the shape of the compiled pack changes. */
export const PACK_FORMAT = 1;

export interface Pack {
  format: typeof PACK_FORMAT;
  /** Folder name under rules/, e.g. `belarus-russia-2020`. */
  id: string;
  /** Semantic version of the pack, by its author. */
  version: string;
  /** SHA-256 (hex) of the canonical JSON of this object without `hash`. */
  hash: string;
  brief: Brief;
  /** Section ids of the questions, in order. */
  sections: string[];
  statements: Statement[];
  /** In the author's order, which is also the order of all ids in results. */
  questions: Question[];
  conditions: NamedCondition[];
  /** Ambiguities with real alternatives: questions about the text. */
  readings: Reading[];
  /** Ambiguities that change no verdict. */
  remarks: Remark[];
  outputs: Output[];
  warnings: Warning[];
  /** Prepared situations; the one marked `brief` is the brief's own picture. */
  scenarios: Scenario[];
  diagrams: Diagrams;
}

export interface Brief {
  /** Proper names are not translated; everything else about the brief is in the locale. */
  title: string;
  authors: string[];
  publisher: string;
  /** Number of numbered paragraphs. */
  paragraphs: number;
}

export interface Locator {
  /** Paragraph, from 1. */
  paragraph: number;
  /** Sentence within the paragraph, from 1. */
  sentence: number;
}

export type StatementKind = 'fact' | 'goal' | 'forecast' | 'consequence' | 'recommendation';

/** One thing the brief says. */
export interface Statement {
  id: string;
  at: Locator;
  kind: StatementKind;
}

export interface Option {
  id: string;
  /** Multiple choice only: stands alone and means "none of the others". Exactly one per multiple choice. */
  exclusive: boolean;
}

/** Where the hint on how to find out comes from: not in the brief (`hint`), outside knowledge, or the brief. */
export type FindOutMark = 'hint' | 'outside' | 'brief';

export interface Question {
  id: string;
  /** From 1, in pack order; the number shown on screen. */
  number: number;
  section: string;
  kind: 'one' | 'several';
  options: Option[];
  /** When the question applies, default readings taken. `always` where it is always asked. */
  applies: Condition;
  /** Statements shown with the question, by id. */
  statements: string[];
  findOut: FindOutMark;
}

export interface NamedCondition {
  id: string;
  when: Condition;
}

/** What a letter of a reading puts in the place of the default, complete. */
export type Replacement =
  | { target: 'when' | 'lapses'; output: string; condition: Condition }
  | { target: 'condition'; name: string; condition: Condition }
  | { target: 'applies'; question: string; condition: Condition };

export interface Letter {
  id: string;
  replaces: Replacement[];
}

export interface Reading {
  id: string;
  default: string;
  letters: Letter[];
  /** Statements the ambiguity lies in. */
  statements: string[];
}

export interface Remark {
  id: string;
  /** Outputs it is shown with. */
  outputs: string[];
  statements: string[];
}

export type OutputKind =
  | 'recommendation'
  | 'option'
  | 'consequence'
  | 'indicator'
  | 'scenario'
  | 'silence'
  | 'background';
export type Modality = 'should' | 'worthwhile' | 'may';
export type Actor = 'eu' | 'member_states';

/** A sentence added to an output where its condition holds in every completion. */
export interface OutputNote {
  id: string;
  when: Condition;
}

/** What the brief gives to argue with; statements always, outputs where they hold. An inference of the pack. */
export interface Argument {
  backs: string[];
  also: string[];
  expect: string[];
}

export interface Output {
  id: string;
  kind: OutputKind;
  /** Recommendations and options only. */
  modality?: Modality;
  actors?: Actor[];
  /** Recommendations and options only: something to say, or something to do. */
  act?: 'say' | 'do';
  when: Condition;
  /** The defeater: it defeats only when it is certain. */
  lapses?: Condition;
  /** Declared by the author: it holds whatever the answers. */
  standing: boolean;
  /** Statements it is made of, by id; the first gives the locator in the margin. */
  source: string[];
  notes: OutputNote[];
  argument?: Argument;
  /** A question whose ticked options order the addressees shown with it (focus only, no verdict). */
  focus?: string;
}

export interface Warning {
  id: string;
  when: Condition;
}

export interface Scenario {
  id: string;
  /** `brief`: the brief's own picture; all others are hypothetical. */
  origin: 'brief' | 'hypothetical';
  answers: Answers;
  /** Number of discussion points in the locale. */
  discussion: number;
  /** Statements that support the answers (the brief's own picture). */
  support: Record<string, string[]>;
}

/** An option id or `dont_know`; for a multiple choice a list, `dont_know` in it meaning "not sure of the rest". */
export type Answer = string | string[];
export type Answers = Record<string, Answer>;
export const DONT_KNOW = 'dont_know';
/** A reading left open. */
export const ANY = 'any';

/**
 * Reduced ordered decision diagrams of the whole pack, sharing nodes. `nodes` is flat: a node at offset p is
 * `[variable, child of value 0, child of value 1, ...]`; a child is an offset, or FALSE (-1) or TRUE (-2).
 */
export interface Diagrams {
  variables: Variable[];
  nodes: number[];
  /** By output id; `firm` is "condition and not defeater". */
  outputs: Record<string, { when: number; lapses: number; firm: number }>;
  /** By `output/note`. */
  notes: Record<string, number>;
  warnings: Record<string, number>;
  /** By question id: where it applies. */
  applies: Record<string, number>;
  /** By condition name, for explanations. */
  conditions: Record<string, number>;
}

/**
 * A single choice or a reading is one variable with a value per option or letter (in the author's order);
 * a multiple choice is one yes/no variable (0 no, 1 yes) per option that is not exclusive.
 */
export type Variable =
  | { kind: 'one'; question: string; size: number }
  | { kind: 'tick'; question: string; option: string; size: 2 }
  | { kind: 'reading'; reading: string; size: number };
