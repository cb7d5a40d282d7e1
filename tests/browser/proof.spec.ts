import { heading } from './asking.ts';
import { expect, test } from './served.ts';

test('what is proved of the rules is said in words, and its examples are tried on the device', async ({
  page,
  served,
}) => {
  await page.goto(`${served.url}#/about`);
  await page.getByRole('link', { name: 'How we know these rules are sound' }).click();
  await expect(heading(page)).toHaveText('How we know these rules are sound');
  await expect(page.getByRole('main')).toContainText('182,643,484,262,400');
  await expect(page.locator('.checked')).toContainText('every one came out as said');
  await page.getByText('53 of 53').click();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'sanction the bought-out companies' }).first(),
  ).toContainText('Comes in, for example:');
});
