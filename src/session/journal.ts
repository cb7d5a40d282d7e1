/** The append-only journal of what the user did: a session's only truth. Its state is a fold (see fold.ts). */
import type { Answer, Answers } from '../engine/pack.ts';

export interface PackName {
  id: string;
  version: string;
  hash: string;
}

/** TLP 2.0 (first.org); capitals, never translated. */
export const HANDLING_LABELS = [
  'TLP:CLEAR',
  'TLP:GREEN',
  'TLP:AMBER',
  'TLP:AMBER+STRICT',
  'TLP:RED',
] as const;
export type HandlingLabel = (typeof HANDLING_LABELS)[number];

export interface Details {
  title: string;
  /** For whom. */
  for: string;
  from: string;
  /** Which meeting, in the user's words. */
  meeting: string;
  /** "Information up to": an ISO date (yyyy-mm-dd), or '' */
  informationUpTo: string;
  handling: HandlingLabel | '';
  /** Free text beside the label, e.g. "for the delegation". */
  handlingNote: string;
}

/** Where a session began. `brief`: answers carried from the brief's own picture, unchecked until the user checks them. */
export type Origin =
  | { kind: 'blank' }
  | { kind: 'brief'; scenario: string }
  | { kind: 'hypothetical'; scenario: string }
  | { kind: 'copy'; of: string };

export type Path = 'short' | 'whole';

export type Action =
  | { type: 'created'; pack: PackName; details: Details; origin: Origin; path: Path; carried: Carried }
  | { type: 'answered'; question: string; answer: Answer }
  | { type: 'cleared'; question: string }
  /** A carried answer is confirmed as it is. */
  | { type: 'checked'; question: string }
  | { type: 'ruledOut'; question: string; option: string }
  | { type: 'broughtBack'; question: string; option: string }
  | { type: 'readingTaken'; reading: string; letter: string }
  | { type: 'described'; details: Partial<Details> }
  | { type: 'pathTaken'; path: Path }
  /** `of`: seq of the entry taken back; absent: the last one not yet taken back. */
  | { type: 'undone'; of?: number }
  /** `of`: seq of the entry that counts again; absent: the one taken back last. */
  | { type: 'redone'; of?: number };

/** What a session starts with: a scenario's answers, or all of a copied session's state. */
export interface Carried {
  answers: Answers;
  /** Questions whose carried answer is from the brief and not yet checked. */
  unchecked: string[];
  ruledOut: Record<string, string[]>;
  readings: Record<string, string>;
}

export interface Entry {
  /** From 1, without gaps. */
  seq: number;
  /** ISO 8601, UTC; informative only: order is by seq. */
  time: string;
  action: Action;
  /** SHA-256 (hex) of the entry before; '' for the first. */
  prev: string;
  /** SHA-256 (hex) over the canonical JSON of seq, time, action, prev. */
  hash: string;
}

export interface SessionState {
  pack: PackName;
  details: Details;
  origin: Origin;
  path: Path;
  answers: Answers;
  unchecked: string[];
  ruledOut: Record<string, string[]>;
  readings: Record<string, string>;
  /** ISO times of the first and the last entry. */
  created: string;
  changed: string;
  canUndo: boolean;
  canRedo: boolean;
}
