/** Turns that are over are taken into the room, and what could not be is told and tried again. */
import { useEffect, useState } from 'preact/hooks';
import { askedNow } from '../../../session/workshop/asked-now.ts';
import { sameHandIn, taking } from '../../../session/workshop/fold-room.ts';
import type { TableWork } from '../../../session/workshop/table-work.ts';
import { handedOn, turnsIn } from '../../../session/workshop/turns.ts';
import type { OpenRoom } from '../../../session/workshop/workshop.ts';
import type { InBrief } from '../../app.ts';
import { useBrief } from '../../context.ts';
import { announce } from '../../parts/live.tsx';
import { tableName } from '../words.ts';

export function Settling({ room }: { room: OpenRoom }) {
  const app = useBrief();
  const { t, workshop } = app;
  const { exercise } = room.state;
  const [failed, setFailed] = useState(0);
  const over = handedOn(turnsIn(workshop.value?.tables.value ?? [], room.state));
  const settleAll = async () => {
    for (const work of over) {
      const { table } = work.handIn;
      const settled = await settle(app, room, work);
      setFailed(settled ? 0 : table);
      if (!settled) return;
      announce(t('pass.handedOn', { table: tableName(app, exercise, table) }));
    }
  };
  useEffect(() => void settleAll(), [over.length]);
  if (failed === 0) return null;
  return (
    <div class="said" role="alert">
      <p>{t('pass.notKept', { table: tableName(app, exercise, failed) })}</p>
      <p class="choices">
        <button type="button" class="button second" onClick={() => void settleAll()}>
          {t('pass.again')}
        </button>
      </p>
    </div>
  );
}

/** The room has what was said, and the turn is gone from the device; false where one of both was refused. */
async function settle(app: InBrief, { state, edition }: OpenRoom, work: TableWork): Promise<boolean> {
  const own = app.workshop.peek();
  if (own === undefined) return false;
  const { brief } = app;
  const { handIn } = askedNow({ brief, exercise: edition.exercise, opened: work.opened }, work.handIn);
  // Of the round in which it was handed on, should another one have begun since.
  const counted = state.hands.get(handIn.round)?.get(handIn.table);
  if (counted === undefined || !sameHandIn(counted.handIn, handIn)) {
    const taken = await own.add(state.id, taking(state, handIn, 'passed'));
    if (taken.kind !== 'saved') return false;
  }
  return (await own.removeTable(work)).kind === 'saved';
}
