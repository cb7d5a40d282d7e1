/** Sessions on the list whose journals were not read yet, from the gists that are kept beside these. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Brief } from '../brief/brief.ts';
import { isGist } from './action.ts';
import type { SessionSummary } from './desk.ts';
import { eachAlone } from './each-alone.ts';
import { GISTS_AT_ONCE, type Gist, gistToKeep, lineLater, summaryOf } from './gist.ts';
import type { PackName } from './journal.ts';
import type { KnownSession } from './open-session.ts';
import type { KeptGist, OutlinedSession, SessionStore } from './store.ts';

export interface Outlined {
  gist: Gist;
  summary: SessionSummary;
}

export interface Outlines {
  readonly byId: ReadonlySignal<ReadonlyMap<string, Outlined>>;
  /** Returns the ids of those whose gist cannot be read. */
  add(found: readonly OutlinedSession[]): string[];
  /** Their journals were read, or they are gone. */
  forget(ids: readonly string[]): void;
  markDeleted(id: string, time: string): void;
  /** Keeps gists of these sessions, where they are not kept yet. */
  keep(known: Iterable<KnownSession>): Promise<void>;
}

export function createOutlines(
  briefOf: (name: PackName) => Brief,
  store: SessionStore,
  form: string,
): Outlines {
  const byId = signal<ReadonlyMap<string, Outlined>>(new Map());
  /** The last hash of the journal that a session's kept gist is of. */
  const kept = new Map<string, string>();

  function outlinedAs(gist: Gist, rest: Pick<SessionSummary, 'id' | 'place' | 'deletedAt'>): Outlined {
    const { engine } = briefOf(gist.pack);
    return { gist, summary: summaryOf(engine, gist, lineLater(engine, gist), rest) };
  }

  async function keepAll(some: readonly KeptGist[]): Promise<void> {
    if (some.length === 0) return;
    await store.keepGists?.(form, some);
    for (const { id, last } of some) kept.set(id, last);
  }

  return {
    byId,
    add(found) {
      const unread: string[] = [];
      const all = new Map(byId.peek());
      for (const one of found) {
        const gist = gistIn(one);
        // What is kept beside a journal is believed no more than the journal.
        if (gist === undefined) unread.push(one.id);
        else {
          kept.set(one.id, one.last);
          all.set(one.id, outlinedAs(gist, one));
        }
      }
      byId.value = all;
      return unread;
    },
    forget(ids) {
      const gone = ids.filter((id) => byId.peek().has(id));
      if (gone.length === 0) return;
      const all = new Map(byId.peek());
      for (const id of gone) all.delete(id);
      byId.value = all;
    },
    markDeleted(id, time) {
      const one = byId.peek().get(id);
      if (one === undefined) return;
      const { place } = one.summary;
      byId.value = new Map([...byId.peek(), [id, outlinedAs(one.gist, { id, place, deletedAt: time })]]);
    },
    async keep(known) {
      if (store.keepGists === undefined) return;
      let fresh: KeptGist[] = [];
      for (const { open, keeper } of known) {
        const journal = keeper.journal.peek();
        // What is not kept in the journal is not to be beside it either.
        if (kept.get(open.id) === journal.at(-1)?.hash || keeper.hasUnkept()) continue;
        fresh.push(
          ...eachAlone([[open.id, open]], () => gistToKeep(open.id, journal, open.state.peek())).found,
        );
        if (fresh.length < GISTS_AT_ONCE) continue;
        await keepAll(fresh);
        fresh = [];
      }
      await keepAll(fresh);
    },
  };
}

/** undefined where it is not what this app wrote. */
function gistIn({ text }: OutlinedSession): Gist | undefined {
  try {
    const gist: unknown = JSON.parse(text);
    return isGist(gist) ? (gist as Gist) : undefined;
  } catch {
    return undefined;
  }
}
