/** A workshop from hand-out to board: a trainer, tablets in contexts of their own, paper, a camera, and no network. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { type KnownExercise, writeHandIn } from '../../src/exchange/workshop/hand-in-code.ts';
import { writeRoomCodes } from '../../src/exchange/workshop/room-code.ts';
import { writeRoomFile } from '../../src/exchange/workshop/room-file.ts';
import { roomTag } from '../../src/exchange/workshop/room-tag.ts';
import { digestOfExercise } from '../../src/session/workshop/digest.ts';
import { addToRoom } from '../../src/session/workshop/room.ts';
import { installedBrowser, LAUNCH } from '../../src/tools/browser.mjs';
import { loadPack } from '../../src/tools/cli/load.ts';
import { readExercises } from '../../src/tools/exercises.ts';
import { now } from '../clock.ts';
import { Random } from '../engine/random.ts';
import { brightness, film, VIEWS } from '../exchange/workshop/pictures.ts';
import { heading, openRoom } from './asking.ts';
import { answer, joinAt, runs, SLOW } from './at-table.ts';
import { textOfPages } from './pdf.ts';
import { expect, test } from './served.ts';

async function tablet(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 820, height: 1180 } })).newPage();
  await page.goto(`${url}#/workshop`);
  await expect(heading(page)).toHaveText('Workshop', SLOW);
  return page;
}

test('two tablets and a ballot, without a network, from hand-out to the board and a second round', async ({
  page,
  browser,
  served,
}) => {
  await page.goto(`${served.url}#/workshop`);
  await expect(heading(page)).toHaveText('Workshop', SLOW);
  const tablets = [await tablet(browser, served.url), await tablet(browser, served.url)];
  await Promise.all(
    [page, ...tablets].map((one) =>
      one.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, SLOW),
    ),
  );
  await served.stop();
  await page.getByRole('link', { name: 'The two ballots' }).click();
  await runs(page);
  await expect(page.locator('ol.rehearsed')).toContainText('Can turn', SLOW);
  await page.getByRole('button', { name: 'Open a room' }).click();
  await expect(heading(page)).toHaveText('Collect round 1', SLOW);
  const join = (await page.locator('.code-box .characters').textContent()) ?? '';
  expect(join.replaceAll(' ', '')).toHaveLength(20);

  // Two tables, each of which misses what both together have.
  const said = [
    { presidential: 'Yes, free and fair', parliamentary: 'Yes, not free and fair' },
    { presidential: 'Yes, not free and fair', parliamentary: 'Yes, free and fair' },
  ];
  const codes: string[] = [];
  for (const [i, one] of tablets.entries()) {
    await joinAt(one, served.url, join.toLowerCase(), String(i + 1));
    codes.push(await answer(one, said[i] ?? {}));
  }
  const field = page.getByLabel('Characters on the table’s tablet');
  const enter = async (code: string) => {
    await field.fill(code);
    await field.press('Enter');
  };
  const damaged = `${codes[0]?.slice(0, -1)}${codes[0]?.endsWith('7') ? '8' : '7'}`;
  await enter(damaged);
  await expect(page.getByRole('alert')).toContainText('A character is wrong or missing');
  await enter(join);
  await expect(page.getByRole('alert')).toContainText('This is the code to join');
  for (const [i, code] of codes.entries()) {
    await enter(code);
    await expect(page.locator('.said')).toContainText(`Table ${i + 1} has handed in.`, SLOW);
  }
  await enter(codes[1] ?? '');
  await expect(page.locator('.said')).toContainText('the very same');
  await expect(page.locator('.room-head')).toContainText('2 of 8 tables');

  // The third is on paper: one tap for each.
  await page.getByRole('link', { name: 'Enter a ballot Table 3' }).click();
  const boxes = page.getByRole('group', { name: 'parliamentary election' });
  await boxes.locator('label', { hasText: 'Yes, free and fair' }).click();
  await page.getByRole('button', { name: 'Take the ballot' }).click();
  await expect(page.locator('.room-head')).toContainText('3 of 8 tables', SLOW);

  await page.getByRole('link', { name: 'Show the board' }).click();
  const together = page.locator('.sayings > section').nth(2);
  await expect(together).toContainText('The EU should offer', SLOW);
  await expect(together).toContainText('Yes, free and fair');
  const row = page.locator('.heat .asked-row', { hasText: 'presidential' });
  await expect(row.locator('td').nth(2)).toHaveText('no answer');
  await expect(page.locator('.sec').first()).toContainText('Splits that matter');

  // News and a second round, in which table 1 moves.
  await page.getByRole('button', { name: 'Bring it in The final report' }).click();
  await expect(page.locator('.announce .characters')).toHaveText('harvest', SLOW);
  await page.getByRole('button', { name: 'Begin round 2' }).click();
  await expect(heading(page)).toHaveText('Collect round 2', SLOW);
  await enter(codes[0] ?? '');
  await expect(page.getByRole('alert')).toContainText('This is of round 1, and round 2 is on');
  const second = (await page.locator('.code-box .characters').textContent()) ?? '';
  const first = tablets[0] as Page;
  await joinAt(first, served.url, second, '1');
  await first.getByText('A word was announced').click();
  await first.getByLabel('The word').fill('Harvest');
  await first.getByRole('button', { name: 'Open the news' }).click();
  await expect(first.locator('.news-card')).toContainText('final report is out', SLOW);
  await enter(await answer(first, { parliamentary: 'Yes, free and fair' }));
  await expect(page.locator('.said')).toContainText('Table 1 has handed in.', SLOW);
  await page.getByRole('link', { name: 'Show the board' }).click();
  await expect(page.getByText('one table was in both rounds')).toBeVisible(SLOW);
  await expect(page.getByText('to “Yes, free and fair”')).toBeVisible();
});

/** A room of two tables on paper, each of which misses what both together have; shows its board. */
async function twoBallots(page: Page, url: string): Promise<void> {
  await openRoom(page, url);
  const said = [
    ['Yes, free and fair', 'Yes, not free and fair'],
    ['Yes, not free and fair', 'Yes, free and fair'],
  ];
  for (const [i, [presidential = '', parliamentary = '']] of said.entries()) {
    await page.getByRole('link', { name: `Enter a ballot Table ${i + 1}` }).click();
    for (const [question, answer] of Object.entries({ presidential, parliamentary }))
      await page
        .getByRole('group', { name: `${question} election` })
        .locator('label', { hasText: answer })
        .click();
    await page.getByRole('button', { name: 'Take the ballot' }).click();
    await expect(page.locator('.room-head')).toContainText(`${i + 1} of 8 tables`, SLOW);
  }
  await page.getByRole('link', { name: 'Show the board' }).click();
  await expect(page.locator('.sayings > section').nth(2)).toContainText('The EU should offer', SLOW);
}

