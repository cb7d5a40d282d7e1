/**
 * A kill or a full disk can leave a torn end in the log of Chromium's database (LevelDB). The next opening looks
 * healthy and goes on in the same log; the one after that finds the sum wrong and throws everything away. Writing
 * more than 4 MB makes the database begin a new log, and what follows is safe again.
 */
import { deleteDB } from 'idb';
import { writeChance } from './chance.ts';

const TRANSACTIONS = 20;

/** @param name of a database of its own, deleted afterwards. About half a second. */
export async function heal(name: string): Promise<void> {
  await writeChance(name, TRANSACTIONS).finally(() => deleteDB(name));
}
