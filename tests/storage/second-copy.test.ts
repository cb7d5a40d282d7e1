/** The worker of the second copy and the page that it serves, while that is put aside and shown again. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer, Request } from '../../src/storage/copy/protocol.ts';
import { openSecondCopy } from '../../src/storage/second-copy.ts';

const FINE: Answer = { fault: '', kind: 'file' };
const APPEND: Request & { id: string } = { type: 'append', id: 'a', entries: [] };

/** A worker that answers when it is told to, unless it was ended. */
class Worker {
  onerror: unknown;
  ended = false;
  readonly asked: { request: Request; port: MessagePort }[] = [];
  postMessage(request: Request, ports: unknown): void {
    this.asked.push({ request, port: (ports as MessagePort[])[0] as MessagePort });
  }
  terminate(): void {
    this.ended = true;
  }
  types(): string[] {
    return this.asked.map(({ request }) => request.type);
  }
  answer(): void {
    if (!this.ended) for (const { port } of this.asked.splice(0)) port.postMessage(FINE);
  }
}

let page: EventTarget;
let workers: Worker[];
const worker = (n: number): Worker => workers[n] ?? expect.fail(`there is no worker ${n}`);

beforeEach(() => {
  page = new EventTarget();
  workers = [];
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const say = (type: 'pagehide' | 'pageshow', persisted: boolean) =>
  page.dispatchEvent(Object.assign(new Event(type), { persisted }));

async function opened() {
  const start = () => {
    const made = new Worker();
    workers.push(made);
    return made;
  };
  const second = openSecondCopy(start, { database: 'd', additions: 'a' }, Promise.resolve('{title}'));
  await vi.waitFor(() => expect(worker(0).types()).toEqual(['open']));
  worker(0).answer();
  await second.opened;
  return second;
}

describe('a page that is put aside', () => {
  it('ends its worker, and has a new one when it is shown again', async () => {
    const second = await opened();
    say('pagehide', true);
    expect(worker(0).ended).toBe(true);
    expect(workers).toHaveLength(1);
    say('pageshow', true);
    expect(worker(1).types()).toEqual(['open']);
    const kept = second.keep(APPEND);
    worker(1).answer();
    expect(await kept).toEqual({ kind: 'saved' });
  });

  it('asks the new one what the old one did not answer, and what was asked in between', async () => {
    const second = await opened();
    let known = 0;
    const before = second.keep(APPEND).then(() => ++known);
    say('pagehide', true);
    worker(0).answer();
    const between = second.keep({ ...APPEND, id: 'b' }).then(() => ++known);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(known).toBe(0);
    say('pageshow', true);
    expect(worker(1).types()).toEqual(['open', 'append', 'append']);
    worker(1).answer();
    await Promise.all([before, between]);
  });

  it('says "saved" of nothing that a new one does not answer', async () => {
    const second = await opened();
    const asked = second.ask(APPEND, 50);
    say('pagehide', true);
    say('pageshow', true);
    expect(await asked).toEqual({ fault: 'timeout', kind: 'none' });
  });

  it('that is not to come back leaves its worker alone to the last', async () => {
    await opened();
    say('pagehide', false);
    say('pageshow', false);
    expect(worker(0).ended).toBe(false);
    expect(workers).toHaveLength(1);
  });

  it('has none when it is shown again where it let go of it for good', async () => {
    const second = await opened();
    second.close();
    expect(worker(0).ended).toBe(true);
    say('pagehide', true);
    say('pageshow', true);
    expect(workers).toHaveLength(1);
    expect(await second.ask(APPEND)).toEqual({ fault: 'unknown', kind: 'none' });
  });
});

describe('a copy that does not answer', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is waited for once; then for a moment only, until it is heard again', async () => {
    const second = await opened();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const told: string[] = [];
    const keep = (name: string) =>
      void second.keep(APPEND).then((result) => told.push(`${name} ${result.once ?? 'twice'}`));
    const toldWithin = async (milliseconds: number) => {
      await vi.advanceTimersByTimeAsync(milliseconds);
      return told.splice(0);
    };
    keep('first');
    expect(await toldWithin(4000)).toEqual([]);
    expect(await toldWithin(1000)).toEqual(['first timeout']);
    keep('second');
    expect(await toldWithin(500)).toEqual(['second timeout']);

    // It answers what was asked long ago.
    worker(0).answer();
    vi.useRealTimers();
    await new Promise((resolve) => setTimeout(resolve, 20));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    keep('third');
    expect(await toldWithin(4000)).toEqual([]);
    worker(0).answer();
    await vi.waitFor(() => expect(told).toEqual(['third twice']));
  });
});
