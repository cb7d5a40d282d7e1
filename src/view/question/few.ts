/** How few answers can still settle all recommendations and options. */
import type { Situation } from '../../engine/verdict.ts';
import { stripOrder } from '../../session/desk.ts';
import type { InBrief } from '../app.ts';

/** One sentence; '' where all is settled, where no answers can do it, or where it is not known (yet). */
export function fewInWords(
  { reasoner, pack, t }: Pick<InBrief, 'reasoner' | 'pack' | 't'>,
  situation: Situation,
): string {
  const fewest = reasoner.value?.fewest(situation, stripOrder(pack));
  if (fewest?.kind !== 'fewest' || fewest.count === 0) return '';
  return t('question.few', { n: fewest.count, exact: fewest.exact ? 'yes' : 'no' });
}
