/** The screen that tells whether a device is ready, on the built app: what is missing or altered is told and repaired. */
import type { Page } from '@playwright/test';
import { expect, test } from './served.ts';
import { buildOf, INSTALLING, keptFiles, openOffline } from './worker.ts';

/** Behind the app's back: one kept file away, another one cut. */
async function harm(page: Page, [gone, cut]: readonly string[]): Promise<void> {
  await page.evaluate(
    async ([build, gone, cut]) => {
      const name = (await caches.keys()).find((each) => each.endsWith(` ${build}`)) ?? '';
      const cache = await caches.open(name);
      await cache.delete(String(gone));
      await cache.put(String(cut), new Response('{"cut'));
    },
    [await buildOf(page), gone, cut],
  );
}

test('a file that is gone and one that is cut are told, cannot be had without the server, and are fetched with it', async ({
  page,
  served,
}) => {
  await openOffline(page, served.url);
  const kept = await keptFiles(page, await buildOf(page));
  const two = kept.filter((url) => /\/assets\/(proof|exercises)\..*json$/.test(url));
  const names = two.map((url) => url.slice(served.url.length));
  await page.goto(`${served.url}#/ready`);
  const files = page.locator('.ready-lines > li').first();
  await expect(files).toContainText(`All ${kept.length} files are here`, INSTALLING);
  // The same letters as on every device with this release, and to be heard one by one.
  await expect(page.locator('.letters')).toHaveText(
    /^([0-9A-Z]{3}){2}([0-9A-Z] ){2}[0-9A-Z], ([0-9A-Z] ){2}[0-9A-Z]$/,
  );
  await expect(page.locator('.ready-lines')).toContainText('Everything is kept twice');

  const again = page.getByRole('button', { name: 'Look again' });
  await harm(page, two);
  await again.click();
  await expect(files).toContainText(`One of ${kept.length} files is missing, one is altered.`);
  for (const name of names) await expect(files).toContainText(name);
  await expect(page.locator('.sum')).not.toHaveText('This device is ready.');

  await served.stop();
  const fetchAgain = files.getByRole('button', { name: 'Fetch again' });
  await fetchAgain.click();
  await expect(files).toContainText('cannot be reached');
  for (const name of names) await expect(files).toContainText(name);
  // So it stays, whoever looks: the app itself does, after its own attempt has failed.
  for (let times = 0; times < 2; times++) {
    await again.click();
    await expect(again).toBeEnabled();
    await expect(files).toContainText('cannot be reached');
  }

  await served.restart();
  // The worker tries once more by itself after a failure, and may have them before anyone asks.
  await expect(async () => {
    if (await fetchAgain.isVisible()) await fetchAgain.click({ timeout: 2000 });
    await expect(files).toContainText(`All ${kept.length} files are here`, { timeout: 3000 });
  }).toPass(INSTALLING);
  await expect(files.getByRole('button')).toHaveCount(0);
});
