/** Rooms that do not go by the book: what does not belong there, a tablet or a device that dies. */
import type { Page } from '@playwright/test';
import { framed, unframed } from '../../src/exchange/workshop/framed.ts';
import { writeHandIn } from '../../src/exchange/workshop/hand-in-code.ts';
import { writeHandInFile } from '../../src/exchange/workshop/hand-in-file.ts';
import { roomTag } from '../../src/exchange/workshop/room-tag.ts';
import { toSymbols } from '../../src/exchange/workshop/symbols.ts';
import { digestOfExercise } from '../../src/session/workshop/digest.ts';
import type { HandIn } from '../../src/session/workshop/hand-in.ts';
import { loadPack } from '../../src/tools/cli/load.ts';
import { readExercises } from '../../src/tools/exercises.ts';
import { heading } from './asking.ts';
import { joinAt, runs } from './at-table.ts';
import { broken } from './axe.ts';
import { expect, test } from './served.ts';

const SLOW = { timeout: 20_000 };

const { pack } = loadPack('rules/belarus-russia-2020');
if (pack === undefined) throw new Error('the shipped pack does not compile');
const [sale, ballots] = readExercises('rules/belarus-russia-2020', pack).exercises;
if (sale === undefined || ballots === undefined) throw new Error('two exercises ship');
const known = (exercise = sale) => ({ exercise, digest: digestOfExercise(exercise), pack });
const of = (table: number, handIn: Partial<HandIn> = {}): HandIn => ({
  table,
  round: 1,
  answers: { buyout: 'russian' },
  ruledOut: {},
  confidence: {},
  ...handIn,
});
const RULES = ['wcag2a', 'wcag2aa', 'wcag22aa'];
const BY = { written: '2026-11-27T09:00:00.000Z', app: '0.1.0' };

/** Of the room that is shown. */
const tagOf = (page: Page) => roomTag(page.url().split('/').at(-1) ?? '');

/** Everything that is kept of workshops, letter by letter. */
function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open('waymark-workshop');
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    const records = await new Promise((resolve, reject) => {
      const asked = database.transaction('records').objectStore('records').getAll();
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    database.close();
    return JSON.stringify(records);
  });
}

/** Of a room, a code is bound to the edition by seven bits: one that is not taken for ours by chance. */
function ofOtherEdition(tag: string): string {
  const codes = [80, 81, 82, 83, 84, 85].map((threshold) =>
    writeHandIn(known({ ...known().exercise, threshold }), of(2), tag),
  );
  const other = codes.find((code) => {
    const read = unframed(code);
    return 'frame' in read && !read.frame.isBoundTo(known().digest);
  });
  if (other === undefined) throw new Error('six editions look like one');
  return other;
}

