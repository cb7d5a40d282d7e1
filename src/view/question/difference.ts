/** What is different between two states of a session, in words: how undo and redo say what they did. */
import type { Pack, Question } from '../../engine/pack.ts';
import type { SessionState } from '../../session/journal.ts';
import type { InBrief } from '../app.ts';
import { answerInWords, optionLabel } from './answer-words.ts';

type Words = Pick<InBrief, 't' | 'say' | 'words' | 'pack'>;

export interface Difference {
  /** One sentence that begins with a number or a small letter; '' where nothing that shows is different. */
  text: string;
  /** The question it is about. */
  question: Question | undefined;
}

/** One action makes one difference: the first found is it. */
export function differenceInWords(app: Words, before: SessionState, after: SessionState): Difference {
  const { t, pack } = app;
  for (const question of pack.questions) {
    const text = inQuestion(app, question, before, after);
    if (text !== undefined) return { text, question };
  }
  const reading = readingThatDiffers(pack, before, after);
  if (reading !== undefined) {
    const title = app.words.value.readings[reading]?.title ?? reading;
    return { text: t('question.isNowRead', { title }), question: undefined };
  }
  return { text: t('question.isNowDescribed'), question: undefined };
}

function inQuestion(
  app: Words,
  question: Question,
  before: SessionState,
  after: SessionState,
): string | undefined {
  const { t } = app;
  const { id, number } = question;
  const answer = after.answers[id];
  if (JSON.stringify(before.answers[id]) !== JSON.stringify(answer)) {
    if (answer === undefined) return t('question.isNowOpen', { number });
    return t('question.isNow', { number, answer: answerInWords(app, question, answer) });
  }
  const was = before.ruledOut[id] ?? [];
  const is = after.ruledOut[id] ?? [];
  const out = is.find((option) => !was.includes(option));
  if (out !== undefined)
    return t('question.isNowRuledOut', { number, option: optionLabel(app, question, out) });
  const back = was.find((option) => !is.includes(option));
  if (back !== undefined)
    return t('question.isNowPossible', { number, option: optionLabel(app, question, back) });
  if (before.unchecked.includes(id) === after.unchecked.includes(id)) return undefined;
  return t(after.unchecked.includes(id) ? 'question.isNowUnchecked' : 'question.isNowChecked', { number });
}

function readingThatDiffers(pack: Pack, before: SessionState, after: SessionState): string | undefined {
  return pack.readings.find(({ id }) => before.readings[id] !== after.readings[id])?.id;
}
