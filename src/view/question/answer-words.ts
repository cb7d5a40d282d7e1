/** An answer in the words of its options, as they stand on the question's own screen. */
import type { Answer, Question } from '../../engine/pack.ts';
import type { InBrief } from '../app.ts';
import { chosen } from './choices.ts';

type Words = Pick<InBrief, 't' | 'say' | 'words'>;

/** "Yes, officially announced"; for several "Customs; Energy; not sure of the rest". */
export function answerInWords(app: Words, question: Question, answer: Answer): string {
  const given = chosen(question, answer);
  const ticks = given.filter((option) => isOption(question, option));
  if (ticks.length === 0) return app.t('question.dontKnow');
  // Labels begin with a capital and some hold commas: they stand apart rather than flow as a sentence.
  const labels = ticks.map((option) => optionLabel(app, question, option)).join(app.t('explain.semicolon'));
  return ticks.length === given.length ? labels : app.t('question.answerUnsure', { ticks: labels });
}

/** The label of a row: an option's, or "don't know" in the form that fits the question's kind. */
export function optionLabel(app: Words, question: Question, option: string): string {
  if (isOption(question, option)) {
    return app.words.value.questions[question.id]?.options[option]?.label ?? option;
  }
  return app.t(question.kind === 'one' ? 'question.dontKnow' : 'question.notSure');
}

/** The question as a sentence. */
export function questionTitle(app: Pick<InBrief, 'words'>, question: Question): string {
  return app.words.value.questions[question.id]?.title ?? question.id;
}

function isOption(question: Question, option: string): boolean {
  return question.options.some(({ id }) => id === option);
}
