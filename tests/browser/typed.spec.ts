/** What is typed is kept as it is typed, and what cannot be kept is told at its field. Letter by letter: `fill` is no typing. */
import type { Locator } from '@playwright/test';
import { goTo, LANDSCAPE, openRoom, press, startSession } from './asking.ts';
import { expect, test } from './served.ts';

test.use({ viewport: LANDSCAPE, locale: 'en-US' });

/** Disks and two windows may be slow when the machine is busy. */
const SLOW = { timeout: 15_000 };

/** Month, day, year: one figure too many in the year. */
async function typeLongYear(field: Locator): Promise<void> {
  await field.focus();
  await field.page().keyboard.type('01302027');
  await field.page().keyboard.type('0');
  await expect(field).toHaveValue('20270-01-30');
}

const WRONG = /^Write a day between January 1, 1900 and /;

async function isRefused(field: Locator): Promise<void> {
  await field.blur();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  const described = (await field.getAttribute('aria-describedby')) ?? '';
  const problem = described.split(' ').find((id) => id.endsWith('-problem')) ?? 'none';
  await expect(field.page().locator(`[id="${problem}"]`)).toHaveText(WRONG);
  // As it was typed, so that one figure can be taken away.
  await expect(field).toHaveValue('20270-01-30');
}

test('a year of five digits is told at every date field, stays as typed, and the session opens again', async ({
  page,
  served,
}) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'question/buyout');
  await page.locator('.evidence summary').click();
  const dated = [page.getByLabel('Look at it again by')];
  await page.getByRole('button', { name: 'Add a source' }).click();
  dated.push(page.locator('.source-form [type=date]'));
  for (const field of dated) {
    await typeLongYear(field);
    await isRefused(field);
  }
  await goTo(page, 'details');
  const upTo = page.locator('#details-informationUpTo');
  await typeLongYear(upTo);
  await isRefused(upTo);
  await page.reload();
  // It is brought back with what is wrong, and put right with one key.
  await expect(upTo).toHaveValue('20270-01-30');
  await expect(upTo).toHaveAttribute('aria-invalid', 'true');
  await upTo.fill('2027-01-30');
  await upTo.blur();
  await expect(upTo).toHaveAttribute('aria-invalid', 'false');
  await page.reload();
  await expect(upTo).toHaveValue('2027-01-30');
  await goTo(page, 'news');
  await typeLongYear(page.locator('#news-date'));
  await isRefused(page.locator('#news-date'));
  await goTo(page, 'review');
  const again = page.locator('.to-review [type=date]').first();
  await typeLongYear(again);
  await isRefused(again);
  await page.reload();
  await expect(page.locator('.to-review').first()).toBeVisible();
});

test('in a room and in an own addition too; the room opens again', async ({ page, served }) => {
  const debrief = await openRoom(page, served.url);
  await page.goto(debrief);
  await page.getByLabel('What is to be done').pressSequentially('Ask');
  const due = page.getByLabel('By when');
  await typeLongYear(due);
  await page.keyboard.press('Enter');
  await isRefused(due);
  await expect(page.locator('.actions-of li')).toHaveCount(0);
  await due.fill('2027-01-30');
  await page.keyboard.press('Enter');
  await expect(page.locator('.actions-of li')).toContainText('Ask', SLOW);
  await page.reload();
  await expect(page.locator('.actions-of li')).toContainText('January 30, 2027');
  await page.goto(`${served.url}#/additions`);
  await page
    .getByRole('button', { name: /^Add to/ })
    .first()
    .click();
  await page.getByLabel('What it is').selectOption('Deadline');
  const day = page.locator('.addition-form [type=date]');
  await typeLongYear(day);
  await isRefused(day);
});

test('details and the debrief are kept as one writes: closed at once, saved at once', async ({
  page,
  served,
}) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'details');
  await page.locator('#details-meeting').pressSequentially('Council, 3 December');
  await page.reload();
  await expect(page.locator('#details-meeting')).toHaveValue('Council, 3 December');
  await goTo(page, 'note');
  await expect(page.locator('.paper')).toContainText('Council, 3 December');

  const debrief = await openRoom(page, served.url);
  await page.goto(debrief);
  const wash = page.getByLabel('Hot wash');
  await wash.pressSequentially('We judged one vote by the other.');
  await page.reload();
  await expect(wash).toHaveValue('We judged one vote by the other.');
  await wash.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' To the last letter');
  // As where a press of a button leaves the field alone.
  const [report] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as text' }).dispatchEvent('click'),
  ]);
  const { readFile } = await import('node:fs/promises');
  expect(await readFile(await report.path(), 'utf8')).toContain('To the last letter');
});

