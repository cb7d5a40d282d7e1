/** The page's way to its second copy, which a worker keeps. */
import type { SaveResult } from '../session/store.ts';
import type { Answer, Request } from './copy/protocol.ts';

export interface SecondCopy {
  /** The copies have been brought in step, or cannot be. */
  readonly opened: Promise<Answer>;
  /** @param limit milliseconds after which its silence is an answer */
  ask(request: Request, limit?: number): Promise<Answer>;
  /** Lets the copy know that a write in a database begins, and waits a moment for it to be known. */
  touch(): Promise<void>;
  /** Asks, after a database has kept something: `saved`, and why once only where the copy did not take it. */
  keep(request: Request): Promise<SaveResult & { kind: 'saved' }>;
}

/** The part of a Worker that is used. */
export type CopyWorker = Pick<Worker, 'postMessage'> & { onerror: unknown };

const ANSWER_MS = 4500;
/** Reading and mending everything that there is. */
export const OPEN_MS = 120_000;

const TOUCH_MS = 300;
/** Less than the worker takes for a pause (serve.ts). */
const BUSY_MS = 1500;

/** Its script is missing, or the browser does not take it. */
const BROKEN: Answer = { fault: 'unknown', kind: 'none' };

/**
 * @param start makes the worker; where that throws, everything is kept once, and that is said.
 * @param alone the databases cannot be opened.
 * @param otherTitle how a session found beside another is called; `{title}` stands for that one's.
 */
export function openSecondCopy(
  start: () => CopyWorker,
  databases: { database: string; additions: string },
  otherTitle: Promise<string>,
  alone = false,
): SecondCopy {
  let worker: CopyWorker | undefined;
  const broken = new Promise<Answer>((resolve) => {
    try {
      worker = start();
      worker.onerror = () => {
        worker = undefined;
        resolve(BROKEN);
      };
    } catch {
      resolve(BROKEN);
    }
  });
  let busyUntil = 0;

  function ask(request: Request, limit = ANSWER_MS): Promise<Answer> {
    if (worker === undefined) return Promise.resolve(BROKEN);
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise<Answer>((resolve) => {
      port1.onmessage = ({ data }) => resolve(data as Answer);
      setTimeout(() => resolve({ fault: 'timeout', kind: 'none' }), limit);
    });
    worker.postMessage(request, [port2]);
    return Promise.race([answer, broken]).finally(() => port1.close());
  }

  return {
    opened: otherTitle.then((title) =>
      ask({ type: 'open', ...databases, otherTitle: title, alone }, OPEN_MS),
    ),
    ask,
    async touch() {
      if (performance.now() <= busyUntil) return;
      busyUntil = performance.now() + BUSY_MS;
      await within(TOUCH_MS, ask({ type: 'touch' }));
    },
    async keep(request) {
      const { fault, kind } = await ask(request);
      // A browser that has no second store at all is no failure of this write.
      return fault === '' || (fault === 'missing' && kind === 'none')
        ? { kind: 'saved' }
        : { kind: 'saved', once: fault };
    },
  };
}

/** Waits for it, and not longer. */
export function within(milliseconds: number, promise: Promise<unknown>): Promise<unknown> {
  return Promise.race([promise, new Promise((resolve) => setTimeout(resolve, milliseconds))]);
}
