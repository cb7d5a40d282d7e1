/**
 * Sessions kept twice: in the database, which decides what comes first, and in the second copy, which follows it.
 * Each may fail alone: then what was done is saved all the same, and it is said that there is one copy of it.
 */
import {
  type Damaged,
  DamagedJournal,
  type Outline,
  type SaveResult,
  type SessionStore,
} from '../session/store.ts';
import type { Request, StepReport } from './copy/protocol.ts';
import { Refusal } from './refusal.ts';
import { OPEN_MS as ALL_MS, type SecondCopy } from './second-copy.ts';
import { within } from './time-limit.ts';

/** How long a write waits for the copies to be brought in step. */
const OPEN_MS = 3000;

/**
 * @param verify looks at the database alone, with every hash: what is damaged there.
 * @param failed whether a write of the database went wrong since the page was opened.
 */
export function createTwiceKeptStore(
  first: SessionStore,
  second: SecondCopy,
  verify: () => Promise<Damaged[]>,
  failed: () => boolean = () => false,
): SessionStore {
  /** Of which the database lacks what the second copy took, and why it did not take it. */
  const behind = new Map<string, string>();
  const damaged = new Map<string, Damaged>();
  const listeners = new Set<(id: string) => void>();

  const opened = second.opened.then(async ({ report }) => {
    // Without a second copy nobody has looked at the hashes yet.
    const harmed =
      report?.damaged.map(({ id, reason, ...left }) => ({ id, reason, left })) ??
      (await verify().catch(() => []));
    for (const one of harmed) damaged.set(one.id, one);
    tell(report);
    for (const id of damaged.keys()) for (const listener of listeners) listener(id);
  });

  function tell(report: StepReport | undefined): void {
    const news = [...(report?.restored ?? []), ...(report?.parted ?? []).map(({ other }) => other)];
    for (const id of news) for (const listener of listeners) listener(id);
  }

  /** @returns why the database cannot take anything yet; '' where it can. */
  async function begin(id: string): Promise<string> {
    await within(OPEN_MS, opened);
    await second.touch();
    if (behind.has(id)) {
      const { fault, report } = await second.ask({ type: 'inStep', id });
      if (fault === '') behind.delete(id);
      tell(report);
    }
    return behind.get(id) ?? '';
  }

  /** What both said of a write that the database took. */
  async function both(done: SaveResult, copy: Request): Promise<SaveResult> {
    return done.kind === 'saved' ? second.keep(copy) : done;
  }

  /** On a full disk, and after a failed write, what the database took alone may be gone with the next start. */
  function trusted(result: SaveResult): SaveResult {
    if (result.kind !== 'saved' || result.once === undefined) return result;
    if (result.once === 'quota') return { kind: 'refused', reason: 'quota' };
    return failed() ? { kind: 'refused', reason: 'unknown' } : result;
  }

  async function append(...[id, entries]: Parameters<SessionStore['append']>): Promise<SaveResult> {
    const lacking = await begin(id);
    if (entries.length === 0)
      return lacking === '' ? second.keep({ type: 'inStep', id }) : { kind: 'saved', once: lacking };
    const result: SaveResult =
      lacking === '' ? await first.append(id, entries) : { kind: 'refused', reason: lacking };
    const copy = { type: 'append', id, entries } as const;
    if (result.kind !== 'refused') return trusted(await both(result, copy));
    const { fault, report } = await second.ask(copy);
    tell(report);
    if (fault !== '') return result;
    behind.set(id, result.reason);
    return { kind: 'saved', once: result.reason };
  }

  async function looked(look: () => Promise<Outline>): Promise<Outline> {
    const found = await look().catch(() => undefined);
    // Bad news waits for the second copy: what the database has lost or damaged may be there.
    if (found !== undefined && idsIn(found).length > 0 && found.damaged.length === 0) return found;
    await opened;
    let again = await look();
    if (await fetchLacking(idsIn(again))) again = await look();
    const isWhole = ({ id }: { id: string }) => !damaged.has(id);
    return {
      sessions: again.sessions.filter(isWhole),
      outlined: again.outlined.filter(isWhole),
      damaged: [...again.damaged.filter(isWhole), ...damaged.values()],
    };
  }

  /** The database may have been cleared since both were brought in step. Returns whether anything was fetched. */
  async function fetchLacking(there: readonly string[]): Promise<boolean> {
    const { kept } = await second.ask({ type: 'list' });
    let any = false;
    for (const { id } of kept?.sessions ?? []) if (!there.includes(id)) any = (await fetchAgain(id)) || any;
    return any;
  }

  /** Brings one session in step anew. Returns whether the database was made good. */
  async function fetchAgain(id: string): Promise<boolean> {
    const { report } = await second.ask({ type: 'inStep', id });
    tell(report);
    return report?.restored.includes(id) === true;
  }

  const { outline, keepGists } = first;
  return {
    list: () => looked(async () => ({ ...(await first.list()), outlined: [] })),
    ...(outline && keepGists && { outline: (form) => looked(() => outline(form)), keepGists }),
    async read(id) {
      if (behind.has(id) && (await begin(id)) !== '') throw new Refusal('unknown');
      const harmed = damaged.get(id);
      if (harmed !== undefined) throw new DamagedJournal(harmed.reason);
      const found = await first.read(id).catch((error: unknown) => {
        if (error instanceof DamagedJournal) return undefined;
        throw error;
      });
      if (found !== undefined) return found;
      // Bad news waits for the second copy here too.
      await opened;
      await fetchAgain(id);
      return first.read(id);
    },
    append,
    async copies(mend) {
      await opened;
      const { fault, report } = await second.ask(
        { type: mend ? 'allInStep' : 'touch' },
        mend ? ALL_MS : undefined,
      );
      tell(report);
      const mended = (report?.restored.length ?? 0) + (report?.copied.length ?? 0);
      return { fault, mended, damaged: (mend && report?.damaged.length) || damaged.size };
    },
    async setPlace(id, place) {
      // It is not copied; but while it is written the database is not at rest.
      await second.touch();
      await first.setPlace(id, place);
    },
    async setDeleted(id, time) {
      await begin(id);
      return both(await first.setDeleted(id, time), { type: 'setDeleted', id, time });
    },
    async keepWhole(id) {
      const { fault, report } = await second.ask({ type: 'keepWhole', id });
      tell(report);
      return fault === '' ? { kind: 'saved' } : { kind: 'refused', reason: fault };
    },
    async remove(id) {
      await begin(id);
      const result = await both(await first.remove(id), { type: 'remove', id });
      if (result.kind === 'saved') {
        damaged.delete(id);
        behind.delete(id);
      }
      return result;
    },
    onChange(listener) {
      listeners.add(listener);
      const stop = first.onChange(listener);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
  };
}

function idsIn({ sessions, outlined }: Outline): string[] {
  return [...sessions, ...outlined].map(({ id }) => id);
}
