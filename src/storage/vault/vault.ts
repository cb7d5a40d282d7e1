/**
 * Going from sessions in the open to sealed ones and back. At each moment one of the two places counts, and the header
 * in the sealed one says which; it turns over in one write, after everything was copied and read back. Whatever is cut
 * off in between is found and finished, or taken back, at the next start (docs/decisions).
 */
import { canonicalJson } from '../../engine/canonical.ts';
import { createSealing, type Sealing } from '../../lock/sealing.ts';
import { newSecret, rewrapped, unwrapped } from '../../lock/vault-key.ts';
import { type Addition, sameText } from '../../session/additions/addition.ts';
import type { AdditionStore } from '../../session/additions/store.ts';
import { fold } from '../../session/fold.ts';
import { GISTS_AT_ONCE, gistToKeep } from '../../session/gist.ts';
import { DamagedJournal, idsIn, type SessionStore, type StoredSession } from '../../session/store.ts';
import type { WorkshopStore } from '../../session/workshop/store.ts';
import {
  createSealedAdditions,
  type Header,
  kept,
  readHeader,
  removeOtherHeaders,
  VaultRefusal,
  writeHeader,
} from './records.ts';
import { createSealedStore, isSessionId } from './sealed-store.ts';
import { createSealedWorkshops, together } from './sealed-workshops.ts';

export interface Held {
  store: SessionStore;
  additions: AdditionStore;
  workshops: WorkshopStore;
}

export interface Places {
  /** The sealed place, as it lies there: nothing in it can be read without a key. */
  sealed: SessionStore;
  open: Held;
  clearSealed(): Promise<void>;
  clearOpen(): Promise<void>;
  openIsThere(): Promise<boolean>;
}

export interface Unlocked extends Held {
  sealing: Sealing;
  header: Header;
}

/** What counts: `open`: what is not sealed. `lost`: there are sealed sessions, and the key to them is damaged. */
export type Standing = { kind: 'open' } | { kind: 'sealed'; header: Header } | { kind: 'lost' };

/** At each start, before anything is asked: finishes or takes back what was cut off, as far as that needs no key. */
export async function settle(places: Places): Promise<Standing> {
  const { sealed } = places;
  // First, since it waits for the second copy where the database has lost what there was.
  const ids = await idsIn(sealed);
  const header = await readHeader(sealed).catch((error: unknown) => {
    if (error instanceof DamagedJournal) return 'damaged' as const;
    throw error;
  });
  if (header === 'damaged') return { kind: 'lost' };
  if (header === undefined && ids.length > 0) return { kind: 'lost' };
  if (header === undefined) return { kind: 'open' };
  if (header.state !== 'whole') {
    await places.clearSealed();
    return { kind: 'open' };
  }
  if ((await places.openIsThere()) && (await isAllHeld(places.open, header))) await places.clearOpen();
  return { kind: 'sealed', header };
}

/**
 * Whether what is sealed was not whole yet, or was left, and is now cleared: looked for in the database alone, before
 * anything holds the files of the second copy.
 */
export async function wasCutOff(places: Places): Promise<boolean> {
  const header = await readHeader(places.sealed).catch(() => undefined);
  if (header === undefined || header.state === 'whole') return false;
  await places.clearSealed();
  return true;
}

/** Nothing lies in the open that was not there when all was sealed. */
async function isAllHeld(open: Held, { held }: Header): Promise<boolean> {
  const now = await sizesOf(open);
  return now !== undefined && Object.entries(now).every(([id, size]) => size <= (held[id] ?? 0));
}

/** How far each session and own addition has come, and each writing of workshops; undefined where that cannot be read. */
async function sizesOf({ store, additions, workshops }: Held): Promise<Record<string, number> | undefined> {
  const [{ sessions, damaged }, own, records] = await Promise.all([
    store.list(),
    additions.list(),
    workshops.list(),
  ]);
  if (damaged.length > 0 || own.damaged > 0) return undefined;
  return {
    ...Object.fromEntries(sessions.map(({ id, entries }) => [id, entries.length])),
    // Each by itself: one that went must not make room for one that came.
    ...Object.fromEntries(own.additions.map((one) => [`addition ${keyOf(one)}`, one.revision])),
    ...Object.fromEntries(records.map(({ mark }) => [`workshop ${mark ?? 'unmarked'}`, 1])),
  };
}

/** So that the next start knows them without a key, and takes them away. */
async function markAll({ workshops }: Held): Promise<void> {
  for (const { kind, key, mark } of await workshops.list())
    if (mark === undefined) kept(await workshops.update(kind, key, (there) => there));
}

/** undefined: not this passphrase. */
export async function unlock(
  places: Places,
  header: Header,
  passphrase: string,
): Promise<Unlocked | undefined> {
  const keys = await unwrapped(header.wrapped, passphrase);
  if (keys === undefined) return undefined;
  const unlocked = unlockedBy(places, header, createSealing(keys));
  await removeOtherHeaders(places.sealed, header);
  if (await places.openIsThere()) {
    // A window that slept through it has written there since, or it was cut off.
    await copyAll(places.open, unlocked);
    await places.clearOpen();
  }
  return unlocked;
}

function unlockedBy({ sealed }: Places, header: Header, sealing: Sealing): Unlocked {
  return {
    store: createSealedStore(sealed, sealing),
    additions: createSealedAdditions(sealed, sealing),
    workshops: createSealedWorkshops(sealed, sealing),
    sealing,
    header,
  };
}

/**
 * Seals everything. Nobody else may write meanwhile.
 * @param gistForm for the first list that is made of it; without it that reads all journals.
 * @throws VaultRefusal: nothing has changed. `damaged`: something that cannot be read cannot be sealed.
 */
