/** Making an exercise: what is written is kept, what is missing is told with the way there, what was run stays. */
import { heading } from './asking.ts';
import { runs } from './at-table.ts';
import { expect, test } from './served.ts';

const SLOW = { timeout: 20_000 };

test('an exercise is copied, changed, checked, kept, run, and changed again beside its room', async ({
  page,
  served,
}) => {
  await page.goto(`${served.url}#/workshop`);
  await page.getByRole('link', { name: 'The fertiliser sale' }).click();
  await runs(page);
  await page.getByRole('button', { name: 'Copy it and change the copy' }).click();
  await expect(heading(page)).toHaveText('Texts', SLOW);
  const state = page.locator('.room-head small');
  await page.getByLabel('Title').first().press('End');
  await page.getByLabel('Title').first().pressSequentially(', again');
  await expect(page.locator('.room-head b')).toHaveText('The fertiliser sale, again');
  await expect(state).toHaveText('saved on this device', SLOW);
  // Kept as one writes: the page may go at any moment.
  await page.reload();
  await expect(page.getByLabel('Title').first()).toHaveValue('The fertiliser sale, again', SLOW);

  // What is missing is told where everything is told, and leads to its field.
  await page.getByRole('link', { name: 'Questions', exact: true }).first().click();
  const decisions = page.getByRole('radiogroup', { name: 'taken decisions' });
  await decisions.getByText('The sheet settles it').click();
  await page.getByRole('link', { name: 'News', exact: true }).first().click();
  await page.getByLabel('The word that opens it').first().fill('a b');
  await page.getByRole('link', { name: 'Check', exact: true }).click();
  await expect(page.getByRole('heading', { name: '2 things to mend' })).toBeVisible(SLOW);
  await expect(page.getByRole('button', { name: 'Keep the exercise' })).toBeDisabled();
  await expect(page.getByText('It can be reckoned once')).toBeVisible();
  await page.getByRole('link', { name: 'News 1, its word' }).click();
  await expect(page.getByLabel('The word that opens it').first()).toBeFocused(SLOW);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('harbour');
  await page.getByRole('link', { name: 'Check', exact: true }).click();
  await page.getByRole('link', { name: 'Question 2, settled by the sheet' }).click();
  await expect(page.locator('#standing-decisions')).toBeFocused(SLOW);
  await page
    .locator('li', { has: page.locator('#standing-decisions') })
    .locator('.option label')
    .first()
    .click();
  await page.getByRole('link', { name: 'Check', exact: true }).click();
  await expect(page.getByText('The exercise can be run as it is.')).toBeVisible(SLOW);
  await expect(page.locator('ol.rehearsed > li')).toHaveCount(6);
  await page.getByRole('button', { name: 'Keep the exercise' }).click();
  await expect(heading(page)).toHaveText('The fertiliser sale, again', SLOW);
  await expect(page.getByText('hypothetical', { exact: true })).toBeVisible();

  // It is run; then changed: another edition, and the room is as it was.
  await page.getByRole('button', { name: 'Open a room' }).click();
  await expect(heading(page)).toHaveText('Collect round 1', SLOW);
  const room = page.url();
  await page.goto(`${served.url}#/workshop`);
  await page.getByRole('link', { name: 'The fertiliser sale, again 6 open questions' }).click();
  await page.getByRole('button', { name: 'Change it' }).click();
  await page.getByLabel('Title').first().fill('The sale of the works');
  await page.getByRole('link', { name: 'Check', exact: true }).click();
  await page.getByRole('button', { name: 'Keep the exercise' }).click();
  await expect(heading(page)).toHaveText('The sale of the works', SLOW);
  await page.goto(`${served.url}#/workshop`);
  await expect(page.getByRole('link', { name: /again 6 open questions.*edition/ })).toBeVisible(SLOW);
  await expect(
    page.getByRole('link', { name: /The sale of the works 6 open questions.*edition/ }),
  ).toBeVisible();
  await page.goto(room);
  await expect(page.locator('.room-head')).toContainText('The fertiliser sale, again', SLOW);
});
