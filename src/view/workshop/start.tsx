/** Where workshops begin: sitting at a table, exercises to run, rooms on this device, files of either. */
import { useState } from 'preact/hooks';
import type { ExerciseFileProblem } from '../../session/workshop/exercise-file.ts';
import type { RoomEntry } from '../../session/workshop/room.ts';
import type { RoomFileProblem } from '../../session/workshop/room-file.ts';
import { timesOf } from '../../session/workshop/times.ts';
import { useApp, useBrief } from '../context.ts';
import { sayWhen } from '../dates.ts';
import { PickFile } from '../hand-on/pick-file.tsx';
import { go, useHeading } from '../navigation.ts';
import { BackBar } from '../parts/back-bar.tsx';
import { Frame } from '../parts/frame.tsx';
import { announce } from '../parts/live.tsx';
import { href } from '../routes.ts';
import { Camera } from './camera.tsx';
import { CodeForm } from './code-form.tsx';
import { Drafts } from './edit/drafts.tsx';
import { RoomPreview } from './room-preview.tsx';
import { joinHref, keptAs } from './table-step.tsx';
import { TablesHere } from './tables-here.tsx';
import { roomHref, textsOf } from './words.ts';

/** Bytes: what is larger is not even read. */
const LARGEST = 20_000_000;

export function Start() {
  const app = useBrief();
  const { t, workshop } = app;
  const heading = useHeading(t('workshop.title'), 'workshop start');
  const own = workshop.value;
  if (own === undefined) return null;
  const unread = own.unread.value;
  return (
    <Frame bar={<BackBar />}>
      <div class="page workshop">
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {t('workshop.title')}
        </h1>
        <p class="lead">{t('workshop.lead')}</p>
        {own.unreadable.value && (
          <p class="problem" role="alert">
            {t('workshop.unreadable')}
          </p>
        )}
        <Join />
        <section>
          <h2 class="group">{t('workshop.exercises')}</h2>
          <ul class="ruled">
            {own.editions.value.map((edition) => {
              const { exercise, digest } = edition;
              const others = own.editions.value.filter((one) => one.exercise.id === exercise.id);
              const { texts, lang } = textsOf(app, exercise);
              return (
                <li key={digest}>
                  <a
                    class="row-link"
                    href={href({ name: 'workshop', part: 'exercise', id: digest, item: '' })}
                  >
                    <b lang={lang}>{texts.title}</b>
                    <small>
                      {t('workshop.exerciseIs', {
                        questions: exercise.questions.length,
                        minutes: timesOf(exercise).total,
                      })}
                      {!edition.shipped && `${t('explain.semicolon')}${t('edit.yours')}`}
                      {others.length > 1 &&
                        `${t('explain.semicolon')}${t('edit.edition', { code: own.ballotCode(edition, 1) })}`}
                    </small>
                  </a>
                </li>
              );
            })}
          </ul>
          <Drafts />
        </section>
        <Rooms />
        <TablesHere />
        <Open />
        {unread > 0 && (
          <p class="small quiet">
            {t('workshop.unread', { n: unread })}{' '}
            <a class="word" href={href({ name: 'check' })}>
              {t('check.title')}
            </a>
          </p>
        )}
      </div>
    </Frame>
  );
}

/** A join code leads to the exercise on this device, or says what is missing. */
function Join() {
  const { t, workshop } = useApp();
  const [problem, setProblem] = useState('');
  const join = (text: string) => {
    const own = workshop.peek();
    if (own === undefined) return;
    const read = own.readJoin(text);
    if ('problem' in read) return setProblem(t('workshop.joinProblem', { code: read.problem }));
    const found = own.joined(read.join);
    if (found.kind !== 'here') return setProblem(t('workshop.joinProblem', { code: found.kind }));
    setProblem('');
    go(joinHref({ exercise: found.exercise.digest, room: found.room, round: found.round }));
  };
  return (
    <section>
      <h2 class="group">{t('workshop.join')}</h2>
      <p>{t('workshop.joinHow')}</p>
      {problem && (
        <p class="problem" id="join-problem" role="alert">
          {problem}
        </p>
      )}
      <CodeForm
        label={t('workshop.joinCode')}
        enter={t('workshop.joinNow')}
        problem={problem && 'join-problem'}
        most={60}
        onEnter={join}
      />
      <Camera onText={join} />
    </section>
  );
}

