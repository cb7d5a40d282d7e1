/** Collecting: the code to join by, what tables hand in, ballots, and who is still missing. */
import { missingTables } from '../../session/workshop/fold-room.ts';
import { mostTables } from '../../session/workshop/judge-hand-in.ts';
import { atTurn, turnsIn } from '../../session/workshop/turns.ts';
import type { OpenRoom } from '../../session/workshop/workshop.ts';
import { useApp, useBrief } from '../context.ts';
import { sayTime } from '../dates.ts';
import { Fold } from '../parts/fold.tsx';
import { KeptNumber } from '../parts/kept-field.tsx';
import { announce } from '../parts/live.tsx';
import { Again } from './again.tsx';
import { ClockFold } from './clock/wall-clock.tsx';
import { Code } from './code.tsx';
import { EnterCode } from './enter-code.tsx';
import { OfferPassing } from './pass/offer.tsx';
import { Settling } from './pass/settling.tsx';
import { RoomFrame } from './room-frame.tsx';
import { roomHref, tableName, tablesInWords } from './words.ts';

export function Collect({ room }: { room: OpenRoom }) {
  const app = useBrief();
  const { t, workshop } = app;
  const { state, tag } = room;
  const { exercise } = state;
  const own = workshop.value;
  const missing = missingTables(state);
  const given = own?.given.value.has(state.id);
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
          {given ? <p>{t('room.notHere')}</p> : <EnterCode room={room} />}
        </section>
        <section>
          <h2 class="group">{t('workshop.toJoin')}</h2>
          <p>{t('workshop.toJoinIs', { tag })}</p>
          {own && <Code code={own.writeJoin(room, state.round)} label={t('workshop.joinQr')} />}
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
        <Settling room={room} />
        <Tables room={room} />
        <p>
          <a class="word" href={roomHref('paper', state.id)}>
            {t('paper.openBallots')}
          </a>
        </p>
        {!given && <OfferPassing room={room} />}
        <ClockFold room={room} />
        {'count' in exercise.tables && <HowMany room={room} />}
        <p>
          <a class="word" href={roomHref('give', state.id)}>
            {t('room.give')}
          </a>
        </p>
      </section>
    </RoomFrame>
  );
}

function Tables({ room }: { room: OpenRoom }) {
  const app = useBrief();
  const { t, language, workshop } = app;
  const { state } = room;
  const hands = state.hands.get(state.round);
  const turns = turnsIn(workshop.value?.tables.value ?? [], state);
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
                : t(atTurn(turns, state, [table]) ? 'pass.hasBegun' : 'workshop.notYet')}
              {counted && counted.entries.length > 1 && <strong> {t('workshop.twoTook')}</strong>}
            </small>
            <span class="of-table">
              {counted && counted.by !== 'passed' && <Again room={room} table={table} />}
              <a class="word" href={roomHref('ballot', state.id, String(table))}>
                {t('workshop.enterBallot')} <span class="unseen">{name}</span>
              </a>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function HowMany({ room: { state } }: { room: OpenRoom }) {
  const { t, workshop } = useApp();
  return (
    <Fold summary={t('workshop.howMany', { n: state.tables })}>
      <KeptNumber
        label={t('workshop.howManyIs')}
        draft={`${state.id} tables`}
        value={String(state.tables)}
        least={1}
        most={mostTables(state.exercise)}
        onKeep={async (tables) =>
          (await workshop.peek()?.add(state.id, { type: 'seated', tables: Number(tables) }))?.kind === 'saved'
        }
      />
    </Fold>
  );
}

function Undo({ room: { state } }: { room: OpenRoom }) {
  const app = useBrief();
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
