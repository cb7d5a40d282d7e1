/** The board: what the room comes to, the splits that matter first, every answer of every table, and what is next. */
import { useMemo, useState } from 'preact/hooks';
import { boardOf, lastRound } from '../../session/workshop/board.ts';
import { canReveal } from '../../session/workshop/fold-room.ts';
import type { OpenRoom } from '../../session/workshop/workshop.ts';
import { useApp, useBrief } from '../context.ts';
import { RunHead } from '../parts/run-head.tsx';
import { Aloud } from './aloud.tsx';
import { Answers } from './answers-list.tsx';
import { ClockFold } from './clock/wall-clock.tsx';
import { Heat } from './heat.tsx';
import { MovedTables, PredictionBeside } from './moved.tsx';
import { NextSteps } from './next-steps.tsx';
import { RoomFrame } from './room-frame.tsx';
import { Sayings } from './sayings.tsx';
import { roomHref } from './words.ts';

/** The wall is a window of its own, and shows what tables said once the trainer reveals it. */
function OnWall({ room: { state } }: { room: OpenRoom }) {
  const { t, workshop } = useApp();
  const revealed = state.revealed.includes(state.round);
  return (
    <p class="choices">
      <a class="button second" href={roomHref('wall', state.id)} target="_blank" rel="noreferrer">
        {t('workshop.openWall')}
      </a>
      <a class="word" href={roomHref('wall', state.id)}>
        {t('room.wallHere')}
      </a>
      {revealed && <span class="small quiet">{t('workshop.revealed', { round: state.round })}</span>}
      {canReveal(state) && (
        <button
          type="button"
          class="button second"
          onClick={() => void workshop.peek()?.add(state.id, { type: 'revealed', round: state.round })}
        >
          {t('workshop.reveal')}
        </button>
      )}
    </p>
  );
}

export function Board({ room }: { room: OpenRoom }) {
  const app = useBrief();
  const { t, language } = app;
  const { state } = room;
  const rounds = [...state.hands.keys()].sort((a, b) => a - b);
  const [chosen, setChosen] = useState<number>();
  const round = chosen ?? lastRound(state);
  const own = app.workshop.value;
  const of = (one: number) =>
    own && one > 0 ? boardOf({ brief: app.brief, workshop: own }, state, one) : undefined;
  const board = useMemo(() => of(round), [room, round]);
  const before = useMemo(() => of(round - 1), [room, round]);
  return (
    <RoomFrame
      room={room}
      here="board"
      screen="board"
      wide
      title={t('workshop.board', { round })}
      bar={
        <>
          <a class="button second" href={roomHref('collect', state.id)}>
            {t('workshop.backToCollect')}
          </a>
          <span class="room" />
          <a class="button first" href={roomHref('debrief', state.id)}>
            {t('workshop.toDebrief')}
          </a>
        </>
      }
    >
      <RunHead />
      <OnWall room={room} />
      <ClockFold room={room} />
      {rounds.length > 1 && (
        <p class="rounds">
          {rounds.map((one) => (
            <button
              key={one}
              type="button"
              class="word"
              aria-pressed={one === round}
              onClick={() => setChosen(one)}
            >
              {t('workshop.roundName', { round: one })}
            </button>
          ))}
        </p>
      )}
      {board === undefined ? (
        <p class="lead">{t('workshop.nothingYet')}</p>
      ) : (
        <div lang={language.value}>
          <Aloud room={room} board={board} />
          <Sayings room={room} board={board} />
          <Heat room={room} board={board} />
          <Answers room={room} board={board} />
          {before && <MovedTables room={room} before={before} after={board} />}
          <PredictionBeside room={room} board={board} />
        </div>
      )}
      <NextSteps room={room} board={board} />
    </RoomFrame>
  );
}
