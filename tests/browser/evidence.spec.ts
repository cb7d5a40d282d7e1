import { goTo, LANDSCAPE, startSession } from './asking.ts';
import { expect, test } from './served.ts';

test.use({ viewport: LANDSCAPE });

test('what an answer rests on is kept, shows how firm the result is, and changes no verdict', async ({
  page,
  served,
}) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'question/bidders_blocked');
  const fold = page.locator('.evidence');
  await expect(fold.locator('summary')).toContainText('nothing said yet');
  await fold.locator('summary').click();
  await fold.getByRole('group', { name: 'Confidence in it' }).getByText('low', { exact: true }).click();
  await fold.getByRole('button', { name: 'Add a source' }).click();
  await page.getByRole('button', { name: 'Keep the source' }).click();
  await expect(page.getByLabel('What it is')).toBeFocused();
  await expect(fold).toContainText('Say what the source is');
  await page.getByLabel('What it is').fill('Embassy report, 12 October');
  await page.getByRole('button', { name: 'Keep the source' }).click();
  // Typed and not left: a reload must not lose it.
  await fold.getByLabel('Note').pressSequentially('two of three bidders');
  await page.reload();
  await expect(fold.locator('summary')).toContainText('Low confidence, 1 source, a note');
  await fold.locator('summary').click();
  await expect(fold.getByLabel('Note')).toHaveValue('two of three bidders');
  await expect(fold.getByRole('listitem')).toContainText('Embassy report, 12 October');

  await goTo(page, 'result');
  const firm = page.locator('.firmness');
  await expect(firm).toContainText('One answer is weak (low confidence: question 11)');
  await expect(firm).toContainText('applies, then open');
  const option = page.locator('#output-O3 .state');
  await expect(option).toContainText('applies');
  await firm.getByText('without the weak answers').click();
  await expect(page.locator('.without-banner')).toContainText('The session itself is as it was');
  await expect(option).toContainText('open');
  await page.getByRole('button', { name: 'Show it with all answers' }).click();
  await expect(option).toContainText('applies');
  // The list says so too, and does not say that it is from the brief.
  const row = page.locator('.sessions .row');
  await expect(page.locator('#output-O3')).toContainText('weak: 11');
  await page.goto(served.url);
  await expect(row).toContainText('rests on weak answers; hypothetical');
  await row.getByRole('link').click();
  await goTo(page, 'result/O3');
  await expect(page.locator('#output-O3')).toContainText('With these taken as unknown it would be: open');
});

test('each source says what rests on it, and what would fall without it, here and elsewhere', async ({
  page,
  served,
}) => {
  for (const time of ['first', 'second']) {
    await startSession(page, served.url, 'P2');
    await goTo(page, 'question/bidders_blocked');
    await page.locator('.evidence summary').click();
    await page.getByRole('button', { name: 'Add a source' }).click();
    if (time === 'second')
      await page.getByLabel('Source', { exact: true }).selectOption('The ministry’s letter');
    else await page.getByLabel('What it is').fill('The ministry’s letter');
    await page.getByRole('button', { name: 'Keep the source' }).click();
    await expect(page.locator('.source-use')).toContainText('The ministry’s letter');
  }
  await page.getByRole('link', { name: 'All sources of this session' }).click();
  const source = page.locator('.source');
  await expect(source).toContainText('Question 11');
  await expect(source).toContainText('would have no source for it left');
  await expect(source).toContainText('applies, then open');
  await expect(source).toContainText('1 answer and 2 verdicts');
  await page.getByRole('link', { name: 'Go to question 11' }).click();
  await page.locator('.evidence summary').click();
  await page.getByRole('button', { name: 'Take away: The ministry’s letter' }).click();
  await expect(page.locator('.source-use')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.source-use')).toHaveCount(1);
});
