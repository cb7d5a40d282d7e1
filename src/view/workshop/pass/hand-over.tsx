/** Between two tables: who is next, and nothing of what anybody said. What was handed on is taken into the room. */
import { useEffect, useState } from 'preact/hooks';
import { askedNow } from '../../../session/workshop/asked-now.ts';
import { judgeOffer, missingTables, taking } from '../../../session/workshop/fold-room.ts';
import type { TableWork } from '../../../session/workshop/table-work.ts';
import { toCome, turnOf } from '../../../session/workshop/turns.ts';
import type { OpenRoom } from '../../../session/workshop/workshop.ts';
import type { App } from '../../app.ts';
import { useApp } from '../../context.ts';
import { go, useHeading } from '../../navigation.ts';
import { Fold } from '../../parts/fold.tsx';
import { Frame } from '../../parts/frame.tsx';
import { announce } from '../../parts/live.tsx';
import { roomHref, tableName, tablesInWords, textsOf } from '../words.ts';

interface HandOverProps {
  room: OpenRoom;
  /** Those that are over; each is gone once the room has what it said. */
  turns: TableWork[];
}

export function HandOver({ room, turns }: HandOverProps) {
  const app = useApp();
  const { t, workshop } = app;
  const { state, edition } = room;
  const [failed, setFailed] = useState(0);
  const [problem, setProblem] = useState(false);
  const settleAll = async () => {
    for (const work of turns) {
      const { table } = work.handIn;
      const settled = await settle(app, room, work);
      setFailed(settled ? 0 : table);
      if (!settled) return;
      if (work.turn?.done) announce(t('pass.handedOn', { table: tableName(app, state.exercise, table) }));
    }
  };
  useEffect(() => void settleAll(), [turns.length]);
  const [next] = toCome(turns, state);
  const title = next ? t('pass.next', { table: tableName(app, state.exercise, next) }) : t('pass.all');
  const heading = useHeading(title, `workshop ${state.id} hand over ${state.round} ${next}`);
  const { texts, lang } = textsOf(app, state.exercise);
  const begin = async (table: number) => {
    const saved = await workshop.peek()?.keepTable(turnOf(state, edition.digest, table));
    setProblem(saved?.kind !== 'saved');
    if (saved?.kind === 'saved') go(roomHref('pass', state.id, String(table)), 'replace');
  };
  return (
    <Frame
      bar={
        next && (
          <>
            <span class="room" />
            <button type="button" class="button first" onClick={() => void begin(next)}>
              {t('pass.weAre', { table: tableName(app, state.exercise, next) })}
            </button>
          </>
        )
      }
    >
      <div class="page workshop">
        <p class="room-head">
          <b lang={lang}>{texts.title}</b> <span class="mark-word">{t('app.hypothetical')}</span>{' '}
          <small>
            {t('pass.standing', {
              round: state.round,
              n: state.tables - toCome(turns, state).length,
              of: state.tables,
            })}
          </small>
        </p>
        <h1 tabIndex={-1} ref={heading} class="sans">
          {title}
        </h1>
        <p class="lead">{t(next ? 'pass.nextIs' : 'pass.allIs')}</p>
        {problem && (
          <p class="problem" role="alert">
            {t('workshop.notSaved')}
          </p>
        )}
        {failed > 0 && (
          <div class="said" role="alert">
            <p>{t('pass.notKept', { table: tableName(app, state.exercise, failed) })}</p>
            <p class="choices">
              <button type="button" class="button second" onClick={() => void settleAll()}>
                {t('pass.again')}
              </button>
            </p>
          </div>
        )}
        {next === undefined && turns.length === 0 && <Reveal room={room} />}
        <section>
          <Fold summary={t('pass.others')}>
            <p class="small quiet">{t('pass.anew')}</p>
            <ul class="ruled at-tables">
              {Array.from({ length: state.tables }, (_, i) => i + 1).map((table) => (
                <li key={table}>
                  <button type="button" class="word" onClick={() => void begin(table)}>
                    {t('pass.take', {
                      table: tableName(app, state.exercise, table),
                      done: toCome(turns, state).includes(table) ? 'no' : 'yes',
                    })}
                  </button>
                </li>
              ))}
            </ul>
          </Fold>
          {next !== undefined && (
            <Fold summary={t('pass.trainer')}>
              <Reveal room={room} />
            </Fold>
          )}
        </section>
      </div>
    </Frame>
  );
}

/** The room has what was said, and the turn is gone from the device; false where one of both was refused. */
async function settle(app: App, { state, edition }: OpenRoom, work: TableWork): Promise<boolean> {
  const own = app.workshop.peek();
  if (own === undefined) return false;
  if (work.turn?.done) {
    const { desk } = app;
    const { handIn } = askedNow({ desk, exercise: edition.exercise, opened: work.opened }, work.handIn);
    const offer = judgeOffer(state, handIn);
    if (offer.kind === 'new' || offer.kind === 'replaces') {
      const taken = await own.add(state.id, taking(state, handIn, 'passed'));
      if (taken.kind !== 'saved') return false;
    }
  }
  return (await own.removeTable(work)).kind === 'saved';
}

/** Asked once more: the button stands on a tablet that any table may hold. */
function Reveal({ room: { state } }: { room: OpenRoom }) {
  const app = useApp();
  const { t, workshop } = app;
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState(false);
  const missing = missingTables(state);
  const reveal = async () => {
    const saved = await workshop.peek()?.add(state.id, { type: 'revealed', round: state.round });
    if (saved?.kind === 'saved') go(roomHref('board', state.id), 'replace');
    else setProblem(true);
  };
  if (!asking)
    return (
      <p class="choices">
        <button type="button" class="button second" onClick={() => setAsking(true)}>
          {t('pass.reveal')}
        </button>
      </p>
    );
  return (
    <div class="said" role="alert">
      <p>
        {t('pass.revealIs', {
          missing: missing.length,
          tables: tablesInWords(app, state.exercise, missing),
        })}
      </p>
      <p class="choices">
        <button type="button" class="button second" onClick={() => setAsking(false)}>
          {t('pass.notYet')}
        </button>
        <button type="button" class="button second" onClick={() => void reveal()}>
          {t('pass.revealNow', { round: state.round })}
        </button>
      </p>
      {problem && <p class="problem">{t('workshop.notSaved')}</p>}
    </div>
  );
}
