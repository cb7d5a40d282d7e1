/** What a file would bring, before anything changes: each session with how it stands to ours, and the choice. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { BackupFile, HandOnProblem, SessionFile } from '../../session/hand-on/file.ts';
import { type IncomingSession, type Take, type Taken, takesOf } from '../../session/hand-on/restore.ts';
import { useApp } from '../context.ts';
import { sayDay } from '../dates.ts';
import { freeTitle } from '../home/titles.ts';
import { Boundary } from '../parts/boundary.tsx';
import { Fold } from '../parts/fold.tsx';
import { Incoming } from './incoming.tsx';
import { Problems } from './problems.tsx';

export interface Opened {
  name: string;
  file: SessionFile | BackupFile;
  problems: HandOnProblem[];
  incoming: IncomingSession[];
}

/** What wants a choice most comes first. */
const ORDER: readonly IncomingSession['standing'][] = ['diverged', 'newer', 'new', 'same', 'older'];
/** So many are shown at once; a backup may hold thousands. Those that are not shown are taken as is usual. */
const SHOWN = 25;
/** Telling each would take longer than doing it. */
const TOLD_EVERY = 25;
const ALREADY_HERE: readonly IncomingSession['standing'][] = ['same', 'older'];

interface PreviewProps {
  opened: Opened;
  /** Something changed in another window, or was refused: how things stand now. */
  onAgain: (incoming: IncomingSession[]) => void;
  onDone: (taken: readonly Taken[]) => void;
}

export function Preview({ opened, onAgain, onDone }: PreviewProps) {
  const { t, handOn, desk, language } = useApp();
  const { name, file, problems, incoming } = opened;
  const [choices, setChoices] = useState<ReadonlyMap<string, Take>>(new Map());
  const [trouble, setTrouble] = useState('');
  /** So many were taken in before that. */
  const [before, setBefore] = useState(0);
  /** So many are done while they are taken in. */
  const [done, setDone] = useState<number>();
  const [all, setAll] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), [file]);
  const single = 'session' in file ? file : undefined;
  const takeOf = (one: IncomingSession) => choices.get(one.theirs.id) ?? takesOf(one)[0] ?? 'leave';
  const n = incoming.filter((one) => takeOf(one) !== 'leave').length;
  const settled = incoming.filter((one) => takesOf(one).length === 1);
  const open = ORDER.flatMap((standing) =>
    incoming.filter((one) => one.standing === standing && takesOf(one).length > 1),
  );
  const first = all ? open : open.slice(0, SHOWN);
  const count = (standing: IncomingSession['standing'] | 'here') =>
    incoming.filter((one) => (ALREADY_HERE.includes(one.standing) ? 'here' : one.standing) === standing)
      .length;

  const takeIn = async () => {
    const own = handOn.value;
    if (own === undefined) return;
    setDone(0);
    const titles = [...desk.sessions.peek(), ...desk.deleted.peek()];
    const taken = await own.takeIn(
      incoming,
      choices,
      (title) => freeTitle(title, titles),
      (count) => count % TOLD_EVERY === 0 && setDone(count),
    );
    setDone(undefined);
    const refused = taken.find(({ result }) => result.kind === 'refused' || result.kind === 'stale');
    if (refused === undefined) return onDone(taken);
    setBefore(taken.filter(({ result }) => result.kind === 'saved').length);
    setTrouble(refused.result.kind === 'refused' ? refused.result.reason : 'stale');
    onAgain(await own.compare(incoming.map(({ theirs }) => theirs)));
  };

  return (
    <section class="preview-file">
      <h2 class="sans" tabIndex={-1} ref={heading}>
        {t('handing.preview', { name })}
      </h2>
      <p class="quiet">
        {t('handing.previewOf', {
          kind: single ? 'session' : file.written && file.app ? 'backup' : 'unknown',
          day: file.written === '' ? '' : sayDay(new Date(file.written), language.value, true),
          version: file.app,
        })}
      </p>
      {problems.length > 0 && <Problems title={t('handing.partly')} problems={problems} urgent={false} />}
      {!single && (
        <p>
          {(['new', 'newer', 'diverged', 'here'] as const)
            .filter((standing) => count(standing) > 0)
            .map((standing) => t('handing.sum', { standing, n: count(standing) }))
            .join(' ')}
        </p>
      )}
      {first.map((one) => (
        <Boundary key={one.theirs.id}>
          <Incoming
            incoming={one}
            file={single}
            take={takeOf(one)}
            onTake={(take) => setChoices((now) => new Map([...now, [one.theirs.id, take]]))}
          />
        </Boundary>
      ))}
      {first.length < open.length && (
        <p>
          <button type="button" class="word go" onClick={() => setAll(true)}>
            {t('handing.showRest', { n: open.length - first.length })}
          </button>
        </p>
      )}
      {single && settled.map((one) => <Settled key={one.theirs.id} one={one} file={single} />)}
      {!single && settled.length > 0 && (
        <Fold summary={t('handing.alreadyHere', { n: settled.length })} onToggle={setUnfolded}>
          {unfolded && settled.map((one) => <Settled key={one.theirs.id} one={one} file={undefined} />)}
        </Fold>
      )}
      {trouble !== '' && (
        <p class="problem" role="alert">
          {trouble === 'stale'
            ? t('handing.changedSince')
            : `${t('home.refused', { reason: trouble })} ${t('handing.takenBefore', { n: before })}`}
        </p>
      )}
      {done !== undefined && incoming.length > SHOWN && (
        <p class="said">{t('handing.taking', { n: done, of: incoming.length })}</p>
      )}
      <p class="choices">
        <button
          type="button"
          class="button first"
          disabled={n === 0 || done !== undefined}
          onClick={() => void takeIn()}
        >
          {t('handing.takeIn', { n })}
        </button>
        <button type="button" class="button second" onClick={() => onDone([])}>
          {t('handing.notNow')}
        </button>
      </p>
    </section>
  );
}

function Settled({ one, file }: { one: IncomingSession; file: SessionFile | undefined }) {
  return <Incoming incoming={one} file={file} take="leave" onTake={() => undefined} />;
}
