/** What counts for a table, shown as its code: for a spare tablet that goes on where another one stopped. */
import { useState } from 'preact/hooks';
import type { OpenRoom } from '../../session/workshop/workshop.ts';
import { useBrief } from '../context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Code } from './code.tsx';
import { tableName } from './words.ts';

export function Again({ room, table }: { room: OpenRoom; table: number }) {
  const app = useBrief();
  const { t, workshop } = app;
  const [shown, setShown] = useState(false);
  const { state, edition, tag } = room;
  const counted = state.hands.get(state.round)?.get(table);
  const own = workshop.value;
  const name = tableName(app, state.exercise, table);
  return (
    <>
      <button type="button" class="word" onClick={() => setShown(true)}>
        {t('room.showAgain')} <span class="unseen">{name}</span>
      </button>
      {shown && own && counted && (
        <Dialog title={t('room.againOf', { table: name })} class="workshop" onClose={() => setShown(false)}>
          <p>{t('room.againIs')}</p>
          <Code code={own.writeHandIn(edition, counted.handIn, tag)} label={t('workshop.handInQr')} />
          <p class="choices">
            <button type="button" class="button first" onClick={() => setShown(false)}>
              {t('room.close')}
            </button>
          </p>
        </Dialog>
      )}
    </>
  );
}
