/** Writing what no compression makes smaller, so that Chromium's database (LevelDB) begins a new log. */
import { openDB } from 'idb';

const VALUES = 10;
/** Values above some 64 kB go round the log and do not help. */
const LENGTH = 30_000;

/**
 * @param name of a database of its own; whoever asks deletes it afterwards.
 * @param transactions of 300 kB each.
 */
export async function writeChance(name: string, transactions: number): Promise<void> {
  const database = await openDB(name, 1, {
    upgrade: (made) => void made.createObjectStore('chance', { autoIncrement: true }),
  });
  try {
    for (let i = 0; i < transactions; i++) {
      const transaction = database.transaction('chance', 'readwrite', { durability: 'strict' });
      for (let j = 0; j < VALUES; j++) void transaction.store.add(chance());
      await transaction.done;
    }
  } finally {
    database.close();
  }
}

function chance(): string {
  return String.fromCharCode(...crypto.getRandomValues(new Uint8Array(LENGTH)));
}
