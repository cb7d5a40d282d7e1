/** On home: what is otherwise in this place; how old the last backup is, and now and then a reminder that can be put off. */
import { useApp } from '../context.ts';
import { sayWhen } from '../dates.ts';
import { href } from '../routes.ts';
import './hand-on.css';
import { changedSince, isDue, lastBackup, putOff } from './last-backup.ts';
import { PlaceNotice } from './place-notice.tsx';

export function HomeLine() {
  return (
    <>
      <PlaceNotice />
      <BackupLine />
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
