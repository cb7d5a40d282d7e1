/** At the door: stores that are not there, refuse, or never answer keep nobody out. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isSealedHere, sharePlace } from '../../../src/storage/vault/door.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const never = () => new Promise<never>(() => undefined);
const refused = () => Promise.reject(new DOMException('no', 'SecurityError'));
const thrown = () => {
  throw new DOMException('no', 'SecurityError');
};

function browser(stores: { databases?: unknown; getDirectory?: unknown; has?: unknown }): void {
  const { databases, getDirectory, has } = stores;
  vi.stubGlobal('indexedDB', databases && { databases });
  vi.stubGlobal('navigator', getDirectory ? { storage: { getDirectory } } : {});
  vi.stubGlobal('caches', has && { has });
}

async function within4s<T>(promise: Promise<T>): Promise<T | 'nothing'> {
  const settled = Promise.race([promise, new Promise<'nothing'>((r) => setTimeout(r, 4000, 'nothing'))]);
  await vi.advanceTimersByTimeAsync(4000);
  return settled;
}

const HERE = {
  databases: async () => [{ name: 'waymark-sealed' }],
  getDirectory: async () => ({ getFileHandle: async () => ({}) }),
  has: async () => true,
};
const NOT_HERE = {
  databases: async () => [{ name: 'waymark' }],
  getDirectory: async () => ({
    getFileHandle: () => Promise.reject(new DOMException('none', 'NotFoundError')),
  }),
  has: async () => false,
};
const FAULTS: [string, unknown][] = [
  ['never answers', never],
  ['refuses', refused],
  ['throws', thrown],
  ['is not there', undefined],
];
const STORES = ['databases', 'getDirectory', 'has'] as const;

describe.each(FAULTS)('a store that %s', (_, fault) => {
  it.each(STORES)('%s: nothing is locked, where nothing else says so', async (store) => {
    browser({ ...NOT_HERE, [store]: fault });
    expect(await within4s(isSealedHere())).toBe(false);
  });
  it.each(STORES)('%s: the others still say what is locked', async (store) => {
    browser({ ...HERE, [store]: fault });
    expect(await within4s(isSealedHere())).toBe(true);
  });
  it('and all of them do', async () => {
    browser({ databases: fault, getDirectory: fault, has: fault });
    expect(await within4s(isSealedHere())).toBe(false);
  });
});

describe('a share of the place', () => {
  /** Locks as browsers have them, as far as this goes. */
  function locks() {
    let held = 0;
    let taken = false;
    const request = (
      _: string,
      { signal }: { signal: AbortSignal },
      work: () => Promise<void>,
    ): Promise<void> => {
      if (taken)
        return new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(new DOMException('late', 'AbortError'))),
        );
      held += 1;
      return work().finally(() => {
        held -= 1;
      });
    };
    vi.stubGlobal('navigator', { locks: { request } });
    return {
      held: () => held,
      takeAll: () => {
        taken = true;
      },
    };
  }
  let page: EventTarget;
  beforeEach(() => {
    page = new EventTarget();
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  });
  const say = async (type: string) => {
    page.dispatchEvent(Object.assign(new Event(type), { persisted: true }));
    await vi.advanceTimersByTimeAsync(2000);
  };

  it('is given back while the page is put aside, and taken again', async () => {
    const all = locks();
    const returned = vi.fn();
    await sharePlace(1000, returned);
    expect(all.held()).toBe(1);
    await say('pagehide');
    expect(all.held()).toBe(0);
    expect(returned).not.toHaveBeenCalled();
    await say('pageshow');
    expect(all.held()).toBe(1);
    expect(returned.mock.calls).toEqual([[true]]);
  });

  it('that cannot be had again, since everything is being moved, is told', async () => {
    const all = locks();
    const returned = vi.fn();
    await sharePlace(1000, returned);
    await say('pagehide');
    all.takeAll();
    await say('pageshow');
    expect(returned.mock.calls).toEqual([[false]]);
  });

  it.each<[string, object]>([
    ['has no locks', {}],
    ['refuses them, as where site data is blocked', { locks: { request: refused } }],
  ])('is had where a browser %s', async (_, navigator) => {
    vi.stubGlobal('navigator', navigator);
    const returned = vi.fn();
    expect(await (await sharePlace(1000, returned)).take(1000)).toBe(true);
    await say('pagehide');
    await say('pageshow');
    expect(returned.mock.calls).toEqual([[true]]);
  });
});
