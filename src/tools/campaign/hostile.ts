/**
 * Records that no Waymark writes, put straight into both stores beside two good sessions: home opens and lists these,
 * files and protection work, and each good session is whole and goes on.
 */
/// <reference lib="dom" />
import type { Page } from '@playwright/test';
import type { Campaign, Harm, Row } from './campaign.ts';
import { handed, keepHanded, opening } from './files.ts';
import { readAll, writeAll } from './hostile-page.ts';
import { type Hostile, hostile, type Kept, KINDS, type Place } from './hostile-records.ts';
import type { Json } from './mutated.ts';
import { openHome, startSession, tapOn } from './person.ts';
import { inDatabase, inSecondCopy, missing } from './stores.ts';

/** So many hostile records are there at once. */
const TOGETHER = 40;
const SHOWN_MS = 20_000;
/** What is put into the stores must be let go first. */
const LET_GO_MS = 150;

interface Trial {
  page: Page;
  url: string;
  /** A file of the app that is no page of it: from there its origin is written to. */
  beside: string;
  good: Kept;
  /** Ids of the good sessions, with so many entries each. */
  ids: Map<string, number>;
  /** Errors that nobody caught. */
  errors: string[];
}

export const hostileRecords: Campaign = {
  name: 'hostile',
  about: 'records that no Waymark writes, put straight into both stores beside two good sessions',
  full: 2000,
  short: 28,
  browsers: ['chromium'],
  run,
};

async function run(harm: Harm): Promise<{ rows: Row[]; failed: number }> {
  const { url, profile, start, times, random, progress } = harm;
  const driven = await start(profile);
  const counts = new Map(KINDS.map((kind) => [kind as string, { put: 0, failed: 0 }]));
  const seen = { batches: 0, 'not taken by the database': 0, failed: 0 };
  try {
    const { page, context } = driven;
    const errors: string[] = [];
    context.on('weberror', (error) => errors.push(error.error().stack ?? error.error().message));
    await keepHanded(page);
    const trial: Trial = {
      page,
      url,
      beside: `${url}manifest.webmanifest`,
      errors,
      ...(await prepared(page, url)),
    };
    for (let from = 0; from < times; from += TOGETHER) {
      const some = Array.from({ length: Math.min(TOGETHER, times - from) }, (_, i) =>
        hostile(trial.good, from + i, random),
      );
      const withLines = random() < 0.5;
      const result = await tried(trial, some, withLines);
      seen.batches += 1;
      seen['not taken by the database'] += result.left;
      for (const { kind } of some) (counts.get(kind) ?? { put: 0 }).put += 1;
      progress(`${from + some.length} of ${times}: ${result.failures.join('; ') || 'all opened'}`);
      if (result.failures.length === 0) continue;
      seen.failed += 1;
      for (const one of await guilty(trial, some, withLines)) {
        (counts.get(one.kind) ?? { failed: 0 }).failed += 1;
        progress(`  ${one.kind}: ${JSON.stringify(one.put).slice(0, 3000)}`);
      }
    }
  } finally {
    await driven.close();
  }
  const rows = [...counts].map(([kind, { put, failed }]): Row => ({ kind, put, 'ended something': failed }));
  rows.push({
    kind: `all, in ${seen.batches} loads of ${TOGETHER}; ${seen['not taken by the database']} not taken by the database`,
    put: times,
    'ended something': seen.failed,
  });
  return { rows, failed: seen.failed };
}

/** Two sessions, an own addition and a room, made by the app itself, and all of it as it was kept. */
async function prepared(page: Page, url: string): Promise<Pick<Trial, 'good' | 'ids'>> {
  const ids: string[] = [];
  for (let i = 0; i < 2; i++) {
    ids.push(await startSession(page, url));
    await tapOn(page, 4);
  }
  await page.goto(`${url}#/additions`);
  await page.locator('.page.additions').waitFor();
  await page.goto(`${url}#/workshop`);
  await page.locator('main h1').waitFor();
  await openHome(page, url);
  // Gists are kept when home is at rest, and packs with them.
  await page.waitForTimeout(4000);
  await page.goto(`${url}manifest.webmanifest`);
  await page.waitForTimeout(LET_GO_MS);
  const read = await readAll(page);
  const [exercise] = await shipped(page, url);
  const time = '2026-01-02T03:04:05.000Z';
  const room: Json = [
    { seq: 1, time, action: { type: 'opened', room: 'r', exercise: exercise ?? null } },
    { seq: 2, time, action: { type: 'wrote', part: 'notes', text: 'as it was' } },
    {
      seq: 3,
      time,
      action: { type: 'agreed', action: { id: 'x', what: 'call', owner: 'AB', due: '2026-02-03' } },
    },
  ];
  const draft: Json = { id: 'd', from: '', revision: 1, exercise: exercise ?? null };
  const handIn: Json = { table: 1, round: 1, answers: {}, ruledOut: {}, confidence: {} };
  const records = [
    { kind: 'room', key: 'r', value: room, mark: 'm' },
    { kind: 'exercise', key: 'e', value: exercise ?? null, mark: 'm' },
    { kind: 'draft', key: 'd', value: draft, mark: 'm' },
    { kind: 'table', key: 't', value: { exercise: 'e', handIn, opened: [] }, mark: 'm' },
    { kind: 'given', key: 'r', value: time, mark: 'm' },
  ];
  const pack = read.packs[0]?.pack as { id?: Json } | undefined;
  const addition = {
    id: 'good',
    pack: pack?.id ?? '',
    output: 'R1',
    kind: 'body',
    text: 'Council',
    author: 'AB',
    date: '2026-01-01',
    revision: 1,
    deletedAt: '',
  };
  const changes = [{ pack: addition.pack, id: 'good', n: 1 }];
  const lines: Json[] = read.entries.map(({ session = '', ...entry }) => ({ session, entry }));
  const count = (id: string) => read.entries.filter(({ session }) => session === id).length;
  const good = { ...read, removed: [], additions: [addition], changes, records, lines };
  if (good.gists.length === 0 || good.packs.length === 0)
    throw new Error('nothing was kept beside the journals');
  return { good, ids: new Map(ids.map((id) => [id, count(id)])) };
}

