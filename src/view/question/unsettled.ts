/** On what the advice still hangs although it was asked: answers of "don't know", and readings left open. */
import type { Pack } from '../../engine/pack.ts';
import { type OpenSession, stripOrder } from '../../session/desk.ts';

/** Ids of questions, in pack order, then of readings, on which a recommendation or option is open or unconfirmed. */
export function unsettled(session: Pick<OpenSession, 'verdict'>, pack: Pack): string[] {
  const wanted = new Set(
    stripOrder(pack).flatMap((output) => {
      const { dependsOn, unconfirmed } = session.verdict(output);
      return [...dependsOn, ...unconfirmed];
    }),
  );
  return [...pack.questions, ...pack.readings].map(({ id }) => id).filter((id) => wanted.has(id));
}
