/** When everything was last saved outside this browser, and when to remind of it: seldom, and not twice. */
import { signal } from '@preact/signals';
import type { SessionSummary } from '../../session/desk.ts';

const STORE = 'waymark.backup';
const DAY = 24 * 60 * 60 * 1000;
/** So old is a backup before anyone is reminded, and so long is a reminder put off. */
const PATIENCE = 14 * DAY;

export interface Remembered {
  /** ISO time of the last backup, or '' */
  at: string;
  /** It was read back, or chosen and compared afterwards. */
  checked: boolean;
  /** ISO time at which the reminder was put off, or '' */
  putOff: string;
}

const NEVER: Remembered = { at: '', checked: false, putOff: '' };

export const lastBackup = signal<Remembered>(remembered());

export function backedUp(at: string, checked: boolean): void {
  keep({ at, checked, putOff: '' });
}

export function putOff(now: string): void {
  keep({ ...lastBackup.peek(), putOff: now });
}

/** Sessions in which something was done since. */
export function changedSince(
  { at }: Remembered,
  sessions: readonly Pick<SessionSummary, 'changed'>[],
): number {
  return sessions.filter(({ changed }) => changed > at).length;
}

/** Worth a word: work of some days is in this browser alone. @param now ISO time */
export function isDue(
  memory: Remembered,
  sessions: readonly Pick<SessionSummary, 'changed'>[],
  now: string,
): boolean {
  const age = (time: string) => (time === '' ? Number.POSITIVE_INFINITY : Date.parse(now) - Date.parse(time));
  if (age(memory.putOff) < PATIENCE || age(memory.at) < PATIENCE) return false;
  // Somebody who only tries it out for a day is left in peace.
  return sessions.some(({ changed }) => changed > memory.at && age(changed) > DAY);
}

function remembered(): Remembered {
  try {
    const { at, checked, putOff } = JSON.parse(localStorage.getItem(STORE) ?? '{}') as Partial<Remembered>;
    return {
      at: typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? at : '',
      checked: checked === true,
      putOff: typeof putOff === 'string' ? putOff : '',
    };
  } catch {
    return NEVER;
  }
}

function keep(memory: Remembered): void {
  lastBackup.value = memory;
  try {
    localStorage.setItem(STORE, JSON.stringify(memory));
  } catch {
    // Then one is reminded again on the next visit.
  }
}
