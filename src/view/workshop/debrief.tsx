/** The debrief: what was said, who does what by when, and the room as a file in two copies that were read back. */
import { useState } from 'preact/hooks';
import { boardOf } from '../../session/workshop/board.ts';
import type { DebriefPart } from '../../session/workshop/room.ts';
import type { OpenRoom, Workshop } from '../../session/workshop/workshop.ts';
import { useApp, useBrief } from '../context.ts';
import { PickFile } from '../hand-on/pick-file.tsx';
import { fileName, handOver, type SaveOutcome, saveFile } from '../hand-on/save.ts';
import { KeptText } from '../parts/kept-field.tsx';
import { announce } from '../parts/live.tsx';
import { allKept } from '../parts/typed.ts';
import { Actions } from './actions.tsx';
import { RemoveRoom } from './remove.tsx';
import { RoomFrame } from './room-frame.tsx';
import { roomHref, textsOf } from './words.ts';

const PARTS: readonly DebriefPart[] = ['points', 'premortem', 'hotWash', 'notes'];
const LONGEST = 20_000;

export function Debrief({ room }: { room: OpenRoom }) {
  const { t } = useApp();
  const { state } = room;
  return (
    <RoomFrame
      room={room}
      here="debrief"
      screen="debrief"
      title={t('workshop.debrief')}
      bar={
        <>
          <a class="button second" href={roomHref('board', state.id)}>
            {t('workshop.backToBoard')}
          </a>
          <span class="room" />
          <button type="button" class="button second" onClick={() => window.print()}>
            {t('workshop.print')}
          </button>
        </>
      }
    >
      {PARTS.map((part) => (
        <Part key={part} room={room} part={part} />
      ))}
      <Actions room={room} />
      <Report room={room} />
      <Copies room={room} />
      <RemoveRoom room={room} />
    </RoomFrame>
  );
}

function Part({ room: { state }, part }: { room: OpenRoom; part: DebriefPart }) {
  const { t, workshop } = useApp();
  return (
    <section class={`debrief-part ${part === 'notes' ? 'unprinted' : ''}`}>
      <KeptText
        label={t('workshop.part', { part })}
        hint={t('workshop.partIs', { part })}
        value={state.debrief[part]}
        draft={`debrief.${state.id}.${part}`}
        longest={LONGEST}
        onKeep={async (text) =>
          (await workshop.peek()?.add(state.id, { type: 'wrote', part, text }))?.kind === 'saved'
        }
      />
    </section>
  );
}

/** What it came to, to take home: to be read, and for a spreadsheet. */
function Report({ room }: { room: OpenRoom }) {
  const app = useBrief();
  const { t, workshop, brief } = app;
  const [said, setSaid] = useState('');
  const save = async (kind: 'markdown' | 'csv') => {
    const own = workshop.peek();
    if (own === undefined) return;
    const { state } = await asTyped(own, room);
    const boards = [...state.hands.keys()]
      .sort((a, b) => a - b)
      .flatMap((round) => boardOf({ brief, workshop: own }, state, round) ?? []);
    const { title } = textsOf(app, state.exercise).texts;
    const [ending, type] = kind === 'csv' ? ['.csv', 'text/csv'] : ['.md', 'text/markdown'];
    const name = fileName('', title, new Date(), ending);
    const outcome = await app
      .afterAction(state, boards)
      .then((report) => handOver(report[kind], name, type))
      .catch((): SaveOutcome => 'failed');
    setSaid(t('workshop.reportMade', { outcome, name }));
  };
  return (
    <section>
      <h2 class="group">{t('workshop.report')}</h2>
      <p>{t('workshop.reportIs')}</p>
      <p class="choices">
        <button type="button" class="button second" onClick={() => void save('markdown')}>
          {t('workshop.saveMarkdown')}
        </button>
        <button type="button" class="button second" onClick={() => void save('csv')}>
          {t('workshop.saveCsv')}
        </button>
      </p>
      {said && (
        <p class="small" role="status">
          {said}
        </p>
      )}
    </section>
  );
}

/** "The room is saved" is said once two copies were read back and hold this very room. */
function Copies({ room }: { room: OpenRoom }) {
  const app = useBrief();
  const { t, workshop } = app;
  const [copies, setCopies] = useState<{ of: number; names: string[] }>({ of: 0, names: [] });
  const [outcome, setOutcome] = useState<SaveOutcome | 'different'>();
  const { state } = room;
  // What was added since is not in them.
  const verified = copies.of === room.entries.length ? copies.names : [];
  const note = (name: string, { entries }: OpenRoom) => {
    const before = copies.of === entries.length ? copies.names : [];
    const names = [...new Set([...before, name])];
    setCopies({ of: entries.length, names });
    announce(t('workshop.copies', { n: names.length }));
  };
  const name = fileName(
    '',
    `${textsOf(app, state.exercise).texts.title} ${t('workshop.copyName', { n: verified.length + 1 })}`,
    new Date(),
  );
  const save = async () => {
    const own = workshop.peek();
    if (own === undefined) return;
    const whole = asTyped(own, room);
    const { outcome: became } = await saveFile(async () => own.writeRoom((await whole).entries), name);
    setOutcome(became);
    if (became === 'saved') note(name, await whole);
  };
  const check = async (file: File) => {
    const own = workshop.peek();
    if (own === undefined) return;
    const buffer = await file.arrayBuffer().catch(() => new ArrayBuffer(0));
    const read = own.readRoom(new Uint8Array(buffer));
    const whole = await asTyped(own, room);
    const same =
      'entries' in read &&
      read.entries.map(({ id }) => id).join() === whole.entries.map(({ id }) => id).join();
    setOutcome(same ? undefined : 'different');
    if (same) note(file.name, whole);
  };
  return (
    <section>
      <h2 class="group">{t('workshop.keepRoom')}</h2>
      <p>{t('workshop.keepRoomIs', { is: app.storage.value === 'works' ? 'here' : 'window' })}</p>
      <p class="said" role="status">
        {t('workshop.copies', { n: verified.length })}
      </p>
      {outcome && outcome !== 'saved' && <p class="small">{t('handing.outcome', { outcome, name })}</p>}
      <p class="choices">
        <button type="button" class="button first" onClick={() => void save()}>
          {t('workshop.saveCopy', { n: verified.length + 1 })}
        </button>
        <PickFile class="button second" onFile={(file) => void check(file)}>
          {t('workshop.checkCopy')}
        </PickFile>
      </p>
    </section>
  );
}

/** The room with all that was typed until now, the last letter too. */
async function asTyped(own: Workshop, room: OpenRoom): Promise<OpenRoom> {
  await allKept();
  return own.rooms.peek().find(({ state }) => state.id === room.state.id) ?? room;
}