test('the wall shows nothing of the board until it is revealed, and has the clock', async ({
  page,
  served,
}) => {
  await twoBallots(page, served.url);
  const opening = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'Open a window for the wall' }).click();
  const wall = await opening;
  await expect(wall.locator('.wall-join .characters')).toBeVisible(SLOW);
  // Its clock is the one that counts, and is set from here.
  await page.getByText('The clock on the wall').click();
  await page.getByRole('combobox', { name: 'Step' }).selectOption({ label: 'Hand in: 4 minutes' });
  await page.getByRole('button', { name: 'Start the clock' }).click();
  await expect(wall.getByRole('timer')).toHaveText(/^(4:00|3:5\d) Hand in$/);
  await page.getByRole('button', { name: 'Hold it' }).click();
  await page.getByRole('button', { name: 'One minute more' }).click();
  await expect(wall.getByRole('timer')).toHaveText(/^(5:00|4:5\d) Hand in$/);
  await expect(wall.locator('.sayings')).toHaveCount(0);
  await page.getByRole('button', { name: 'Reveal it on the wall' }).click();
  await expect(wall.locator('.sayings')).toContainText('The EU should offer', SLOW);
  await wall.close();
});

test('what was collected is there after a crash, and in a copy that is read back', async ({
  page,
  served,
}) => {
  await twoBallots(page, served.url);
  await page.reload();
  await page.getByRole('link', { name: 'Debrief' }).first().click();
  await page.getByLabel('Hot wash').fill('We judged one vote by the other.');
  await page.getByLabel('What is to be done').fill('Ask the mission');
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page.locator('.actions-of')).toContainText('Ask the mission', SLOW);
  const [table] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a table (CSV)' }).click(),
  ]);
  expect(table.suggestedFilename()).toMatch(/^The two ballots .*\.csv$/);
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save copy 1' }).click(),
  ]);
  const picker = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Check a saved copy' }).click();
  await (await picker).setFiles(await download.path());
  await expect(page.locator('.said')).toContainText('One copy was read back', SLOW);
});

/** Id of the room before whose camera tables hold their codes. */
const CAMERA = 'camera';

