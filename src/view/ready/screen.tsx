/** Whether this device is ready: one sentence, a code to compare, and a line for each thing with what to do. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp, useBrief } from '../context.ts';
import { sayWhen } from '../dates.ts';
import { changedSince } from '../hand-on/last-backup.ts';
import { useHeading } from '../navigation.ts';
import { BackBar } from '../parts/back-bar.tsx';
import { Frame } from '../parts/frame.tsx';
import { announce } from '../parts/live.tsx';
import { href } from '../routes.ts';
import { sayBytes } from './bytes.ts';
import { shortCode } from './code.ts';
import { countToDo, type Found, type Line, type LineId, linesOf } from './lines.ts';
import { askForCamera, askToKeep, lookAround } from './look.ts';
import { StateMark } from './mark.tsx';
import './ready.css';

/** Names of files are for whoever looks after a host: a few tell where to look. */
const NAMED = 5;

export function ReadyScreen() {
  const app = useBrief();
  const { t } = app;
  const heading = useHeading(t('ready.title'));
  const [found, setFound] = useState<Found>();
  const [busy, setBusy] = useState(true);
  const sum = (all: readonly Line[]) => t('ready.sum', { n: countToDo(all) });

  // One after the other: an older look must not overwrite what a newer one has found.
  const last = useRef(Promise.resolve());
  function look(mend?: LineId, first?: () => Promise<void>): Promise<void> {
    const turn = last.current.then(() => lookNow(mend, first));
    last.current = turn.catch(() => undefined);
    return turn;
  }
  async function lookNow(mend?: LineId, first?: () => Promise<void>): Promise<void> {
    setBusy(true);
    await first?.();
    const next = await lookAround(app, mend === 'files' || mend === 'copies' ? mend : '');
    setFound(next);
    setBusy(false);
    if (mend !== undefined) announce(sum(linesOf(next)));
  }
  useEffect(() => void look(), [app.desk.ready.value, app.offline.value, app.updateReady.value]);

  const lines = found && linesOf(found);
  return (
    <Frame class="ready-screen" bar={<BackBar />}>
      <div class="page ready">
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {t('ready.title')}
        </h1>
        <p class={lines && countToDo(lines) === 0 ? 'sum good' : 'sum'} role="status">
          {lines ? sum(lines) : t('ready.looking')}
        </p>
        <Code build={app.version.build} />
        <ul class="ready-lines" aria-busy={busy}>
          {found &&
            lines?.map((line) => (
              <li key={line.id} class={line.state}>
                <StateMark state={line.state} />
                <div>
                  <h2>{t('ready.name', { id: line.id })}</h2>
                  <p class="word-of-state">{t('ready.stateWord', { state: line.state })}</p>
                  <Says line={line} found={found} />
                </div>
                <p class="act">
                  <Act line={line} busy={busy} onLook={(first) => void look(line.id, first)} />
                </p>
              </li>
            ))}
        </ul>
        <p>
          <button
            type="button"
            class="button second"
            aria-disabled={busy}
            onClick={() => busy || void look()}
          >
            {t('ready.again')}
          </button>{' '}
          <a class="word go" href={href({ name: 'check' })}>
            {t('check.title')}
          </a>
        </p>
      </div>
    </Frame>
  );
}

function Code({ build }: { build: string }) {
  const { t } = useApp();
  const groups = shortCode(build);
  if (groups.length === 0) return null;
  return (
    <section class="code-of-version">
      <h2>{t('ready.code')}</h2>
      <p class="letters">
        <span aria-hidden="true">
          {groups.map((group) => (
            <span key={group}>{group}</span>
          ))}
        </span>
        <span class="unseen">{groups.map((group) => [...group].join(' ')).join(', ')}</span>
      </p>
      <p class="small">{t('ready.codeWhy')}</p>
    </section>
  );
}

/** What is so, and what to do about it. */
function Says({ line: { id, state, is }, found }: { line: Line; found: Found }) {
  const { t, pack, language, version } = useBrief();
  const { files, room, backup, sessions, copies } = found;
  const harmed = [...(files?.missing ?? []), ...(files?.altered ?? [])];
  const { day } = sayWhen(backup.at, language.value, new Date());
  const text: Record<LineId, ComponentChildren> = {
    files: t('ready.files', {
      is,
      n: files?.files ?? 0,
      missing: files?.missing.length ?? 0,
      altered: files?.altered.length ?? 0,
    }),
    version: t('ready.version', { is, version: version.app, build: version.build }),
    keeping: t('ready.keeping', { is }),
    room: t('ready.room', {
      is,
      used: room ? sayBytes(room.used, language.value) : '',
      free: room ? sayBytes(room.free, language.value) : '',
    }),
    copies: t('ready.copies', { is, reason: copies?.fault ?? '', n: copies?.damaged ?? 0 }),
    backup: t('ready.backup', { is, day, n: changedSince(backup, sessions) }),
    camera: t('ready.camera', { is }),
    lock: t('ready.lock', { is }),
    pack: t('about.packIs', { id: pack.id, version: pack.version, hash: pack.hash.slice(0, 12) }),
  };
  return (
    <>
      <p>{text[id]}</p>
      {id === 'files' && state === 'todo' && harmed.length > 0 && (
        <ul class="harmed num">
          {harmed.slice(0, NAMED).map((url) => (
            <li key={url}>{url}</li>
          ))}
          {harmed.length > NAMED && <li>{t('ready.moreFiles', { n: harmed.length - NAMED })}</li>}
        </ul>
      )}
    </>
  );
}

interface ActProps {
  line: Line;
  busy: boolean;
  /** Does it, then looks again. */
  onLook: (first?: () => Promise<void>) => void;
}

/** The way to put it right, where there is one from here. */
function Act({ line: { id, state, is }, busy, onLook }: ActProps) {
  const { t, acceptUpdate } = useApp();
  const button = (does: string, act: () => void) => (
    <button type="button" class="button second" aria-disabled={busy} onClick={() => busy || act()}>
      {t('ready.do', { does })}
    </button>
  );
  if (id === 'files' && (is === 'harmed' || is === 'unreached')) return button('fetch', () => onLook());
  if (id === 'version' && is === 'newer') return button('update', acceptUpdate);
  if (id === 'keeping' && is === 'may') return button('keep', () => onLook(askToKeep));
  if (id === 'copies' && is !== 'none' && is !== 'single' && is !== 'once')
    return button(state === 'good' ? 'compare' : 'mend', () => onLook());
  if (id === 'camera' && (is === 'prompt' || is === 'unknown'))
    return button('camera', () => onLook(askForCamera));
  if (id === 'backup' && is !== 'nothing' && is !== 'fresh')
    return (
      <a class="word go" href={href({ name: 'files' })}>
        {t('handing.toFiles')}
      </a>
    );
  if (id === 'lock')
    return (
      <a class="word go" href={href({ name: 'protection' })}>
        {t('protect.title')}
      </a>
    );
  return null;
}