function Rooms() {
  const app = useBrief();
  const { t, workshop, language } = app;
  const rooms = workshop.value?.rooms.value ?? [];
  const given = workshop.value?.given.value ?? new Map();
  if (rooms.length === 0) return null;
  return (
    <section>
      <h2 class="group">{t('workshop.rooms')}</h2>
      <ul class="ruled">
        {rooms.map(({ state, tag }) => {
          const { texts, lang } = textsOf(app, state.exercise);
          const { day, time } = sayWhen(state.opened, language.value, new Date());
          return (
            <li key={state.id}>
              <a class="row-link" href={roomHref('collect', state.id)}>
                <b lang={lang}>{texts.title}</b>
                <small>
                  {t('workshop.roomIs', {
                    tag,
                    day: time ? t('home.dayAndTime', { day, time }) : day,
                    round: state.round,
                    n: state.hands.get(state.round)?.size ?? 0,
                    of: state.tables,
                  })}
                  {given.has(state.id) && `${t('explain.semicolon')}${t('room.isGiven')}`}
                </small>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type Trouble = ExerciseFileProblem | RoomFileProblem | { code: 'unreadable' };

/** A file of an exercise, or of a room that is taken over from another device. */
function Open() {
  const { t, workshop } = useApp();
  const [problems, setProblems] = useState<Trouble[]>([]);
  const [said, setSaid] = useState('');
  const [offered, setOffered] = useState<RoomEntry[]>();
  const open = async (file: File) => {
    const own = workshop.peek();
    setProblems([]);
    setSaid('');
    setOffered(undefined);
    if (own === undefined) return;
    if (file.size > LARGEST) return setProblems([{ code: 'tooLarge' }]);
    const buffer = await file.arrayBuffer().catch(() => undefined);
    if (buffer === undefined) return setProblems([{ code: 'unreadable' }]);
    const bytes = new Uint8Array(buffer);
    const exercise = own.readExercise(bytes);
    if ('exercise' in exercise) {
      const kept = await own.keepExercise(exercise.exercise);
      const words = t('workshop.exerciseTaken', { state: keptAs(kept) });
      setSaid(words);
      return announce(words);
    }
    if ('code' in own.readHandInFile(bytes)) return setSaid(t('room.handInHere'));
    const room = own.readRoom(bytes);
    // What it is not says less than what is wrong with what it is.
    const wrong = 'problems' in room ? room.problems : [];
    if (wrong.length > 0)
      return setProblems(wrong.some(({ code }) => code === 'notSuchAFile') ? exercise.problems : wrong);
    if (!('entries' in room)) return;
    setOffered(room.entries);
  };
  return (
    <section>
      <h2 class="group">{t('workshop.open')}</h2>
      <p>{t('workshop.openHow')}</p>
      <p class="choices">
        <PickFile class="button second" onFile={(file) => void open(file)}>
          {t('handing.openFile')}
        </PickFile>
        <a class="word" href={href({ name: 'workshop', part: 'take', id: 'codes', item: '' })}>
          {t('room.take')}
        </a>
      </p>
      {said && <p class="said">{said}</p>}
      {offered && <RoomPreview entries={offered} onLeave={() => setOffered(undefined)} />}
      {problems.length > 0 && (
        <div class="error-summary" role="alert">
          <h3>{t('workshop.notOpened')}</h3>
          <ul>
            {problems.slice(0, 8).map((problem) => (
              <li key={JSON.stringify(problem)}>{t('workshop.fileProblem', wordsOf(problem))}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function wordsOf(problem: Trouble): { code: string; fault: string; place: string } {
  const fault = 'fault' in problem ? problem.fault : '';
  const place = 'path' in problem ? problem.path : 'place' in problem ? String(problem.place) : '';
  return { code: problem.code, fault, place };
}