/** Codes of so many tables of the first exercise, as a pretended camera shows them: clean, tilted, noisy and dim; then a room. */
async function filmOf(tables: number): Promise<Buffer> {
  const { pack } = loadPack('rules/belarus-russia-2020');
  const exercise = pack && readExercises('rules/belarus-russia-2020', pack).exercises[0];
  if (pack === undefined || exercise === undefined) throw new Error('no exercise');
  const known = { exercise, digest: digestOfExercise(exercise), pack };
  const room = roomTag(CAMERA);
  const views = Object.values(VIEWS);
  const random = new Random(9);
  const pictures = Array.from({ length: tables }, (_, i) => {
    const answers = {
      buyout: i % 2 === 0 ? 'russian' : 'planned',
      bidders_blocked: i % 3 === 0 ? 'yes' : 'no',
    };
    const handIn = { table: i + 1, round: 1, answers, ruledOut: {}, confidence: {} };
    return brightness(
      writeHandIn(known, handIn, room),
      views[i % views.length] as (typeof views)[number],
      random,
    );
  });
  return film([...pictures, ...(await picturesOfRoom(known, random))], 6);
}

/** Empty, with so many tables. */
function roomOf(tables: number): Buffer {
  const { pack } = loadPack('rules/belarus-russia-2020');
  const exercise = pack && readExercises('rules/belarus-russia-2020', pack).exercises[0];
  if (pack === undefined || exercise === undefined) throw new Error('no exercise');
  const written = '2026-11-27T08:00:00.000Z';
  const opened = addToRoom([], { type: 'opened', room: CAMERA, exercise }, written);
  const entries = addToRoom(opened, { type: 'seated', tables: Math.max(8, tables) }, written);
  return Buffer.from(writeRoomFile({ written, app: '0.1.0' }, entries, pack));
}

/** The same tables as a room that another device gives away. */
async function picturesOfRoom(known: KnownExercise, random: Random): Promise<Uint8ClampedArray[]> {
  const time = '2026-11-27T09:00:00.000Z';
  let entries = addToRoom([], { type: 'opened', room: 'given', exercise: known.exercise }, time);
  for (let table = 1; table <= 8; table++) {
    const handIn = { table, round: 1, answers: { buyout: 'russian' }, ruledOut: {}, confidence: {} };
    entries = addToRoom(entries, { type: 'handedIn', by: 'scanned', handIn, replaces: [] }, time);
  }
  const codes = (await writeRoomCodes(entries, known)) ?? [];
  return codes.map((code) => brightness(code, VIEWS.tilted as (typeof VIEWS)[string], random));
}

