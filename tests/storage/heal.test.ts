/** The scratch database that makes Chromium's begin a new log: large enough, of values small enough, gone afterwards. */
import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { heal } from '../../src/storage/heal.ts';

it('writes more than 4 MB in values of less than 64 kB, strictly, and leaves nothing', async () => {
  const sizes: number[] = [];
  const durability = new Set<unknown>();
  const { add } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
    this: IDBObjectStore,
    value,
    ...rest
  ) {
    sizes.push(String(value).length);
    return add.call(this, value, ...rest);
  });
  const { transaction } = IDBDatabase.prototype;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    if (args[1] === 'readwrite') durability.add(args[2]?.durability);
    return transaction.apply(this, args);
  });
  await heal('scratch');
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(4_200_000);
  expect(Math.max(...sizes)).toBeLessThan(64_000);
  expect([...durability]).toEqual(['strict']);
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('scratch');
});
