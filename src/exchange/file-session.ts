/** One session inside a file: written, and read with its chain checked entry by entry. */
import { inheritedIn, isInherited } from '../engine/inherited.ts';
import { judgeAction } from '../session/action.ts';
import { MOST_ENTRIES, verifyJournal } from '../session/chain.ts';
import { fold } from '../session/fold.ts';
import type { FileSession, KnownPack, SessionFault } from '../session/hand-on/file.ts';
import type { Entry } from '../session/journal.ts';
import { isObject, isTime } from './hostile.ts';

const ID = /^[\w-]{1,64}$/;
/** A place in a session, e.g. `question/buyout`. */
const PLACE = /^[\w\-./%]{0,200}$/;

const FIELDS = ['id', 'entries', 'place', 'deletedAt'];
const ENTRY = ['seq', 'time', 'action', 'prev', 'hash'];

export function writtenSession({ id, entries, place, deletedAt }: FileSession): FileSession {
  const bare = entries.map(({ seq, time, action, prev, hash }) => ({ seq, time, action, prev, hash }));
  // A place that another version wrote is not worth a file that cannot be read.
  return { id, entries: bare, place: PLACE.test(place) ? place : '', deletedAt };
}

export function readSession(value: unknown, known: KnownPack): { session: FileSession } | SessionFault {
  if (!isObject(value) || Object.keys(value).sort().join() !== [...FIELDS].sort().join()) return 'malformed';
  const { id, entries, place, deletedAt } = value;
  if (typeof id !== 'string' || !ID.test(id) || isInherited(id)) return 'malformed';
  if (inheritedIn(value) !== undefined) return 'badName';
  if (typeof place !== 'string' || !PLACE.test(place)) return 'malformed';
  if (deletedAt !== '' && !isTime(deletedAt)) return 'malformed';
  if (!Array.isArray(entries)) return 'malformed';
  if (entries.length > MOST_ENTRIES) return 'long';
  const journal = verifyJournal(entries);
  if ('fault' in journal) return journal.fault;
  // The chain shows that nothing was altered since; not that the one who made it kept to the form.
  if (!entries.every(isExact)) return 'malformed';
  if (!folds(journal.entries)) return 'malformed';
  const [first] = journal.entries;
  if (first?.action.type === 'created' && first.action.pack.id !== known.id) return 'otherPack';
  return { session: { id, entries: journal.entries, place, deletedAt } };
}

/** Letters of a title that tell which session is meant. */
const SHOWN = 60;

/** What something that may be a session says it is called, as far as an eye can tell; '' for nothing. */
export function titleIn(value: unknown): string {
  let title = '';
  const entries = isObject(value) && Array.isArray(value.entries) ? value.entries : [];
  for (const entry of entries) {
    const action: unknown = isObject(entry) ? entry.action : undefined;
    const details: unknown = isObject(action) ? action.details : undefined;
    if (isObject(details) && typeof details.title === 'string') title = details.title;
  }
  return [...title.replace(STEERING, '').trim()].slice(0, SHOWN).join('');
}

/** Characters that steer a machine, or turn the direction of what follows. */
const STEERING = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

function isExact(record: unknown): boolean {
  return (
    isObject(record) &&
    Object.keys(record).every((field) => ENTRY.includes(field)) &&
    isTime(record.time) &&
    // What an earlier version wrote and no reader takes is left out by the fold; what is more than the form says is not.
    (judgeAction(record.action, true) === 'known' || judgeAction(record.action) === 'malformed')
  );
}

/** Whatever a journal may hold, the app must be able to show where it leads. */
function folds(entries: readonly Entry[]): boolean {
  try {
    fold(entries);
    return true;
  } catch {
    return false;
  }
}
