/** Answers what pages ask of the second copy, one request after the other. Only the holder of the lock does. */
import type { AdditionDatabase } from '../addition-database.ts';
import type { FirstStore } from '../first-store.ts';
import { type Copy, openCopy } from './copy.ts';
import {
  bringAdditionsInStep,
  bringAllInStep,
  bringInStep,
  type InStep,
  keepWhole,
  listAlone,
} from './in-step.ts';
import { CopyFailure, faultOf, type Medium } from './medium.ts';
import { type Answer, NOTHING_DONE, type Request, type StepReport } from './protocol.ts';

export interface ServeParts {
  first: FirstStore;
  additions: AdditionDatabase;
  /** Opens what the copy is kept in; rejects with CopyFailure `missing` where the browser has nothing for it. */
  openMedium(): Promise<Medium>;
  /** Makes the database's log begin anew (heal.ts). */
  heal(): Promise<void>;
  otherTitle: string;
  /** The databases cannot be opened: nothing is asked of them. */
  alone?: boolean;
  /** Without a request for so many milliseconds, the last write has come to its end. */
  idleAfter?: number;
}

/** Longer than what is asked in a row while somebody taps, so that a failing copy makes nobody wait. */
const AGAIN_MS = 10_000;

export interface Served {
  /** What bringing all in step came to, when it was opened. */
  opened: Promise<Answer>;
  answer(request: Request): Promise<Answer>;
}

export function serveCopy(parts: ServeParts): Served {
  const { first, additions, openMedium, heal, otherTitle, alone = false, idleAfter = 3000 } = parts;
  let copy: Copy | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  /** Of which a request failed: they are brought in step when it is quiet. `additions` stands for all of these. */
  const owed = new Set<string>();
  /** Why the copy did not open, and until when it is not tried again: each try may take seconds. */
  let closed: { error: unknown; until: number } | undefined;
  /** What the database lacks and cannot be given. */
  let lost = new Set<string>();

  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = queue.then(task);
    queue = turn.catch(() => undefined);
    return turn;
  }

  const stepping = (there: Copy): InStep => ({ first, additions, copy: there, otherTitle });

  async function open(): Promise<StepReport> {
    const there = await openCopy(await openMedium());
    copy = there;
    const unclean = !there.contents.clean;
    // The database is as it was when it was last in use, and so is the mark.
    if (alone) return NOTHING_DONE;
    await there.mark('busy');
    const report = await bringAllInStep(stepping(there));
    // What remains of damaged sessions may lie in damaged lines: nothing is rewritten then.
    if (report.damaged.length === 0) await there.compact(there.damaged);
    if (unclean || report.restored.length > 0) heal().catch(() => undefined);
    return report;
  }

  /** Some time after the last request: what was in hand is done with, and does it still arrive? */
  function rest(): void {
    clearTimeout(idle);
    idle = setTimeout(() => void inTurn(settle).catch(() => undefined), idleAfter);
  }

  async function settle(): Promise<void> {
    if (copy === undefined) return;
    if (!(await copy.isThere().catch(() => false))) await reopen();
    if (alone) return;
    for (const id of [...owed]) {
      if (id === 'additions') await bringAdditionsInStep(stepping(copy));
      else await bringInStep(stepping(copy), id);
      owed.delete(id);
    }
    await lookAfterDatabase(copy);
    await copy.mark('idle');
    await copy.compact();
  }

  /** A browser may clear the database of an open app; nothing says so but that sessions are no longer in it. */
  async function lookAfterDatabase(there: Copy): Promise<void> {
    const lacking = async () => {
      const ids = await first.ids();
      return new Set([...there.contents.sessions.keys()].filter((id) => !ids.has(id)));
    };
    if ([...(await lacking())].every((id) => lost.has(id))) return;
    await bringAllInStep(stepping(there));
    lost = await lacking();
  }

  /** The files were cleared away under the handles: a new copy is made of what the database has. */
  async function reopen(): Promise<void> {
    copy?.close();
    copy = undefined;
    if (closed !== undefined && performance.now() < closed.until) throw closed.error;
    try {
      await open();
      closed = undefined;
    } catch (error) {
      closed = { error, until: performance.now() + AGAIN_MS };
      throw error;
    }
  }

  async function run(request: Request): Promise<StepReport> {
    // Cleared away under the handles, appends go on into nowhere without an error: what is kept is looked for first.
    if (copy === undefined || !(await copy.isThere().catch(() => false))) await reopen();
    if (copy === undefined) throw new CopyFailure('missing');
    if (alone) return runAlone(copy, request);
    switch (request.type) {
      case 'open':
      case 'list':
        return NOTHING_DONE;
      case 'touch':
        await copy.mark('busy');
        return NOTHING_DONE;
      case 'append': {
        const { id, entries } = request;
        if ((await copy.append(id, entries)) === 'kept') return NOTHING_DONE;
        const report = await bringInStep(stepping(copy), id);
        // Where the database refused these entries, only they are missing now.
        if ((await copy.append(id, entries)) === 'behind') throw new CopyFailure('diverged');
        return report;
      }
      case 'setDeleted': {
        const { id, time } = request;
        if (!copy.contents.sessions.has(id)) return bringInStep(stepping(copy), id);
        await copy.setDeleted(id, time);
        return NOTHING_DONE;
      }
      case 'remove':
        await copy.remove(request.id, (await first.read(request.id)).ended);
        return NOTHING_DONE;
      case 'inStep':
        return bringInStep(stepping(copy), request.id);
      case 'allInStep':
        return bringAllInStep(stepping(copy));
      case 'keepWhole':
        return keepWhole(stepping(copy), request.id);
      case 'additions':
        return { ...NOTHING_DONE, additions: await bringAdditionsInStep(stepping(copy)) };
    }
  }

  async function runAlone(there: Copy, request: Request): Promise<StepReport> {
    switch (request.type) {
      case 'append':
        if ((await there.append(request.id, request.entries)) === 'behind') throw new CopyFailure('diverged');
        return NOTHING_DONE;
      case 'setDeleted':
        await there.setDeleted(request.id, request.time);
        return NOTHING_DONE;
      case 'remove':
        await there.remove(request.id, (there.contents.sessions.get(request.id)?.life ?? 0) + 1);
        return NOTHING_DONE;
      case 'open':
      case 'list':
      case 'touch':
        return NOTHING_DONE;
      default:
        throw new CopyFailure('missing');
    }
  }

  async function answered(work: () => Promise<StepReport>): Promise<Answer> {
    try {
      const report = await work();
      return { fault: '', kind: copy?.kind ?? 'none', report };
    } catch (error) {
      return { fault: faultOf(error), kind: copy?.kind ?? 'none' };
    } finally {
      rest();
    }
  }

  return {
    opened: inTurn(() => answered(open)),
    answer: (request) =>
      inTurn(async () => {
        const answer = await answered(() => run(request));
        if (answer.fault !== '') owe(request);
        return request.type === 'list' && copy !== undefined ? { ...answer, kept: listAlone(copy) } : answer;
      }),
  };

  function owe(request: Request): void {
    if ('id' in request) owed.add(request.id);
    if (request.type === 'additions') owed.add('additions');
  }
}
