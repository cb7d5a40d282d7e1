/** A hand-in that is offered to the room: what keeps it out, and what the trainer is asked before it counts. */
import { type Offer, taking } from '../../session/workshop/fold-room.ts';
import type { HandIn } from '../../session/workshop/hand-in.ts';
import type { WayIn } from '../../session/workshop/room.ts';
import type { OpenRoom } from '../../session/workshop/workshop.ts';
import type { App } from '../app.ts';
import { useBrief } from '../context.ts';
import { sayTime } from '../dates.ts';
import { tableName } from './words.ts';

/** An offer that waits for the trainer. */
export interface Waiting {
  handIn: HandIn;
  by: WayIn;
  /** Its code names no room: it may be of another one. */
  ofNoRoom: boolean;
}

/** What keeps an offer out, in words; '' where nothing does. */
export function refusalOf(app: App, { state }: OpenRoom, offer: Offer): string {
  if (offer.kind === 'otherRound')
    return app.t('workshop.otherRound', { round: offer.round, now: state.round });
  if (offer.kind === 'noSuchTable')
    return app.t('workshop.noSuchTable', { table: offer.table, of: state.tables });
  return '';
}

/** False where it was not kept. */
export async function takeHandIn(
  app: App,
  room: OpenRoom,
  { handIn, by }: Pick<Waiting, 'handIn' | 'by'>,
): Promise<boolean> {
  const saved = await app.workshop.peek()?.add(room.state.id, taking(room.state, handIn, by));
  return saved?.kind === 'saved';
}

interface ReplaceProps {
  room: OpenRoom;
  table: number;
  ofNoRoom?: boolean;
  onTake: () => void;
  onKeep: () => void;
}

/** The latest counts, once the trainer says so. */
export function Replace({ room, table, ofNoRoom = false, onTake, onKeep }: ReplaceProps) {
  const app = useBrief();
  const { t, language } = app;
  const counted = room.state.hands.get(room.state.round)?.get(table);
  const name = tableName(app, room.state.exercise, table);
  const time = counted ? sayTime(new Date(counted.time), language.value) : '';
  return (
    <div class="said" role="alert">
      {ofNoRoom && <p>{t('room.ofNoRoom', { table: name })}</p>}
      {counted && <p>{t('workshop.replaceAsk', { table: name, time })}</p>}
      <p class="choices">
        <button type="button" class="button second" onClick={onKeep}>
          {t(counted ? 'workshop.keepOld' : 'room.leaveIt')}
        </button>
        <button type="button" class="button second" onClick={onTake}>
          {t(counted ? 'workshop.takeNew' : 'workshop.take')}
        </button>
      </p>
    </div>
  );
}
