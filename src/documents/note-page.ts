/** What a note is made from, and what it is made of: words only, in their order. */
import type { Modality } from '../engine/pack.ts';
import type { Reasoner } from '../engine/reasoner.ts';
import type { Status } from '../engine/verdict.ts';
import type { SharedAddition } from '../session/additions/addition.ts';
import type { OpenSession, QuestionState } from '../session/desk.ts';
import type { Entry } from '../session/journal.ts';
import type { Explain } from './wording/explain.ts';
import type { Wording, WordingSource } from './wording/wording.ts';

export interface NoteSource extends WordingSource {
  say: Wording;
  explain: Explain;
  /** The session with this journal, to be read. */
  asOf(id: string, entries: readonly Entry[]): OpenSession;
  reasoner: Reasoner;
  /** Own additions to outputs of the pack, in their order. */
  additions: readonly SharedAddition[];
  /** A calendar day (yyyy-mm-dd) in words, with its year. */
  calendarDay(day: string): string;
  /** The day of an ISO time in words, with its year. */
  dayOf(time: string): string;
}

export interface Note {
  title: string;
  /** undefined: neither a label nor a word on handling. */
  handling: { label: string; note: string } | undefined;
  /** For, from, meeting, information up to: those that were filled in. */
  head: { term: string; value: string }[];
  brief: { title: string; rest: string };
  /** What this session rests on, each a sentence: hypothetical, from the brief's own picture, version, day. */
  marks: string[];
  bottomLine: string;
  /** Answers that do not go together. */
  warnings: string[];
  /** Only groups with something in them. */
  groups: NoteGroup[];
  /** What the user added, always marked as the user's; undefined: nothing. */
  own: NoteOwn | undefined;
  answers: NoteSection[];
  /** Against the version handed out before; undefined: there is none. */
  changed: NoteChanged | undefined;
}

export type NoteGroupId =
  | 'say'
  | 'do'
  | 'option'
  | 'silent'
  | 'findOut'
  | 'open'
  | 'change'
  | 'notNow'
  | 'consequences'
  | 'indicators'
  | 'readings';

export interface NoteGroup {
  id: NoteGroupId;
  title: string;
  /** Beside the title, in small: who acts, for one. */
  aside: string;
  lines: NoteLine[];
  /** What the brief states or what was seen, shorter than a line. */
  points: NotePoint[];
  paragraphs: string[];
}

/** One output with its state and why. */
export interface NoteLine {
  output: string;
  modality: Modality | undefined;
  status: Status;
  state: string;
  /** Rests on an answer from the brief that nobody has checked. */
  weak: boolean;
  /** Where the brief says it: as printed, and as read out. */
  place: string;
  spokenPlace: string;
  text: string;
  /** The advice in full where `text` is the line to say; else ''. */
  advice: string;
  /** Why, what it takes, what else is to be known; each a sentence. */
  details: string[];
}

/** Own additions, by what they are added to. */
export interface NoteOwn {
  title: string;
  /** Whose words these are. */
  aside: string;
  to: {
    output: string;
    /** Of the output: its name in few words. */
    name: string;
    place: string;
    spokenPlace: string;
    additions: { id: string; kind: string; text: string; by: string }[];
  }[];
  /** How many were left out and why; '' where none was. */
  left: string;
}

export interface NoteChanged {
  title: string;
  verdicts: { output: string; status: Status; name: string; text: string }[];
  /** Each an answer or a reading, as it is and as it was. */
  answers: string[];
  /** That own additions differ; '' where they do not. */
  additions: string;
  /** That nothing differs; '' where something does. */
  none: string;
}

export interface NotePoint {
  id: string;
  text: string;
  place: string;
  spokenPlace: string;
}

export interface NoteSection {
  id: string;
  title: string;
  rows: NoteAnswer[];
}

export interface NoteAnswer {
  question: string;
  number: number;
  title: string;
  state: QuestionState;
  answer: string;
  /** Each a remark on the answer: unchecked, options ruled out. */
  marks: string[];
}