export async function sealAll(
  places: Places,
  passphrase: string,
  iterations?: number,
  gistForm?: string,
): Promise<void> {
  const { sealed, open } = places;
  await places.clearSealed();
  const wrapped = await newSecret(passphrase, iterations);
  const begun: Header = { n: 1, state: 'begun', wrapped, held: {} };
  await writeHeader(sealed, begun);
  const keys = await unwrapped(wrapped, passphrase);
  if (keys === undefined) throw new VaultRefusal('unknown');
  await markAll(open);
  await copyAll(open, unlockedBy(places, begun, createSealing(keys)), gistForm);
  // Read anew, by nothing that remembers what it wrote.
  await compareAll(open, unlockedBy(places, begun, createSealing(keys)));
  const held = await sizesOf(open);
  if (held === undefined) throw new VaultRefusal('damaged');
  await writeHeader(sealed, { ...begun, state: 'whole', held });
}

/** Puts everything back into the open; from the next start on that counts. @throws VaultRefusal: it stays sealed. */
export async function unsealAll(places: Places, unlocked: Unlocked): Promise<void> {
  await places.clearOpen();
  await copyAll(unlocked, places.open);
  await compareAll(unlocked, places.open);
  await writeHeader(places.sealed, { ...unlocked.header, state: 'left' });
}

/** undefined: the old one is not right. */
export async function changePassphrase(
  { sealed }: Places,
  header: Header,
  old: string,
  next: string,
): Promise<Header | undefined> {
  const wrapped = await rewrapped(header.wrapped, old, next);
  if (wrapped === undefined) return undefined;
  const changed = { ...header, n: header.n + 1, wrapped };
  await writeHeader(sealed, changed);
  await removeOtherHeaders(sealed, changed);
  return changed;
}

/**
 * Sessions that are sealed or opened at the same time: the cipher and the disk each wait for the other otherwise. Few,
 * since their writes wait for each other, and one that waits too long is refused.
 */
const AT_ONCE = 4;

/** Waits for all, also where one fails: nothing may be written once that was told. */
async function allDone(work: Promise<void>[]): Promise<void> {
  for (const one of await Promise.allSettled(work)) if (one.status === 'rejected') throw one.reason;
}

/** Takes over what is not there yet. Done twice, it is there once. */
async function copyAll(from: Held, to: Held, gistForm?: string): Promise<void> {
  const [{ sessions, damaged }, own] = await Promise.all([from.store.list(), from.additions.list()]);
  if (damaged.length > 0 || own.damaged > 0) throw new VaultRefusal('damaged');
  for (let i = 0; i < sessions.length; i += AT_ONCE)
    await allDone(sessions.slice(i, i + AT_ONCE).map((session) => copySession(session, to.store)));
  for (let i = 0; gistForm !== undefined && i < sessions.length; i += GISTS_AT_ONCE) {
    const some = sessions.slice(i, i + GISTS_AT_ONCE);
    await to.store.keepGists?.(
      gistForm,
      some.map(({ id, entries }) => gistToKeep(id, entries, fold(entries))),
    );
  }
  const there = new Map((await to.additions.list()).additions.map((one) => [keyOf(one), one]));
  for (const one of own.additions) {
    const known = there.get(keyOf(one));
    if (known !== undefined && isSame(known, one)) continue;
    kept(await to.additions.put([{ ...one, revision: (known?.revision ?? 0) + 1 }]));
  }
  for (const { kind, key, value } of await from.workshops.list()) {
    if (value === undefined) throw new VaultRefusal('damaged');
    kept(await to.workshops.update(kind, key, (there) => together(kind, there, value)));
  }
}

async function copySession(session: StoredSession, to: SessionStore): Promise<void> {
  const { entries, place, deletedAt } = session;
  if (!isSessionId(session.id)) return;
  let { id } = session;
  let there = await to.read(id);
  const last = entries.at(-1)?.hash;
  // It has gone on there since.
  if (there?.entries.slice(0, -1).some(({ hash }) => hash === last)) return;
  if (there !== undefined && there.entries.at(-1)?.hash !== entries[there.entries.length - 1]?.hash) {
    // They went different ways: both are kept.
    id = `${id}-${last?.slice(0, 8)}`;
    there = await to.read(id);
    if (there !== undefined && there.entries.at(-1)?.hash !== last) return;
  }
  // What was cut off goes on where it was: each of these may be done already.
  const lacking = entries.slice(there?.entries.length ?? 0);
  if (lacking.length > 0) kept(await to.append(id, lacking));
  if (deletedAt !== '' && deletedAt !== there?.deletedAt) kept(await to.setDeleted(id, deletedAt));
  if (place !== '' && place !== there?.place) await to.setPlace(id, place);
}

/** @throws VaultRefusal where something is missing. */
async function compareAll(from: Held, to: Held): Promise<void> {
  const saying = async ({ store, additions, workshops }: Held) => {
    const [{ sessions, damaged }, own, records] = await Promise.all([
      store.list(),
      additions.list(),
      workshops.list(),
    ]);
    const lasts = sessions.map(({ id, entries, deletedAt }) =>
      [id, entries.at(-1)?.hash, deletedAt].join(' '),
    );
    const texts = own.additions.map(({ revision: _, ...one }) => JSON.stringify(Object.entries(one).sort()));
    const rooms = records.map(({ kind, key, value }) => canonicalJson([kind, key, value]));
    return JSON.stringify([lasts.sort(), texts.sort(), rooms.sort(), damaged.length, own.damaged]);
  };
  if ((await saying(from)) !== (await saying(to))) throw new VaultRefusal('unlike');
}

const keyOf = ({ pack, id }: Addition) => JSON.stringify([pack, id]);

function isSame(a: Addition, b: Addition): boolean {
  return sameText(a, b) && a.deletedAt === b.deletedAt;
}
