/** Hand-ins taken in one after the other: typed, before the camera, or from files. Each is told, and none is lost. */
import { useRef, useState } from 'preact/hooks';
import { judgeOffer } from '../../session/workshop/fold-room.ts';
import type { HandIn } from '../../session/workshop/hand-in.ts';
import type { WayIn } from '../../session/workshop/room.ts';
import type { OpenRoom } from '../../session/workshop/workshop.ts';
import { useBrief } from '../context.ts';
import { PickFile } from '../hand-on/pick-file.tsx';
import { announce } from '../parts/live.tsx';
import { Camera } from './camera.tsx';
import { CodeForm } from './code-form.tsx';
import { Replace, refusalOf, takeHandIn, type Waiting } from './offer.tsx';
import { sound } from './sound.ts';
import { tableName } from './words.ts';

/** Bytes: a hand-in has some three hundred. */
const LARGEST = 10_000;

/** What became of one. */
interface Told {
  kind: 'taken' | 'refused';
  words: string;
}

export function EnterCode({ room }: { room: OpenRoom }) {
  const app = useBrief();
  const { t, workshop } = app;
  const field = useRef<HTMLInputElement>(null);
  const typed = useRef('');
  const [told, setTold] = useState<Told>();
  const [waiting, setWaiting] = useState<Waiting[]>([]);
  const turn = useRef<Promise<void>>(Promise.resolve());
  const nameOf = ({ table }: HandIn) => tableName(app, room.state.exercise, table);

  /** One after the other, each by the room as the one before has left it: a camera is faster than a disk. */
  const inTurn = (work: (now: OpenRoom) => Promise<void>) => {
    turn.current = turn.current.then(async () => {
      const now = workshop
        .peek()
        ?.rooms.peek()
        .find(({ state }) => state.id === room.state.id);
      if (now !== undefined) await work(now);
    });
    return turn.current;
  };
  const tell = (kind: Told['kind'], words: string, by: WayIn) => {
    setTold({ kind, words });
    if (kind === 'taken') announce(words);
    if (by === 'scanned') sound(kind);
    // What was typed wrongly stays, to be mended; so does what was typed meanwhile.
    if (by === 'typed' && kind === 'taken' && field.current?.value === typed.current) {
      field.current.value = '';
      field.current.focus();
    }
  };
  const enter = (text: string, by: WayIn) => inTurn((now) => offer(now, text, by));

  async function offer(now: OpenRoom, text: string, by: WayIn): Promise<void> {
    const own = workshop.peek();
    if (own === undefined || text.trim() === '') return;
    const read = own.readHandIn(now.edition, text, now.tag);
    if ('problem' in read) return tell('refused', t('workshop.codeProblem', { code: read.problem }), by);
    const { handIn } = read;
    const ofNoRoom = read.room === '';
    const found = judgeOffer(now.state, handIn);
    if (found.kind === 'new' && !ofNoRoom) return take(now, { handIn, by });
    if (found.kind === 'same') return tell('taken', t('workshop.same', { table: nameOf(handIn) }), by);
    if (found.kind !== 'replaces' && found.kind !== 'new')
      return tell('refused', refusalOf(app, now, found), by);
    setTold(undefined);
    setWaiting((all) => [...without(all, handIn.table), { handIn, by, ofNoRoom }]);
    if (by === 'scanned') sound('refused');
  }

  async function take(now: OpenRoom, { handIn, by }: Pick<Waiting, 'handIn' | 'by'>): Promise<void> {
    const done = await takeHandIn(app, now, { handIn, by });
    if (done) tell('taken', t('workshop.taken', { table: nameOf(handIn) }), by);
    else tell('refused', t('workshop.notSaved'), by);
  }

  const settle = (one: Waiting, takes: boolean) =>
    inTurn(async (now) => {
      setWaiting((all) => without(all, one.handIn.table));
      if (takes) await take(now, one);
      else if (now.state.hands.get(now.state.round)?.has(one.handIn.table))
        tell('taken', t('workshop.kept', { table: nameOf(one.handIn) }), one.by);
      else setTold(undefined);
    });

  const open = async (file: File) => {
    const own = workshop.peek();
    const buffer = file.size > LARGEST ? undefined : await file.arrayBuffer().catch(() => undefined);
    const read = buffer && own?.readHandInFile(new Uint8Array(buffer));
    if (read !== undefined && 'code' in read) return enter(read.code, 'file');
    const code = read?.problems[0]?.code ?? 'notSuchAFile';
    tell('refused', t('room.notAHandIn', { name: file.name, code }), 'file');
  };

  return (
    <>
      <p>{t('workshop.enterCodeIs')}</p>
      <CodeForm
        label={t('workshop.handInCode')}
        enter={t('workshop.take')}
        problem={told?.kind === 'refused' ? 'code-problem' : ''}
        most={200}
        field={field}
        onEnter={(text) => {
          typed.current = text;
          void enter(text, 'typed');
        }}
      />
      {told?.kind === 'refused' && (
        <p class="problem" id="code-problem" role="alert">
          {told.words}
        </p>
      )}
      {told?.kind === 'taken' && <p class="said">{told.words}</p>}
      {waiting.map((one) => (
        <Replace
          key={one.handIn.table}
          room={room}
          table={one.handIn.table}
          ofNoRoom={one.ofNoRoom}
          onTake={() => void settle(one, true)}
          onKeep={() => void settle(one, false)}
        />
      ))}
      <div class="ways-in">
        <Camera onText={(text) => void enter(text, 'scanned')} />
        <PickFile class="button second" several onFile={(file) => void open(file)}>
          {t('room.openHandIns')}
        </PickFile>
      </div>
    </>
  );
}

/** Of a table only what it offered last waits. */
function without(all: readonly Waiting[], table: number): Waiting[] {
  return all.filter(({ handIn }) => handIn.table !== table);
}