test('a mixed-up room: each thing that does not belong there is told in words of its own, and changes nothing', async ({
  page,
  served,
}) => {
  await page.goto(`${served.url}#/workshop`);
  await page.getByRole('link', { name: 'The fertiliser sale' }).click(SLOW);
  await runs(page);
  await page.getByRole('button', { name: 'Open a room' }).click();
  await expect(heading(page)).toHaveText('Collect round 1', SLOW);
  const field = page.getByLabel('Characters on the table’s tablet');
  const enter = async (code: string) => {
    await field.fill(code);
    await field.press('Enter');
  };
  const tag = tagOf(page);
  const first = writeHandIn(known(), of(1), tag);
  await enter(first);
  await expect(page.locator('.said')).toContainText('Table 1 has handed in.', SLOW);
  const before = await kept(page);

  const swapped = (code: string, at: number) =>
    `${code.slice(0, at)}${code[at] === '7' ? '8' : '7'}${code.slice(at + 1)}`;
  const older = { ...sale, pack: { ...sale.pack, version: '0.9.0', hash: 'f'.repeat(64) } };
  const forged = (handIn: Partial<HandIn>) => writeHandIn(known(), of(2, handIn), tag);
  const damaged = 'A character is wrong or missing';
  const none = 'This is no code of a table';
  const refused: [what: string, code: string, words: string][] = [
    [
      'another exercise',
      writeHandIn(known(ballots), of(2, { answers: {} }), tag),
      'This is from another exercise',
    ],
    ['another room', writeHandIn(known(), of(2), roomTag('another')), 'from another room of this exercise'],
    [
      'an old version of the pack',
      writeHandIn(known(older), of(2), tag),
      'another version of the brief’s rules',
    ],
    ['another edition', ofOtherEdition(tag), 'another edition of this exercise'],
    [
      'another round',
      writeHandIn(known(), of(2, { round: 2 }), tag),
      'This is of round 2, and round 1 is on',
    ],
    ['a table that is not there', writeHandIn(known(), of(9), tag), 'This is from table 9, and there are 8'],
    ['damaged', swapped(first, 3), damaged],
    ['cut off', first.slice(0, -2), damaged],
    ['two at once', first + first, damaged],
    ['one to join with', (await page.locator('.code-box .characters').textContent()) ?? '', 'code to join'],
    ['of a kind to come', framed(toSymbols(7n << 22n, 5), known().digest), 'a later version of Waymark'],
    ['forged: no such table', forged({ table: 0 }), damaged],
    [
      'forged: everything ruled out',
      forged({ answers: {}, ruledOut: { buyout: ['russian', 'planned', 'other', 'none'] } }),
      damaged,
    ],
    ['markup', '<img src=x onerror=alert(1)>', none],
    ['an address', 'javascript:alert(document.domain)', none],
    ['characters that nobody sees', '‮﷽​'.repeat(30), none],
  ];
  for (const [what, code, words] of refused) {
    await enter(code);
    await expect(page.getByRole('alert'), what).toContainText(words);
    await expect(page.locator('.said'), what).toHaveCount(0);
  }
  // The very same again, typed as it is read aloud.
  await enter(first.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'));
  await expect(page.locator('.said')).toContainText('the very same');

  const open = async (name: string, text: string) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open files of tables' }).click();
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  };
  const file = writeHandInFile(BY, writeHandIn(known(), of(2), tag));
  const foreign: [name: string, text: string, words: string][] = [
    ['notes.waymark', '{"some":"thing"}', 'notes.waymark: this is nothing that a table hands in'],
    ['cut.waymark', file.slice(0, -20), 'cut.waymark: damaged or cut off'],
    ['altered.waymark', file.replace('0.1.0', '0.1.1'), 'altered or damaged after it was written'],
    ['large.waymark', ' '.repeat(20_000) + file, 'nothing that a table hands in'],
    [
      'other.waymark',
      writeHandInFile(BY, writeHandIn(known(ballots), of(2, { answers: {} }))),
      'another exercise',
    ],
  ];
  for (const [name, text, words] of foreign) {
    await open(name, text);
    await expect(page.getByRole('alert'), name).toContainText(words);
  }

  // Something else from a table that has handed in, twice: the later offer waits, and changes nothing by itself.
  await enter(writeHandIn(known(), of(1, { answers: { buyout: 'planned' } }), tag));
  await expect(page.getByRole('alert')).toContainText('Table 1 has handed in already');
  expect(await kept(page)).toBe(before);
  // What waits is not lost by what comes after it, from a file this time.
  await open('table 2.waymark', file);
  await expect(page.locator('.said').first()).toContainText('Table 2 has handed in.', SLOW);
  await page.getByRole('button', { name: 'The new one' }).click();
  await expect(page.locator('.said')).toContainText('Table 1 has handed in.', SLOW);
  await page.getByRole('button', { name: 'Take back Table 1' }).click();
  await expect(page.getByRole('button', { name: 'Take back Table 2' })).toBeVisible(SLOW);
  await expect(page.locator('.at-tables li').first()).toContainText('typed in');
  await expect(page.locator('.at-tables li').nth(1)).toContainText('from a file');
  await expect(page.locator('h2', { hasText: 'Missing' })).toContainText('tables 3–8');

  // A code of before rooms had codes of their own may be of any room: the trainer is asked first.
  const ofNoRoom = writeHandIn(known(), of(3));
  await enter(ofNoRoom);
  await expect(page.getByRole('alert')).toContainText('The code of Table 3 does not say which room it is of');
  await page.getByRole('button', { name: 'Leave it' }).click();
  await expect(page.locator('h2', { hasText: 'Missing' })).toContainText('tables 3–8');
  await enter(ofNoRoom);
  await page.getByRole('alert').getByRole('button', { name: 'Take it' }).click();
  await expect(page.locator('h2', { hasText: 'Missing' })).toContainText('tables 4–8', SLOW);
});

