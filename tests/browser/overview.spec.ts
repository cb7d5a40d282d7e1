import { goTo, heading, LANDSCAPE, line, press, said, startSession, tap } from './asking.ts';
import { expect, test } from './served.ts';

test.use({ viewport: LANDSCAPE });

test('each question with its state, and the way back from a change', async ({ page, served }) => {
  await startSession(page, served.url, 'short');
  await tap(page, 'No');
  await goTo(page, 'question/narrative');
  await tap(page, 'Don’t know, or not sure of the rest');
  await goTo(page, 'overview');
  await expect(heading(page)).toHaveText('All questions');
  const entry = (title: string) => page.getByRole('listitem').filter({ hasText: title });
  await expect(entry('taken decisions')).toContainText('No');
  await expect(entry('untrue claims')).toContainText('Don’t know');
  await expect(entry('Belarusian society back')).toContainText(
    'Not asked, because no decisions for deeper integration have been taken',
  );
  await expect(entry('Are Belarusian companies')).toContainText('Not answered');
  await entry('taken decisions')
    .getByRole('link', { name: /^Change 2/ })
    .click();
  await tap(page, 'Yes, officially announced');
  await press(page, 'Back to the overview');
  await expect(entry('taken decisions')).toContainText('Yes, officially announced');
  await expect(entry('Belarusian society back')).toContainText('Not answered');
});

test('what no longer matters is said to be so', async ({ page, served }) => {
  await startSession(page, served.url, 'short');
  await goTo(page, 'question/election_pres');
  await tap(page, 'Yes, not free and fair');
  await goTo(page, 'question/mandate_social');
  await tap(page, 'Yes');
  await goTo(page, 'overview');
  // One mandate is enough to end R1 and to have N11 hold, where decisions were taken at all.
  await expect(page.getByRole('listitem').filter({ hasText: 'hold a political mandate' })).toContainText(
    'No longer matters',
  );
});

test('the filter shows one state, with figures', async ({ page, served }) => {
  await startSession(page, served.url, 'brief');
  await goTo(page, 'overview');
  const rows = page.locator('.entry');
  await expect(rows).toHaveCount(20);
  for (const [name, n] of [
    ['Answered', 15],
    ['From the brief, unchecked', 18],
    ['Don’t know', 3],
    ['Not asked', 2],
    ['All', 20],
  ] as const) {
    await page.locator('.filters label', { hasText: name }).click();
    await expect(page.getByRole('radio', { name: `${name} ${n}`, exact: true })).toBeChecked();
    await expect(rows).toHaveCount(n);
    await expect(said(page)).toHaveText(`${n} questions shown`);
  }
});

test('answers that do not go together are told on top, with the way to each', async ({ page, served }) => {
  await startSession(page, served.url, 'whole');
  await tap(page, 'At a standstill');
  await goTo(page, 'question/decisions');
  await tap(page, 'Yes, officially announced');
  await goTo(page, 'overview');
  await expect(page.getByRole('heading', { name: 'One thing does not go together' })).toBeVisible();
  await page
    .locator('.warnings')
    .getByRole('link', { name: /^Change 1:/ })
    .click();
  await tap(page, 'Step-by-step deepening');
  await press(page, 'Back to the overview');
  await expect(page.locator('.warnings')).toHaveCount(0);
});

test('undo works here too, and the standing follows', async ({ page, served }) => {
  await startSession(page, served.url, 'short');
  await tap(page, 'No');
  await goTo(page, 'overview');
  await press(page, 'Undo');
  await expect(line(page, 'R1')).toHaveText(/open.*was not now/);
  await expect(page.locator('.recent')).toHaveText('Undone: 2 is not answered now.');
  await page.keyboard.press('Control+y');
  await expect(page.locator('.recent')).toHaveText('Done again: 2 is now “No”.');
});
