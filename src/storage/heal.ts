/**
 * A kill or a full disk can leave a torn end in the log of Chromium's database (LevelDB). The next opening looks
 * healthy and goes on in the same log; the one after that finds the sum wrong and throws everything away. Writing
 * more than 4 MB makes the database begin a new log, and what follows is safe again.
 */
import { deleteDB, openDB } from 'idb';

const TRANSACTIONS = 20;
const VALUES = 10;
/** Values above some 64 kB go round the log and do not help. */
const LENGTH = 30_000;

/** @param name of a database of its own, deleted afterwards. About half a second. */
export async function heal(name: string): Promise<void> {
  const scratch = await openDB(name, 1, {
    upgrade: (database) => void database.createObjectStore('scratch', { autoIncrement: true }),
  });
  try {
    for (let i = 0; i < TRANSACTIONS; i++) {
      const transaction = scratch.transaction('scratch', 'readwrite', { durability: 'strict' });
      for (let j = 0; j < VALUES; j++) void transaction.store.add(noise());
      await transaction.done;
    }
  } finally {
    scratch.close();
    await deleteDB(name);
  }
}

/** Random, or the database would compress it to nothing. */
function noise(): string {
  const bytes = new Uint8Array(LENGTH);
  for (let at = 0; at < LENGTH; at += 10_000) crypto.getRandomValues(bytes.subarray(at, at + 10_000));
  return String.fromCharCode(...bytes.subarray(0, 10_000)).concat(
    String.fromCharCode(...bytes.subarray(10_000, 20_000)),
    String.fromCharCode(...bytes.subarray(20_000)),
  );
}
