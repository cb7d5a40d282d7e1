/** An exercise: a hypothetical situation of which some questions are left open to the tables of a workshop. */
import type { Answers } from '../pack.ts';

/** Raised when the shape changes; an exercise file carries it as its version. */
export const EXERCISE_FORMAT = 1;

/** What a workshop does, in this order. Those of nought minutes are left out. */
export const STEPS = [
  'rules',
  'join',
  'situation',
  'roundOne',
  'handInOne',
  'reveal',
  'inject',
  'roundTwo',
  'handInTwo',
  'moved',
  'premortem',
  'hotWash',
  'feedback',
  'close',
] as const;
export type Step = (typeof STEPS)[number];

/** Tables and rounds at most: what a hand-in code can name. */
export const MOST_TABLES = 60;
export const MOST_ROUNDS = 3;

export interface Exercise {
  /** Letters, digits, `-` and `_`, at most 64. A changed exercise keeps it and has another digest. */
  id: string;
  /** Exactly the pack that it was prepared with. */
  pack: { id: string; version: string; hash: string };
  /** Always: nothing in it may be taken for news. */
  hypothetical: true;
  /** The language it was written in: a key of `texts`. */
  language: string;
  /** What the situation sheet settles, for every table. */
  answers: Answers;
  /** Open to the tables, in pack order. */
  questions: string[];
  roles: string[];
  sources: ExerciseSource[];
  injects: Inject[];
  minutes: Record<Step, number>;
  /** Named, or numbered from 1: how many there are in a room is said in the room. */
  tables: { names: string[] } | { count: number };
  /** Tables are asked first what they expect the brief to recommend. */
  prediction: boolean;
  /** Tables are asked how sure they are of each answer. */
  confidence: boolean;
  /** Tables may rule out options of what they do not know; absent: they are not asked to. */
  rulingOut?: true;
  /** Per cent of the tables that answered from which they count as agreed, set beforehand. */
  threshold: number;
  /** By language; every one is complete. */
  texts: Record<string, ExerciseTexts>;
}

/** All that an exercise must have; beside them it may have `rulingOut`, and no others. */
export const EXERCISE_FIELDS: readonly (keyof Exercise)[] = [
  'id',
  'pack',
  'hypothetical',
  'language',
  'answers',
  'questions',
  'roles',
  'sources',
  'injects',
  'minutes',
  'tables',
  'prediction',
  'confidence',
  'threshold',
  'texts',
];

/** A source of the situation sheet, graded by the Admiralty code. */
export interface ExerciseSource {
  id: string;
  reliability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  credibility: '1' | '2' | '3' | '4' | '5' | '6';
}

/** News that changes the situation, sealed until its word is typed. */
export interface Inject {
  id: string;
  /** The trainer announces it. Compared without regard to case. */
  word: string;
  /** What it settles, open questions among them. */
  answers: Answers;
  /** Open questions that it asks the tables to look at again. */
  touches: string[];
}

export interface ExerciseTexts {
  title: string;
  /** In one sentence what it is for. */
  objective: string;
  /** Paragraphs of the situation sheet. */
  situation: string[];
  /** By source. */
  sources: Record<string, { name: string; says: string }>;
  /** By role. */
  roles: Record<string, { name: string; card: string }>;
  /** By inject. */
  injects: Record<string, { title: string; text: string }>;
  /** What the trainer may hope to hear. */
  hopes: string[];
}

/** How many tables it was prepared for. */
export function tablesOf({ tables }: Pick<Exercise, 'tables'>): number {
  return 'count' in tables ? tables.count : tables.names.length;
}

/** The inject that a typed word opens. */
export function openedBy(word: string, { injects }: Pick<Exercise, 'injects'>): Inject | undefined {
  const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();
  return injects.find((inject) => plain(inject.word) === plain(word));
}
