/** Backup and files from elsewhere: everything saved as one file, and any file opened, with a preview first. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Incoming } from '../../session/additions/compare.ts';
import type { BackedAddition, HandOnProblem, LockedFile, ReadHandOn } from '../../session/hand-on/file.ts';
import type { IncomingRecord } from '../../session/workshop/backed.ts';
import type { BackedRecord } from '../../session/workshop/backed-record.ts';
import { Preview as AdditionsPreview } from '../additions/preview.tsx';
import { useBrief } from '../context.ts';
import { useHeading } from '../navigation.ts';
import { painted } from '../painted.ts';
import { BackBar } from '../parts/back-bar.tsx';
import { Frame } from '../parts/frame.tsx';
import { announce } from '../parts/live.tsx';
import { href, sessionHref } from '../routes.ts';
import { Backup } from './backup.tsx';
import './hand-on.css';
import { PickFile } from './pick-file.tsx';
import { type Opened, Preview } from './preview.tsx';
import { type FileTrouble, Problems } from './problems.tsx';
import { received, takeShared } from './receive.ts';
import { Unlock } from './unlock.tsx';
import { WorkshopsPreview } from './workshops.tsx';

/** Bytes: what is larger is not even read. */
const LARGEST = 100_000_000;

/** Bytes: with more, reading takes a moment. */
const LARGE = 500_000;

type Shown =
  | { kind: 'reading'; name: string }
  | { kind: 'refused'; name: string; problems: FileTrouble[] }
  | { kind: 'locked'; name: string; locked: LockedFile }
  | { kind: 'preview'; opened: Opened }
  | { kind: 'additions'; name: string; incoming: Incoming[]; alone: boolean; workshops: BackedRecord[] }
  | { kind: 'workshops'; name: string; incoming: IncomingRecord[] };

