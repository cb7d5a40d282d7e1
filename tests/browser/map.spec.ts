import { goTo, heading, LANDSCAPE, startSession, tap } from './asking.ts';
import { textOfPages } from './pdf.ts';
import { expect, test } from './served.ts';

test.use({ viewport: LANDSCAPE });

test('the picture and the table light up what leads on, and follow an answer', async ({ page, served }) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'result');
  await page.getByRole('link', { name: 'See it as a map' }).click();
  await expect(heading(page)).toHaveText('The brief as a map');
  await goTo(page, 'map/O3');
  const picture = page.getByRole('group', { name: /^Map: 3 questions/ });
  const row = page.getByRole('row', { name: /sanction the bought-out companies/ });
  const lit = picture.locator('.lines .lit');
  await expect(row).toContainText('applies');
  await expect(
    picture.getByRole('link', { name: /sanction the bought-out companies: applies/ }),
  ).toBeVisible();
  expect(await lit.count()).toBeGreaterThan(3);

  await goTo(page, 'question/buyout');
  await tap(page, 'No');
  await goTo(page, 'map/O3');
  await expect(row).toContainText('not now');
  await expect(
    picture.getByRole('link', { name: /sanction the bought-out companies: not now/ }),
  ).toBeVisible();
  await expect(lit).toHaveCount(0);
});

test('keys reach each place, tell its ways and open it; printed, the picture is whole', async ({
  page,
  served,
}) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'map/-all');
  const box = page.getByRole('region', { name: /^The picture/ });
  const size = () => box.locator('svg').evaluate((svg) => svg.getBoundingClientRect().width);
  await box.focus();
  const before = await size();
  await page.keyboard.press('+');
  await expect.poll(size).toBeGreaterThan(before * 1.2);
  await page.keyboard.press('0');
  await expect.poll(size).toBeLessThan(before);
  const place = box.getByRole('link', { name: /^A purchase with Russian capital is clearly illegal/ });
  await place.focus();
  await expect(page.locator('.on-way').first()).toBeVisible();
  await page.keyboard.press('ArrowRight');
  // To one of the conclusions that it leads on to; which is nearest hangs on the fonts.
  await expect(box.locator('a:focus')).toHaveAttribute('data-key', /^output:(O3|N17)$/);
  await page.keyboard.press('Escape');
  await expect(page.locator('.on-way')).toHaveCount(0);

  const pages = (await textOfPages(await page.pdf({ preferCSSPageSize: true }))).join('');
  for (const words of ['Are Belarusian companies being bought out?', 'sanction the bought-out companies'])
    expect(pages).toContain(words.replaceAll(' ', ''));

  const question = box.getByRole('link', { name: /^Question 9:/ });
  await question.focus();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(/^Question 9,/);
});