/** The exercises that come with the app. */
async function shipped(page: Page, url: string): Promise<Json[]> {
  const script = await (await page.request.get(url)).text();
  const name = /assets\/waymark\.[0-9a-f]+\.js/.exec(script)?.[0] ?? '';
  const found = /exercises\.[0-9a-f]+\.json/.exec(await (await page.request.get(`${url}${name}`)).text());
  return (await (await page.request.get(`${url}assets/${found?.[0]}`)).json()) as Json[];
}

/** @returns what did not work, in words; `left`: so many records were taken by no database */
async function tried(
  trial: Trial,
  some: readonly Hostile[],
  withLines: boolean,
): Promise<{ failures: string[]; left: number }> {
  const { page, url, good, errors } = trial;
  const failures: string[] = [];
  errors.length = 0;
  await page.goto(trial.beside);
  await page.waitForTimeout(LET_GO_MS);
  const left = await writeAll(page, withHostile(good, some, withLines));
  const step = async (name: string, look: () => Promise<unknown>) => {
    try {
      await look();
      if (await page.locator('.failure').isVisible())
        throw new Error(await page.locator('.failure').innerText());
    } catch (error) {
      failures.push(`${name}: ${String(error).slice(0, 1500)}`);
    }
    for (const error of errors.splice(0)) failures.push(`${name}: ${error}`);
  };
  await step('home', () => home(trial));
  await step('both copies', () => both(trial));
  await step('home again', () => home(trial));
  await step('a good session', () => goesOn(trial));
  await step('files', () => files(trial));
  await step('protection', () => seenAt(page, `${url}#/protection`, '#device-passphrase'));
  await step('own additions', () => seenAt(page, `${url}#/additions`, '.page.additions'));
  await step('workshops', () => seenAt(page, `${url}#/workshop`, 'main h1'));
  return { failures, left };
}

function withHostile(good: Kept, some: readonly Hostile[], withLines: boolean): Kept {
  const all = structuredClone(withLines ? good : { ...good, lines: [] });
  for (const { put } of some)
    for (const [place, records] of Object.entries(put) as [Place, Json[]][])
      (all[place] as Json[]).push(...records);
  return all;
}

/** By halves, those that do it alone; where none does, all of them. */
async function guilty(
  trial: Trial,
  some: readonly Hostile[],
  withLines: boolean,
): Promise<readonly Hostile[]> {
  if (some.length <= 1) return some;
  const half = Math.ceil(some.length / 2);
  const found: Hostile[] = [];
  for (const part of [some.slice(0, half), some.slice(half)])
    if ((await tried(trial, part, withLines)).failures.length > 0)
      found.push(...(await guilty(trial, part, withLines)));
  return found.length > 0 ? found : some;
}

async function home({ page, url, ids }: Trial): Promise<void> {
  await page.goto('about:blank');
  await openHome(page, url);
  for (const id of ids.keys()) {
    const row = page.locator(`.row a[href^="#/session/${id}/"]`);
    await row.first().waitFor({ timeout: SHOWN_MS });
  }
}

/** The good sessions are whole in either store. */
async function both({ page, ids }: Trial): Promise<void> {
  for (const [name, store] of [
    ['database', inDatabase],
    ['second copy', inSecondCopy],
  ] as const) {
    for (const [id, count] of ids) {
      const lost = await missing(page, new Map([[id, count]]), 10_000, (there) => store(there, id));
      if (lost.length > 0) throw new Error(`${name}: ${JSON.stringify(lost)}`);
    }
  }
}

async function goesOn({ page, url, ids }: Trial): Promise<void> {
  const [id, count] = [...ids][0] ?? ['', 0];
  await page.goto(`${url}#/session/${id}/question/buyout`);
  await page.locator('.option').first().waitFor({ timeout: SHOWN_MS });
  const [said] = await tapOn(page, 1);
  if (said !== 'saved') throw new Error(`an answer was ${said}`);
  const lost = await missing(page, new Map([[id, count + 1]]), 5000, (there) => inDatabase(there, id));
  if (lost.length > 0) throw new Error(JSON.stringify(lost));
}

/** Both good sessions are in the backup, and it opens. */
async function files({ page, url, ids }: Trial): Promise<void> {
  await page.goto(`${url}#/files`);
  const text = await handed(page, '.files .first');
  const { sessions } = JSON.parse(text) as { sessions: { id: string; entries: unknown[] }[] };
  for (const [id, count] of ids) {
    const found = sessions.find((one) => one.id === id)?.entries.length ?? 0;
    if (found < count) throw new Error(`the backup has ${found} of ${count} entries of ${id}`);
  }
  const became = await opening(page, 'own.waymark', new TextEncoder().encode(text));
  if (became !== 'shown') throw new Error(`the backup was ${became}`);
}

async function seenAt(page: Page, address: string, what: string): Promise<void> {
  await page.goto(address);
  await page.locator(what).first().waitFor({ timeout: SHOWN_MS });
}
