/** What every wording is made from: the pack, its words, the app's messages and one language. */
import type { Answers, Output, Pack, Question } from '../../engine/pack.ts';
import type { Ground, Verdict } from '../../engine/verdict.ts';
import type { OutputWords, PackWords, QuestionWords } from '../../engine/words.ts';
import type { Translate } from '../../messages/messages.ts';

export interface WordingSource {
  pack: Pack;
  words: PackWords;
  t: Translate;
  /** BCP 47. */
  language: string;
}

/** What is known of the answers behind a verdict. */
export interface Known {
  answers: Answers;
  /** Questions whose answer is from the brief and not yet checked. */
  unchecked: readonly string[];
  ruledOut: Readonly<Record<string, readonly string[]>>;
}

/** One verdict with everything that its wording needs. */
export interface VerdictFacts extends Known {
  verdict: Verdict;
  grounds: readonly Ground[];
  /** Unchecked answers without which it would not stand. */
  restsOnUnchecked: readonly string[];
  /** Other weak answers (assumed, of low confidence) without which it would not stand. */
  restsOnWeak: readonly string[];
}

/** One reason in words: no full stop, first letter small. */
export interface Clause {
  text: string;
  question?: string;
  number?: number;
  reading?: string;
  unchecked: boolean;
}

/** The question of an id; an unknown id is a bug and throws. */
export function questionOf(source: WordingSource, id: string): Question & { words: QuestionWords } {
  const question = source.pack.questions.find((one) => one.id === id);
  const words = source.words.questions[id];
  if (question === undefined || words === undefined) throw new Error(`no question ${id}`);
  return { ...question, words };
}

/** The words of an output; a missing one is a bug and throws. */
export function outputWords(source: WordingSource, output: Output): OutputWords {
  const words = source.words.outputs[output.id];
  if (words === undefined) throw new Error(`no words for ${output.id}`);
  return words;
}

/** True where the id is a question's; dependsOn and unconfirmed mix questions and readings. */
export function isQuestion(source: WordingSource, id: string): boolean {
  return source.pack.questions.some((question) => question.id === id);
}
