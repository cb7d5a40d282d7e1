/** Everything in one file: all sessions with their journals and issued versions, and own additions. */
import { type AdditionField, faultsOf, LONGEST } from '../session/additions/addition.ts';
import type {
  BackedAddition,
  FileSession,
  HandOnProblem,
  KnownPack,
  ReadHandOn,
} from '../session/hand-on/file.ts';
import type { StoredSession } from '../session/store.ts';
import { readSession, writtenSession } from './file-session.ts';
import { isObject, isTime } from './hostile.ts';
import { BACKUP_FORMAT, problemsOfHead, sealed, VERSION } from './sealed.ts';
import type { Writing } from './session-file.ts';

const MOST_SESSIONS = 20_000;
const MOST_ADDITIONS = 20_000;
const ADDITION = Object.keys(LONGEST) as AdditionField[];

export function writeBackupFile(
  { written, app, pack }: Writing,
  sessions: readonly StoredSession[],
  additions: readonly BackedAddition[],
): string {
  return sealed({
    format: BACKUP_FORMAT,
    version: VERSION,
    written,
    app,
    sessions: sessions.map(writtenSession),
    additions: additions.map((one) =>
      Object.fromEntries([...ADDITION, 'pack' as const].map((field) => [field, one[field]])),
    ),
    pack,
  });
}

/** @param file an object that says of itself that it is a backup of this version or an older one. */
export function readBackupFile(file: Record<string, unknown>, known: KnownPack): ReadHandOn {
  const problems = problemsOfHead(file, { sessions: Array.isArray, additions: Array.isArray });
  // What is not even a list holds nothing that could be brought back.
  if (!Array.isArray(file.sessions) || !Array.isArray(file.additions)) return { kind: 'refused', problems };
  if (file.sessions.length > MOST_SESSIONS || file.additions.length > MOST_ADDITIONS)
    return { kind: 'refused', problems: [...problems, { code: 'tooMany', most: MOST_SESSIONS }] };
  const sessions = readSessions(file.sessions, known, problems);
  const additions = readAdditions(file.additions, problems);
  const ofUse = sessions.length + additions.filter((one) => one.pack === known.id).length;
  if (problems.length > 0 && ofUse === 0) return { kind: 'refused', problems };
  // What was refused of these is told; nothing of it is shown.
  const written = isTime(file.written) ? file.written : '';
  const app = problems.some((one) => one.code === 'head' && one.field === 'app') ? '' : String(file.app);
  return { kind: 'backup', file: { written, app, sessions, additions }, problems };
}

function readSessions(list: unknown[], known: KnownPack, problems: HandOnProblem[]): FileSession[] {
  const ids = new Set<string>();
  return list.flatMap((value, i) => {
    const read = readSession(value, known);
    const fault = typeof read === 'string' ? read : ids.has(read.session.id) ? 'twice' : undefined;
    if (fault !== undefined) {
      problems.push({ code: 'session', place: i + 1, fault });
      return [];
    }
    if (typeof read === 'string') return [];
    ids.add(read.session.id);
    return [read.session];
  });
}

function readAdditions(list: unknown[], problems: HandOnProblem[]): BackedAddition[] {
  const ids = new Set<string>();
  return list.flatMap((value, i) => {
    const place = i + 1;
    if (!isObject(value) || typeof value.pack !== 'string' || !hasOnlyItsFields(value)) {
      problems.push({ code: 'addition', place, fault: 'malformed' });
      return [];
    }
    const faults = faultsOf(value);
    for (const { field, fault } of faults) problems.push({ code: 'additionField', place, field, fault });
    if (faults.length > 0) return [];
    const addition = value as unknown as BackedAddition;
    const key = `${addition.pack} ${addition.id}`;
    if (ids.has(key)) {
      problems.push({ code: 'addition', place, fault: 'twice' });
      return [];
    }
    ids.add(key);
    return [addition];
  });
}

function hasOnlyItsFields(value: Record<string, unknown>): boolean {
  return Object.keys(value).every((field) => field === 'pack' || ADDITION.some((known) => known === field));
}