export function Files() {
  const { pack, t, handOn, additions, bringAdditions, workshop, bringWorkshop } = useBrief();
  const heading = useHeading(t('handing.filesTitle'));
  const [shown, setShown] = useState<Shown>();
  const [said, setSaid] = useState<{ words: string; session: string }>();
  const pick = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    void takeShared().then((file) => file && open(file));
  }, []);
  const came = received.value;
  useEffect(() => {
    if (came === undefined) return;
    received.value = undefined;
    void open(came);
  }, [came]);

  async function open(file: File): Promise<void> {
    setSaid(undefined);
    const { name } = file;
    const refused = (problems: FileTrouble[]) => setShown({ kind: 'refused', name, problems });
    const own = handOn.peek();
    if (own === undefined) return;
    if (file.size > LARGEST) return refused([{ code: 'tooLarge' }]);
    if (file.size > LARGE) {
      setShown({ kind: 'reading', name });
      await painted();
    }
    const bytes = await file.arrayBuffer().catch(() => undefined);
    if (bytes === undefined) return refused([{ code: 'unreadable' }]);
    const read = own.read(new Uint8Array(bytes));
    if (read.kind === 'locked') return setShown({ kind: 'locked', name, locked: read.locked });
    await show(name, bytes, read);
  }

  /** What was locked may be a session or a backup, and nothing that is locked again. */
  async function unlocked(name: string, bytes: ArrayBuffer): Promise<void> {
    const read = handOn.peek()?.read(new Uint8Array(bytes));
    if (read === undefined) return;
    if (read.kind === 'locked') setShown({ kind: 'refused', name, problems: [{ code: 'notSuchAFile' }] });
    else await show(name, bytes, read);
  }

  async function show(
    name: string,
    bytes: ArrayBuffer,
    read: Exclude<ReadHandOn, { kind: 'locked' }>,
  ): Promise<void> {
    const own = handOn.peek();
    if (own === undefined) return;
    if (read.kind === 'refused') {
      const incoming = await additionsIn(bytes);
      return setShown(
        incoming
          ? { kind: 'additions', name, incoming, alone: true, workshops: [] }
          : { kind: 'refused', name, problems: read.problems },
      );
    }
    const sessions = read.kind === 'session' ? [read.file.session] : read.file.sessions;
    const incoming = await own.compare(sessions);
    const problems =
      read.kind === 'session'
        ? []
        : [...read.problems, ...(await ofNoUse(read.file.workshops, read.problems))];
    setShown({ kind: 'preview', opened: { name, file: read.file, problems, incoming } });
  }

  /** Records of workshops that cannot be used here: told before anything of the file is taken, as all that is wrong. */
  async function ofNoUse(
    records: readonly BackedRecord[],
    known: readonly HandOnProblem[],
  ): Promise<HandOnProblem[]> {
    if (records.length === 0) return [];
    await bringWorkshop().catch(() => undefined);
    const refused = known.flatMap((problem) => (problem.code === 'head' ? problem.field : []));
    let place = 0;
    return (workshop.peek()?.compare(records) ?? []).flatMap(({ standing }, i): HandOnProblem[] => {
      place += 1;
      // Those that were refused before are in the file all the same.
      while (refused.includes(`workshops ${place}`)) place += 1;
      return standing === 'unread' ? [{ code: 'workshop', place, kind: records[i]?.kind ?? '' }] : [];
    });
  }

  /** Those of a backup that are not all here come last; without any, it is told what was done. */
  async function thenWorkshops(
    name: string,
    records: readonly BackedRecord[],
    words: string,
    session?: string,
  ): Promise<void> {
    if (records.length > 0) await bringWorkshop().catch(() => undefined);
    const incoming = records.length > 0 ? (workshop.peek()?.compare(records) ?? []) : [];
    if (incoming.every(({ standing }) => standing === 'same')) return tell(words, session);
    announce(words);
    setShown({ kind: 'workshops', name, incoming });
  }

  function tell(words: string, session = ''): void {
    setShown(undefined);
    setSaid({ words, session });
    announce(words);
    pick.current?.focus();
  }

  return (
    <Frame class="files-screen" bar={<BackBar />}>
      <div class="page files">
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {t('handing.filesTitle')}
        </h1>
        {shown?.kind === 'reading' && (
          <p class="said" role="status">
            {t('handing.reading', { name: shown.name })}
          </p>
        )}
        {shown?.kind === 'refused' && (
          <Problems title={t('handing.refused', { name: shown.name })} problems={shown.problems} urgent />
        )}
        {shown?.kind === 'locked' && (
          <Unlock
            key={shown.name}
            name={shown.name}
            locked={shown.locked}
            onOpened={(bytes) => void unlocked(shown.name, bytes.buffer)}
            onRefused={(problem) => setShown({ kind: 'refused', name: shown.name, problems: [problem] })}
            onLeave={() => tell(t('handing.leftLocked'))}
          />
        )}
        {shown?.kind === 'preview' && (
          <Preview
            key={shown.opened.name}
            opened={shown.opened}
            onAgain={(incoming) => setShown({ ...shown, opened: { ...shown.opened, incoming } })}
            onDone={async (taken) => {
              const kept = taken.filter(({ result }) => result.kind === 'saved');
              const words = t('handing.takenIn', { n: kept.length });
              const more = 'additions' in shown.opened.file ? shown.opened.file.additions : [];
              const beside = await besideOurs(more);
              const { name } = shown.opened;
              const workshops = 'workshops' in shown.opened.file ? shown.opened.file.workshops : [];
              if (beside.length === 0)
                return thenWorkshops(name, workshops, words, kept.length === 1 ? kept[0]?.id : '');
              announce(words);
              setShown({ kind: 'additions', name, incoming: beside, alone: false, workshops });
            }}
          />
        )}
        {shown?.kind === 'additions' && additions.value && (
          <section class="preview-file">
            {!shown.alone && <p>{t('handing.additionsToo')}</p>}
            <AdditionsPreview
              own={additions.value}
              name={shown.name}
              incoming={shown.incoming}
              onStale={(incoming) => setShown({ ...shown, incoming })}
              onDone={(words) => void thenWorkshops(shown.name, shown.workshops, words)}
            />
          </section>
        )}
        {shown?.kind === 'workshops' && (
          <WorkshopsPreview name={shown.name} incoming={shown.incoming} onDone={tell} />
        )}
        {said && (
          <p class="said">
            {said.words}{' '}
            {said.session && (
              <a class="word go" href={sessionHref(said.session, 'question')}>
                {t('handing.openIt')}
              </a>
            )}
          </p>
        )}
        <Backup quiet={shown !== undefined && shown.kind !== 'refused'} />
        <section>
          <h2 class="group">{t('handing.open')}</h2>
          <p>{t('handing.openHow')}</p>
          <p class="choices">
            <PickFile class="button second" button={pick} onFile={(file) => void open(file)}>
              {t('handing.openFile')}
            </PickFile>
          </p>
        </section>
        <p>
          <a class="word go" href={href({ name: 'check' })}>
            {t('check.title')}
          </a>
        </p>
      </div>
    </Frame>
  );

  /** Whoever drops a file of own additions here means just that; undefined: it is none. */
  async function additionsIn(bytes: ArrayBuffer): Promise<Incoming[] | undefined> {
    await bringAdditions().catch(() => undefined);
    const own = additions.peek();
    const read = own?.readFile(new TextDecoder().decode(bytes));
    return own && read && 'file' in read ? own.compare(read.file.additions) : undefined;
  }

  /** Additions of this brief that are not here word for word. */
  async function besideOurs(theirs: readonly BackedAddition[]): Promise<Incoming[]> {
    if (theirs.length === 0) return [];
    await bringAdditions().catch(() => undefined);
    const own = additions.peek();
    const ofPack = theirs.filter((one) => one.pack === pack.id);
    const incoming = own?.compare(ofPack.map(({ pack: _, ...one }) => one)) ?? [];
    return incoming.some(({ state }) => state === 'new' || state === 'differs') ? incoming : [];
  }
}
