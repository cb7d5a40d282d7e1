/** A ballot entered by the trainer: its table, and all of its boxes on one screen, one tap for each single choice. */
import { useState } from 'preact/hooks';
import { askedNow } from '../../session/workshop/asked-now.ts';
import { judgeOffer } from '../../session/workshop/fold-room.ts';
import type { HandIn } from '../../session/workshop/hand-in.ts';
import type { OpenRoom } from '../../session/workshop/workshop.ts';
import { useBrief } from '../context.ts';
import { Missing } from '../missing.tsx';
import { faceOf } from '../modality.ts';
import { go } from '../navigation.ts';
import { announce } from '../parts/live.tsx';
import { answered, withLevel, withPrediction } from './answered.ts';
import { Replace, refusalOf, takeHandIn } from './offer.tsx';
import { letterOf } from './paper/letters.ts';
import { RoomFrame } from './room-frame.tsx';
import { Cell, TapRow } from './tap-grid.tsx';
import { roomHref, tableName } from './words.ts';

export function Ballot({ room, table }: { room: OpenRoom; table: number }) {
  const { state } = room;
  if (!Number.isSafeInteger(table) || table < 1 || table > state.tables) return <Missing what="page" />;
  return <BallotOf room={room} table={table} />;
}

function BallotOf({ room, table }: { room: OpenRoom; table: number }) {
  const app = useBrief();
  const { t, brief, workshop } = app;
  const { state, edition } = room;
  const { exercise, round, hands } = state;
  // What the table said before is there: most of a second round stays as it was.
  const before = hands.get(round)?.get(table) ?? hands.get(round - 1)?.get(table);
  const [taps, setTaps] = useState<HandIn[]>(() => [
    before ? { ...before.handIn, round } : { table, round, answers: {}, ruledOut: {}, confidence: {} },
  ]);
  const [problem, setProblem] = useState('');
  /** Where to go once it is taken, while the trainer is asked whether it is to count. */
  const [asking, setAsking] = useState('');
  const handIn = taps.at(-1) as HandIn; // One is always left.
  const tap = (next: HandIn) => setTaps([...taps, next]);
  const name = tableName(app, exercise, table);
  const opened = state.injects.filter((one) => one.round <= round).map(({ inject }) => inject);
  const { questions, idle, handIn: toTake } = askedNow({ brief, exercise, opened }, handIn);
  const collect = roomHref('collect', state.id);
  const next = nextMissing(room, table);
  const take = async (then: string) => {
    const done = await takeHandIn(app, room, { handIn: toTake, by: 'ballot' });
    if (!done) return setProblem(t('workshop.notSaved'));
    announce(t('workshop.taken', { table: name }));
    go(then, 'replace');
  };
  const offer = async (then: string) => {
    const found = judgeOffer(state, toTake);
    const refusal = refusalOf(app, room, found);
    if (refusal) return setProblem(refusal);
    if (found.kind === 'same') return go(then, 'replace');
    if (found.kind === 'replaces') return setAsking(then);
    await take(then);
  };
  return (
    <RoomFrame
      room={room}
      here="collect"
      screen={`ballot ${table}`}
      title={t('workshop.ballotOf', { table: name, round })}
      bar={
        <>
          <a class="button second" href={collect}>
            {t('app.back')}
          </a>
          <button
            type="button"
            class="button third"
            disabled={taps.length === 1}
            onClick={() => setTaps(taps.slice(0, -1))}
          >
            {t('paper.undoTap')}
          </button>
          <span class="room" />
          {next !== undefined && (
            <button
              type="button"
              class="button second"
              onClick={() => void offer(roomHref('ballot', state.id, String(next)))}
            >
              {t('paper.takeAndNext', { table: tableName(app, exercise, next) })}
            </button>
          )}
          <button type="button" class="button first" onClick={() => void offer(collect)}>
            {t('workshop.takeBallot')}
          </button>
        </>
      }
    >
      <div class="ballot">
        <WhichBallot room={room} table={table} />
        <p class="small quiet">
          {t('paper.itsCode')}{' '}
          <b class="characters" translate={false}>
            {workshop.value?.ballotCode(edition, round)}
          </b>
        </p>
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {asking && (
          <Replace
            room={room}
            table={table}
            onTake={() => void take(asking)}
            onKeep={() => go(asking, 'replace')}
          />
        )}
        {exercise.prediction && round === 1 && <Predicted handIn={handIn} onTap={tap} />}
        {questions.map((question) => (
          <TapRow
            key={question.id}
            question={question}
            handIn={handIn}
            idle={idle.includes(question.id)}
            onAnswer={(answer) => tap(answered(handIn, question.id, answer))}
            onLevel={exercise.confidence ? (level) => tap(withLevel(handIn, question.id, level)) : undefined}
          />
        ))}
      </div>
    </RoomFrame>
  );
}

/** The table after this one that has not handed in; of those before it where there is none. */
function nextMissing({ state }: OpenRoom, table: number): number | undefined {
  const all = Array.from({ length: state.tables }, (_, i) => ((table + i) % state.tables) + 1);
  return all.find((one) => one !== table && !state.hands.get(state.round)?.has(one));
}

/** The table's own lines of the paper: any other one is a tap away. */
function WhichBallot({ room: { state }, table }: { room: OpenRoom; table: number }) {
  const app = useBrief();
  const { t } = app;
  const tables = Array.from({ length: state.tables }, (_, i) => i + 1);
  const named = 'names' in state.exercise.tables;
  return (
    <nav class="which-ballot" aria-label={t('workshop.atTables')}>
      {tables.map((one) => (
        <a
          key={one}
          href={roomHref('ballot', state.id, String(one))}
          aria-current={one === table ? 'page' : undefined}
        >
          {named ? tableName(app, state.exercise, one) : <span aria-hidden="true">{one}</span>}
          {!named && <span class="unseen">{tableName(app, state.exercise, one)}</span>}
          {state.hands.get(state.round)?.has(one) && (
            <>
              <span aria-hidden="true"> ✓</span>
              <span class="unseen"> {t('paper.hasHandedIn')}</span>
            </>
          )}
        </a>
      ))}
    </nav>
  );
}

function Predicted({ handIn, onTap }: { handIn: HandIn; onTap: (next: HandIn) => void }) {
  const { pack, t, words, workshop } = useBrief();
  const outputs = pack.outputs.filter(({ id }) => workshop.value?.predictable.includes(id));
  const { predicted } = handIn;
  const turned = (id: string) =>
    outputs.map((one) => one.id).filter((one) => (predicted?.includes(one) === true) !== (one === id));
  return (
    <fieldset class="tap-row several">
      <legend>
        {t('workshop.predict')} <small>{t('question.several')}</small>
      </legend>
      <div class="taps">
        {outputs.map((output, i) => (
          <Cell
            key={output.id}
            type="checkbox"
            name="predicted"
            sign={letterOf(i)}
            words={words.value.outputs[output.id]?.name ?? output.id}
            face={faceOf(output)}
            checked={predicted?.includes(output.id) === true}
            onTap={() => onTap(withPrediction(handIn, turned(output.id)))}
          />
        ))}
        <Cell
          type="checkbox"
          name="predicted"
          sign="0"
          words={t('workshop.predictNone')}
          checked={predicted?.length === 0}
          onTap={() => onTap(withPrediction(handIn, predicted?.length === 0 ? undefined : []))}
        />
      </div>
    </fieldset>
  );
}
