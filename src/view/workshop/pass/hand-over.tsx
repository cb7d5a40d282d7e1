/** Between two tables: who is next, and nothing of what anybody said. */
import { useState } from 'preact/hooks';
import type { TableWork } from '../../../session/workshop/table-work.ts';
import { handedOn, toCome, turnOf } from '../../../session/workshop/turns.ts';
import type { OpenRoom } from '../../../session/workshop/workshop.ts';
import { useBrief } from '../../context.ts';
import { go, useHeading } from '../../navigation.ts';
import { Fold } from '../../parts/fold.tsx';
import { Frame } from '../../parts/frame.tsx';
import { roomHref, tableName, textsOf } from '../words.ts';
import { Settling } from './settling.tsx';
import { WayOut } from './way-out.tsx';

interface HandOverProps {
  room: OpenRoom;
  /** The tables that it goes round. */
  among: number[];
  /** Of the room, on this device. */
  turns: TableWork[];
}

export function HandOver({ room, among, turns }: HandOverProps) {
  const app = useBrief();
  const { t, workshop } = app;
  const { state, edition } = room;
  const [problem, setProblem] = useState(false);
  const coming = toCome(turns, state, among);
  const [next] = coming;
  const over = handedOn(turns).map(({ handIn }) => handIn.table);
  const nameOf = (table: number) => tableName(app, state.exercise, table);
  const title = next ? t('pass.next', { table: nameOf(next) }) : t('pass.all');
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
              {t('pass.weAre', { table: nameOf(next) })}
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
              n: among.length - coming.length,
              of: among.length,
            })}
          </small>
        </p>
        <h1 tabIndex={-1} ref={heading} class="sans">
          {title}
        </h1>
        <p class="lead">{t(next ? 'pass.nextIs' : 'pass.allIs', { n: among.length })}</p>
        {problem && (
          <p class="problem" role="alert">
            {t('workshop.notSaved')}
          </p>
        )}
        <Settling room={room} />
        {next === undefined && <WayOut room={room} />}
        <section>
          <Fold summary={t('pass.others')}>
            <p class="small quiet">{t('pass.anew')}</p>
            <ul class="ruled at-tables">
              {among.map((table) => (
                <li key={table}>
                  {/* What could not be taken into the room yet is nowhere else. */}
                  <button
                    type="button"
                    class="word"
                    disabled={over.includes(table)}
                    onClick={() => void begin(table)}
                  >
                    {t('pass.take', { table: nameOf(table), done: coming.includes(table) ? 'no' : 'yes' })}
                  </button>
                </li>
              ))}
            </ul>
          </Fold>
          {next !== undefined && (
            <Fold summary={t('pass.trainer')}>
              <WayOut room={room} />
            </Fold>
          )}
        </section>
      </div>
    </Frame>
  );
}
