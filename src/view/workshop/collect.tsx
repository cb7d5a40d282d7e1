/** Collecting: the code to join by, codes typed one after the other, ballots, and who is still missing. */
import { useRef, useState } from 'preact/hooks';
import { judgeOffer, missingTables, type Offer, taking } from '../../session/workshop/fold-room.ts';
import type { HandIn } from '../../session/workshop/hand-in.ts';
import { mostTables } from '../../session/workshop/judge-hand-in.ts';
import type { WayIn } from '../../session/workshop/room.ts';
import type { OpenRoom } from '../../session/workshop/workshop.ts';
import type { App } from '../app.ts';
import { useApp } from '../context.ts';
import { sayTime } from '../dates.ts';
import { Fold } from '../parts/fold.tsx';
import { announce } from '../parts/live.tsx';
import { Camera } from './camera.tsx';
import { Code } from './code.tsx';
import { RoomFrame } from './room-frame.tsx';
import { roomHref, tableName, tablesInWords } from './words.ts';

/** An offer that waits for the trainer. */
export interface Waiting {
  handIn: HandIn;
  by: WayIn;
}

export function Collect({ room }: { room: OpenRoom }) {
  const app = useApp();
  const { t, workshop } = app;
  const { state, edition } = room;
  const { exercise } = state;
  const own = workshop.value;
  const missing = missingTables(state);
  return (
    <RoomFrame
      room={room}
      here="collect"
      screen="collect"
      title={t('workshop.collect', { round: state.round })}
      bar={
        <>
          <Undo room={room} />
          <span class="room" />
          <a class="button first" href={roomHref('board', state.id)}>
            {t('workshop.toBoard')}
          </a>
        </>
      }
    >
      <div class="two">
        <section>
          <h2 class="group">{t('workshop.enterCode')}</h2>
          <EnterCode room={room} />
        </section>
        <section>
          <h2 class="group">{t('workshop.toJoin')}</h2>
          <p>{t('workshop.toJoinIs')}</p>
          {own && <Code code={own.writeJoin(edition, state.round)} label={t('workshop.joinQr')} />}
        </section>
      </div>
      <section>
        <h2 class="group">
          {t('workshop.atTables')}{' '}
          <small>
            {missing.length === 0
              ? t('workshop.noneMissing')
              : t('workshop.missing', { tables: tablesInWords(app, exercise, missing) })}
          </small>
        </h2>
        <Tables room={room} />
        {'count' in exercise.tables && <HowMany room={room} />}
      </section>
    </RoomFrame>
  );
}

