/**
 * Sessions that nobody can read without the key, in any store of sessions. Each entry is sealed into an entry of a
 * journal whose only text is that: so the store below keeps, copies, verifies and reconciles journals as always, and
 * neither it nor the worker of the second copy ever has a key. What stays in sight: how many sessions, and how many
 * entries each has.
 */
import { isSealed, type Sealing } from '../../lock/sealing.ts';
import { usableOrNothing } from '../../session/action.ts';
import { nextEntry, verifyJournal } from '../../session/chain.ts';
import { fold } from '../../session/fold.ts';
import type { Action, Entry } from '../../session/journal.ts';
import {
  DamagedJournal,
  type KeptGist,
  type Outline,
  type OutlinedSession,
  type SaveResult,
  type SessionStore,
  type StoredSession,
} from '../../session/store.ts';

/** When something was done is sealed too. */
export const NO_TIME = '1970-01-01T00:00:00.000Z';

/** Ids with a space are no sessions': the vault keeps there what else it has (records.ts). */
export function isSessionId(id: string): boolean {
  return !id.includes(' ');
}

export function createSealedStore(inner: SessionStore, sealing: Sealing): SessionStore {
  /** By session and hash of an entry: the sealed entry that stands for it. */
  const known = new Map<string, Map<string, Entry>>();

  function remember(id: string, entry: Entry, sealed: Entry): void {
    const ofSession = known.get(id) ?? new Map<string, Entry>();
    ofSession.set(entry.hash, sealed);
    known.set(id, ofSession);
  }

  async function opened(stored: StoredSession): Promise<StoredSession | { reason: string }> {
    const { id } = stored;
    const texts = await Promise.all(
      stored.entries.map((sealed) => {
        const text = textIn(sealed);
        return isSealed(text) ? sealing.open(text, sealed.prev) : '';
      }),
    );
    const entries: Entry[] = [];
    for (const [i, text] of texts.entries()) {
      const sealed = stored.entries[i] as Entry; // Each text is of one.
      if (text === undefined) return { reason: 'broken' };
      // Where two copies parted, the store below gave the other one a title: it cannot know what it says.
      const entry = text === '' ? renamed(entries, sealed) : (JSON.parse(text) as Entry);
      entries.push(entry);
      remember(id, entry, sealed);
    }
    // What opens with the key at its place is what was sealed there: to compute its hash would tell no more.
    const journal = verifyJournal(entries, false);
    if ('fault' in journal) return { reason: journal.fault };
    return { ...stored, entries: journal.entries, place: await placeIn(id, stored.place) };
  }

  async function read(id: string): Promise<StoredSession | undefined> {
    const stored = isSessionId(id) ? await inner.read(id) : undefined;
    if (stored === undefined) return undefined;
    const found = await opened(stored);
    if ('reason' in found) throw new DamagedJournal(found.reason);
    return found;
  }

  /** The sealed entry after which this one comes; `missing`: another window has written since. */
  async function before(id: string, { prev }: Entry): Promise<Entry | undefined | 'missing'> {
    if (prev === '') return undefined;
    if (!known.get(id)?.has(prev)) await read(id);
    return known.get(id)?.get(prev) ?? 'missing';
  }

  async function allOpened(
    found: Awaited<ReturnType<SessionStore['list']>>,
  ): ReturnType<SessionStore['list']> {
    const ours = found.sessions.filter(({ id }) => isSessionId(id));
    const all = await Promise.all(
      ours.map(async (stored) => ({ id: stored.id, found: await opened(stored) })),
    );
    return {
      sessions: all.flatMap(({ found }) => ('reason' in found ? [] : [found])),
      damaged: [
        ...found.damaged.filter(({ id }) => isSessionId(id)),
        ...all.flatMap(({ id, found }) => ('reason' in found ? [{ id, reason: found.reason }] : [])),
      ],
    };
  }

  /** A gist is sealed to the journal that it is of, as its last sealed entry names it. */
  const gistPlace = (id: string, last: string) => `gist ${id} ${last}`;

  async function outlineWith(
    outline: NonNullable<SessionStore['outline']>,
    form: string | undefined,
  ): Promise<Outline> {
    const found = await outline(form);
    if (form === undefined)
      return { ...found, outlined: found.outlined.map((one) => ({ ...one, place: '' })) };
    const outlined = await Promise.all(
      found.outlined.map(async ({ id, last, text, place, deletedAt }): Promise<OutlinedSession> => {
        const gist = await sealing.open(text, gistPlace(id, last));
        const [ours, said] = gist === undefined ? ['', ''] : (JSON.parse(gist) as [string, string]);
        return { id, last: ours, text: said, place: await placeIn(id, place), deletedAt };
      }),
    );
    return { ...(await allOpened(found)), outlined };
  }

  /** Of those of whose journals it is known what stands for their last entry. */
  async function sealedGists(gists: readonly KeptGist[]): Promise<KeptGist[]> {
    const all = await Promise.all(
      gists.map(async ({ id, last, text }): Promise<KeptGist[]> => {
        const sealed = known.get(id)?.get(last);
        if (sealed === undefined) return [];
        const gist = await sealing.seal(JSON.stringify([last, text]), gistPlace(id, sealed.hash));
        return [{ id, last: sealed.hash, text: gist }];
      }),
    );
    return all.flat();
  }

  async function placeIn(id: string, place: string): Promise<string> {
    return isSealed(place) ? ((await sealing.open(place, id)) ?? '') : '';
  }

  const { outline, keepGists } = inner;
  return {
    list: async () => allOpened(await inner.list()),
    ...(outline &&
      keepGists && {
        outline: (form) => outlineWith(outline, form),
        keepGists: async (form, gists) => keepGists(form, await sealedGists(gists)),
      }),
    read,
    async append(id, entries): Promise<SaveResult> {
      const [first] = entries;
      if (first === undefined) return inner.append(id, []);
      let last = await before(id, first);
      if (last === 'missing') return { kind: 'stale' };
      const sealed: Entry[] = [];
      for (const entry of entries) {
        last = nextEntry(
          last,
          holding(last, await sealing.seal(JSON.stringify(entry), last?.hash ?? '')),
          NO_TIME,
        );
        sealed.push(last);
        remember(id, entry, last);
      }
      return inner.append(id, sealed);
    },
    copies: async (mend) => inner.copies?.(mend),
    setPlace: async (id, place) => inner.setPlace(id, await sealing.seal(place, id)),
    setDeleted: (id, time) => inner.setDeleted(id, time),
    remove(id) {
      known.delete(id);
      return inner.remove(id);
    },
    onChange: (listener) => inner.onChange((id) => isSessionId(id) && listener(id)),
  };
}

/** The text that an entry of a sealed journal holds. */
export function textIn(entry: Entry): string {
  const action = usableOrNothing(entry.action);
  return action.type === 'created' || action.type === 'described' ? (action.details.title ?? '') : '';
}

/** An action that holds a text and says nothing else. @param last undefined: it begins a journal. */
export function holding(last: Entry | undefined, title: string): Action {
  if (last !== undefined) return { type: 'described', details: { title } };
  return {
    type: 'created',
    pack: { id: '', version: '', hash: '' },
    details: { title, for: '', from: '', meeting: '', informationUpTo: '', handling: '', handlingNote: '' },
    origin: { kind: 'blank' },
    path: 'whole',
    carried: { answers: {}, unchecked: [], ruledOut: {}, readings: {} },
  };
}

/** A title that the store below made around a sealed one. */
function renamed(entries: readonly Entry[], sealed: Entry): Entry {
  const last = entries.at(-1);
  const { title } = fold(entries).details;
  const made = textIn(sealed).replace(/sealed:[\w+/=]*/, title);
  return nextEntry(last, { type: 'described', details: { title: made || title } }, last?.time ?? NO_TIME);
}
