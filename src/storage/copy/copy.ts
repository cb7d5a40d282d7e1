/** The second copy: facts appended to a medium, and what they amount to so far. One writer at a time has it. */
import type { Entry } from '../../session/journal.ts';
import type { AdditionState } from '../addition-state.ts';
import type { Target } from '../first-store.ts';
import { isJoined } from '../reconcile.ts';
import { linesOf, scan } from './lines.ts';
import type { Medium } from './medium.ts';
import { type Contents, contentsOf, type Fact, factsOf, take } from './records.ts';

/** Smaller than this it is never compacted, except to forget. */
const COMPACT_BYTES = 5_000_000;

export interface Copy {
  readonly contents: Contents;
  readonly kind: Medium['kind'];
  size(): number;
  /** Lines were damaged when it was opened. */
  readonly damaged: boolean;
  /** `behind`: the entries do not follow what is here; nothing was written. */
  append(session: string, entries: readonly Entry[]): Promise<'kept' | 'behind'>;
  setDeleted(session: string, time: string): Promise<void>;
  /** Removes for good, for the so-many-th time: its text is nowhere in the copy afterwards. */
  remove(session: string, times: number): Promise<void>;
  /** Puts this in the place of what is here of the session. */
  restate(session: string, target: Target): Promise<void>;
  /** The latest states of additions; the text of a removed one is nowhere in the copy afterwards. */
  putAdditions(states: readonly AdditionState[]): Promise<void>;
  mark(mark: 'busy' | 'idle'): Promise<void>;
  /** Rewrites everything without what has been overtaken, where that is worth it or `must` be. */
  compact(must?: boolean): Promise<void>;
  isThere(): Promise<boolean>;
  close(): void;
}

export async function openCopy(medium: Medium): Promise<Copy> {
  const scans = (await medium.read()).map(scan);
  const contents = contentsOf(scans.flatMap(({ values }) => values));
  const damaged = scans.some(({ bad }) => bad > 0);
  /** Compacting again what is as small as it can be would be in vain. */
  let compactAt =
    medium.size() < COMPACT_BYTES
      ? COMPACT_BYTES
      : Math.max(COMPACT_BYTES, 2 * linesOf(factsOf(contents)).length);

  function linesFor(facts: readonly Fact[]): Uint8Array {
    return linesOf(facts.map((fact, i) => ({ id: contents.lastId + 1 + i, ...fact })));
  }

  async function write(facts: readonly Fact[]): Promise<void> {
    if (facts.length === 0) return;
    await medium.append(linesFor(facts));
    contents.lastId += facts.length;
    for (const fact of facts) take(contents, fact);
  }

  const entriesOf = (session: string, entries: readonly Entry[]): Fact[] =>
    entries.map((entry) => ({ session, entry }));

  async function compact(must = false): Promise<void> {
    if (!must && !contents.forgotten && medium.size() < compactAt) return;
    const facts = factsOf(contents);
    await medium.replace(linesFor(facts));
    contents.lastId += facts.length;
    contents.forgotten = false;
    compactAt = Math.max(COMPACT_BYTES, 2 * medium.size());
    if (!contents.clean) await write([{ mark: 'busy' }]);
  }

  return {
    contents,
    kind: medium.kind,
    size: () => medium.size(),
    damaged,
    async append(session, entries) {
      const { records = [], head } = contents.sessions.get(session) ?? {};
      const last = entries.at(-1);
      // Here already: the same once more, or another window's next entry came first and brought it along.
      if (last === undefined || (records[last.seq - 1] as Entry | undefined)?.hash === last.hash)
        return 'kept';
      if (entries[0]?.seq !== (head?.count ?? 0) + 1 || entries[0].prev !== (head?.last ?? ''))
        return 'behind';
      await write(entriesOf(session, entries));
      return 'kept';
    },
    setDeleted: (session, time) => write([{ session, deleted: time }]),
    async remove(session, times) {
      await write([{ session, removed: times }]);
      await compact();
    },
    async restate(session, { entries, deletedAt, life }) {
      const known = contents.sessions.get(session);
      const { records, head } = known ?? { records: [] };
      const from = records.length;
      // Where it merely lags it goes on; otherwise the first entry begins it anew.
      const lags =
        known?.life === life && head?.last === entries[from - 1]?.hash && isJoined(records, head?.last ?? '');
      const ended: Fact[] = life > (contents.removed.get(session) ?? 0) ? [{ session, removed: life }] : [];
      const deleted: Fact[] = [{ session, deleted: deletedAt }];
      await write([...ended, ...entriesOf(session, entries.slice(lags ? from : 0)), ...deleted]);
    },
    async putAdditions(states) {
      await write(states.map((addition) => ({ addition })));
      await compact();
    },
    async mark(mark) {
      if (contents.clean !== (mark === 'idle')) await write([{ mark }]);
    },
    compact,
    isThere: () => medium.isThere(),
    close: () => medium.close(),
  };
}
