/** What was found on this device, and what follows from it, line by line. Nothing here asks the browser. */
import type { CopyState } from '../../session/store.ts';
import type { App, FilesChecked } from '../app.ts';
import { changedSince, isDue, type Remembered } from '../hand-on/last-backup.ts';

export interface Found {
  /** Id of the build that this page runs. */
  build: string;
  /** How the app was opened. */
  opened: 'https' | 'http' | 'file';
  /** This browser can keep files for use offline at all. */
  keepsFiles: boolean;
  files: FilesChecked | undefined;
  updateReady: boolean;
  storage: ReturnType<App['storage']['peek']>;
  /** The browser has promised not to clear what is kept; undefined: it does not tell. */
  persisted: boolean | undefined;
  /** Bytes; undefined: the browser does not tell. */
  room: { used: number; free: number } | undefined;
  copies: CopyState | undefined;
  locked: boolean;
  camera: 'granted' | 'denied' | 'prompt' | 'none' | 'unknown';
  backup: Remembered;
  sessions: readonly { changed: string }[];
  /** ISO time. */
  now: string;
}

export type LineId =
  | 'files'
  | 'version'
  | 'keeping'
  | 'room'
  | 'copies'
  | 'backup'
  | 'camera'
  | 'lock'
  | 'pack';

/** `know`: no fault, and for people to decide. */
export type LineState = 'good' | 'todo' | 'know';

export interface Line {
  id: LineId;
  state: LineState;
  /** Which of its sentences is said: a case of the message of that name (messages/en/ready.json). */
  is: string;
}

/** Bytes: with less, a few large sessions or a backup may not fit. */
const LITTLE = 100_000_000;

/** In the order in which they are to be looked at. */
export function linesOf(found: Found): Line[] {
  const line = (id: LineId, [state, is]: [LineState, string]): Line => ({ id, state, is });
  return [
    line('files', filesOf(found)),
    line('version', versionOf(found)),
    line('keeping', keepingOf(found)),
    line('room', roomOf(found)),
    line('copies', copiesOf(found)),
    line('backup', backupOf(found)),
    line('camera', cameraOf(found)),
    line('lock', found.locked ? ['good', 'locked'] : ['know', 'open']),
    line('pack', ['good', 'is']),
  ];
}

export function countToDo(lines: readonly Line[]): number {
  return lines.filter(({ state }) => state === 'todo').length;
}

function filesOf({ opened, keepsFiles, files }: Found): [LineState, string] {
  if (opened === 'file') return ['good', 'file'];
  if (opened === 'http') return ['todo', 'http'];
  if (!keepsFiles) return ['todo', 'none'];
  if (files === undefined) return ['todo', 'wait'];
  if (files.missing.length + files.altered.length === 0) return ['good', 'whole'];
  if (!files.reached) return ['todo', 'unreached'];
  return ['todo', 'harmed'];
}

function versionOf({ build, files, updateReady }: Found): [LineState, string] {
  const newer = updateReady || (files !== undefined && files.build !== build);
  return newer ? ['todo', 'newer'] : ['good', 'same'];
}

function keepingOf({ storage, persisted }: Found): [LineState, string] {
  if (storage === 'none') return ['todo', 'none'];
  if (persisted === undefined) return ['know', 'unknown'];
  return persisted ? ['good', 'kept'] : ['todo', 'may'];
}

function roomOf({ room }: Found): [LineState, string] {
  if (room === undefined) return ['know', 'unknown'];
  return room.free < LITTLE ? ['todo', 'little'] : ['good', 'enough'];
}

function copiesOf({ storage, copies }: Found): [LineState, string] {
  if (storage === 'none') return ['todo', 'none'];
  if (storage === 'once') return ['todo', 'once'];
  if (copies === undefined || copies.fault === 'missing') return ['know', 'single'];
  if (copies.fault !== '') return ['todo', 'failing'];
  return copies.damaged > 0 ? ['todo', 'damaged'] : ['good', 'twice'];
}

function backupOf({ backup, sessions, now }: Found): [LineState, string] {
  if (sessions.length === 0) return ['know', 'nothing'];
  // On the reminder's terms, but never put off here.
  if (isDue({ ...backup, putOff: '' }, sessions, now)) return ['todo', backup.at === '' ? 'never' : 'old'];
  if (backup.at === '') return ['know', 'notYet'];
  return changedSince(backup, sessions) > 0 ? ['know', 'behind'] : ['good', 'fresh'];
}

/** Codes can be typed everywhere: without a camera a device is ready all the same. */
function cameraOf({ camera }: Found): [LineState, string] {
  return [camera === 'granted' ? 'good' : 'know', camera];
}
