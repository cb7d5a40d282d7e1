/** The append-only journal of what the user did: a session's only truth. Its state is a fold (see fold.ts). */
import type { Answer, Answers } from '../engine/pack.ts';
import type { Status } from '../engine/verdict.ts';
import type { SharedAddition } from './additions/addition.ts';

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

/** As in practice: '' is not rated, which is not the same as low. */
export const CONFIDENCES = ['low', 'moderate', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number] | '';
export const BASES = ['fact', 'judgement', 'assumption'] as const;
/** What an answer is; '' where nobody said. */
export type Basis = (typeof BASES)[number] | '';
/** Reliability of a source, by the Admiralty code; F cannot be judged, which is not the worst. */
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Reliability = (typeof RELIABILITIES)[number] | '';
/** Credibility of a piece of information, by the Admiralty code; 6 cannot be judged, which is not the worst. */
export const CREDIBILITIES = ['1', '2', '3', '4', '5', '6'] as const;
export type Credibility = (typeof CREDIBILITIES)[number] | '';

/** Where information comes from. The same id in two sessions is the same source. */
export interface Source {
  id: string;
  title: string;
  reliability: Reliability;
}

/** What a source says to one question. */
export interface SourceUse {
  source: string;
  stance: 'for' | 'against';
  /** Date of the information (yyyy-mm-dd), which is not the date of entry; '' where unknown. */
  informationOf: string;
  credibility: Credibility;
}

/** What an answer rests on, in the user's words. */
export interface Evidence {
  confidence: Confidence;
  basis: Basis;
  sources: SourceUse[];
  note: string;
  /** The user's own view; never the brief's. */
  ownView: string;
}

export const NO_EVIDENCE: Evidence = { confidence: '', basis: '', sources: [], note: '', ownView: '' };

/** Something that happened, and the questions whose answers it may touch. */
export interface News {
  id: string;
  /** The day on which it happened (yyyy-mm-dd). */
  date: string;
  source: string;
  what: string;
  questions: string[];
}

/** News with the questions that were looked at again since: answered anew, or found to stand. */
export interface KeptNews extends News {
  settled: string[];
}

/** What of an issued version cannot be told from the journal before it. */
export interface Issued {
  /** The pack by which it was judged. */
  pack: PackName;
  /** By output. `confirmed`: nothing that would end it is still unknown. */
  verdicts: Record<string, { status: Status; confirmed: boolean }>;
  /** Own additions then: they are kept apart from the session and have no history. */
  additions: SharedAddition[];
}

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
  /** All of a question's evidence, in the place of what was there. */
  | { type: 'assessed'; question: string; evidence: Evidence }
  /** A source is added, or what is known of it changes. */
  | { type: 'sourceKept'; source: Source }
  | { type: 'newsKept'; news: News }
  /** A question that the news touches was looked at again, and its answer stands. */
  | { type: 'reassessed'; news: string; question: string }
  /** The day by which an answer is to be looked at again (yyyy-mm-dd); '' takes it away. */
  | { type: 'reviewSet'; question: string; by: string }
  /** The note was handed out as it stands. Versions are numbered by their order in the journal. */
  | ({ type: 'issued' } & Issued)
  /**
   * The answers are judged by another version of the pack from here on. `verdicts`: what the one before came to, as it
   * stood then; empty where that version was no longer on the device.
   */
  | { type: 'upgraded'; from: PackName; to: PackName; verdicts: Issued['verdicts'] }
  /** So many texts were removed from all entries before, which were chained anew (see hand-on/texts.ts). */
  | { type: 'erased'; texts: number }
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
  /** Copies only. */
  evidence?: Record<string, Evidence>;
  sources?: Source[];
  news?: KeptNews[];
  reviews?: Record<string, string>;
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
  /** By question. */
  evidence: Record<string, Evidence>;
  /** In the order in which they were first named. */
  sources: Source[];
  /** In the order in which they were entered. */
  news: KeptNews[];
  /** By question: the day by which its answer is to be looked at again. */
  reviews: Record<string, string>;
  /** ISO times of the first and the last entry. */
  created: string;
  changed: string;
  canUndo: boolean;
  canRedo: boolean;
  /** Entries of which something could not be used and is left out. */
  leftOut: number;
}