test('codes before the camera, one after the other, without a keyboard; a camera that is denied says so', async ({
  served,
}) => {
  const tables = Number(process.env.WORKSHOP_TABLES ?? 4);
  const folder = await mkdtemp(join(tmpdir(), 'waymark-film-'));
  await writeFile(join(folder, 'codes.y4m'), await filmOf(tables));
  const executablePath = await installedBrowser();
  const camera = await chromium.launch({
    ...LAUNCH,
    ...(executablePath ? { executablePath } : {}),
    args: [
      ...LAUNCH.args,
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${join(folder, 'codes.y4m')}`,
    ],
  });
  try {
    const denied = await (await camera.newContext()).newPage();
    await denied.goto(`${served.url}#/workshop`);
    await denied.getByRole('button', { name: 'Use the camera' }).click();
    await expect(denied.getByRole('alert')).toContainText('Type the characters instead', SLOW);
    // Where a room is taken over there is nothing to type: a file is the other way.
    await denied.getByRole('link', { name: 'Take a room over' }).click();
    await denied.getByRole('button', { name: 'Use the camera' }).click();
    await expect(denied.getByRole('alert')).toContainText('Take the room as a file instead', SLOW);
    await denied.getByRole('link', { name: 'Choose a file' }).click();
    await expect(denied.getByRole('button', { name: 'Choose a file' })).toBeVisible();

    const page = await (await camera.newContext({ permissions: ['camera'] })).newPage();
    await page.goto(`${served.url}#/workshop`);
    // The room that the codes on the film are of.
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click(SLOW);
    await (await chooser).setFiles({
      name: 'room.waymark',
      mimeType: 'application/json',
      buffer: roomOf(tables),
    });
    await page.getByRole('button', { name: 'Take it over' }).click(SLOW);
    await page.getByRole('button', { name: 'Use the camera' }).click();
    const begun = now();
    const scanned = page.locator('.at-tables li', { hasText: 'scanned' });
    await expect(scanned).toHaveCount(tables, { timeout: 40_000 });
    await page.getByRole('link', { name: 'Show the board' }).click();
    await expect(page.locator('.sayings')).toContainText('Belarusian companies', SLOW);
    if (process.env.WORKSHOP_TABLES) console.log(`${tables} codes to the board: ${now() - begun} ms`);

    // Another room, from the screen of another device: seen before it is kept, joined with nothing here, then marked.
    await page.goto(`${served.url}#/workshop/take/codes`);
    await page.getByRole('button', { name: 'Use the camera' }).click();
    await expect(page.locator('.preview')).toContainText('Round 1. 8 of 8 tables', SLOW);
    await expect(page.locator('.preview')).toContainText('This room is not on this device yet');
    await page.getByRole('button', { name: 'Take it over' }).click();
    await expect(page.locator('.at-tables li', { hasText: 'scanned' })).toHaveCount(8, SLOW);
    await page.getByRole('link', { name: 'Hand the room to another device' }).click();
    await page.getByRole('button', { name: 'Show the codes' }).click();
    await expect(page.locator('.in-turn svg')).toBeVisible(SLOW);
    await page.getByRole('button', { name: 'Mark it as given away' }).click();
    await expect(page.locator('.given')).toContainText('Given away to another device', SLOW);
    await page.getByRole('link', { name: 'Collect', exact: true }).click();
    await expect(page.locator('.given')).toBeVisible();
    await expect(page.getByLabel('Characters on the table’s tablet')).toHaveCount(0);
    await page.getByRole('button', { name: 'Go on with it here' }).click();
    await expect(page.getByLabel('Characters on the table’s tablet')).toBeVisible(SLOW);
  } finally {
    await camera.close();
    await rm(folder, { recursive: true });
  }
});

test('what is for the trainer alone is on no tablet before somebody says to run the workshop', async ({
  page,
  served,
}) => {
  const { pack } = loadPack('rules/belarus-russia-2020');
  const [sale] = pack ? readExercises('rules/belarus-russia-2020', pack).exercises : [];
  if (sale === undefined) throw new Error('no exercise');
  const secrets = [...sale.injects.map(({ word }) => word), ...(sale.texts.en?.hopes ?? []), 'Can turn'];
  expect(secrets.length).toBeGreaterThan(3);
  const shown = async () => {
    const text = `${await page.title()} ${await page.content()}`.toLowerCase();
    return secrets.filter((secret) => text.includes(secret.toLowerCase()));
  };
  const step = page.getByRole('button', { name: 'I run this workshop' });
  await page.goto(`${served.url}#/workshop`);
  await page.getByRole('link', { name: 'The fertiliser sale' }).click(SLOW);
  await expect(step).toBeVisible(SLOW);
  expect(await shown()).toEqual([]);
  const exercise = page.url();
  const paper = exercise.replace('/exercise/', '/paper/');
  await page.goto(paper);
  await expect(step).toBeVisible(SLOW);
  expect(await shown()).toEqual([]);

  // The step shows all of it, for this visit.
  await page.goto(exercise);
  await step.click();
  await expect(page.locator('ol.rehearsed')).toContainText('Can turn', SLOW);
  await expect(heading(page)).toBeFocused();
  expect(await shown()).toEqual(secrets);
  await page.goto(paper);
  await expect(page.locator('.kit-page').first()).toBeVisible(SLOW);
  await page.goto(exercise);
  await expect(page.locator('ol.rehearsed')).toBeVisible(SLOW);
  await page.reload();
  await expect(step).toBeVisible(SLOW);
  expect(await shown()).toEqual([]);

  // Nor on a trainer's own tablet that sits down at a table.
  await step.click();
  await page.getByRole('button', { name: 'Open a room' }).click();
  const join = (await page.locator('.code-box .characters').textContent()) ?? '';
  await joinAt(page, served.url, join, '1');
  await page.goto(exercise);
  await expect(step).toBeVisible(SLOW);
  expect(await shown()).toEqual([]);
});

test('the trainer’s own notes are in no report and no print', async ({ page, served }) => {
  await page.goto(`${served.url}#/workshop`);
  await page.getByRole('link', { name: 'The two ballots' }).click(SLOW);
  await runs(page);
  await page.getByRole('button', { name: 'Open a room' }).click();
  await page.getByRole('link', { name: 'Enter a ballot Table 1' }).click(SLOW);
  await page.getByRole('button', { name: 'Take the ballot' }).click();
  await page.getByRole('link', { name: 'Debrief' }).first().click(SLOW);
  const write = async (label: string, text: string) => {
    await page.getByLabel(label).fill(text);
    await page.getByLabel(label).blur();
  };
  await write('Hot wash', 'Everybodysaw');
  await write('Your own notes', 'Onlyforme');
  // Kept for the trainer.
  await page.reload();
  await expect(page.getByLabel('Your own notes')).toHaveValue('Onlyforme', SLOW);
  const saved = async (button: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    return readFile(await download.path(), 'utf8');
  };
  const markdown = await saved('Save as text (Markdown)');
  expect(markdown).toContain('Everybodysaw');
  const printed = textOfPages(await page.pdf()).join('');
  expect(printed).toContain('Everybodysaw');
  for (const text of [markdown, await saved('Save as a table (CSV)'), printed]) {
    expect(text).not.toContain('Onlyforme');
    expect(text.replaceAll(' ', '')).not.toContain('Yourownnotes');
  }
});
