/**
 * The secret with which this device seals what lasts only as long as a visit. It lies in a database, since that can be
 * taken off the disk (vault/clear.ts), and what a browser keeps for a visit or as a setting cannot.
 */
import type { DBSchema } from 'idb';
import { type Database, openFor } from './open-for.ts';

export const VISIT_DATABASE = 'waymark-visit';

interface Schema extends DBSchema {
  secret: { key: number; value: Uint8Array<ArrayBuffer> };
}

const DESCRIBED: Database<Schema, 'secret'> = {
  name: VISIT_DATABASE,
  version: 1,
  stores: ['secret'],
  upgrade: (opened) => void opened.createObjectStore('secret'),
};
const ONLY = 1;

/** The same for all windows. @param drawn where there is none yet. @throws Refusal */
export function visitSecret(drawn: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return openFor(DESCRIBED, 3000, 'readwrite', async (tx) => {
    const store = tx.objectStore('secret');
    const found = await store.get(ONLY);
    if (found instanceof Uint8Array && found.length === drawn.length) return found;
    await store.put(drawn, ONLY);
    return drawn;
  });
}
