/** What the screen shows of a note: strings only, made by documents/note.ts, which main hands over. */
import type { Modality } from '../../engine/pack.ts';
import type { Status } from '../../engine/verdict.ts';
import type { QuestionState } from '../../session/desk.ts';

export interface NotePage {
  title: string;
  handling: { label: string; note: string } | undefined;
  head: { term: string; value: string }[];
  brief: { title: string; rest: string };
  marks: string[];
  bottomLine: string;
  warnings: string[];
  groups: NoteGroup[];
  own: NoteOwn | undefined;
  answers: { id: string; title: string; rows: NoteAnswer[] }[];
  changed: NoteChanged | undefined;
}

export interface NoteGroup {
  id: string;
  title: string;
  aside: string;
  lines: NoteLine[];
  points: NotePoint[];
  paragraphs: string[];
}

export interface NoteLine {
  output: string;
  modality: Modality | undefined;
  status: Status;
  state: string;
  weak: boolean;
  place: string;
  spokenPlace: string;
  text: string;
  advice: string;
  details: string[];
}

export interface NoteOwn {
  title: string;
  aside: string;
  to: {
    output: string;
    name: string;
    place: string;
    spokenPlace: string;
    additions: { id: string; kind: string; text: string; by: string }[];
  }[];
  left: string;
}

export interface NoteChanged {
  title: string;
  verdicts: { output: string; status: Status; name: string; text: string }[];
  answers: string[];
  additions: string;
  none: string;
}

export interface NotePoint {
  id: string;
  text: string;
  place: string;
  spokenPlace: string;
}

export interface NoteAnswer {
  question: string;
  number: number;
  title: string;
  state: QuestionState;
  answer: string;
  marks: string[];
}
