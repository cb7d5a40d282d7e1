/** For what does not apply now: the part that is still missing, where some of it is there already. */
import type { Output } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import type { InBrief } from '../app.ts';

/** Longer than this it is for the opened item. */
const ROOM = 160;

/**
 * The cheapest way in from here, in words with the numbers of its questions. '' where it is all that the output takes
 * in general, which is said anyway, where nothing would do, or where it is too long for the closed item.
 */
export function nearestOf(
  { reasoner, say, explain, t }: Pick<InBrief, 'reasoner' | 'say' | 'explain' | 't'>,
  session: OpenSession,
  output: Output,
): string {
  const situation = session.situation.value;
  const [here] = reasoner.value?.goal(situation, output.id, 'here', 1).items ?? [];
  const [nothing] = reasoner.value?.goal(situation, output.id, 'nothing', 1).items ?? [];
  if (here === undefined || nothing === undefined || here.answers.length >= nothing.answers.length) return '';
  const clauses = explain
    .change(here.answers, session.state.value)
    .map(({ text, number }) =>
      number === undefined ? text : t('explain.clausesWithNumbers', { clauses: text, numbers: number }),
    );
  const text = t('result.sentence', { text: say.list(clauses) });
  return text.length <= ROOM ? text : '';
}
