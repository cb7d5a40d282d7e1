/** A tablet that goes round tables: nothing of what one answered is on it before the trainer has it again, and there is always a way back. */
import type { Page } from '@playwright/test';
import type { Pack } from '../../src/engine/pack.ts';
import { writeHandIn } from '../../src/exchange/workshop/hand-in-code.ts';
import { writeRoomFile } from '../../src/exchange/workshop/room-file.ts';
import { roomTag } from '../../src/exchange/workshop/room-tag.ts';
import { digestOfExercise } from '../../src/session/workshop/digest.ts';
import { addToRoom, type RoomAction, type RoomEntry, type WayIn } from '../../src/session/workshop/room.ts';
import { loadPack } from '../../src/tools/cli/load.ts';
import { readExercises } from '../../src/tools/exercises.ts';
import { heading } from './asking.ts';
import { onward, runs, toQuestions } from './at-table.ts';
import { expect, test } from './served.ts';

const { pack } = loadPack('rules/belarus-russia-2020');
if (pack === undefined) throw new Error('the shipped pack does not compile');
const [sale] = readExercises('rules/belarus-russia-2020', pack).exercises;
if (sale === undefined) throw new Error('no exercise');
const known = { exercise: sale, digest: digestOfExercise(sale), pack };

const SLOW = { timeout: 20_000 };

/** An answer that only the first table gives, and its words. */
const SECRET = 'Expected or negotiated';

async function answer(page: Page, words: string): Promise<void> {
  await toQuestions(page);
  for (;;) {
    const asked = (await heading(page).textContent()) ?? '';
    if (asked === 'Done?') return;
    if (asked.includes('bought out')) await page.locator('.option label', { hasText: words }).click();
    await onward(page);
  }
}

/** On the page, in its title, for a screen reader; and which options are chosen. */
async function seen(page: Page): Promise<string> {
  const tree = await page.locator('body').ariaSnapshot();
  return `${await page.title()} ${await page.locator('body').textContent()} ${tree}`;
}

/** The id in the address. */
function idOf(page: Page): string {
  return page.url().split('/workshop/')[1]?.split('/')[1] ?? '';
}

async function openRoom(page: Page, url: string, tables = 3): Promise<void> {
  await page.goto(`${url}#/workshop`);
  await page.getByRole('link', { name: 'The fertiliser sale' }).click(SLOW);
  await runs(page);
  await page.getByRole('button', { name: 'Open a room' }).click();
  await expect(heading(page)).toHaveText('Collect round 1', SLOW);
  await page.getByText('8 tables in the room').click();
  await page.getByLabel('How many tables sit in the room').fill(String(tables));
  await page.keyboard.press('Tab');
  await expect(page.locator('.at-tables li')).toHaveCount(tables, SLOW);
}

/** The confirmed way back. */
async function takeBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Take the tablet back' }).click();
  await expect(page.getByRole('alert')).toContainText('Nothing is revealed on the wall');
  await page.getByRole('button', { name: 'I am the trainer' }).click();
  await expect(heading(page)).toContainText('Collect round', SLOW);
}

/** Of the room that is collected on the page: a table's code of a round entered, and the wall in a window of its own. */
async function inRoom(page: Page) {
  const tag = roomTag(idOf(page));
  const field = page.getByLabel('Characters on the table’s tablet');
  const enter = async (table: number, round: number) => {
    const handIn = { table, round, answers: { buyout: 'planned' }, ruledOut: {}, confidence: {} };
    await field.fill(writeHandIn(known, handIn, tag));
    await field.press('Enter');
    await expect(page.locator('.said').first()).toContainText(`Table ${table} has handed in.`, SLOW);
  };
  const wall = await page.context().newPage();
  await wall.goto(page.url().replace('/collect/', '/wall/'));
  const onWall = async (round: number, n: number) => {
    await expect(wall.locator('header')).toContainText(`Round ${round}. ${n} of 3 tables`, SLOW);
    await expect(wall.locator('.wall-join .characters')).toBeVisible();
    await expect(wall.locator('.sayings, .heat')).toHaveCount(0);
  };
  return { enter, wall, onWall };
}

