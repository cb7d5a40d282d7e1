/** Taking away what is kept here, in every store that the browser has, so that as little as may be stays on the disk. */
import { deleteDB } from 'idb';
import { writeChance } from '../chance.ts';
import { timeLimit } from '../time-limit.ts';
import { VaultRefusal } from './records.ts';

/** Milliseconds: a database that another window holds on to; a file whose worker has just ended. */
const DATABASE_MS = 8000;
const FILE_MS = 4000;
const CHURN = 'waymark churn';
const CHURN_TRANSACTIONS = 24;

/** @throws VaultRefusal `blocked` where another window does not let go. */
export async function clearDatabases(names: readonly string[]): Promise<void> {
  await Promise.all(names.map(clearDatabase));
}

function clearDatabase(name: string): Promise<void> {
  return timeLimit(DATABASE_MS).hold(deleteDB(name), () => new VaultRefusal('blocked'));
}

/** Files of the origin's private file system. @param isOne which of them */
export async function clearFiles(isOne: (name: string) => boolean): Promise<void> {
  const folder = await navigator.storage?.getDirectory?.().catch(() => undefined);
  if (folder === undefined) return;
  for (const name of await fileNames()) if (isOne(name)) await removed(folder, name);
}

export async function fileNames(): Promise<string[]> {
  const folder = await navigator.storage?.getDirectory?.().catch(() => undefined);
  const names: string[] = [];
  // Not in the types of every version: an iteration over names.
  const keys = (folder as unknown as { keys?: () => AsyncIterable<string> } | undefined)?.keys?.();
  if (keys !== undefined) for await (const name of keys) names.push(name);
  return names;
}

async function removed(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  const end = performance.now() + FILE_MS;
  for (;;) {
    try {
      await folder.removeEntry(name, { recursive: true });
      return;
    } catch (error) {
      if ((error as { name?: unknown }).name === 'NotFoundError') return;
      if (performance.now() > end) throw new VaultRefusal('blocked');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/**
 * Browsers mark what is deleted and take it off the disk later. Writing and deleting some megabytes of chance makes
 * Chromium's database begin a new log and put its files in order. What became of it is in docs/security.md.
 */
export async function churn(): Promise<void> {
  await writeChance(CHURN, CHURN_TRANSACTIONS).finally(() => clearDatabase(CHURN));
}
