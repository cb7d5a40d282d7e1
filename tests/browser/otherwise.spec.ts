import { goTo, heading, LANDSCAPE, startSession, tap } from './asking.ts';
import { expect, test } from './served.ts';

test.use({ viewport: LANDSCAPE });

test('what is tried changes nothing, survives a reload, and becomes a session of its own', async ({
  page,
  served,
}) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'result');
  await page.getByRole('link', { name: 'What if?' }).click();
  const changes = page.getByRole('complementary', { name: 'What would change' });
  await expect(changes).toContainText('Nothing yet');
  await page.getByText('Are Belarusian companies being bought out?').click();
  await page
    .locator('.try[class] .option label', { hasText: /^No/ })
    .filter({ visible: true })
    .first()
    .click();
  await expect(changes).toContainText('sanction the bought-out companies');
  await expect(changes).toContainText('applies, then not now');
  await page.reload();
  await expect(changes).toContainText('applies, then not now');
  await page.getByRole('button', { name: 'As it is in the session: question 9' }).click();
  await expect(changes).toContainText('Nothing yet');
  await page.getByText('Are Belarusian companies being bought out?').click();
  await page.locator('.try .option label', { hasText: /^No/ }).filter({ visible: true }).first().click();
  await page.getByRole('button', { name: 'Keep as a new session' }).click();
  await expect(page.locator('#output-O3 .state')).toContainText('not now');
  await page.goto(`${served.url}#/`);
  await expect(page.locator('.sessions .rows .row')).toHaveCount(2);

  // Both side by side: what differs, and by what.
  await page.getByRole('link', { name: 'Compare sessions' }).click();
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('alert')).toContainText('Choose at least two');
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: 'Compare' }).click();
  const row = page.getByRole('row', { name: /sanction the bought-out companies/ });
  await expect(row).toContainText('applies');
  await expect(row).toContainText('not now');
  await expect(row).toContainText('by question 9 alone');
});

test('the history tells what was done and what changed by it, and steps to any moment', async ({
  page,
  served,
}) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'question/buyout');
  await tap(page, 'No');
  await goTo(page, 'history');
  await expect(heading(page)).toHaveText('How it came to this');
  const newest = page.locator('.entry-done').first();
  await expect(newest).toContainText('Question 9: No; before, Yes, bought');
  await expect(newest).toContainText('sanction the bought-out companies applies, then not now');
  await page.getByRole('button', { name: 'Earlier', exact: true }).click();
  await expect(page.locator('.moment .when')).toContainText('Nothing can be changed here');
  await expect(page.locator('.moment')).toContainText('applies: ');
  await page.reload();
  await expect(page.locator('.moment.is-past')).toBeVisible();
  await page.getByRole('link', { name: 'Compare with now' }).click();
  await expect(page.getByRole('row', { name: /sanction the bought-out companies/ })).toContainText(
    'by question 9 alone',
  );
});
