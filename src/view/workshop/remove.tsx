/** Taking something of a workshop off this device: asked first, with a copy offered, since nothing brings it back. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { SaveResult } from '../../session/store.ts';
import type { TableWork } from '../../session/workshop/table-work.ts';
import type { Edition, OpenRoom, Workshop } from '../../session/workshop/workshop.ts';
import { useApp, useBrief } from '../context.ts';
import { go } from '../navigation.ts';
import { Dialog } from '../parts/dialog.tsx';
import { announce } from '../parts/live.tsx';
import { href } from '../routes.ts';
import { SaveButton } from './save-button.tsx';
import { tableName, textsOf } from './words.ts';

const START = href({ name: 'workshop', part: 'start', id: '', item: '' });

/** At the end of a room's debrief. */
export function RemoveRoom({ room: { state, entries } }: { room: OpenRoom }) {
  const app = useBrief();
  const { t } = app;
  const { title } = textsOf(app, state.exercise).texts;
  const n = [...state.hands.values()].reduce((sum, hands) => sum + hands.size, 0);
  return (
    <section>
      <h2 class="group">{t('room.removeRoom')}</h2>
      <p>{t('room.removeRoomWhen')}</p>
      <div class="choices">
        <Remove
          label={t('room.removeRoom')}
          title={t('room.removeRoomAsk', { title })}
          remove={async (own) => {
            const done = await own.removeRoom(state.id);
            if (done.kind === 'saved') go(START, 'replace');
            return done;
          }}
        >
          <p>{t('room.removeRoomIs', { n })}</p>
          <SaveButton title={title} make={(own) => own.writeRoom(entries)}>
            {t('room.saveRoom')}
          </SaveButton>
        </Remove>
      </div>
    </section>
  );
}

/** Beside a table that this tablet sat at. */
export function RemoveTable({ edition, work }: { edition: Edition; work: TableWork }) {
  const app = useBrief();
  const { t } = app;
  const table = tableName(app, edition.exercise, work.handIn.table);
  return (
    <Remove
      label={t('room.removeTable')}
      of={table}
      title={t('room.removeTableAsk', { table })}
      remove={(own) => own.removeTable(work)}
    >
      <p>{t('room.removeTableIs', { n: Object.keys(work.handIn.answers).length })}</p>
    </Remove>
  );
}

interface RemoveProps {
  label: string;
  /** Which one, where there are several. */
  of?: string;
  title: string;
  remove: (own: Workshop) => Promise<SaveResult>;
  /** What goes with it, and a way to keep it. */
  children: ComponentChildren;
}

function Remove({ label, of = '', title, remove, children }: RemoveProps) {
  const { t, workshop } = useApp();
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState(false);
  const now = async () => {
    const own = workshop.peek();
    const done = own && (await remove(own));
    setRefused(done?.kind !== 'saved');
    if (done?.kind !== 'saved') return;
    setAsking(false);
    announce(t('room.removed'));
  };
  return (
    <>
      <button type="button" class="word" onClick={() => setAsking(true)}>
        {label} {of && <span class="unseen">{of}</span>}
      </button>
      {asking && (
        <Dialog title={title} class="workshop" onClose={() => setAsking(false)}>
          {children}
          {refused && (
            <p class="problem" role="alert">
              {t('room.notRemoved')}
            </p>
          )}
          <p class="choices">
            <button type="button" class="button second" onClick={() => setAsking(false)}>
              {t('room.keepIt')}
            </button>
            <button type="button" class="button first" onClick={() => void now()}>
              {t('room.removeNow')}
            </button>
          </p>
        </Dialog>
      )}
    </>
  );
}