test('a tablet hands in by file, dies, and a spare one goes on where it stopped', async ({
  page,
  browser,
  served,
}) => {
  await page.addInitScript(() => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    const request = async (kind: string) => {
      asked.push(kind);
      return { release: async () => void asked.push('released') };
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
  });
  await page.goto(`${served.url}#/workshop/exercise/${known().digest}`);
  await runs(page);
  await page.getByRole('button', { name: 'Open a room' }).click(SLOW);
  await expect(heading(page)).toHaveText('Collect round 1', SLOW);
  const collect = page.url();
  const tag = tagOf(page);
  const at = (item: string) => `${served.url}#/workshop/table/${known().digest}/${tag}.${item}`;
  const join = async (on: Page, table: string) => {
    await on.goto(at('join-1'));
    await on.getByLabel('Number of the table').fill(table, SLOW);
    await on.getByRole('button', { name: 'Sit down' }).click();
    await expect(on.getByRole('link', { name: 'To the questions' })).toBeVisible(SLOW);
  };
  await page.goto(at('join-1'));
  // What was asked of the device until now is another page's.
  await page.reload();
  await join(page, '3');
  await page.goto(at('3-buyout'));
  // This exercise asks how sure a table is, and what it rules out where it does not know.
  await page.getByRole('button', { name: 'Rule out' }).first().click();
  await page.locator('.option.dont-know label').click();
  await expect(page.locator('.option.out')).toHaveCount(1);
  await page.goto(at('3-decisions'));
  await page.locator('.option label').nth(1).click();
  await page.locator('.picks label', { hasText: 'high' }).click();
  await expect(page.locator('.room-head')).toContainText('saved on this device', SLOW);
  await page.goto(at('3-hand-in'));
  const code = (await page.locator('.code-box .characters').textContent()) ?? '';
  await expect(page.locator('.handed')).toContainText('high confidence');
  await expect(page.locator('.handed')).toContainText('ruled out:');
  await expect(page.locator('.code-box')).toContainText('The screen stays on');
  expect(await page.evaluate(() => (globalThis as { asked?: string[] }).asked)).toEqual(['screen']);
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Hand in as a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Table 3 Round 1 The fertiliser sale .*\.waymark$/);

  const context = await browser.newContext();
  await context.addInitScript(() => Object.defineProperty(navigator, 'wakeLock', { value: undefined }));
  const spare = await context.newPage();
  await join(spare, '4');
  const takeUp = async () => {
    await spare.getByText('This tablet takes the place of another').click();
    await spare.getByLabel('Characters of your table’s code').fill(code);
    await spare.keyboard.press('Enter');
  };
  await takeUp();
  await expect(spare.getByRole('alert')).toContainText('This code is of Table 3. Nothing was taken.');
  await join(spare, '3');
  await takeUp();
  await expect(spare.locator('.said')).toContainText('2 answers of your table are on this tablet now', SLOW);
  await spare.goto(at('3-hand-in'));
  await expect(spare.locator('.code-box .characters')).toHaveText(code, SLOW);
  await expect(spare.locator('.code-box')).toContainText('This browser cannot keep the screen on');
  // The same table in another language hands in the very same: a code has no words.
  await spare.evaluate(() => localStorage.setItem('waymark.language', 'en-XA'));
  await spare.reload();
  await expect(heading(spare)).toHaveText(/^\[.+\]$/, SLOW);
  await expect(spare.locator('.room-head')).toContainText('[Ţĥé ƒéŕţîļîšéŕ šåļé');
  await expect(spare.locator('.code-box .characters')).toHaveText(code, SLOW);
  await spare.evaluate(() => localStorage.setItem('waymark.language', 'en'));
  await spare.goto(`${served.url}#/workshop`);
  await spare.reload();
  await spare.getByRole('button', { name: 'Remove Table 4' }).click(SLOW);
  await spare.getByRole('button', { name: 'Remove it' }).click();
  await expect(spare.locator('.table-here')).toHaveCount(1, SLOW);
  await context.close();

  // The trainer opens the file, and can show the code again.
  await page.goto(collect);
  await expect(heading(page)).toHaveText('Collect round 1', SLOW);
  expect(await page.evaluate(() => (globalThis as { asked?: string[] }).asked)).toContain('released');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open files of tables' }).click(SLOW);
  await (await chooser).setFiles(await download.path());
  await expect(page.locator('.said')).toContainText('Table 3 has handed in.', SLOW);
  await page.getByRole('link', { name: 'Show the board' }).click();
  await expect(page.locator('.discussed')).toContainText('high confidence: table 3', SLOW);
  await expect(page.locator('.discussed')).toContainText('is ruled out by table 3');
  await page.getByRole('link', { name: 'Collect', exact: true }).first().click();
  await page.getByRole('button', { name: 'Show its code Table 3' }).click();
  await expect(page.getByRole('dialog').locator('.characters')).toHaveText(code);
  expect(await broken(page, { type: 'tag', values: RULES })).toEqual([]);
  await page.keyboard.press('Escape');
  // Another device takes the room over by file, and sees what it is before it is kept.
  await page.getByRole('link', { name: 'Hand the room to another device' }).click();
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  const [room] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the room as a file' }).click(),
  ]);
  const laptop = await (await browser.newContext()).newPage();
  await laptop.goto(`${served.url}#/workshop`);
  const openRoom = async (say: string) => {
    const picker = laptop.waitForEvent('filechooser');
    await laptop.getByRole('button', { name: 'Choose a file' }).click(SLOW);
    await (await picker).setFiles(await room.path());
    await expect(laptop.locator('.preview')).toContainText(say, SLOW);
  };
  await openRoom('Round 1. 1 of 8 tables');
  await expect(laptop.locator('.preview')).toContainText('not on this device yet');
  expect(await broken(laptop, { type: 'tag', values: RULES })).toEqual([]);
  await laptop.getByRole('button', { name: 'Leave it' }).click();
  expect(await kept(laptop)).toBe('[]');
  await openRoom('not on this device yet');
  await laptop.getByRole('button', { name: 'Take it over' }).click();
  await expect(laptop.locator('.at-tables li').nth(2)).toContainText('from a file', SLOW);
  await laptop.goto(`${served.url}#/workshop`);
  await openRoom('Nothing would change');
  // Tidied up: asked first, with a copy offered.
  await laptop.getByRole('link', { name: 'To the room' }).click();
  await laptop.getByRole('link', { name: 'Debrief', exact: true }).click();
  const remove = laptop.getByRole('button', { name: 'Remove the room from this device' });
  await remove.click();
  await expect(laptop.getByRole('dialog')).toContainText(
    'One hand-in, the debrief and its actions go with it.',
  );
  await expect(
    laptop.getByRole('dialog').getByRole('button', { name: 'Save the room as a file' }),
  ).toBeVisible();
  expect(await broken(laptop, { type: 'tag', values: RULES })).toEqual([]);
  await laptop.getByRole('button', { name: 'Keep it' }).click();
  await expect(remove).toBeFocused();
  await remove.click();
  await laptop.getByRole('button', { name: 'Remove it' }).click();
  await expect(heading(laptop)).toHaveText('Workshop', SLOW);
  expect(await kept(laptop)).toBe('[]');
});