test('how many tables there are is kept, however soon one leaves', async ({ page, served }) => {
  const debrief = await openRoom(page, served.url);
  const open = async () => {
    await page.goto(debrief.replace('/debrief/', '/collect/'));
    await page.reload();
    await page.locator('summary', { hasText: 'tables in the room' }).click();
    return page.getByLabel('How many tables sit in the room');
  };
  const field = await open();
  await field.focus();
  await field.selectText();
  await page.keyboard.type('012');
  // The field is not left, and neither is anything waited for.
  const again = await open();
  await expect(again).toHaveValue('12', SLOW);
  await expect(page.locator('.at-tables li')).toHaveCount(12, SLOW);
  await again.fill('0');
  await again.blur();
  await expect(again).toHaveAttribute('aria-invalid', 'true');
});

test('a form half filled in is there again after another screen and after a reload, and can be discarded', async ({
  page,
  served,
}) => {
  const brought = page.getByText('it has been brought back');
  await startSession(page, served.url, 'P2');
  await goTo(page, 'news');
  await page.locator('#news-what').pressSequentially('A tender');
  await page.locator('#news .option label').first().click();
  await goTo(page, 'overview');
  await page.goBack();
  await expect(page.locator('#news-what')).toHaveValue('A tender');
  await page.reload();
  await expect(page.locator('#news-what')).toHaveValue('A tender');
  await expect(page.getByRole('checkbox').first()).toBeChecked();
  await expect(brought).toBeVisible();
  await press(page, 'Discard it');
  await expect(page.locator('#news-what')).toHaveValue('');
  await expect(page.getByRole('checkbox').first()).not.toBeChecked();
  await page.reload();
  await expect(page.locator('#news-what')).toHaveValue('');

  await goTo(page, 'question/buyout');
  await page.locator('.evidence summary').click();
  await press(page, 'Add a source');
  await page.getByLabel('What it is').pressSequentially('Embassy');
  await page.reload();
  await expect(page.getByLabel('What it is')).toHaveValue('Embassy');

  await goTo(page, 'result/R1');
  const scope = page.locator('#output-R1 .additions-of');
  await scope.getByRole('button', { name: /^Add to/ }).click();
  await scope.locator('[name=text]').pressSequentially('The Council');
  await page.reload();
  await expect(scope.locator('[name=text]')).toHaveValue('The Council');
  await scope.getByLabel('Written by').fill('AB');
  await press(page, 'Keep');
  await expect(scope.locator('.own')).toContainText('The Council');
  await page.reload();
  await expect(scope.locator('.own')).toContainText('The Council');
  await expect(scope.locator('[name=text]')).toHaveCount(0);

  await page.goto(await openRoom(page, served.url));
  await page.getByLabel('What is to be done').pressSequentially('Ask the mission');
  await page.getByRole('link', { name: 'The board', exact: true }).click();
  await page.goBack();
  await expect(page.getByLabel('What is to be done')).toHaveValue('Ask the mission');
});

test('keys that choose or drop a word of an input method do nothing else', async ({ page, served }) => {
  await startSession(page, served.url, 'short');
  const input = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  /** As Chrome sends it; Safari tells of it by its number alone. */
  const key = (field: Locator, name: string, isComposing: boolean) =>
    field.evaluate(
      (element, [key, composing]) =>
        element.dispatchEvent(
          new KeyboardEvent('keydown', { key, keyCode: 229, isComposing: composing, bubbles: true }),
        ),
      [name, isComposing] as const,
    );
  const title = page.locator('.title-input');
  await page.locator('button.title').click();
  await compose('かいけい');
  for (const isComposing of [true, false]) {
    await key(title, 'Enter', isComposing);
    await key(title, 'Escape', isComposing);
  }
  await expect(title).toHaveValue('かいけい');
  await expect(page.locator('dialog.cover')).toHaveCount(0);
  await input.send('Input.insertText', { text: '会計' });
  await page.keyboard.press('Enter');
  await expect(page.locator('button.title')).toHaveText('会計');
});

test('a title half typed is there again after a reload, and one that is too long is told and not cut', async ({
  page,
  served,
}) => {
  await startSession(page, served.url, 'short');
  const title = page.locator('.title-input');
  await page.locator('button.title').click();
  await page.keyboard.type('The refinery');
  await page.reload();
  await expect(title).toHaveValue('The refinery');
  await title.fill('x'.repeat(201));
  await title.press('Enter');
  await expect(title).toHaveValue('x'.repeat(201));
  expect(await title.evaluate((field: HTMLInputElement) => field.validationMessage)).toContain(
    'one letter too many',
  );
  await title.press('Backspace');
  await title.press('Enter');
  await expect(page.locator('button.title')).toHaveText('x'.repeat(200));
});

test('typed before it can be sealed and left at once, it is there again', async ({ page, served }) => {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (name, version) {
      const request = open.call(this, name, version);
      // As on a device that is busy: it answers, and nobody hears it.
      if (name === 'waymark-visit') Object.defineProperty(request, 'onsuccess', { set: () => undefined });
      if (name === 'waymark-visit') request.addEventListener = () => undefined;
      return request;
    };
  });
  await startSession(page, served.url, 'short');
  await page.locator('button.title').click();
  await page.keyboard.type('The refinery');
  await page.reload();
  await expect(page.locator('.title-input')).toHaveValue('The refinery');
});