/** A room from a file. */
async function takeOver(page: Page, url: string, actions: RoomAction[]): Promise<void> {
  const time = '2026-11-27T09:00:00.000Z';
  const entries = actions.reduce<RoomEntry[]>((all, action) => addToRoom(all, action, time), []);
  const text = writeRoomFile({ written: time, app: '0.1.0' }, entries, pack as Pack);
  await page.goto(`${url}#/workshop`);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click(SLOW);
  const buffer = Buffer.from(text);
  await (await chooser).setFiles({ name: 'room.waymark', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Take it over' }).click(SLOW);
  await expect(page.locator('.preview')).toHaveCount(0, SLOW);
}

test('one tablet goes round, and keeps what each table said until it is revealed', async ({
  page,
  served,
}) => {
  await openRoom(page, served.url, 2);
  await page.getByText('Hand this tablet to tables that have none').click();
  await page.getByRole('button', { name: 'Hand it round' }).click();
  await expect(heading(page)).toHaveText('Hand the tablet to Table 1', SLOW);
  const room = idOf(page);

  await page.getByRole('button', { name: 'We are Table 1' }).click();
  await answer(page, SECRET);
  expect(await seen(page)).toContain(SECRET);
  const lastOfFirst = page.url();
  // A tablet that goes dark in the middle of a turn is still that table’s.
  await page.reload();
  await expect(page.locator('.handed')).toContainText(SECRET, SLOW);
  await page.getByRole('button', { name: 'Done, hand on' }).click();
  await expect(heading(page)).toHaveText('Hand the tablet to Table 2', SLOW);
  await expect(page.locator('.room-head')).toContainText('1 of 2 tables have answered on this tablet');
  expect(await seen(page)).not.toContain(SECRET);

  // Neither by Back, nor by any address, nor after a reload.
  const addresses = ['collect', 'ballot', 'board', 'debrief', 'give', 'paper'].map(
    (part) => `${served.url}#/workshop/${part}/${room}/1`,
  );
  for (const address of [lastOfFirst, ...addresses]) {
    await page.goto(address);
    await expect(heading(page)).toHaveText('Hand the tablet to Table 2', SLOW);
    expect(await seen(page), address).not.toContain(SECRET);
  }
  await page.goBack();
  expect(await seen(page)).not.toContain(SECRET);
  await page.reload();
  await expect(heading(page)).toHaveText('Hand the tablet to Table 2', SLOW);
  await page.goto(`${served.url}#/workshop/wall/${room}`);
  await expect(page.locator('.wall-join')).toBeVisible(SLOW);
  expect(await seen(page)).not.toContain(SECRET);
  // Nor what is the trainer's before the workshop, which was open here a moment ago.
  await page.goto(`${served.url}#/workshop`);
  await page.getByRole('link', { name: 'The fertiliser sale' }).first().click();
  await expect(heading(page)).toHaveText('This tablet is with the tables', SLOW);
  expect(await seen(page)).not.toMatch(/quarry/i);
  await page.getByRole('link', { name: 'To the table that has it' }).click();
  await expect(heading(page)).toHaveText('Hand the tablet to Table 2', SLOW);

  // Table 1 once more: it finds nothing, and neither does who says to be table 1.
  await page.getByText('Another table is next').click();
  await page.getByRole('button', { name: 'Table 1: answer anew' }).click();
  await toQuestions(page);
  for (let at = 0; at < 4; at++) await onward(page);
  await expect(heading(page)).toContainText('bought out');
  await expect(page.locator('.option input:checked')).toHaveCount(0);
  // An address of the turn that is over leads to the turn that is on.
  await page.locator('.option label', { hasText: SECRET }).click();
  while ((await heading(page).textContent()) !== 'Done?') await onward(page);
  await page.getByRole('button', { name: 'Done, hand on' }).click();
  await page.getByRole('button', { name: 'We are Table 2' }).click();
  await page.goto(lastOfFirst);
  await expect(page.getByRole('link', { name: 'To the questions' })).toBeVisible(SLOW);
  await expect(page.locator('.room-head')).toContainText('Table 2');
  expect(await seen(page)).not.toContain(SECRET);
  await answer(page, 'Yes, bought or being bought with Russian');
  await page.getByRole('button', { name: 'Done, hand on' }).click();
  await expect(heading(page)).toHaveText('Give the tablet back to the trainer', SLOW);
  expect(await seen(page)).not.toContain(SECRET);

  await takeBack(page);
  await expect(page.locator('.at-tables')).toContainText('handed on with the tablet');
  await expect(page.locator('h2', { hasText: 'All have handed in' })).toBeVisible();
  expect(await seen(page)).not.toContain(SECRET);
  await page.getByRole('link', { name: 'Show the board' }).click();
  await expect(page.locator('.discussed')).toContainText(SECRET, SLOW);
  await expect(page.getByRole('button', { name: 'Reveal it on the wall' })).toBeVisible();
});

test('the one table without a tablet gets this one, round by round, and the rest of the room goes on as it does', async ({
  page,
  served,
}) => {
  await openRoom(page, served.url);
  const collect = page.url();
  const { enter, onWall } = await inRoom(page);
  await enter(1, 1);
  await enter(2, 1);
  await page.getByText('Hand this tablet to tables that have none').click();
  await expect(page.locator('.pass-to label')).toHaveText(['Table 3']);
  await page.getByRole('button', { name: 'Hand it over' }).click();
  await expect(heading(page)).toHaveText('Hand the tablet to Table 3', SLOW);

  // The trainer needs it in the middle of the turn: nothing is revealed, and nothing is lost.
  await page.getByRole('button', { name: 'We are Table 3' }).click();
  await answer(page, SECRET);
  await page.goto(collect);
  await expect(page.getByRole('link', { name: 'To the questions' })).toBeVisible(SLOW);
  await page.getByText('For the trainer').click();
  await page.getByRole('button', { name: 'Take the tablet back' }).click();
  await expect(page.getByRole('alert')).toContainText('Table 3 has not handed on');
  await page.getByRole('button', { name: 'I am the trainer' }).click();
  await expect(heading(page)).toHaveText('Collect round 1', SLOW);
  await expect(page.locator('.at-tables li').nth(2)).toContainText('has begun on this tablet');
  expect(await seen(page)).not.toContain(SECRET);
  await onWall(1, 2);
  await page.getByText('Hand this tablet to tables that have none').click();
  await expect(page.locator('.folded')).toContainText(['Table 3 has begun on it and goes on first.']);
  await page.getByRole('button', { name: 'Hand it over' }).click();
  await expect(page.getByRole('link', { name: 'To the questions' })).toBeVisible(SLOW);
  await page.goto(`${served.url}#/workshop/pass/${idOf(page)}/3-hand-in`);
  await expect(page.locator('.handed')).toContainText(SECRET, SLOW);
  await page.getByRole('button', { name: 'Done, hand on' }).click();
  await expect(heading(page)).toHaveText('Give the tablet back to the trainer', SLOW);
  await takeBack(page);
  await onWall(1, 3);
});

test('round two begins with the trainer, and nothing of round one is on the wall under its heading', async ({
  page,
  served,
}) => {
  const said = (table: number, by: WayIn): RoomAction => ({
    type: 'handedIn',
    by,
    handIn: { table, round: 1, answers: { buyout: 'planned' }, ruledOut: {}, confidence: {} },
    replaces: [],
  });
  await takeOver(page, served.url, [
    { type: 'opened', room: 'two-rounds', exercise: sale },
    { type: 'seated', tables: 3 },
    said(1, 'typed'),
    said(2, 'ballot'),
    said(3, 'passed'),
  ]);
  const collect = page.url();
  const { enter, wall, onWall } = await inRoom(page);
  await onWall(1, 3);

  // Revealed once the trainer says so, and not before.
  await page.getByRole('link', { name: 'Show the board' }).click();
  await page.getByRole('button', { name: 'Reveal it on the wall' }).click();
  await expect(wall.locator('.sayings')).toBeVisible(SLOW);
  await page.getByRole('button', { name: 'Bring it in The tender file' }).click();
  await page.getByRole('button', { name: 'Begin round 2' }).click();

  // Round two begins with the trainer, its own code and its own count, and nothing of round one on the wall.
  await expect(heading(page)).toHaveText('Collect round 2', SLOW);
  await onWall(2, 0);
  const join = (await page.locator('.code-box .characters').textContent()) ?? '';
  await expect(wall.locator('.wall-join .characters')).toHaveText(join);
  await page.reload();
  await expect(heading(page)).toHaveText('Collect round 2', SLOW);
  await expect(page.getByRole('link', { name: 'Show the board' })).toBeVisible();
  await page.getByRole('link', { name: 'Show the board' }).click();
  await expect(page.getByRole('button', { name: 'Reveal it on the wall' })).toHaveCount(0);
  await page.goto(collect);
  await enter(1, 2);
  await onWall(2, 1);

  // The same tablet again, for two of them now; one of which hands in otherwise after all.
  await page.getByText('Hand this tablet to tables that have none').click();
  await page.getByRole('button', { name: 'Hand it round' }).click();
  await expect(heading(page)).toHaveText('Hand the tablet to Table 2', SLOW);
  await page.getByText('Another table is next').click();
  await page.getByRole('button', { name: 'Table 3' }).click();
  await expect(page.locator('.news-card')).toHaveCount(1, SLOW);
  await page.goto(`${served.url}#/workshop/pass/${idOf(page)}/3-hand-in`);
  await page.getByRole('button', { name: 'Done, hand on' }).click();
  await expect(heading(page)).toHaveText('Hand the tablet to Table 2', SLOW);
  await page.getByText('For the trainer').click();
  await takeBack(page);
  await enter(2, 2);
  await onWall(2, 3);
  await page.getByRole('link', { name: 'Show the board' }).click();
  await page.getByRole('button', { name: 'Reveal it on the wall' }).click();
  await expect(wall.locator('.sayings')).toBeVisible(SLOW);
  await expect(wall.locator('header')).toContainText('Round 2. 3 of 3 tables');
});

test('a room that an earlier version had trapped in round two opens at the trainer’s screens', async ({
  page,
  served,
}) => {
  const handIn = { table: 1, round: 1, answers: { buyout: 'planned' }, ruledOut: {}, confidence: {} };
  const middle: RoomAction[] = [
    { type: 'seated', tables: 3 },
    { type: 'handedIn', by: 'typed', handIn, replaces: [] },
    { type: 'passing', on: true },
    { type: 'handedIn', by: 'passed', handIn: { ...handIn, table: 2 }, replaces: [] },
  ];
  await takeOver(page, served.url, [
    { type: 'opened', room: 'trapped', exercise: sale },
    ...middle,
    { type: 'revealed', round: 1 },
    { type: 'roundBegun', round: 2 },
    // The only exit that there was.
    { type: 'revealed', round: 2 },
  ]);
  await expect(heading(page)).toHaveText('Collect round 2', SLOW);
  await page.goto(`${served.url}#/workshop/wall/trapped`);
  await expect(page.locator('.wall-join .characters')).toBeVisible(SLOW);
  await expect(page.locator('header')).toContainText('Round 2. 0 of 3 tables');
  await expect(page.locator('.sayings')).toHaveCount(0);
  await page.goto(`${served.url}#/workshop/board/trapped`);
  await expect(heading(page)).toHaveText('Where the room stands, round 1', SLOW);

  // One that was in the middle of it: still with the tables, and with a way back.
  await takeOver(page, served.url, [{ type: 'opened', room: 'middle', exercise: sale }, ...middle]);
  await expect(heading(page)).toHaveText('Hand the tablet to Table 3', SLOW);
  await page.getByText('For the trainer').click();
  await takeBack(page);
  await expect(page.locator('.room-head')).toContainText('Round 1. 2 of 3 tables');
});
