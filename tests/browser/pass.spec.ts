/** One tablet for all tables: nothing of what a table answered is anywhere on it until the trainer reveals it. */
import type { Page } from '@playwright/test';
import { heading } from './asking.ts';
import { expect, test } from './served.ts';

const SLOW = { timeout: 20_000 };

/** An answer that only the first table gives, and its words. */
const SECRET = 'Expected or negotiated';

async function answer(page: Page, words: string): Promise<void> {
  await page.getByRole('link', { name: 'To the questions' }).click();
  for (;;) {
    const asked = (await heading(page).textContent()) ?? '';
    if (asked === 'Done?') return;
    if (asked.includes('bought out')) await page.locator('.option label', { hasText: words }).click();
    await page.locator('.bar .first').click();
    await expect(heading(page)).not.toHaveText(asked);
  }
}

/** On the page, in its title, for a screen reader; and which options are chosen. */
async function seen(page: Page): Promise<string> {
  const tree = await page.locator('body').ariaSnapshot();
  return `${await page.title()} ${await page.locator('body').textContent()} ${tree}`;
}

test('one tablet goes round, and keeps what each table said until it is revealed', async ({
  page,
  served,
}) => {
  await page.goto(`${served.url}#/workshop`);
  await page.getByRole('link', { name: 'The fertiliser sale' }).click();
  await page.getByRole('button', { name: 'Open a room' }).click();
  await page.getByText('8 tables in the room').click();
  await page.getByLabel('How many tables sit in the room').fill('2');
  await page.keyboard.press('Tab');
  await page.getByText('One tablet for all tables').click();
  await page.getByRole('button', { name: 'Pass this tablet round' }).click();
  await expect(heading(page)).toHaveText('Hand the tablet to Table 1', SLOW);
  const room = page.url().split('/').at(-1) ?? '';

  await page.getByRole('button', { name: 'We are Table 1' }).click();
  await answer(page, SECRET);
  expect(await seen(page)).toContain(SECRET);
  const lastOfFirst = page.url();
  // A tablet that goes dark in the middle of a turn is still that table’s.
  await page.reload();
  await expect(page.locator('.handed')).toContainText(SECRET, SLOW);
  await page.getByRole('button', { name: 'Done, hand on' }).click();
  await expect(heading(page)).toHaveText('Hand the tablet to Table 2', SLOW);
  await expect(page.locator('.room-head')).toContainText('1 of 2 tables have answered');
  expect(await seen(page)).not.toContain(SECRET);

  // Neither by Back, nor by any address, nor after a reload.
  const addresses = ['collect', 'ballot', 'board', 'debrief', 'give'].map(
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
  await page.goto(`${served.url}#/workshop/pass/${room}`);

  // Table 1 once more: it finds nothing, and neither does who says to be table 1.
  await page.getByText('Another table is next').click();
  await page.getByRole('button', { name: 'Table 1: answer anew' }).click();
  await page.getByRole('link', { name: 'To the questions' }).click();
  for (let at = 0; at < 4; at++) await page.locator('.bar .first').click();
  await expect(heading(page)).toContainText('bought out');
  await expect(page.locator('.option input:checked')).toHaveCount(0);
  // An address of the turn that is over leads to the turn that is on.
  await page.locator('.option label', { hasText: SECRET }).click();
  for (let at = 0; at < 3; at++) {
    if ((await heading(page).textContent()) === 'Done?') break;
    await page.locator('.bar .first').click();
  }
  await page.getByRole('button', { name: 'Done, hand on' }).click();
  await page.getByRole('button', { name: 'We are Table 2' }).click();
  await page.goto(lastOfFirst);
  await expect(page.getByRole('link', { name: 'To the questions' })).toBeVisible(SLOW);
  await expect(page.locator('.room-head')).toContainText('Table 2');
  expect(await seen(page)).not.toContain(SECRET);
  await answer(page, 'Yes, bought or being bought with Russian');
  await page.getByRole('button', { name: 'Done, hand on' }).click();
  await expect(heading(page)).toHaveText('Every table has answered', SLOW);
  expect(await seen(page)).not.toContain(SECRET);

  await page.getByRole('button', { name: 'Reveal' }).click();
  await expect(page.getByRole('alert')).toContainText('All tables have answered');
  await page.getByRole('button', { name: 'Reveal round 1' }).click();
  await expect(page.locator('.discussed')).toContainText(SECRET, SLOW);
  await page.getByRole('link', { name: 'Collect' }).first().click();
  await expect(page.locator('.at-tables')).toContainText('handed on with the tablet');
});
