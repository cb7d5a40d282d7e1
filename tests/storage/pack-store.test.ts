/** Versions of the pack on the device: the very bytes that were in use, or nothing. */
import 'fake-indexeddb/auto';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/engine/canonical.ts';
import type { Pack } from '../../src/engine/pack.ts';
import type { PackWords } from '../../src/engine/words.ts';
import { createPackStore } from '../../src/storage/pack-store.ts';
import { smallPack } from '../session/small-pack.ts';

let databases = 0;
const fresh = () => `packs-test-${++databases}`;
const words = (language: string) => ({ language }) as PackWords;

function sealed(version: string): Pack {
  const { hash: _, ...content } = { ...smallPack, version };
  return { ...content, hash: bytesToHex(sha256(utf8ToBytes(canonicalJson(content)))) };
}

async function alter(
  database: string,
  change: (record: { hash: string; pack: Pack }) => void,
): Promise<void> {
  const opened = await openDB(database);
  for (const record of await opened.getAll('packs')) {
    change(record);
    await opened.put('packs', record);
  }
  opened.close();
}

describe('older versions of the pack', () => {
  it('are there again by their hash, in every language in which they were used', async () => {
    const database = fresh();
    const [one, two] = [sealed('1'), sealed('2')];
    await createPackStore({ database }).keep(one, 'en', words('en'));
    await createPackStore({ database }).keep(one, 'fr', words('fr'));
    await createPackStore({ database }).keep(two, 'en', words('en'));
    const store = createPackStore({ database });
    expect(await store.read(one.hash)).toEqual({
      hash: one.hash,
      pack: one,
      words: { en: words('en'), fr: words('fr') },
    });
    expect((await store.read(two.hash))?.pack.version).toBe('2');
    expect(await store.read('none')).toBeUndefined();
  });

  it('are nothing where what is kept is not what the hash names', async () => {
    const one = sealed('1');
    const changes: ((record: { hash: string; pack: Pack }) => void)[] = [
      ({ pack }) => pack.questions.pop(),
      ({ pack }) => pack.diagrams.nodes.reverse(),
      (record) => Object.assign(record.pack, { format: 2 }),
      (record) => Object.assign(record.pack, { hash: 'other' }),
    ];
    for (const change of changes) {
      const database = fresh();
      const store = createPackStore({ database });
      await store.keep(one, 'en', words('en'));
      await alter(database, change);
      expect(await store.read(one.hash)).toBeUndefined();
      // The same version in use again makes it good.
      await store.keep(one, 'en', words('en'));
      expect((await store.read(one.hash))?.pack).toEqual(one);
    }
  });
});
