/** Own additions: written behind an item, found in every session and its note, shared as a file, never lost. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { goTo, heading, LANDSCAPE, PHONE, press, said, startSession } from './asking.ts';
import { textOfPages } from './pdf.ts';
import { expect, test } from './served.ts';

test.use({ viewport: LANDSCAPE });

const to = (page: Page, output: string) => page.locator(`#output-${output} .additions-of`);

async function add(scope: Locator, kind: string, text: string, author = 'AB'): Promise<void> {
  await scope.getByRole('button', { name: /^Add to/ }).click();
  await scope.getByLabel('What it is').selectOption(kind);
  await scope.locator('[name=text]').fill(text);
  await scope.getByLabel('Written by').fill(author);
  await scope.getByRole('button', { name: 'Keep' }).click();
  await expect(scope.locator('.addition-form')).toHaveCount(0);
}

async function openScreen(page: Page, url: string): Promise<void> {
  await page.goto(`${url}#/additions`);
  await expect(heading(page)).toHaveText('Own additions');
  await expect(page.locator('.to-output').first()).toBeVisible();
}

test('one addition serves in every session and in its note, and no verdict changes', async ({
  page,
  served,
}) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'result/R1');
  const before = await heading(page).textContent();
  await add(to(page, 'R1'), 'Deciding body', 'Foreign Affairs Council', 'A. Berg');
  await expect(said(page)).toContainText('Deciding body kept.');
  await expect(to(page, 'R1').getByRole('button', { name: /^Add to/ })).toBeFocused();
  await expect(heading(page)).toHaveText(before ?? '');
  await startSession(page, served.url, 'P1');
  await goTo(page, 'result/R1');
  await expect(to(page, 'R1')).toContainText('Foreign Affairs Council');
  await goTo(page, 'note');
  await expect(page.locator('.note-own .own')).toContainText(
    /Deciding body.*Foreign Affairs Council.*A\. Berg/s,
  );
  const face = await page.locator('.note-own .own').evaluate((own) => {
    const { fontFamily, borderLeftStyle } = getComputedStyle(own);
    return [fontFamily.split(',').includes(' monospace'), borderLeftStyle];
  });
  expect(face).toEqual([true, 'double']);
  const printed = (await textOfPages(await page.pdf({ preferCSSPageSize: true }))).join('');
  expect(printed).toContain('ForeignAffairsCouncil');
  expect(printed.match(/alegalbasis/g)).toHaveLength(1);
  await page.reload();
  await expect(page.locator('.note-own')).toContainText('Foreign Affairs Council');
});

test('by keyboard alone: written, changed, deleted, brought back', async ({ page, served }) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'result/R4');
  const scope = to(page, 'R4');
  await scope.getByRole('button', { name: /^Add to/ }).focus();
  await page.keyboard.press('Enter');
  await expect(scope.getByLabel('What it is')).toBeFocused();
  await page.keyboard.type('Next');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ask for a list');
  await page.keyboard.press('Tab');
  await page.keyboard.type('AB');
  await page.keyboard.press('Enter');
  await expect(scope.locator('.own')).toContainText('Next step');
  await scope.getByRole('button', { name: 'Change: Next step, Ask for a list' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('End');
  await page.keyboard.type(' of outlets');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(scope.locator('.own')).toContainText('Ask for a list of outlets');
  await expect(scope.getByRole('button', { name: /^Change/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(scope.getByRole('button', { name: 'Undo' })).toBeFocused();
  await expect(scope.locator('.own')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(scope.locator('.own')).toContainText('Ask for a list of outlets');
});

test('what is missing is said at its field, and nothing typed is lost', async ({ page, served }) => {
  await openScreen(page, served.url);
  const scope = page.locator('.to-output').first();
  await scope.getByRole('button', { name: /^Add to/ }).click();
  await scope.locator('[name=text]').fill('Council');
  await scope.getByRole('button', { name: 'Keep' }).click();
  await expect(scope.getByLabel('Written by')).toBeFocused();
  await expect(scope.getByLabel('Written by')).toHaveAttribute('aria-invalid', 'true');
  await expect(scope.locator('[name=text]')).toHaveValue('Council');
  await scope.getByLabel('What it is').selectOption('Deadline');
  await scope.getByRole('button', { name: 'Keep' }).click();
  await expect(scope.getByText('Write a day between')).toBeVisible();
});

test('two windows: the later one is told, and what it has typed stays', async ({ page, context, served }) => {
  await openScreen(page, served.url);
  await add(page.locator('.to-output').first(), 'Lead', 'Eastern desk');
  const other = await context.newPage();
  await openScreen(other, served.url);
  const [here, there] = [page, other].map((one) => one.locator('.to-output').first());
  if (here === undefined || there === undefined) throw new Error('two windows');
  for (const scope of [here, there]) await scope.getByRole('button', { name: /^Change/ }).click();
  await here.locator('[name=text]').fill('Western desk');
  await here.getByRole('button', { name: 'Keep' }).click();
  await expect(here.locator('.own')).toContainText('Western desk');
  await there.locator('[name=text]').fill('Southern desk');
  await there.getByRole('button', { name: 'Keep' }).click();
  await expect(there.getByRole('alert')).toContainText('reads there: “Western desk” (AB)');
  await expect(there.locator('[name=text]')).toHaveValue('Southern desk');
  await there.getByRole('button', { name: 'Keep' }).click();
  await expect(there.locator('.own')).toContainText('Southern desk');
  // The first window hears of it.
  await expect(here.locator('.own')).toContainText('Southern desk');
});

test('a file goes to a colleague and comes back changed: shown first, then chosen', async ({
  page,
  served,
}) => {
  await openScreen(page, served.url);
  const first = page.locator('.to-output').first();
  await add(first, 'Deciding body', 'Council');
  const downloading = page.waitForEvent('download');
  await press(page, 'Save as a file');
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^own-additions-\d{4}-\d\d-\d\d\.json$/);
  const file = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(file.additions).toHaveLength(1);

  file.additions[0].text = 'European Council';
  file.additions.push({ ...file.additions[0], id: 'fresh', output: 'R4', text: 'Coreper' });
  const open = (content: unknown) =>
    page.locator('[type=file]').setInputFiles({
      name: 'theirs.json',
      mimeType: 'application/json',
      buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
    });
  await open({ ...file, more: 1, additions: [{ ...file.additions[0], kind: 'view' }, 7] });
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('alert').getByRole('listitem')).toHaveCount(3);
  await open('{');
  await expect(page.getByRole('alert')).toContainText('It is not a file of own additions.');
  await expect(first.locator('.own')).toHaveCount(1);

  await open(file);
  await expect(page.getByRole('heading', { name: 'What theirs.json would bring' })).toBeFocused();
  // Nothing is changed by looking.
  await expect(page.locator('.to-output .own')).toHaveCount(1);
  await page.getByText('Keep both').click();
  await press(page, 'Take over 2');
  await expect(page.locator('.to-output .own')).toHaveCount(3);
  for (const text of ['bodyCouncil', 'bodyEuropean Council'])
    await expect(first.locator('.own').filter({ hasText: text })).toHaveCount(1);
  await open(file);
  await expect(page.locator('.preview')).toContainText('Nothing new; 2 are here already; none differs.');
  await expect(page.getByRole('button', { name: 'Take over nothing' })).toBeDisabled();
});

test('deleted for good it is gone from the disk, and only after a question', async ({ page, served }) => {
  await page.setViewportSize(PHONE);
  await openScreen(page, served.url);
  const first = page.locator('.to-output').first();
  await add(first, 'Own line', 'Canary');
  await first.getByRole('button', { name: /^Delete/ }).click();
  await page.getByText('Recently deleted (1)').click();
  await page.getByRole('button', { name: /^Delete for good: Own line/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('Recently deleted')).toHaveCount(0);
  await page.reload();
  await expect(page.locator('.to-output').first()).toBeVisible();
  await expect(page.getByText('Canary')).toHaveCount(0);
});
