/**
 * What is pressed the very moment a screen changes counts: before the address is followed, while the next screen is
 * made, and before the browser has painted it. A slow device makes such moments long.
 */
import type { Page } from '@playwright/test';
import { goTo, heading, LANDSCAPE, option, press, said, shows, startSession, tap } from './asking.ts';
import { expect, test } from './served.ts';

test.use({ viewport: LANDSCAPE });

/** Long enough for whatever a screen does after it was painted. */
function settled(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 200))),
      ),
  );
}

const MOMENTS = {
  'before the address is followed': () => {
    document.querySelector<HTMLElement>('.bar .first')?.click();
    dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, cancelable: true }));
  },
  'as the address is followed': () => {
    addEventListener(
      'hashchange',
      () => dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, cancelable: true })),
      { once: true },
    );
    document.querySelector<HTMLElement>('.bar .first')?.click();
  },
  'as the next question takes the focus': () => {
    addEventListener(
      'focusin',
      () => dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, cancelable: true })),
      { once: true },
    );
    document.querySelector<HTMLElement>('.bar .first')?.click();
  },
};

for (const [moment, act] of Object.entries(MOMENTS)) {
  test(`undo by key, pressed right after Continue, ${moment}`, async ({ page, served }) => {
    await startSession(page, served.url, 'short');
    await tap(page, 'Yes, officially announced');
    await expect(option(page, 'Yes, officially announced')).toBeChecked();
    await page.evaluate(act);
    await shows(page, 3);
    await settled(page);
    await expect(page.locator('.recent')).toHaveText('Undone: 2 is not answered now. Go to 2');
    await expect(said(page)).toContainText('Undone: 2 is not answered now.');
    // It belongs to this screen: on the next one, and back here, something else may have been done.
    await press(page, 'Continue');
    await shows(page, 4);
    await expect(page.locator('.recent')).not.toContainText('Undone');
    await press(page, 'Back');
    await shows(page, 3);
    await expect(page.locator('.recent')).not.toContainText('Undone');
    await goTo(page, 'question/decisions');
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  });
}

test('undo by key works from the moment that a question is on the page', async ({ page, served }) => {
  await startSession(page, served.url, 'short');
  await tap(page, 'No');
  await expect(page.getByText('Saved on this device')).toBeVisible();
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('.ask h1') === null) return;
      observer.disconnect();
      dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, cancelable: true }));
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await shows(page, 2);
  await expect(page.locator('.recent')).toHaveText('Undone: 2 is not answered now.');
  await expect(option(page, 'No')).not.toBeChecked();
});

test('what is wrong in a form has the focus from the moment that it is said', async ({ page, served }) => {
  await startSession(page, served.url, 'P2');
  await goTo(page, 'news');
  await expect(heading(page)).toBeVisible();
  await page.evaluate(() => {
    new MutationObserver((_, observer) => {
      const summary = document.querySelector('.error-summary');
      if (summary === null) return;
      observer.disconnect();
      document.title = `${document.activeElement === summary}`;
    }).observe(document.body, { childList: true, subtree: true });
  });
  await page.getByLabel('Where you have it from').press('Enter');
  await expect(page.getByRole('alert')).toBeFocused();
  expect(await page.title()).toBe('true');
});
