import { expect, it, vi } from 'vitest';
import { askToKeepQuietly } from '../../src/storage/keep.ts';

const storage = (persist: () => Promise<boolean>) => ({ persist }) as unknown as StorageManager;

it.each([
  ['Chromium', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36', 1],
  [
    'Safari',
    'Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1',
    1,
  ],
  [
    'Firefox, which would ask the user',
    'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0',
    0,
  ],
])('asks to be kept: %s', (_, userAgent, times) => {
  const persist = vi.fn(async () => true);
  askToKeepQuietly({ userAgent, storage: storage(persist) });
  expect(persist).toHaveBeenCalledTimes(times);
});

it('goes on where the browser refuses, or knows no such promise', async () => {
  const persist = vi.fn(() => Promise.reject(new Error('not now')));
  askToKeepQuietly({ userAgent: '', storage: storage(persist) });
  await expect(persist.mock.results[0]?.value).rejects.toThrow();
  askToKeepQuietly({ userAgent: '', storage: undefined as unknown as StorageManager });
});
