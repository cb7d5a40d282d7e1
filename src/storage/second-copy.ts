/** The page's way to its second copy, which a worker keeps. */
import type { SaveResult } from '../session/store.ts';
import type { Answer, Request } from './copy/protocol.ts';
import { within } from './time-limit.ts';

export interface SecondCopy {
  /** The copies have been brought in step, or cannot be. */
  readonly opened: Promise<Answer>;
  /** @param limit milliseconds after which its silence is an answer */
  ask(request: Request, limit?: number): Promise<Answer>;
  /** Lets the copy know that a write in a database begins, and waits a moment for it to be known. */
  touch(): Promise<void>;
  /** Asks, after a database has kept something: `saved`, and why once only where the copy did not take it. */
  keep(request: Request): Promise<SaveResult & { kind: 'saved' }>;
  /** Lets go of it for good. */
  close(): void;
}

/** The part of a Worker that is used. */
export type CopyWorker = Pick<Worker, 'postMessage' | 'terminate'> & { onerror: unknown };

const ANSWER_MS = 4500;
/**
 * After a silence, until anything is heard from it again: where its files were cleared away under it, Chromium may never
 * come back from closing them, and nobody is to wait for that at each step.
 */
const SILENT_MS = 300;
/** Reading and mending everything that there is. */
export const OPEN_MS = 120_000;

const TOUCH_MS = 300;
/** Less than the worker takes for a pause (serve.ts). */
const BUSY_MS = 1500;

/** Its script is missing, or the browser does not take it. */
const BROKEN: Answer = { fault: 'unknown', kind: 'none' };

/**
 * A page that is put aside, so that Back shows it at once, is frozen with all that it holds. Its worker would go on
 * holding the lock and the files, and another page could keep nothing twice: so it ends with the page, and a new one
 * takes up what was not answered when the page is shown again. Each request is the same done twice.
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
  let broken = false;
  let silent = false;
  let open: Request | undefined;
  /** What is not answered yet. */
  const asked = new Set<{ post(): void; settle(answer: Answer): void }>();
  let busyUntil = 0;

  function begin(): void {
    try {
      worker = start();
      silent = false;
      worker.onerror = fail;
    } catch {
      fail();
    }
  }

  function fail(): void {
    broken = true;
    for (const one of asked) one.settle(BROKEN);
  }

  function end(): void {
    worker?.terminate();
    worker = undefined;
  }

  function ask(request: Request, limit = silent ? SILENT_MS : ANSWER_MS): Promise<Answer> {
    if (broken) return Promise.resolve(BROKEN);
    return new Promise((resolve) => {
      let timer: ReturnType<typeof setTimeout>;
      let port: MessagePort | undefined;
      const one = {
        post() {
          clearTimeout(timer);
          port?.close();
          timer = setTimeout(() => {
            silent = true;
            one.settle({ fault: 'timeout', kind: 'none' });
          }, limit);
          const { port1, port2 } = new MessageChannel();
          port = port1;
          // Too late for whoever asked, it still is a word.
          port1.onmessage = ({ data }) => {
            silent = false;
            port1.close();
            one.settle(data as Answer);
          };
          worker?.postMessage(request, [port2]);
        },
        settle(answer: Answer) {
          clearTimeout(timer);
          asked.delete(one);
          resolve(answer);
        },
      };
      asked.add(one);
      one.post();
    });
  }

  const hidden = ({ persisted }: PageTransitionEvent) => persisted && end();
  const shown = ({ persisted }: PageTransitionEvent) => {
    if (!persisted || broken) return;
    const before = [...asked];
    begin();
    // The first that a worker is told.
    if (open) void ask(open, OPEN_MS);
    for (const one of before) one.post();
  };
  begin();
  globalThis.addEventListener?.('pagehide', hidden);
  globalThis.addEventListener?.('pageshow', shown);

  return {
    opened: otherTitle.then((title) => {
      open = { type: 'open', ...databases, otherTitle: title, alone };
      return ask(open, OPEN_MS);
    }),
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
    close() {
      globalThis.removeEventListener?.('pagehide', hidden);
      globalThis.removeEventListener?.('pageshow', shown);
      end();
      fail();
    },
  };
}
