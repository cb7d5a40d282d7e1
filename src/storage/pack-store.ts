/**
 * The versions of the pack that were in use on this device, with their words: public like the app itself, so never
 * sealed, and kept so that what was answered under an older version can still be judged by it.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { DBSchema } from 'idb';
import { canonicalJson } from '../engine/canonical.ts';
import { PACK_FORMAT, type Pack } from '../engine/pack.ts';
import type { PackWords } from '../engine/words.ts';
import { type Database, openFor } from './open-for.ts';

export interface KeptPack {
  hash: string;
  pack: Pack;
  /** By language; those in which it was used. */
  words: Record<string, PackWords>;
}

interface Schema extends DBSchema {
  packs: { key: string; value: KeptPack };
}

const DESCRIBED: Omit<Database<Schema, 'packs'>, 'name'> = {
  version: 1,
  stores: ['packs'],
  upgrade: (opened) => void opened.createObjectStore('packs', { keyPath: 'hash' }),
};

export interface PackStore {
  /** Once for each version and language. @throws Refusal */
  keep(pack: Pack, language: string, words: PackWords): Promise<void>;
  /** undefined: it was never in use here, or what is kept is not what that hash names. @throws Refusal */
  read(hash: string): Promise<KeptPack | undefined>;
}

export function createPackStore({ database = 'waymark-packs', limit = 5000 } = {}): PackStore {
  const described = { ...DESCRIBED, name: database };
  return {
    keep: (pack, language, words) =>
      openFor(described, limit, 'readwrite', async (tx) => {
        const store = tx.objectStore('packs');
        const known = await store.get(pack.hash);
        if (known !== undefined && isWhole(known) && known.words[language] !== undefined) return;
        await store.put({ hash: pack.hash, pack, words: { ...known?.words, [language]: words } });
      }),
    async read(hash) {
      const found = await openFor(described, limit, 'readonly', (tx) => tx.objectStore('packs').get(hash));
      return found !== undefined && found.hash === hash && isWhole(found) ? found : undefined;
    },
  };
}

/** Of a form that this app can judge by, and the very pack that its hash names (see engine/compile/compile.ts). */
function isWhole({ hash, pack, words }: Partial<KeptPack>): boolean {
  try {
    const { hash: named, ...content } = pack ?? {};
    return (
      pack?.format === PACK_FORMAT &&
      typeof words === 'object' &&
      named === hash &&
      bytesToHex(sha256(utf8ToBytes(canonicalJson(content)))) === hash
    );
  } catch {
    return false; // What no JSON holds, no Waymark has put there.
  }
}
