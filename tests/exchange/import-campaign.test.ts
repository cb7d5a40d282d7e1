/**
 * The campaign `import`, short: mutated files against a real store. Nothing is thrown, what is refused leaves the
 * database as it was to the byte, and what passes can be shown, taken in and opened. `IMPORT_TIMES` for the full one.
 */
import { openBrief } from '../../src/brief/brief.ts';
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { writeBackupFile } from '../../src/exchange/backup-file.ts';
import { createHandOn } from '../../src/exchange/hand-on.ts';
import { writeSessionFile } from '../../src/exchange/session-file.ts';
import { createDesk } from '../../src/session/create-desk.ts';
import type { FileSession, ReadHandOn } from '../../src/session/hand-on/file.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { seeded } from '../../src/tools/campaign/campaign.ts';
import { mutated } from '../../src/tools/campaign/mutated.ts';
import { ALL, evaluated, pack, rich, stored, WRITING } from './hand-on-samples.ts';

const TIMES = Number(process.env.IMPORT_TIMES ?? 2000);
const SEED = Number(process.env.IMPORT_SEED ?? 7);

const good = [
  writeSessionFile(WRITING, { id: 'one', entries: rich }, ALL, evaluated(rich)),
  writeSessionFile(WRITING, { id: 'one', entries: rich }, { history: false, notes: false }, evaluated(rich)),
  writeBackupFile(
    WRITING,
    [stored(), stored({ id: 'two', entries: rich.slice(0, 4) })],
    [
      {
        id: 'a',
        output: 'R1',
        kind: 'body',
        text: 'Council',
        author: 'AB',
        date: '2026-01-01',
        pack: 'small',
      },
    ],
  ),
];

it(`${TIMES} mutated files`, async () => {
  const found = await openStore({ database: 'campaign' });
  if (!('store' in found)) throw new Error('no store');
  await found.store.append('one', rich.slice(0, 6));
  await found.store.append('two', rich.slice(0, 4));
  const brief = openBrief(pack);
  let n = 0;
  const parts = { now: () => WRITING.written, newId: () => `new${++n}` };
  const handOnOver = (store: typeof found.store) => {
    const desk = createDesk({ briefs: [brief], store, ...parts });
    return { desk, own: createHandOn({ desk, brief, store, app: '0', ...parts }) };
  };
  const { own } = handOnOver(found.store);
  const genuine = good.flatMap((text) => {
    const read = own.read(new TextEncoder().encode(text));
    return 'file' in read ? sessionsOf(read).flatMap(({ entries }) => entries.map(({ hash }) => hash)) : [];
  });
  const before = await dump();
  const random = seeded(SEED);
  const counts: Record<string, Record<string, number>> = {};
  for (let i = 0; i < TIMES; i++) {
    const { kind, bytes } = mutated(good, random);
    const read = own.read(bytes);
    counts[kind] ??= {};
    counts[kind][read.kind] = (counts[kind][read.kind] ?? 0) + 1;
    if (read.kind === 'refused') expect(read.problems.length).toBeGreaterThan(0);
    // None of the good ones is locked: those are the campaign `crypto`.
    else if (read.kind === 'locked') throw new Error(kind);
    else {
      await takenIn(read);
      // Unless somebody forged it on purpose, whatever passes is a journal as it was written, or its beginning.
      const ends = sessionsOf(read).map(({ entries }) => entries.at(-1)?.hash ?? '');
      if (kind !== 'chained again') expect(genuine).toEqual(expect.arrayContaining(ends));
    }
    if (i % 50 === 0) expect(await dump()).toBe(before);
  }
  expect(await dump()).toBe(before);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  if (process.env.IMPORT_TIMES !== undefined) console.log(`IMPORT ${JSON.stringify(counts)}`);
  const refused = Object.values(counts).reduce((sum, of) => sum + (of.refused ?? 0), 0);
  expect(refused).toBeGreaterThan(TIMES / 2);
  found.close();

  /** Shown beside what is here, and taken in where nothing is: each session can then be opened and evaluated. */
  async function takenIn(read: Extract<ReadHandOn, { file: unknown }>): Promise<void> {
    const sessions = sessionsOf(read);
    const verdicts = read.kind === 'session' ? read.file.verdicts : undefined;
    await own.compare(sessions);
    for (const { entries } of sessions) own.judge(entries, verdicts);
    const scratch = createMemoryStore();
    const { desk, own: fresh } = handOnOver(scratch);
    const taken = await fresh.takeIn(await fresh.compare(sessions), new Map(), (title) => title);
    for (const { id, result, theirs } of taken) {
      expect(result.kind).toBe('saved');
      if (theirs.deletedAt !== '') continue;
      const session = await desk.open(id);
      expect(session?.evaluation.value.verdicts.R1).toBeDefined();
      expect(session?.progress.value).toHaveLength(pack.questions.length);
    }
  }
});

function sessionsOf(read: Extract<ReadHandOn, { file: unknown }>): FileSession[] {
  return read.kind === 'session' ? [read.file.session] : read.file.sessions;
}

/** All that the database holds, in one text. */
async function dump(): Promise<string> {
  const request = indexedDB.open('campaign');
  const database = await done(request);
  const all = await Promise.all(
    [...database.objectStoreNames].map((name) => done(database.transaction(name).objectStore(name).getAll())),
  );
  database.close();
  return JSON.stringify(all);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
