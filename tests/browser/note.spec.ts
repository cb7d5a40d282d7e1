/** The note on paper: real PDFs from Chromium, and the page on screen. */
import type { Page } from '@playwright/test';
import { goTo, heading, PHONE, press, startSession } from './asking.ts';
import { textOfPages } from './pdf.ts';
import { expect, test } from './served.ts';

/** Every part of the page whose words must stand whole on paper. */
const PARTS =
  '.note-source, .bottom-line, .note-group h2, .said, .in-full, .details, .note-group > p, .note-points li, .note-answers td';

async function print(page: Page): Promise<string[]> {
  return textOfPages(await page.pdf({ preferCSSPageSize: true }));
}

/** The words of each part of the page that is shown, without white space. */
function partsShown(page: Page): Promise<string[]> {
  return page.locator(PARTS).evaluateAll((parts) =>
    parts
      .filter((part) => part.checkVisibility())
      .map((part) => {
        const words = part.cloneNode(true) as Element;
        for (const unseen of words.querySelectorAll('.unseen')) unseen.remove();
        return (words.textContent ?? '').replace(/\s/g, '');
      })
      .filter(Boolean),
  );
}

async function describe(page: Page): Promise<void> {
  await goTo(page, 'details');
  await page.getByLabel('For whom').fill('Head of delegation');
  await page.getByLabel('From whom').fill('Eastern desk');
  await page.getByLabel('Meeting').fill('Foreign Affairs Council, Thursday 26 November 2026, 10:00');
  await page.getByLabel('Information up to').fill('2026-11-22');
  await page.getByText('TLP:AMBER+STRICT').click();
  await page.getByLabel('A word on handling').fill('for the delegation, not for publication');
  await press(page, 'Back to the note');
}

for (const how of ['brief', 'P2', 'P4', 'P6', 'short']) {
  test(`${how} prints on two pages with nothing cut and its handling on each`, async ({ page, served }) => {
    await startSession(page, served.url, how);
    await describe(page);
    await expect(heading(page)).toContainText('what the brief advises');
    const parts = await partsShown(page);
    expect(parts.length).toBeGreaterThan(50);
    const pages = await print(page);
    expect(pages).toHaveLength(2);
    // The dot before a mark is drawn by the styles.
    const all = pages.join('').replaceAll('·', '');
    expect(parts.filter((part) => !all.includes(part))).toEqual([]);
    pages.forEach((text, i) => {
      // Above and below the page.
      expect(text.split('TLP:AMBER+STRICTforthedelegation,notforpublication')).toHaveLength(3);
      expect(text).toContain(`${i + 1}of${pages.length}`);
    });
    expect(all).toContain('Informationupto');
    expect(all).not.toContain('Savedonthisdevice');
  });
}

test('the result prints as the note', async ({ page, served }) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'note');
  await expect(heading(page)).toBeVisible();
  const note = await print(page);
  await goTo(page, 'result');
  await expect(heading(page)).toHaveText(/^Four recommendations apply/);
  await expect(page.locator('.note-print')).toBeAttached();
  expect(await print(page)).toEqual(note);
});

test('a title of any characters stands at the foot of each printed page', async ({ page, served }) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'details');
  await page.getByLabel('Title', { exact: true }).fill('"Sale" \\ 5 {a} </style>');
  await press(page, 'Back to the note');
  await expect(heading(page)).toBeVisible();
  for (const text of await print(page)) expect(text).toContain('"Sale"\\5{a}</style>');
});

test('dark on screen, it is a white page there and on paper', async ({ page, served }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await startSession(page, served.url, 'P2');
  await goTo(page, 'note');
  const colours = () =>
    page.locator('.paper').evaluate((paper) => {
      const { backgroundColor, color } = getComputedStyle(paper);
      return [backgroundColor, color];
    });
  expect(await colours()).toEqual(['rgb(255, 255, 255)', 'rgb(29, 28, 26)']);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await colours()).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
});

test('nothing is wider than A4, in longer words neither', async ({ page, served }) => {
  await page.addInitScript(() => localStorage.setItem('waymark.language', 'en-XA'));
  await startSession(page, served.url, 'P6');
  await goTo(page, 'note');
  await expect(heading(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  // 174 mm: A4 within its margins.
  await page.setViewportSize({ width: 658, height: 1000 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(658);
});

test('the button prints, and the details are one step away and back', async ({ page, served }) => {
  await page.setViewportSize(PHONE);
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await startSession(page, served.url, 'P2');
  await goTo(page, 'note');
  await press(page, 'Print');
  await expect(page.locator('html')).toHaveAttribute('data-printed', '');
  await press(page, 'Title, meeting, handling');
  await expect(heading(page)).toHaveText('What this session is for');
  await press(page, 'Back to the note');
  await expect(page).toHaveURL(/\/note$/);
});

test.describe('the details', () => {
  test('keep what is typed when one leaves a field, and after a reload', async ({ page, served }) => {
    await startSession(page, served.url, 'P2');
    await goTo(page, 'details');
    await page.getByLabel('Meeting').fill('Council');
    await page.getByLabel('Meeting').press('Tab');
    await expect(page.getByText('Saved on this device')).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('Meeting')).toHaveValue('Council');
  });

  test('refuse an empty title: the summary takes the focus and leads to the field', async ({
    page,
    served,
  }) => {
    await startSession(page, served.url, 'P2');
    await goTo(page, 'details');
    const title = page.getByLabel('Title', { exact: true });
    await title.fill('');
    await title.press('Enter');
    await expect(page.getByRole('alert')).toBeFocused();
    await page.getByRole('button', { name: 'Give the session a title' }).click();
    await expect(title).toBeFocused();
    await expect(title).toHaveAttribute('aria-invalid', 'true');
    await title.fill('Refinery');
    await title.press('Enter');
    await expect(heading(page)).toHaveText('Refinery: what the brief advises');
  });

  test('show the label in the bar of every screen', async ({ page, served }) => {
    await startSession(page, served.url, 'P2');
    await goTo(page, 'details');
    await page.getByText('TLP:RED').click();
    for (const place of ['overview', 'result', 'note', 'readings']) {
      await goTo(page, place);
      await expect(page.getByRole('link', { name: 'Handling: TLP:RED' })).toBeVisible();
    }
  });
});
