/** A ballot entered by the trainer: all questions on one page, one tap for each single choice. */
import { useState } from 'preact/hooks';
import { judgeOffer } from '../../session/workshop/fold-room.ts';
import type { HandIn } from '../../session/workshop/hand-in.ts';
import { askedOf } from '../../session/workshop/table-work.ts';
import type { OpenRoom } from '../../session/workshop/workshop.ts';
import { useApp } from '../context.ts';
import { Missing } from '../missing.tsx';
import { go } from '../navigation.ts';
import { announce } from '../parts/live.tsx';
import { answered, withPrediction } from './answered.ts';
import { ChoiceList } from './choice-list.tsx';
import { Replace, refusalOf, takeHandIn } from './offer.tsx';
import { Prediction } from './prediction.tsx';
import { RoomFrame } from './room-frame.tsx';
import { roomHref, tableName } from './words.ts';

export function Ballot({ room, table }: { room: OpenRoom; table: number }) {
  const { state } = room;
  if (!Number.isSafeInteger(table) || table < 1 || table > state.tables) return <Missing what="page" />;
  return <BallotOf room={room} table={table} />;
}

function BallotOf({ room, table }: { room: OpenRoom; table: number }) {
  const app = useApp();
  const { t, desk } = app;
  const { state } = room;
  const { exercise, round, hands } = state;
  // What the table said before is there: most of a second round stays as it was.
  const before = hands.get(round)?.get(table) ?? hands.get(round - 1)?.get(table);
  const [handIn, setHandIn] = useState<HandIn>(() =>
    before ? { ...before.handIn, round } : { table, round, answers: {}, ruledOut: {}, confidence: {} },
  );
  const [problem, setProblem] = useState('');
  const [asking, setAsking] = useState(false);
  const name = tableName(app, exercise, table);
  const asked = askedOf(
    exercise,
    state.injects.filter((one) => one.round <= round).map(({ inject }) => inject),
  );
  const take = async () => {
    const done = await takeHandIn(app, room, { handIn, by: 'ballot' });
    if (!done) return setProblem(t('workshop.notSaved'));
    announce(t('workshop.taken', { table: name }));
    go(roomHref('collect', state.id), 'replace');
  };
  const offer = async () => {
    const found = judgeOffer(state, handIn);
    const refusal = refusalOf(app, room, found);
    if (refusal) return setProblem(refusal);
    if (found.kind === 'same') return go(roomHref('collect', state.id), 'replace');
    if (found.kind === 'replaces') return setAsking(true);
    await take();
  };
  return (
    <RoomFrame
      room={room}
      here="collect"
      screen={`ballot ${table}`}
      title={t('workshop.ballotOf', { table: name, round })}
      bar={
        <>
          <a class="button second" href={roomHref('collect', state.id)}>
            {t('app.back')}
          </a>
          <span class="room" />
          <button type="button" class="button first" onClick={() => void offer()}>
            {t('workshop.takeBallot')}
          </button>
        </>
      }
    >
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {asking && (
        <Replace
          room={room}
          table={table}
          onTake={() => void take()}
          onKeep={() => go(roomHref('collect', state.id), 'replace')}
        />
      )}
      {exercise.prediction && round === 1 && (
        <Prediction
          predicted={handIn.predicted}
          onPredict={(predicted) => setHandIn(withPrediction(handIn, predicted))}
        />
      )}
      <div class="ballot">
        {desk.pack.questions
          .filter(({ id }) => asked.includes(id))
          .map((question) => (
            <ChoiceList
              key={question.id}
              question={question}
              answer={handIn.answers[question.id]}
              onAnswer={(answer) => setHandIn(answered(handIn, question.id, answer))}
            />
          ))}
      </div>
    </RoomFrame>
  );
}
