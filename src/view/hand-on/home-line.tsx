/** On home: what is otherwise in this place; how much room is taken; how old the last backup is, and now and then a reminder that can be put off. */
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../context.ts';
import { sayWhen } from '../dates.ts';
import { sayBytes } from '../ready/bytes.ts';
import { href } from '../routes.ts';
import './hand-on.css';
import { changedSince, isDue, lastBackup, putOff } from './last-backup.ts';
import { PlaceNotice } from './place-notice.tsx';

export function HomeLine() {
  return (
    <>
      <PlaceNotice />
      <BackupLine />
      <SizeLine />
    </>
  );
}

function BackupLine() {
  const { t, desk, language } = useApp();
  const memory = lastBackup.value;
  const sessions = desk.sessions.value;
  if (sessions.length + desk.deleted.value.length === 0)
    return (
      <p class="backup-line">
        <a class="word" href={href({ name: 'files' })}>
          {t('handing.restoreFirst')}
        </a>
      </p>
    );
  const now = new Date();
  const due = isDue(memory, sessions, now.toISOString());
  const { day, time } = sayWhen(memory.at, language.value, now);
  return (
    <div class={due ? 'backup-line remind' : 'backup-line'}>
      <p>
        {t('handing.lastBackup', {
          state: memory.at === '' ? 'never' : memory.checked ? 'checked' : 'handed',
          day: time ? t('home.dayAndTime', { day, time }) : day,
        })}{' '}
        {memory.at !== '' && t('handing.changedShort', { n: changedSince(memory, sessions) })}
        {due && t('handing.dueWhy')}
      </p>
      <p class="backup-ways">
        <a class="word go" href={href({ name: 'files' })}>
          {t('handing.toFiles')}
        </a>
        {due && (
          <button type="button" class="word" onClick={() => putOff(new Date().toISOString())}>
            {t('handing.putOff')}
          </button>
        )}
      </p>
    </div>
  );
}

/** Bytes; some browsers tell stores apart, and so what is of sessions. */
interface Taken {
  all: number;
  sessions: number | undefined;
}

function SizeLine() {
  const { t, desk, language } = useApp();
  const [taken, setTaken] = useState<Taken>();
  const n = desk.sessions.value.length + desk.deleted.value.length;
  useEffect(() => {
    void takenHere().then(setTaken);
  }, [n]);
  if (taken === undefined || n === 0) return null;
  return (
    <p class="small quiet">
      {t('ready.size', {
        parted: taken.sessions === undefined ? 'no' : 'yes',
        sessions: sayBytes(taken.sessions ?? 0, language.value),
        all: sayBytes(taken.all, language.value),
      })}
    </p>
  );
}

/** undefined where the browser does not tell. */
async function takenHere(): Promise<Taken | undefined> {
  const told = (await navigator.storage?.estimate?.().catch(() => undefined)) as
    | (StorageEstimate & { usageDetails?: Record<string, number> })
    | undefined;
  if (told?.usage === undefined) return undefined;
  // In Chromium only: the database, and the files of the second copy.
  const { indexedDB, fileSystem = 0 } = told.usageDetails ?? {};
  return { all: told.usage, sessions: indexedDB === undefined ? undefined : indexedDB + fileSystem };
}