function EnterCode({ room }: { room: OpenRoom }) {
  const app = useApp();
  const { t, workshop } = app;
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState('');
  const [waiting, setWaiting] = useState<Waiting>();
  const [said, setSaid] = useState('');
  const enter = async (text: string, by: WayIn) => {
    const own = workshop.peek();
    if (own === undefined || text.trim() === '') return;
    setSaid('');
    setWaiting(undefined);
    const read = own.readHandIn(room.edition, text);
    if ('problem' in read) return setProblem(t('workshop.codeProblem', { code: read.problem }));
    const offer = judgeOffer(room.state, read.handIn);
    setProblem(refusalOf(app, room, offer));
    if (offer.kind === 'replaces') return setWaiting({ handIn: read.handIn, by });
    if (offer.kind === 'new') await take({ handIn: read.handIn, by });
    else if (offer.kind === 'same') clear(t('workshop.same', { table: nameOf(read.handIn) }));
  };
  const nameOf = ({ table }: HandIn) => tableName(app, room.state.exercise, table);
  const take = async ({ handIn, by }: Waiting) => {
    const done = await takeHandIn(app, room, { handIn, by });
    setProblem(done ? '' : t('workshop.notSaved'));
    if (done) clear(t('workshop.taken', { table: nameOf(handIn) }));
  };
  function clear(words: string): void {
    setWaiting(undefined);
    setSaid(words);
    announce(words);
    if (field.current?.value) {
      field.current.value = '';
      field.current.focus();
    }
  }
  return (
    <>
      <p>{t('workshop.enterCodeIs')}</p>
      <form
        class="code-form"
        onSubmit={(event) => {
          event.preventDefault();
          void enter(field.current?.value ?? '', 'typed');
        }}
      >
        <label class="field">
          <span>{t('workshop.handInCode')}</span>
          <input
            class="input code"
            ref={field}
            name="code"
            autoComplete="off"
            autoCapitalize="characters"
            spellcheck={false}
            maxLength={200}
            aria-invalid={problem !== ''}
            {...(problem ? { 'aria-describedby': 'code-problem' } : {})}
          />
        </label>
        <button type="submit" class="button second">
          {t('workshop.take')}
        </button>
      </form>
      <Camera onText={(text) => void enter(text, 'scanned')} />
      {problem && (
        <p class="problem" id="code-problem" role="alert">
          {problem}
        </p>
      )}
      {said && <p class="said">{said}</p>}
      {waiting && (
        <Replace
          room={room}
          table={waiting.handIn.table}
          onTake={() => void take(waiting)}
          onKeep={() => clear(t('workshop.kept', { table: nameOf(waiting.handIn) }))}
        />
      )}
    </>
  );
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
export async function takeHandIn(app: App, room: OpenRoom, { handIn, by }: Waiting): Promise<boolean> {
  const saved = await app.workshop.peek()?.add(room.state.id, taking(room.state, handIn, by));
  return saved?.kind === 'saved';
}

interface ReplaceProps {
  room: OpenRoom;
  table: number;
  onTake: () => void;
  onKeep: () => void;
}

/** The latest counts, once the trainer says so. */
export function Replace({ room, table, onTake, onKeep }: ReplaceProps) {
  const app = useApp();
  const { t, language } = app;
  const counted = room.state.hands.get(room.state.round)?.get(table);
  const time = counted ? sayTime(new Date(counted.time), language.value) : '';
  return (
    <div class="said" role="alert">
      <p>{t('workshop.replaceAsk', { table: tableName(app, room.state.exercise, table), time })}</p>
      <p class="choices">
        <button type="button" class="button second" onClick={onKeep}>
          {t('workshop.keepOld')}
        </button>
        <button type="button" class="button second" onClick={onTake}>
          {t('workshop.takeNew')}
        </button>
      </p>
    </div>
  );
}

function Tables({ room }: { room: OpenRoom }) {
  const app = useApp();
  const { t, language } = app;
  const { state } = room;
  const hands = state.hands.get(state.round);
  const tables = Array.from({ length: state.tables }, (_, i) => i + 1);
  return (
    <ul class="ruled at-tables">
      {tables.map((table) => {
        const counted = hands?.get(table);
        const name = tableName(app, state.exercise, table);
        return (
          <li key={table}>
            <b>{name}</b>
            <small>
              {counted
                ? t('workshop.handedIn', {
                    by: counted.by,
                    time: sayTime(new Date(counted.time), language.value),
                  })
                : t('workshop.notYet')}
              {counted && counted.entries.length > 1 && <strong> {t('workshop.twoTook')}</strong>}
            </small>
            <a class="word" href={roomHref('ballot', state.id, String(table))}>
              {t('workshop.enterBallot')} <span class="unseen">{name}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function HowMany({ room: { state } }: { room: OpenRoom }) {
  const { t, workshop } = useApp();
  const most = mostTables(state.exercise);
  return (
    <Fold summary={t('workshop.howMany', { n: state.tables })}>
      <label class="field few">
        <span>{t('workshop.howManyIs')}</span>
        <input
          class="input"
          type="number"
          min={1}
          max={most}
          defaultValue={String(state.tables)}
          onChange={(event) => {
            const tables = Number(event.currentTarget.value);
            if (Number.isSafeInteger(tables) && tables >= 1 && tables <= most)
              void workshop.peek()?.add(state.id, { type: 'seated', tables });
            else event.currentTarget.value = String(state.tables);
          }}
        />
      </label>
    </Fold>
  );
}

function Undo({ room: { state } }: { room: OpenRoom }) {
  const app = useApp();
  const { t, workshop } = app;
  if (state.undoable === '') return null;
  const last = [...(state.hands.get(state.round) ?? [])].find(([, { entries }]) =>
    entries.includes(state.undoable),
  );
  if (last === undefined) return null;
  const table = tableName(app, state.exercise, last[0]);
  const undo = async () => {
    const saved = await workshop.peek()?.add(state.id, { type: 'undone', entry: state.undoable });
    if (saved?.kind === 'saved') announce(t('workshop.undone', { table }));
  };
  return (
    <button type="button" class="button third" onClick={() => void undo()}>
      {t('workshop.undo', { table })}
    </button>
  );
}
