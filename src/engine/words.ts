/** The words of a pack in one language, keyed as the pack's entities are. Compiled from locales/<lang>.yaml. */
import type { ExerciseTexts } from './exercise/exercise.ts';

export interface PackWords {
  language: string;
  brief: {
    /** e.g. "autumn 2020". */
    dated: string;
    /** e.g. "its forecasts count from then". */
    dateNote: string;
    /** One sentence: what the brief is of, for home and about. */
    about: string;
    /** The full citation. */
    citation: string;
  };
  sections: Record<string, string>;
  statements: Record<string, string>;
  questions: Record<string, QuestionWords>;
  conditions: Record<string, string>;
  outputs: Record<string, OutputWords>;
  readings: Record<string, ReadingWords>;
  remarks: Record<string, { title: string; text: string }>;
  warnings: Record<string, string>;
  scenarios: Record<string, { title: string; summary: string; discussion: string[] }>;
  /** By id, in the pseudo-locale only: an exercise has its languages itself, all of them in its digest. */
  exercises?: Record<string, ExerciseTexts>;
}

export interface QuestionWords {
  /** The question itself, a full sentence with a question mark. */
  title: string;
  /** Completes "depends on ...", e.g. "whether non-Russian bidders were kept out". */
  whether: string;
  /** What words in the question mean, where that helps. */
  context?: string;
  why: string;
  findOut: string;
  options: Record<string, OptionWords>;
}

export interface OptionWords {
  label: string;
  /** A clause that states the answer, no full stop: "the decisions are officially announced". */
  says: string;
  /** Several answers, not exclusive: the clause when it is known not to be so. */
  saysNot?: string;
}

export interface OutputWords {
  /** The whole sentence, in its modality. */
  title: string;
  /** Recommendations and options: finishes the ledger's lead-in ("The EU should ..."). Silences may have one: it
   * finishes "The brief gives no advice on ...". */
  short?: string;
  /** One or two words for the narrowest place. */
  name: string;
  /** What it takes, in words: "Decisions were taken, and neither mandate is there." Absent where standing. */
  needs?: string;
  /** When it lapses, in words. */
  lapses?: string;
  /** Things to say: the line itself, as one would say it. */
  line?: string;
  /** In place of the title where it fails (e.g. "foreseen by the brief, not seen"). */
  foreseen?: string;
  /** Always shown with it, in the app's voice (e.g. "Nothing in the brief says that it should."). */
  remark?: string;
  notes?: Record<string, string>;
}

export interface ReadingWords {
  title: string;
  /** Why the default is the default. */
  reason: string;
  letters: Record<string, string>;
}
