/** Coming back: versions handed out and what changed since, news and the way through what it touches, dates. */
import type { Page } from '@playwright/test';
import { goTo, heading, LANDSCAPE, option, PHONE, press, said, startSession, tap } from './asking.ts';
import { textOfPages } from './pdf.ts';
import { expect, test } from './served.ts';

test.use({ viewport: LANDSCAPE });

/** Where the day counts: in the zone of whoever runs this, which is that of the browser too. */
const NOON = new Date(2026, 10, 26, 12);

async function issue(page: Page, n: number): Promise<void> {
  await press(page, `Issue as version ${n}`);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Issue as version ${n}` })
    .click();
  await expect(said(page)).toContainText(`Version ${n} is issued.`);
}

test('a version stays as it was issued; the next one says what changed', async ({ page, served }) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'result/R1');
  const additions = page.locator('#output-R1 .additions-of');
  await additions.getByRole('button', { name: /^Add to/ }).click();
  await additions.locator('[name=text]').fill('Council');
  await additions.getByLabel('Written by').fill('AB');
  await additions.getByRole('button', { name: 'Keep' }).click();
  await goTo(page, 'note');
  await issue(page, 1);
  await expect(page.getByText('This is version 1, issued')).toBeVisible();
  // Nothing was done since, so there is nothing to issue.
  await expect(page.getByRole('button', { name: /^Issue as/ })).toHaveCount(0);
  const first = await page.locator('.paper').innerText();

  await goTo(page, 'question/mandate_social');
  await tap(page, 'Yes');
  await goTo(page, 'note');
  await expect(page.getByText('2 verdicts and 1 answer changed since version 1.')).toBeVisible();
  await press(page, 'Show what');
  await expect(page.getByRole('heading', { name: /^Changed since version 1 of/ })).toBeFocused();
  await expect(page.locator('.note-changed')).toContainText('No mandate not now, before: applies (by 3)');
  await issue(page, 2);
  const printed = (await textOfPages(await page.pdf({ preferCSSPageSize: true }))).join('');
  expect(printed).toContain('Changedsinceversion1of');
  expect(printed).not.toContain('Issueasversion');

  // As it was, after a reload too, though the addition is gone by now.
  await goTo(page, 'result/R1');
  await additions.getByRole('button', { name: /^Delete/ }).click();
  await goTo(page, 'note');
  // Version 2 held it: now this is a draft again.
  await expect(page.getByRole('button', { name: 'Issue as version 3' })).toBeEnabled();
  await expect(page.locator('.note-changed')).toContainText('Own additions were changed.');
  await goTo(page, 'note/1');
  await page.reload();
  await expect(page.getByText('This is version 1 as it was issued on')).toBeVisible();
  expect(await page.locator('.paper').innerText()).toBe(first);
  await press(page, 'To the note of today');
  await expect(page.locator('.note-own')).toHaveCount(0);
  await goTo(page, 'note/7');
  await expect(heading(page)).toHaveText('There is no page at this address');
});

test('undo after issuing takes back what was before it, and the version stays', async ({ page, served }) => {
  await page.clock.setFixedTime(NOON);
  await startSession(page, served.url, 'P2');
  await goTo(page, 'question/mandate_social');
  await tap(page, 'Yes');
  await goTo(page, 'note');
  await issue(page, 1);
  await goTo(page, 'overview');
  await page.getByRole('button', { name: 'Undo' }).click();
  await goTo(page, 'note');
  await expect(page.getByText('2 verdicts and 1 answer changed since version 1.')).toBeVisible();
  await press(page, 'Version 1, November 26, 2026');
  await expect(page.locator('.note-answers tr').filter({ hasText: 'back these decisions' })).toContainText(
    'Yes',
  );
});

test('news leads through just the questions it touches, by keyboard, and says what it changed', async ({
  page,
  served,
}) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'overview');
  await press(page, 'Something happened?');
  await page.getByLabel('What happened').fill('A tender was held');
  await page.getByLabel('Where you have it from').press('Enter');
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('alert').getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Where you have it from')).toBeFocused();
  // As slowly as a person: the summary above must not take the focus back at any letter.
  await page.keyboard.type('Agency', { delay: 50 });
  await expect(page.getByLabel('Where you have it from')).toHaveValue('Agency');
  for (const number of [9, 11]) {
    await page.getByRole('checkbox', { name: new RegExp(`^${number} `) }).focus();
    await page.keyboard.press('Space');
  }
  await press(page, 'Keep and look again');
  await expect(heading(page)).toHaveText('In the light of the news');
  await expect(page.locator('.touched')).toHaveCount(2);
  await page.getByRole('button', { name: 'Question 9: the answer stands' }).focus();
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText('Question 9: the answer stands.');
  await press(page, 'Look at question 11');
  await option(page, 'No').focus();
  await page.keyboard.press('Space');
  await press(page, 'Back to the news');
  await expect(page.getByText('all 2 questions were looked at again')).toBeVisible();
  await expect(page.locator('.since')).toContainText('open, before: applies');
  // It stays in the history of the session.
  await page.reload();
  await press(page, 'All news');
  await expect(page.locator('.one-news')).toContainText('A tender was held');
});

test('home reminds of what is overdue and due soon, and leads there and back', async ({ page, served }) => {
  await page.clock.setFixedTime(NOON);
  await page.setViewportSize(PHONE);
  await startSession(page, served.url, 'P2');
  await goTo(page, 'review');
  for (const [number, day] of [
    [2, '2027-03-06'],
    [3, '2026-12-01'],
    [4, '2026-11-21'],
  ] as const) {
    await page.getByLabel(`Question ${number}: look again by`).fill(day);
    await page.getByLabel(`Question ${number}: look again by`).blur();
  }
  await expect(page.getByText('Saved on this device')).toBeVisible();
  await page.getByLabel('Question 5: look again by').fill('0202-01-01');
  await page.getByLabel('Question 5: look again by').blur();
  await expect(page.getByText(/^Write a day between/)).toBeVisible();
  await page.goto(served.url);
  const due = page.getByRole('region', { name: 'To be looked at again' });
  await expect(due.getByRole('listitem')).toHaveText([/question 4.*overdue since/, /question 3.*due by/]);
  await due.getByRole('link').first().click();
  await expect(heading(page)).toHaveText(/^Question 4,/);
  await press(page, 'Back to the dates');
  await page.getByLabel('Question 4: look again by').fill('');
  await page.getByLabel('Question 4: look again by').blur();
  await expect(said(page)).toContainText('Question 4: no date.');
  await expect(page.getByText('Saved on this device')).toBeVisible();
  await page.goto(served.url);
  await expect(due.getByRole('listitem')).toHaveCount(1);
});

test('what was deleted is brought back, or removed for good, by keyboard; the focus stays in the list', async ({
  page,
  served,
}) => {
  for (const scenario of ['P2', 'P3', 'P4']) await startSession(page, served.url, scenario);
  await page.goto(`${served.url}#/`);
  for (let left = 3; left > 1; left--) {
    await page.locator('.row .more').first().click();
    await page.locator('.row .actions:not([hidden]) button').last().click();
    await page.locator('dialog .first').click();
    await expect(page.locator('.rows > li')).toHaveCount(left - 1);
  }
  await page.getByText('Recently deleted (2)').click();
  const lines = page.locator('ul.deleted > li');
  await lines.first().locator('button').last().focus();
  await page.keyboard.press('Enter');
  await page.locator('dialog .first').focus();
  await page.keyboard.press('Enter');
  await expect(lines).toHaveCount(1);
  await expect(lines.first().locator('button').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.rows > li')).toHaveCount(2);
  // The list is in order of time, so the one that had it may be the second now.
  await expect(page.locator('.rows > li a:focus')).toHaveCount(1);
});
