/** A session that was answered under an older version of the brief's rules: looked at, taken over, and taken back. */
import { readFile } from 'node:fs/promises';
import { answeredBefore, olderVersion } from '../../src/tools/screenshots/forged.mjs';
import { keepPack, packInUse } from '../../src/tools/screenshots/kept-packs.mjs';
import { goTo, heading, LANDSCAPE, press, startSession } from './asking.ts';
import { expect, test } from './served.ts';

test.use({ viewport: LANDSCAPE });

const ID = '00000000-0000-4000-8000-00000000000e';

test('nothing is judged by other rules before it was seen what they change; it can be undone, and the past stays', async ({
  page,
  served,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await startSession(page, served.url, 'P2');
  await page.goto(`${served.url}#/files`);
  const saving = page.waitForEvent('download');
  await press(page, 'Save everything as a file');
  const backup = await readFile(await (await saving).path(), 'utf8');
  // What the device would have kept while the older version was in use.
  const older = olderVersion(await packInUse(page));
  await keepPack(page, older);
  await page
    .locator('input[type=file]')
    .last()
    .setInputFiles({
      name: 'from-spring.waymark',
      mimeType: 'application/json',
      buffer: Buffer.from(answeredBefore(backup, older, ID)),
    });
  await press(page, 'Take in one session');
  await expect(page.locator('.said').first()).toContainText('One session was taken in.');

  await page.goto(`${served.url}#/session/${ID}/result`);
  await expect(heading(page)).toHaveText('Answered under version 0.9.0 of the brief’s rules');
  const verdicts = page.locator('.turns-then');
  await expect(verdicts.getByText('The same answers, judged by other rules.')).toHaveCount(2);
  await expect(verdicts.getByText('New in this version.')).toHaveCount(1);
  const lost = page.locator('.misfits-then');
  await expect(lost).toContainText('Is the press free?');
  await expect(lost).toContainText('Answered: Yes');
  await expect(lost).toContainText('This question is no longer asked.');
  const turned = await verdicts.locator('li').first().locator('b').textContent();

  // As it was: by the rules of then, in the history, where nothing is asked.
  await press(page, 'How it stood');
  await expect(page.getByText('Judged by version 0.9.0 of the brief’s rules, as it was then.')).toBeVisible();
  await page.goBack();
  await press(page, 'Not now');
  await expect(page.getByText('answered with another version of the brief’s rules')).toBeVisible();

  await page.goto(`${served.url}#/session/${ID}/question/decisions`);
  await press(page, 'Take over to version 1.0.0');
  await expect(page).toHaveURL(/\/overview/);
  await expect(page.getByText('Saved on this device')).toBeVisible();
  await expect(page.locator('.misfits')).toContainText('One answer was given under another version');
  await page.reload();
  await goTo(page, 'history');
  const taken = page.locator('.entry-done').first();
  await expect(taken).toContainText('from version 0.9.0 of the brief’s rules to version 1.0.0');
  await expect(taken.locator('.from-to li')).toHaveCount(2);
  expect(turned).toMatch(/^Before: .+\. Then: .+\. ?$/);

  await goTo(page, 'overview');
  await press(page, 'Undo');
  await expect(heading(page)).toHaveText('Answered under version 0.9.0 of the brief’s rules');
});
