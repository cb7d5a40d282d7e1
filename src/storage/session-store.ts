/** Sessions in IndexedDB. A write is acknowledged only after its transaction is complete, strictly durable. */
import type { Entry } from '../session/journal.ts';
import {
  type Damaged,
  DamagedJournal,
  type KeptGist,
  type Outline,
  type OutlinedSession,
  type SaveResult,
  type SessionStore,
} from '../session/store.ts';
import type { Connection, Meta, Transaction, Work } from './connection.ts';
import { journalOf, lifeOf, removeIn } from './first-store.ts';
import type { GistStore } from './gist-store.ts';
import { Refusal, refusalFrom } from './refusal.ts';
import { type Found, isMeta, sessionFrom, sessionsFrom } from './stored.ts';

/** Journals that are read one by one; more are read with all others. */
const FEW = 200;

/** Tells other tabs what changed and hears from them. A hint only: nothing relies on its arrival. */
export interface Hints {
  tell(id: string): void;
  listen(listener: (id: string) => void): () => void;
}

/**
 * @param milliseconds after which a write is refused; a fifth of it is left for finding out what became of it.
 * @param gists without them there is no outline.
 * @param hashed whether `list` computes every hash. It does not where the second copy's worker does so meanwhile.
 */
export function createSessionStore(
  connection: Connection,
  hints: Hints,
  milliseconds: number,
  hashed: boolean,
  gists?: GistStore,
): SessionStore & { verify(): Promise<Damaged[]> } {
  const writing = milliseconds * 0.8;
  const checking = milliseconds * 0.2;

  /**
   * `saved` comes from what the store shows afterwards, in a transaction of its own. A refused write is looked for as
   * well: a commit can outlive the time limit or the connection.
   * @param isKept whether what was written is what is there
   */
  async function write(
    id: string,
    work: Work<'readwrite', SaveResult>,
    isKept: Work<'readonly', boolean>,
  ): Promise<SaveResult> {
    const end = performance.now() + milliseconds;
    const result = await connection
      .run('readwrite', writing, work)
      .catch((error): SaveResult => ({ kind: 'refused', reason: refusalFrom(error).reason }));
    if (result.kind === 'stale') return result;
    const left = Math.max(checking, end - performance.now());
    const kept = await connection.run('readonly', left, isKept).catch(refusalFrom);
    if (kept === true) {
      hints.tell(id);
      return { kind: 'saved' };
    }
    if (result.kind === 'refused') return result;
    return { kind: 'refused', reason: kept instanceof Refusal ? kept.reason : 'unknown' };
  }

  async function append(id: string, entries: Entry[]): Promise<SaveResult> {
    const last = entries.at(-1);
    if (last === undefined) return { kind: 'saved' };
    const records = entries.map((entry) => ({ ...entry, session: id }));
    return write(
      id,
      (tx) => putEntries(tx, id, entries, records),
      async (tx) => {
        const [meta, entry] = await Promise.all([
          tx.objectStore('sessions').get(id),
          tx.objectStore('entries').get([id, last.seq]),
        ]);
        // Another tab may have gone on from it already.
        return entry?.hash === last.hash && (meta?.count ?? 0) >= last.seq;
      },
    );
  }

  async function list(hashed: boolean): ReturnType<SessionStore['list']> {
    // Reading everything may take its time; a list that is given up looks like lost work.
    const [metas, records] = await connection.run('readonly', 6 * milliseconds, async (tx) =>
      Promise.all([tx.objectStore('sessions').getAll(), tx.objectStore('entries').getAll()]),
    );
    const all = sessionsFrom(metas, records, hashed);
    return {
      sessions: all.flatMap((one) => ('session' in one ? [one.session] : [])),
      damaged: all.flatMap((one) => ('session' in one ? [] : [one])),
    };
  }

  async function outline(gists: GistStore, form: string | undefined): Promise<Outline> {
    const [metas, kept] = await Promise.all([
      connection.run('readonly', 6 * milliseconds, (tx) => tx.objectStore('sessions').getAll()),
      form === undefined ? new Map<string, never>() : gists.readAll(),
    ]);
    const outlined = metas.flatMap((meta): OutlinedSession[] => {
      const { id, last, place, deletedAt } = meta;
      if (form === undefined) return [{ id, last, place, deletedAt, text: '' }];
      const gist = kept.get(id);
      const holds = isMeta(meta) && gist?.last === last && gist.form === form;
      return holds ? [{ id, last, place, deletedAt, text: gist.text }] : [];
    });
    const ids = new Set(metas.map(({ id }) => id));
    const left = [...kept.keys()].filter((id) => !ids.has(id));
    // A removal that was cut off.
    if (left.length > 0) void gists.remove(left);
    for (const { id } of outlined) ids.delete(id);
    if (ids.size > FEW) return { ...(await list(hashed)), outlined: [] };
    const found = await Promise.all([...ids].map(readOne));
    return {
      outlined,
      sessions: found.flatMap((one) => (one !== undefined && 'session' in one ? [one.session] : [])),
      damaged: found.flatMap((one) => (one !== undefined && 'reason' in one ? [one] : [])),
    };
  }

  async function keepGists(gists: GistStore, form: string, fresh: readonly KeptGist[]): Promise<void> {
    await gists.put(fresh.map(({ id, last, text }) => ({ id, last, text, form })));
    // Another window may have removed one of them meanwhile, and what it said must go with it.
    const there = new Set(
      await connection.run('readonly', milliseconds, (tx) => tx.objectStore('sessions').getAllKeys()),
    );
    const gone = fresh.flatMap(({ id }) => (there.has(id) ? [] : [id]));
    if (gone.length > 0) await gists.remove(gone);
  }

  /** undefined: there is none. */
  async function readOne(id: string): Promise<Found | undefined> {
    const [meta, records] = await connection.run('readonly', milliseconds, async (tx) =>
      Promise.all([tx.objectStore('sessions').get(id), tx.objectStore('entries').getAll(journalOf(id))]),
    );
    if (meta === undefined && records.length === 0) return undefined;
    return sessionFrom(id, meta, records);
  }

  return {
    list: () => list(hashed),
    ...(gists && {
      outline: (form) => outline(gists, form),
      keepGists: (form, fresh) => keepGists(gists, form, fresh),
    }),
    verify: async () => (await list(true)).damaged,

    async read(id) {
      const found = await readOne(id);
      if (found === undefined) return undefined;
      if ('session' in found) return found.session;
      throw new DamagedJournal(found.reason);
    },

    append,

    async setPlace(id, place) {
      await connection.run('readwrite', writing, async (tx) => {
        const meta = await tx.objectStore('sessions').get(id);
        if (meta !== undefined) await tx.objectStore('sessions').put({ ...meta, place });
      });
    },

    setDeleted: (id, time) =>
      write(
        id,
        async (tx) => {
          const meta = await tx.objectStore('sessions').get(id);
          if (meta === undefined) return { kind: 'stale' };
          await tx.objectStore('sessions').put({ ...meta, deletedAt: time });
          return { kind: 'saved' };
        },
        async (tx) => (await tx.objectStore('sessions').get(id))?.deletedAt === time,
      ),

    async remove(id) {
      const result = await write(
        id,
        async (tx) => {
          const [meta, removed] = await Promise.all([
            tx.objectStore('sessions').get(id),
            tx.objectStore('removed').get(id),
          ]);
          await removeIn(tx, id, Math.max(lifeOf(meta) + 1, removed?.times ?? 0));
          return { kind: 'saved' };
        },
        async (tx) => (await tx.objectStore('entries').count(journalOf(id))) === 0,
      );
      if (result.kind === 'saved') await gists?.remove([id]);
      return result;
    },

    onChange: (listener) => hints.listen(listener),
  };
}

async function putEntries(
  tx: Transaction<'readwrite'>,
  id: string,
  entries: Entry[],
  records: (Entry & { session: string })[],
): Promise<SaveResult> {
  const last = entries.at(-1);
  if (last === undefined) return { kind: 'saved' };
  const sessions = tx.objectStore('sessions');
  const stored = await sessions.get(id);
  const life =
    stored === undefined ? ((await tx.objectStore('removed').get(id))?.times ?? 0) : lifeOf(stored);
  const meta: Meta = stored ?? { id, place: '', deletedAt: '', count: 0, last: '', life };
  // The same write once more, after one that was kept and not acknowledged.
  if (meta.last === last.hash) return { kind: 'saved' };
  if (entries[0]?.seq !== meta.count + 1 || entries[0].prev !== meta.last) return { kind: 'stale' };
  await Promise.all([
    ...records.map((record) => tx.objectStore('entries').add(record)),
    sessions.put({ ...meta, count: last.seq, last: last.hash }),
  ]);
  return { kind: 'saved' };
}
