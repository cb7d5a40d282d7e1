/** A workshop on paper: the kit as it prints, and a ballot entered by taps. */
import type { Page } from '@playwright/test';
import { now } from '../clock.ts';
import { heading } from './asking.ts';
import { runs } from './at-table.ts';
import { textOfPages } from './pdf.ts';
import { expect, test } from './served.ts';

const SLOW = { timeout: 20_000 };

async function print(page: Page): Promise<string[]> {
  return textOfPages(await page.pdf({ preferCSSPageSize: true }));
}

const plain = (text: string) => text.replace(/\s/g, '');
/** How often each part begins, by what stands at its head. */
const begins = (pages: readonly string[], title: string) =>
  pages.filter((text) => text.includes(`hypothetical${plain(title)}Nothing`)).length;

test('the kit prints each part on pages of its own, and a ballot is entered with one tap a question', async ({
  page,
  served,
}) => {
  await page.goto(`${served.url}#/workshop`);
  await page.getByRole('link', { name: 'The fertiliser sale' }).click();
  await runs(page);
  await page.getByRole('link', { name: 'Print the paper kit' }).click();
  // No room is open yet: its codes are written in by hand.
  await expect(page.locator('.join-page .letter-box')).toHaveCount(3 * 20, SLOW);
  await expect(page.locator('.join-page .qr')).toHaveCount(0);
  const cards = await page.locator('.role-cards li, .inject-card, .printed-question').evaluateAll((all) =>
    all.map((card) => {
      const texts = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (texts.nextNode()) found.push((texts.currentNode.textContent ?? '').replace(/\s/g, ''));
      // Digits of one width are drawn by glyphs that a PDF does not name.
      return found.filter((words) => words.length > 1);
    }),
  );
  expect(cards).toHaveLength(4 + 2 + 8 * (7 + 1));
  const pages = await print(page);
  // Each card stands whole on one page.
  const whole = (card: string[]) => pages.some((text) => card.every((words) => text.includes(words)));
  expect(cards.filter((card) => !whole(card))).toEqual([]);
  for (const title of ['Run sheet', 'Join sheet', 'The situation sheet', 'Role cards', 'News 1', 'News 2'])
    expect(begins(pages, title), title).toBe(1);
  for (let table = 1; table <= 8; table++) {
    expect(begins(pages, `Table ${table} Ballot, round 1`)).toBe(1);
    // One side of paper.
    expect(pages.filter((text) => text.includes(`hypotheticalTable${table}`))).toHaveLength(1);
  }
  // The words that open the news are with the trainer alone.
  expect(pages.filter((text) => text.includes('quarry'))).toEqual([pages[0]]);
  expect(pages.join('')).not.toContain('Whattoprint');

  // Only the ballots of round two, on Letter, after the first news.
  for (const part of ['Run sheet', 'Join sheet', 'Situation sheet', 'Role cards', 'News, a page each'])
    await page.getByLabel(part).uncheck();
  for (const part of ['Observer’s sheet', 'Feedback form', 'After-action form'])
    await page.getByLabel(part).uncheck();
  await page.getByRole('combobox', { name: 'Ballots and code' }).selectOption('Round 2');
  await page.getByLabel('The tender file').check();
  await page.getByRole('combobox', { name: 'Paper' }).selectOption('Letter');
  await page.getByLabel('How many tables').fill('2');
  await page.getByLabel('How many tables').press('Tab');
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox ?\[0 0 612 792\]/);
  const second = textOfPages(pdf);
  expect(second).toHaveLength(2);
  expect(second[0]).toContain('Crossonlywhatyounowanswerotherwise');
  expect(second[0]).toContain('Whichuntrueclaims');
  expect(second[0]).not.toContain('bidderskeptout');
  const printed = await page.locator('.ballot-how b').first().textContent();

  // In the room: the ballot of table 2, as printed for round 1.
  await page.goBack();
  await page.getByRole('button', { name: 'Open a room' }).click();
  // Printed from the room, the sheet has its code.
  const code = await page.locator('.code-box .characters').textContent();
  await page.getByRole('link', { name: 'Print ballots of this round, or its code to join' }).click();
  await page.getByLabel('Join sheet').check();
  await expect(page.locator('.join-page .characters')).toHaveText(code ?? '');
  await expect(page.locator('.join-page .letter-box')).toHaveCount(0);
  await page.goBack();
  await page.getByRole('link', { name: 'Enter a ballot Table 1' }).click();
  await page.getByRole('navigation', { name: 'Tables' }).getByRole('link', { name: 'Table 2' }).click();
  await expect(heading(page)).toHaveText('Ballot of Table 2, round 1', SLOW);
  expect(await page.locator('.ballot .characters').textContent()).not.toBe(printed);
  await page.evaluate(() => {
    addEventListener('change', () => {
      document.title = document.title.replace(/(?: \| (\d+))?$/, (_, n) => ` | ${Number(n ?? 0) + 1}`);
    });
  });
  const rows = page.locator('.tap-row.one');
  await expect(rows).toHaveCount(6);
  const begun = now();
  for (let at = 0; at < 6; at++) await rows.nth(at).locator('.tap').first().click();
  expect(now() - begun).toBeLessThan(60_000);
  await expect(page.locator('.tap-row.one > .taps input:checked')).toHaveCount(6);
  expect(await page.title()).toMatch(/ \| 6$/);
  // A slip is undone by itself.
  await rows.first().locator('.tap', { hasText: 'Don’t know' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows.first().locator('.tap').first().locator('input')).toBeChecked();
  await page.getByRole('button', { name: 'Take it, then Table 3' }).click();
  await expect(heading(page)).toHaveText('Ballot of Table 3, round 1', SLOW);
  await expect(page.getByRole('link', { name: 'Table 2 has handed in' })).toBeVisible();
  await page.getByRole('link', { name: 'Back' }).click();
  const second2 = page.locator('.at-tables li').nth(1);
  await expect(second2).toContainText('entered from a ballot');

  // Another ballot of the same table is asked about, and taken back.
  await page.getByRole('link', { name: 'Enter a ballot Table 2' }).click();
  await rows.first().locator('.tap').nth(1).click();
  await page.getByRole('button', { name: 'Take the ballot' }).click();
  await expect(page.getByRole('alert')).toContainText('Table 2 has handed in already');
  await page.getByRole('button', { name: 'The new one' }).click();
  await page.getByRole('button', { name: 'Take back Table 2' }).click();
  await expect(second2).toContainText('entered from a ballot');
  await page.getByRole('link', { name: 'Enter a ballot Table 2' }).click();
  await expect(rows.first().locator('.tap').first().locator('input')).toBeChecked();
});
