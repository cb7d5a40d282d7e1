/** The desk over a store: which sessions there are, and what may be done with them as a whole. */
import { batch, computed, signal } from '@preact/signals';
import type { Brief } from '../brief/brief.ts';
import type { Situation } from '../engine/verdict.ts';
import { isWritable } from './action.ts';
import { beginning, copying, trying } from './beginning.ts';
import { nextEntry } from './chain.ts';
import type { Desk, OpenSession, SessionSummary } from './desk.ts';
import { eachAlone } from './each-alone.ts';
import { withdrawal } from './evidence.ts';
import { fitSituation } from './fit.ts';
import { fold } from './fold.ts';
import type { Gist } from './gist.ts';
import type { Action, Entry, PackName, Source } from './journal.ts';
import { createKeeper } from './keeper.ts';
import { type KnownSession, openSession } from './open-session.ts';
import { createOutlines } from './outlines.ts';
import { pastKeeper, trialKeeper } from './past.ts';
import {
  type Damaged,
  DamagedJournal,
  outlineOf,
  type SaveResult,
  type SessionStore,
  type StoredSession,
} from './store.ts';

export interface DeskParts {
  /** Those that come with the app, one of each id; at least one. */
  briefs: readonly [Brief, ...Brief[]];
  store: SessionStore;
  /** The time as ISO 8601, UTC. */
  now: () => string;
  /** An id that no session has, for a new one. */
  newId: () => string;
  /** Changes with what a gist says, or how: the build. */
  gistForm?: string;
}

