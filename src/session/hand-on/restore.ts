/** What a file's sessions are beside those here, before anything is done, and then what was chosen. */
import { type Comparison, compareJournals, nextEntry } from '../chain.ts';
import { fold } from '../fold.ts';
import type { SaveResult, SessionStore, StoredSession } from '../store.ts';
import type { FileSession } from './file.ts';

/**
 * `new`: not here. `same`: here, entry for entry. `newer`: goes on from the one here. `older`: the one here goes on
 * from it. `diverged`: both went on from where they were the same.
 */
export type Standing = 'new' | 'same' | 'newer' | 'older' | 'diverged';

export interface IncomingSession {
  theirs: FileSession;
  standing: Standing;
  /** The one here, deleted ones too; undefined where it is new. */
  ours: StoredSession | undefined;
  /** Entries both begin with. */
  common: number;
}

/**
 * `leave`: nothing changes. `take`: a new one is kept, a newer one put after what is here, a deleted one brought back.
 * `both`: theirs becomes a second session. `theirs`: the same, and ours goes to the deleted ones.
 */
export type Take = 'leave' | 'take' | 'both' | 'theirs';

/** What there is to choose, the usual one first. */
export function takesOf({ standing, ours }: IncomingSession): Take[] {
  const deleted = ours !== undefined && ours.deletedAt !== '';
  switch (standing) {
    case 'new':
      return ['take', 'leave'];
    case 'newer':
      return deleted ? ['leave', 'take'] : ['take', 'leave'];
    case 'same':
    case 'older':
      return deleted ? ['leave', 'take'] : ['leave'];
    case 'diverged':
      return ['leave', 'both', 'theirs'];
  }
}

/** @param here all sessions, deleted ones too. */
export function compareSessions(
  here: readonly StoredSession[],
  theirs: readonly FileSession[],
): IncomingSession[] {
  const byId = new Map(here.map((session) => [session.id, session]));
  const holders = new Map(here.flatMap((session) => session.entries.map(({ hash }) => [hash, session])));
  return theirs.map((one) => {
    // A second session may have begun as a copy of a file: then its journal is here under another id.
    const holder = holders.get(one.entries.at(-1)?.hash ?? '');
    const own = byId.get(one.id);
    const ours = own !== undefined && holds(own, one) ? own : (holder ?? own);
    if (ours === undefined) return { theirs: one, standing: 'new', ours, common: 0 };
    const { kind, common } = compareJournals(ours.entries, one.entries);
    return { theirs: one, standing: STANDINGS[kind], ours, common };
  });
}

/** Ours is compared with theirs, in this order. */
const STANDINGS: Record<Comparison['kind'], Standing> = {
  same: 'same',
  first_newer: 'older',
  second_newer: 'newer',
  diverged: 'diverged',
};

function holds(session: StoredSession, one: FileSession): boolean {
  return compareJournals(session.entries, one.entries).common === one.entries.length;
}

export interface Taken {
  theirs: FileSession;
  /** Under which it is here now; '' where nothing was done. */
  id: string;
  result: SaveResult | { kind: 'left' };
}

export interface TakingParts {
  store: SessionStore;
  /** ISO time, UTC. */
  now: () => string;
  newId: () => string;
  /** A title that tells a second session from the first. */
  secondTitle: (title: string) => string;
  /** Told how many are done, after each. */
  onDone?: (done: number) => void;
}

/**
 * Does what was chosen, one session after the other, each whole or not at all. All of them were judged when their file
 * was read, so only the store can still refuse: then it ends there, what was taken stays, and the rest is left as it is.
 * Doing it again does nothing twice, and goes on where it ended.
 */
export async function takeIn(
  parts: TakingParts,
  incoming: readonly IncomingSession[],
  choices: ReadonlyMap<string, Take>,
): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (const one of incoming) {
    const ended = taken.some(({ result }) => result.kind === 'refused');
    const take = ended ? 'leave' : (choices.get(one.theirs.id) ?? takesOf(one)[0] ?? 'leave');
    taken.push(await takeOne(parts, one, take));
    parts.onDone?.(taken.length);
  }
  return taken;
}

async function takeOne(parts: TakingParts, one: IncomingSession, take: Take): Promise<Taken> {
  const { theirs, standing, ours } = one;
  const done = (id: string, result: Taken['result']): Taken => ({ theirs, id, result });
  if (take === 'leave' || !takesOf(one).includes(take)) return done('', { kind: 'left' });
  if (take === 'both' || take === 'theirs') return done(...(await beside(parts, one, take)));
  if (ours === undefined) {
    const result = await keep(parts.store, theirs.id, theirs);
    return done(theirs.id, result);
  }
  if (standing === 'newer') {
    const result = await attempt(() => parts.store.append(ours.id, theirs.entries.slice(one.common)));
    if (result.kind !== 'saved') return done(ours.id, result);
  }
  if (ours.deletedAt === '') return done(ours.id, { kind: 'saved' });
  return done(ours.id, await attempt(() => parts.store.setDeleted(ours.id, '')));
}

async function beside(
  { store, now, newId, secondTitle }: TakingParts,
  { theirs, ours }: IncomingSession,
  take: 'both' | 'theirs',
): Promise<[string, SaveResult]> {
  const id = newId();
  const { title } = fold(theirs.entries).details;
  const renamed = nextEntry(
    theirs.entries.at(-1),
    { type: 'described', details: { title: secondTitle(title) } },
    now(),
  );
  const entries = take === 'both' ? [...theirs.entries, renamed] : theirs.entries;
  const result = await keep(store, id, { ...theirs, entries });
  if (result.kind !== 'saved' || take === 'both' || ours === undefined) return [id, result];
  return [id, await attempt(() => store.setDeleted(ours.id, now()))];
}

/** A whole session, where none is yet. */
async function keep(store: SessionStore, id: string, session: FileSession): Promise<SaveResult> {
  const result = await attempt(() => store.append(id, session.entries));
  if (result.kind !== 'saved') return result;
  // A place is a convenience, and not worth a refusal.
  if (session.place !== '') await store.setPlace(id, session.place).catch(() => undefined);
  return session.deletedAt === '' ? result : attempt(() => store.setDeleted(id, session.deletedAt));
}

async function attempt(write: () => Promise<SaveResult>): Promise<SaveResult> {
  return write().catch((): SaveResult => ({ kind: 'refused', reason: 'unknown' }));
}
