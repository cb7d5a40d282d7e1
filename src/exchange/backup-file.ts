/** Everything in one file: all sessions with their journals and issued versions, own additions, and workshops. */
import { inheritedIn } from '../engine/inherited.ts';
import { type AdditionField, faultsOf, LONGEST } from '../session/additions/addition.ts';
import type {
  BackedAddition,
  FileSession,
  HandOnProblem,
  KnownPack,
  ReadHandOn,
  SessionFault,
} from '../session/hand-on/file.ts';
import type { StoredSession } from '../session/store.ts';
import { BACKED_KINDS, type BackedRecord } from '../session/workshop/backed-record.ts';
import { readSession, titleIn, writtenSession } from './file-session.ts';
import { isObject, isTime } from './hostile.ts';
import { BACKUP_FORMAT, BACKUP_VERSION, problemsOfHead, sealed } from './sealed.ts';
import type { Writing } from './session-file.ts';

/** Of each kind. */
const MOST_SESSIONS = 20_000;
const ADDITION = Object.keys(LONGEST) as AdditionField[];

export function writeBackupFile(
  { written, app, pack }: Writing,
  sessions: readonly StoredSession[],
  additions: readonly BackedAddition[],
  workshops: readonly BackedRecord[] = [],
): string {
  return sealed({
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    written,
    app,
    sessions: sessions.map(writtenSession),
    additions: additions.map((one) =>
      Object.fromEntries([...ADDITION, 'pack' as const].map((field) => [field, one[field]])),
    ),
    workshops: workshops.map(({ kind, key, value }) => ({ kind, key, value })),
    pack,
  });
}

interface Judging {
  /** Whether a session that is whole can be shown here. */
  shows: (session: FileSession) => boolean;
  /** Somewhere in it is a name that every object has by birth: its part is refused, and the rest is not. */
  named: boolean;
}

/** @param file an object that says of itself that it is a backup of this version or an older one. */
export function readBackupFile(
  file: Record<string, unknown>,
  known: KnownPack,
  { shows, named }: Judging,
): ReadHandOn {
  const around = named ? inheritedIn({ ...file, sessions: 0, additions: 0, workshops: 0 }) : undefined;
  if (around !== undefined) return { kind: 'refused', problems: [{ code: 'badName', name: around }] };
  const version = file.version === 1 ? 1 : BACKUP_VERSION;
  const lists = { sessions: Array.isArray, additions: Array.isArray };
  const problems = problemsOfHead(
    file,
    version === 1 ? lists : { ...lists, workshops: Array.isArray },
    version,
  );
  // What is not even a list holds nothing that could be brought back.
  if (!Array.isArray(file.sessions) || !Array.isArray(file.additions)) return { kind: 'refused', problems };
  const records = version > 1 && Array.isArray(file.workshops) ? file.workshops : [];
  if ([file.sessions, file.additions, records].some(({ length }) => length > MOST_SESSIONS))
    return { kind: 'refused', problems: [...problems, { code: 'tooMany', most: MOST_SESSIONS }] };
  const sessions = readSessions(file.sessions, known, shows, problems);
  const additions = readAdditions(file.additions, problems);
  const workshops = readRecords(records, problems);
  const ofUse = sessions.length + workshops.length + additions.filter((one) => one.pack === known.id).length;
  if (problems.length > 0 && ofUse === 0) return { kind: 'refused', problems };
  // What was refused of these is told; nothing of it is shown.
  const written = isTime(file.written) ? file.written : '';
  const app = problems.some((one) => one.code === 'head' && one.field === 'app') ? '' : String(file.app);
  return { kind: 'backup', file: { written, app, sessions, additions, workshops }, problems };
}

/** What is in them is judged where workshops are at home. */
function readRecords(list: unknown[], problems: HandOnProblem[]): BackedRecord[] {
  return list.flatMap((record, i) => {
    if (isRecord(record) && inheritedIn(record.value) === undefined) return [record];
    problems.push({ code: 'head', field: `workshops ${i + 1}`, fault: 'malformed' });
    return [];
  });
}

/** Whether it has the form of a record of workshops; what is in it is not looked at. */
export function isRecord(value: unknown): value is BackedRecord {
  if (!isObject(value) || Object.keys(value).sort().join() !== 'key,kind,value') return false;
  return BACKED_KINDS.some((kind) => kind === value.kind) && typeof value.key === 'string';
}

function readSessions(
  list: unknown[],
  known: KnownPack,
  shows: Judging['shows'],
  problems: HandOnProblem[],
): FileSession[] {
  const ids = new Set<string>();
  const read = (value: unknown): FileSession | SessionFault => {
    const found = readSession(value, known);
    if (typeof found === 'string') return found;
    if (ids.has(found.session.id)) return 'twice';
    return shows(found.session) ? found.session : 'unshown';
  };
  return list.flatMap((value, i) => {
    const found = read(value);
    if (typeof found === 'string') {
      problems.push({ code: 'session', place: i + 1, title: titleIn(value), fault: found });
      return [];
    }
    ids.add(found.id);
    return [found];
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