/** Begins to read the list at once; `ready` tells when it is there. */
export function createDesk({ briefs, store, now, newId, gistForm = '' }: DeskParts): Desk {
  const known = signal<ReadonlyMap<string, KnownSession>>(new Map());
  /** What a session is judged by: its brief, in the version that comes with the app. */
  const briefOf = ({ id }: Pick<PackName, 'id'>) => briefs.find(({ pack }) => pack.id === id) ?? briefs[0];
  const outlines = createOutlines(briefOf, store, gistForm);
  const damaged = signal<Damaged[]>([]);
  const ready = signal(false);
  const unreadable = signal('');
  const refused = signal<{ id: string; reason: string } | undefined>(undefined);
  /** Older versions, by hash. */
  const older = new Map<string, Brief>();
  const versionOf = (name: PackName) => older.get(name.hash) ?? briefOf(name);
  /** Each session by itself: one that cannot be folded ends no list, and is told among the damaged. */
  const looked = computed(() => {
    const read = eachAlone(known.value, ({ summary }) => summary.value);
    const listed = [...outlines.byId.value.values()].map(({ summary }) => summary);
    return { found: [...read.found, ...listed].sort(newestFirst), broken: read.broken };
  });
  const summaries = computed(() => looked.value.found);

  /** A session stays with its brief; what cannot be folded is told where it is looked at. */
  function briefIn(entries: readonly Entry[]): Brief {
    const action = entries[0]?.action;
    return action?.type === 'created' ? briefOf(action.pack) : briefs[0];
  }

  /** Other tabs' work on a session that is known already comes in by its keeper, not here. */
  function add(found: readonly StoredSession[]): void {
    const fresh = found.filter(({ id }) => !known.peek().has(id));
    const opened = fresh.map(
      (stored) =>
        [stored.id, openSession(createKeeper(store, stored), briefIn(stored.entries), now)] as const,
    );
    batch(() => {
      known.value = new Map([...known.peek(), ...opened]);
      outlines.forget(fresh.map(({ id }) => id));
    });
  }

  function forget(id: string): void {
    known.value = new Map([...known.peek()].filter(([other]) => other !== id));
    outlines.forget([id]);
  }

  function reportDamage(one: Damaged): void {
    const others = damaged.peek().filter(({ id }) => id !== one.id);
    const left = one.left ?? damaged.peek().find(({ id }) => id === one.id)?.left;
    damaged.value = [...others, left === undefined ? one : { ...one, left }];
  }

  async function load(): Promise<void> {
    try {
      const list = await outlineOf(store, gistForm);
      add(list.sessions);
      const unread = outlines.add(list.outlined.filter(({ id }) => !known.peek().has(id)));
      for (const one of list.damaged) reportDamage(one);
      await Promise.all(unread.map(readFirst));
      ready.value = true;
    } catch (error) {
      unreadable.value = error instanceof Error && 'reason' in error ? String(error.reason) : 'unknown';
    }
  }

  /** Brings what is known of one session in step with the store. */
  async function refresh(id: string): Promise<KnownSession | undefined> {
    const session = known.peek().get(id);
    if (session === undefined) return readFirst(id);
    const outcome = await session.keeper.refresh();
    if (outcome.kind === 'damaged') reportDamage({ id, reason: outcome.reason });
    // What is not kept anywhere stays on screen, whatever became of the stored session.
    if (outcome.kind === 'gone' && !session.keeper.hasUnkept()) forget(id);
    return known.peek().get(id);
  }

  async function readFirst(id: string): Promise<KnownSession | undefined> {
    try {
      const stored = await store.read(id);
      if (stored === undefined) outlines.forget([id]);
      else add([stored]);
    } catch (error) {
      if (!(error instanceof DamagedJournal)) throw error;
      outlines.forget([id]);
      reportDamage({ id, reason: error.reason });
    }
    return known.peek().get(id);
  }

  async function open(id: string): Promise<OpenSession | undefined> {
    const session = await refresh(id);
    return session === undefined || session.keeper.deletedAt.peek() !== '' ? undefined : session.open;
  }

  async function begin(action: Action): Promise<{ id: string } | { refused: string }> {
    if (!isWritable(action)) return { refused: 'unfit' };
    const id = newId();
    const entries: Entry[] = [nextEntry(undefined, action, now())];
    const result = await attempt(() => store.append(id, entries));
    if (result.kind !== 'saved') return { refused: result.kind === 'refused' ? result.reason : 'unknown' };
    add([{ id, entries, place: '', deletedAt: '', once: result.once }]);
    return { id };
  }

  async function duplicate(id: string, title: string): Promise<{ id: string } | { refused: string }> {
    const source = known.peek().get(id) ?? (await refresh(id));
    return source === undefined
      ? { refused: 'unknown' }
      : begin(copying(id, source.open.state.peek(), title));
  }

  async function keep(start: {
    from: string;
    situation: Situation;
    title: string;
  }): ReturnType<Desk['keep']> {
    const source = known.peek().get(start.from) ?? (await refresh(start.from));
    if (source === undefined) return { refused: 'unknown' };
    return begin(trying(start.from, source.open.state.peek(), start.situation, start.title));
  }

  function moment(entries: readonly Entry[]): ReturnType<Desk['moment']> {
    const state = fold(entries);
    const { pack, engine } = versionOf(state.pack);
    const { situation } = fitSituation(pack, state);
    return { state, situation, evaluation: engine.evaluate(situation) };
  }

  function withdrawals(sources: ReadonlySet<string>): ReturnType<Desk['withdrawals']> {
    const withdrawnFrom = (gist: Gist) => {
      const { pack, engine } = briefOf(gist.pack);
      return withdrawal(engine, gist, fitSituation(pack, gist).situation, sources);
    };
    const fallsOf = (id: string) => {
      const outlined = outlines.byId.value.get(id)?.gist;
      return outlined === undefined ? known.value.get(id)?.open.withdrawal(sources) : withdrawnFrom(outlined);
    };
    const here = summaries.value.filter(({ deletedAt }) => deletedAt === '');
    const { found } = eachAlone(
      here.map((summary) => [summary.id, summary] as const),
      ({ id, details }) => ({ id, title: details.title, withdrawal: fallsOf(id) }),
    );
    return found.flatMap(({ withdrawal, ...one }) =>
      withdrawal !== undefined && withdrawal.answers.length > 0 ? [{ ...one, withdrawal }] : [],
    );
  }

  const sources = computed(() => {
    const byId = new Map<string, Source>();
    // The newest session comes first in the list, so its wording of a source is the one that stays.
    for (const { id } of summaries.value) {
      const gist = known.value.get(id)?.open.state.value ?? outlines.byId.value.get(id)?.gist;
      for (const source of gist?.sources ?? []) if (!byId.has(source.id)) byId.set(source.id, source);
    }
    return [...byId.values()];
  });

  async function rename(id: string, title: string): Promise<void> {
    const session = known.peek().get(id) ?? (await refresh(id));
    if (session === undefined) return;
    await session.open.describe({ title });
    const { saving, refusal } = session.keeper;
    const lost = saving.peek() === 'refused' || saving.peek() === 'stale';
    refused.value = lost ? { id, reason: refusal.peek() || 'unknown' } : undefined;
  }

  async function mark(id: string, time: string): Promise<void> {
    const result = await attempt(() => store.setDeleted(id, time));
    if (!told(id, result)) return;
    known.peek().get(id)?.keeper.markDeleted(time);
    outlines.markDeleted(id, time);
  }

  async function keepWhole(id: string): Promise<void> {
    told(id, (await store.keepWhole?.(id)) ?? { kind: 'stale' });
  }

  async function removeForGood(id: string): Promise<void> {
    const result = await attempt(() => store.remove(id));
    if (!told(id, result)) return;
    batch(() => {
      forget(id);
      damaged.value = damaged.peek().filter((other) => other.id !== id);
    });
  }

  /** Says on the list whether the change was kept. */
  function told(id: string, result: SaveResult): boolean {
    if (result.kind === 'saved') refused.value = undefined;
    else refused.value = { id, reason: result.kind === 'refused' ? result.reason : 'unknown' };
    return result.kind === 'saved';
  }

  function leaveAt(id: string, place: string): void {
    known.peek().get(id)?.keeper.markPlace(place);
    // A place is a convenience: where the store does not work, the next answer says so.
    store.setPlace(id, place).catch(() => undefined);
  }

  store.onChange((id) => {
    // A failed look after another tab's hint changes nothing here; opening or writing looks again.
    refresh(id).catch(() => undefined);
  });
  void load();

  return {
    briefs,
    sessions: computed(() => summaries.value.filter(({ deletedAt }) => deletedAt === '')),
    deleted: computed(() => summaries.value.filter(({ deletedAt }) => deletedAt !== '')),
    damaged: computed(() => [
      ...damaged.value,
      ...looked.value.broken
        .filter((id) => damaged.value.every((one) => one.id !== id))
        .map((id) => ({ id, reason: 'broken' })),
    ]),
    ready,
    unreadable,
    refused,
    open,
    create: async ({ brief, ...start }) => begin(beginning(brief.pack, start)),
    keep,
    moment,
    asOf: (id, entries) => openSession(pastKeeper(id, entries), versionOf(fold(entries).pack), now).open,
    knowOlder: (known) => {
      older.set(known.pack.hash, known);
    },
    older: ({ hash }) => older.get(hash),
    trial: (id, entries) => openSession(trialKeeper(id, entries), briefIn(entries), now).open,
    withdrawals,
    sources,
    duplicate,
    rename,
    delete: (id) => mark(id, now()),
    restore: (id) => mark(id, ''),
    removeForGood,
    keepWhole,
    keepGists: () => outlines.keep(known.peek().values()),
    leaveAt,
  };
}

async function attempt(write: () => Promise<SaveResult>): Promise<SaveResult> {
  try {
    return await write();
  } catch {
    return { kind: 'refused', reason: 'unknown' };
  }
}

/** ISO times in UTC compare as text; the id settles a tie, so that the order never flickers. */
function newestFirst(a: SessionSummary, b: SessionSummary): number {
  if (a.changed !== b.changed) return a.changed < b.changed ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
