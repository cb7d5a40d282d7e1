/** The debrief: what was said, who does what by when, and the room as a file in two copies that were read back. */
import { useState } from 'preact/hooks';
import { boardOf } from '../../session/workshop/board.ts';
import type { AgreedAction, DebriefPart } from '../../session/workshop/room.ts';
import type { OpenRoom } from '../../session/workshop/workshop.ts';
import { useApp } from '../context.ts';
import { sayCalendarDay } from '../dates.ts';
import { PickFile } from '../hand-on/pick-file.tsx';
import { fileName, handOver, type SaveOutcome, saveFile } from '../hand-on/save.ts';
import { announce } from '../parts/live.tsx';
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
  const [problem, setProblem] = useState(false);
  const keep = async (text: string) => {
    if (text === state.debrief[part]) return;
    const saved = await workshop.peek()?.add(state.id, { type: 'wrote', part, text });
    setProblem(saved?.kind !== 'saved');
  };
  return (
    <section class={`debrief-part ${part === 'notes' ? 'unprinted' : ''}`}>
      <label class="field">
        <span>{t('workshop.part', { part })}</span>
        <small>{t('workshop.partIs', { part })}</small>
        <textarea
          class="input"
          maxLength={LONGEST}
          // Or the browser writes it into its record of open tabs, where no passphrase covers it.
          autoComplete="off"
          defaultValue={state.debrief[part]}
          onBlur={(event) => void keep(event.currentTarget.value)}
        />
      </label>
      {problem && (
        <p class="problem" role="alert">
          {t('workshop.notSaved')}
        </p>
      )}
    </section>
  );
}

function Actions({ room: { state } }: { room: OpenRoom }) {
  const { t, workshop, language } = useApp();
  const agree = (action: AgreedAction) => workshop.peek()?.add(state.id, { type: 'agreed', action });
  return (
    <section>
      <h2 class="group">{t('workshop.actions')}</h2>
      <ul class="ruled actions-of">
        {state.actions.map((action) => (
          <li key={action.id}>
            <span>
              <span class="own">{action.what}</span>
              <small>
                {t('workshop.actionIs', {
                  owner: action.owner || t('workshop.nobodyYet'),
                  due: sayCalendarDay(action.due, language.value) || t('workshop.noDay'),
                })}
              </small>
            </span>
            <button
              type="button"
              class="word"
              onClick={() => void agree({ ...action, what: '', owner: '', due: '' })}
            >
              {t('workshop.dropAction')} <span class="unseen">{action.what}</span>
            </button>
          </li>
        ))}
      </ul>
      <form
        class="action-form"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const data = new FormData(form);
          const text = (name: string) => String(data.get(name) ?? '').trim();
          if (text('what') === '') return;
          const id = `${state.id}-${state.actions.length}-${text('what').length}-${Date.now()}`;
          void agree({ id, what: text('what'), owner: text('owner'), due: text('due') })?.then((saved) => {
            if (saved.kind === 'saved') form.reset();
          });
        }}
      >
        <label class="field">
          <span>{t('workshop.what')}</span>
          <input class="input" name="what" maxLength={500} autoComplete="off" />
        </label>
        <label class="field">
          <span>{t('workshop.owner')}</span>
          <input class="input" name="owner" maxLength={100} autoComplete="off" />
        </label>
        <label class="field">
          <span>{t('workshop.due')}</span>
          <input class="input" name="due" type="date" autoComplete="off" />
        </label>
        <button type="submit" class="button second">
          {t('workshop.addAction')}
        </button>
      </form>
    </section>
  );
}

/** What it came to, to take home: to be read, and for a spreadsheet. */
function Report({ room: { state } }: { room: OpenRoom }) {
  const app = useApp();
  const { t, workshop, desk } = app;
  const [said, setSaid] = useState('');
  const save = async (kind: 'markdown' | 'csv') => {
    const own = workshop.peek();
    if (own === undefined) return;
    const boards = [...state.hands.keys()]
      .sort((a, b) => a - b)
      .flatMap((round) => boardOf({ desk, workshop: own }, state, round) ?? []);
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
  const app = useApp();
  const { t, workshop } = app;
  const [copies, setCopies] = useState<{ of: number; names: string[] }>({ of: 0, names: [] });
  const [outcome, setOutcome] = useState<SaveOutcome | 'different'>();
  const { entries, state } = room;
  // What was added since is not in them.
  const verified = copies.of === entries.length ? copies.names : [];
  const note = (name: string) => {
    const names = [...new Set([...verified, name])];
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
    const { outcome: became } = await saveFile(async () => own.writeRoom(entries), name);
    setOutcome(became);
    if (became === 'saved') note(name);
  };
  const check = async (file: File) => {
    const buffer = await file.arrayBuffer().catch(() => new ArrayBuffer(0));
    const read = workshop.peek()?.readRoom(new Uint8Array(buffer));
    const same =
      read !== undefined &&
      'entries' in read &&
      read.entries.map(({ id }) => id).join() === entries.map(({ id }) => id).join();
    setOutcome(same ? undefined : 'different');
    if (same) note(file.name);
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
