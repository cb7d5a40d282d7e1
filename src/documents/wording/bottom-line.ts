/** The result in one sentence or two: what applies, what is open, what does not for now; the option apart. */
import type { Output } from '../../engine/pack.ts';
import type { Evaluation, Status } from '../../engine/verdict.ts';
import { asSentence } from './sentences.ts';
import type { WordingSource } from './source.ts';

/** E.g. "Five recommendations apply, two do not for now. One option is there to use or leave." */
export function bottomLine(source: WordingSource, evaluation: Evaluation): string {
  const advice = adviceSentence(source, evaluation);
  const option = optionSentence(source, evaluation);
  return option === '' ? advice : source.t('note.twoSentences', { first: advice, second: option });
}

function adviceSentence(source: WordingSource, evaluation: Evaluation): string {
  const count = counterOf(source, evaluation, 'recommendation');
  const [holds, open, fails] = [count('holds'), count('open'), count('fails')];
  if (holds + open === 0) return source.t('note.bottomNone');
  const words = { holdsWord: numberWord(source, holds), openWord: numberWord(source, open) };
  return asSentence(
    source,
    source.t('note.bottomAdvice', { holds, open, fails, ...words, failsWord: numberWord(source, fails) }),
  );
}

/** An option is never counted among the advice: it has a sentence of its own, for its best state. */
function optionSentence(source: WordingSource, evaluation: Evaluation): string {
  const count = counterOf(source, evaluation, 'option');
  const status = (['holds', 'open', 'fails'] as const).find((one) => count(one) > 0);
  if (status === undefined) return '';
  const n = count(status);
  return asSentence(source, source.t('note.bottomOption', { status, n, word: numberWord(source, n) }));
}

function counterOf({ pack }: WordingSource, evaluation: Evaluation, kind: Output['kind']) {
  return (status: Status) =>
    pack.outputs.filter((o) => o.kind === kind && evaluation.verdicts[o.id]?.status === status).length;
}

/** Small numbers as words, as prose has them. */
function numberWord({ t }: WordingSource, n: number): string {
  return t('note.number', { n });
}
