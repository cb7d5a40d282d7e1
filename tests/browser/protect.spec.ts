/** What protects the work from others' eyes. */
import { readFile } from 'node:fs/promises';
import { goTo, LANDSCAPE, press, startSession } from './asking.ts';
import { expect, test } from './served.ts';

test.use({ viewport: LANDSCAPE });

/** Keys are slow on purpose, and two cores may be busy with other things. */
const SLOW = 20_000;
test.setTimeout(60_000);

test('a session is saved locked, and opens elsewhere with its passphrase and no other', async ({
  page,
  served,
  browser,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await startSession(page, served.url, 'P2');
  await goTo(page, 'hand-on');
  await page.locator('.protect .option label', { hasText: 'Locked with one' }).click();
  const field = page.getByRole('textbox', { name: 'Passphrase' });
  await expect(field).toHaveValue(/^([a-z]+ ){5}[a-z]+$/);
  await expect(page.locator('.protect')).toContainText('Strong: six words');
  const first = await field.inputValue();
  await press(page, 'Draw another');
  await expect(field).not.toHaveValue(first);
  const passphrase = await field.inputValue();
  const save = page.getByRole('button', { name: 'Save the file' });
  await field.fill('too short');
  await expect(page.locator('.protect .problem')).toContainText('at least twelve letters');
  await expect(save).toBeDisabled();
  await field.fill(passphrase);
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: SLOW }), save.click()]);
  expect(download.suggestedFilename()).toMatch(/^Waymark locked [\d-]+\.waymark$/);
  await expect(page.locator('.said')).toContainText('with no other');
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toMatch(/^\{"format":"waymark-locked"/);

  const context = await browser.newContext({ viewport: LANDSCAPE });
  const other = await context.newPage();
  await other.goto(`${served.url}#/files`);
  const give = (content: string) =>
    other
      .locator('input[type=file]')
      .last()
      .setInputFiles({ name: 'x.waymark', mimeType: 'application/json', buffer: Buffer.from(content) });
  await give(text.replace('"body":"', '"body":"A'));
  await expect(other.getByRole('alert')).toContainText('altered or damaged');
  await give(text);
  const typed = other.getByLabel('Passphrase');
  await expect(typed).toBeFocused();
  await typed.fill(`${passphrase} too`);
  await typed.press('Enter');
  await expect(other.getByRole('alert')).toContainText('does not open with this', { timeout: SLOW });
  await typed.fill(` ${passphrase.replaceAll(' ', '  ')} `);
  await typed.press('Enter');
  await expect(other.locator('.incoming')).toContainText('New: it is not on this device', { timeout: SLOW });
  await press(other, 'Take in one session');
  await expect(other.locator('.said')).toContainText('One session was taken in.');
  await context.close();
});