test('a second room of the same exercise inherits nothing from the first, and nothing of the first is lost', async ({
  page,
  browser,
  served,
}) => {
  const openRoom = async () => {
    await page.goto(`${served.url}#/workshop/exercise/${known().digest}`);
    const step = page.getByRole('button', { name: 'I run this workshop' });
    const begin = page.getByRole('button', { name: 'Open a room' });
    await expect(step.or(begin)).toBeVisible(SLOW);
    if (await step.isVisible()) await step.click();
    await begin.click();
    await expect(heading(page)).toHaveText('Collect round 1', SLOW);
    await expect(page.locator('.room-head')).toContainText(`Room ${tagOf(page)}`);
    const join = (await page.locator('.code-box .characters').textContent()) ?? '';
    return { collect: page.url(), tag: tagOf(page), join: join.replaceAll(' ', '') };
  };
  const one = await openRoom();
  const tablet = await (await browser.newContext()).newPage();
  const asked = async (room: { tag: string }) => {
    await tablet.goto(`${served.url}#/workshop/table/${known().digest}/${room.tag}.1-decisions`);
    await expect(heading(tablet)).toContainText('taken decisions', SLOW);
  };
  const ticked = tablet.locator('.option input:checked');
  await joinAt(tablet, served.url, one.join, '1');
  await expect(tablet.locator('.room-head')).toContainText(`Room ${one.tag}`);
  await tablet.getByText('A word was announced').click();
  await tablet.getByLabel('The word').fill(sale.injects[0]?.word ?? '');
  await tablet.getByRole('button', { name: 'Open the news' }).click();
  await expect(tablet.locator('.news-card')).toHaveCount(1, SLOW);
  await asked(one);
  await tablet.locator('.option label').first().click();
  await expect(tablet.locator('.room-head')).toContainText('saved on this device', SLOW);
  await tablet.goto(`${served.url}#/workshop/table/${known().digest}/${one.tag}.1-hand-in`);
  const earlier = (await tablet.locator('.code-box .characters').textContent()) ?? '';

  // The next group, on the same tablet.
  const other = await openRoom();
  expect([other.join.length, other.join === one.join, other.tag === one.tag]).toEqual([20, false, false]);
  await joinAt(tablet, served.url, other.join, '1');
  await expect(tablet.locator('.room-head')).toContainText(`Room ${other.tag}`);
  await expect(tablet.locator('.news-card')).toHaveCount(0);
  await asked(other);
  await expect(ticked).toHaveCount(0);
  const field = page.getByLabel('Characters on the table’s tablet');
  await field.fill(earlier);
  await field.press('Enter');
  await expect(page.getByRole('alert')).toContainText('This is from another room of this exercise');
  await expect(page.locator('.room-head')).toContainText('0 of 8 tables');
  await tablet.locator('.option label').nth(1).click();
  await expect(tablet.locator('.room-head')).toContainText('saved on this device', SLOW);
  await tablet.goto(`${served.url}#/workshop/table/${known().digest}/${other.tag}.1-hand-in`);
  await field.fill((await tablet.locator('.code-box .characters').textContent()) ?? '');
  await field.press('Enter');
  await expect(page.locator('.said')).toContainText('Table 1 has handed in.', SLOW);

  // What was answered in the first room is where it was, and counts there.
  await tablet.goto(`${served.url}#/workshop`);
  await tablet.locator('.table-here a', { hasText: `Room ${one.tag}` }).click();
  await expect(tablet.locator('.news-card')).toHaveCount(1, SLOW);
  await asked(one);
  await expect(ticked).toHaveCount(1);
  await expect(tablet.locator('.option input').first()).toBeChecked();
  await page.goto(one.collect);
  await field.fill(earlier);
  await field.press('Enter');
  await expect(page.locator('.said')).toContainText('Table 1 has handed in.', SLOW);
});
