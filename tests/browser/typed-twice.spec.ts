/** Pressed twice, written in two windows, pasted and too long: one thing comes of it, both texts stay, nothing is cut. */
import type { Page } from '@playwright/test';
import { goTo, LANDSCAPE, openRoom, press, startSession } from './asking.ts';
import { runs } from './at-table.ts';
import { expect, test } from './served.ts';

test.use({ viewport: LANDSCAPE, locale: 'en-US' });

/** Disks and two windows may be slow when the machine is busy. */
const SLOW = { timeout: 15_000 };

test('one press, one thing: pressed twice, rooms, exercises, actions, additions, news and copies are one', async ({
  page,
  served,
}) => {
  await page.goto(`${served.url}#/workshop`);
  await page.getByRole('button', { name: 'Make an exercise' }).dblclick();
  await page.waitForURL(/edit\//);
  await page.goto(`${served.url}#/workshop`);
  await expect(page.getByText('go on writing')).toHaveCount(1);
  await page.getByRole('link', { name: 'The two ballots' }).click();
  await runs(page);
  await page.getByRole('button', { name: 'Open a room' }).dblclick();
  await page.waitForURL(/collect\//);
  const debrief = page.url().replace('/collect/', '/debrief/');
  await page.goto(`${served.url}#/workshop`);
  await expect(page.locator('a.row-link', { hasText: 'Opened' })).toHaveCount(1);
  await page.goto(debrief);
  await page.getByLabel('What is to be done').fill('Ask the mission');
  await page.getByRole('button', { name: 'Add' }).dblclick();
  await expect(page.locator('.actions-of li')).not.toHaveCount(0, SLOW);
  await page.reload();
  await expect(page.locator('.actions-of li')).toHaveCount(1);

  await startSession(page, served.url, 'P2');
  await goTo(page, 'result/R1');
  const scope = page.locator('#output-R1 .additions-of');
  await scope.getByRole('button', { name: /^Add to/ }).click();
  await scope.locator('[name=text]').fill('Council');
  await scope.getByLabel('Written by').fill('AB');
  await scope.getByRole('button', { name: 'Keep' }).evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await expect(scope.locator('[name=text]')).toHaveCount(0);
  await page.reload();
  await expect(scope.locator('.own')).toHaveCount(1);
  await goTo(page, 'news');
  await page.locator('#news-what').fill('Something happened');
  await page.locator('#news-source').fill('Radio');
  await page.locator('#news .option label').first().click();
  await page.getByRole('button', { name: 'Keep and look again' }).evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await press(page, 'All news');
  await expect(page.locator('.one-news')).toHaveCount(1);
  await page.goto(served.url);
  await page.locator('.rows .more').first().click();
  await page.getByRole('button', { name: 'Duplicate', exact: true }).dblclick();
  await expect(page.locator('.rows .row')).not.toHaveCount(1, SLOW);
  await page.reload();
  await expect(page.locator('.rows .row')).toHaveCount(2);
});

test('two windows, one text: the second is told, and both texts are kept', async ({ page, served }) => {
  const debrief = await openRoom(page, served.url);
  await page.goto(debrief);
  const other = await page.context().newPage();
  await other.goto(debrief);
  const part = (of: Page, name: string) => of.getByLabel(name);
  // Too long to be kept: it waits while the first window writes.
  await part(other, 'Hot wash').fill('x'.repeat(20_001));
  await expect(other.locator('.problem')).toContainText('There are 20,001 letters here');
  await part(page, 'Hot wash').pressSequentially('First window.');
  await part(page, 'Premortem').pressSequentially('p');
  await part(page, 'Premortem').blur();
  await expect(part(other, 'Premortem')).toHaveValue('p', SLOW);
  await part(other, 'Hot wash').fill('Second window.');
  await part(other, 'Hot wash').blur();
  const told = other.getByRole('alert').filter({ hasText: 'Another window has changed this text' });
  await expect(told).toContainText('First window.');
  await expect(part(other, 'Hot wash')).toHaveValue('Second window.');
  // Nothing is lost by going away before one has chosen.
  await other.reload();
  await expect(told).toContainText('First window.');
  await other.getByRole('button', { name: 'Keep both' }).click();
  await expect(part(page, 'Hot wash')).toHaveValue('First window.\n\nSecond window.', SLOW);
});

test('a pasted text that is too long is counted and told, and nothing of it is dropped', async ({
  page,
  served,
}) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'question/buyout');
  await page.locator('.evidence summary').click();
  const note = page.getByLabel('Note');
  const long = `${'word '.repeat(1201)}end`;
  await note.focus();
  await page.keyboard.insertText(long);
  await expect(page.locator('.evidence .problem')).toContainText(
    'There are 6,008 letters here, and at most 4,000 can be kept: 2,008 letters too many.',
  );
  await page.reload();
  await page.locator('.evidence summary').click();
  await expect(note).toHaveValue(long);
  await note.fill('short');
  await expect(page.locator('.evidence .problem')).toHaveCount(0);

  await goTo(page, 'result/R1');
  const scope = page.locator('#output-R1 .additions-of');
  await scope.getByRole('button', { name: /^Add to/ }).click();
  await scope.getByLabel('Written by').fill('AB');
  const text = scope.locator('[name=text]');
  await text.focus();
  await page.keyboard.insertText('x'.repeat(2900));
  await expect(scope.locator('.problem')).toContainText('900 letters too many');
  // What is wrong is said, and not something else.
  await text.fill('to \u202E the left');
  await press(page, 'Keep');
  await expect(scope.locator('.problem')).toContainText(
    'After “to ” it goes on with a character that cannot be seen',
  );
  // A line break as word processors write it is one.
  await text.fill('first\vsecond');
  await press(page, 'Keep');
  await expect(scope.locator('.own p')).toHaveText('first\nsecond', { useInnerText: true });
});
