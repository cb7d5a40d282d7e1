/** What matters first: from the question that settles most to where nothing is left, and what is said on the way. */
import type { Page } from '@playwright/test';
import { goTo, heading, PORTRAIT, press, shows, startSession, tap } from './asking.ts';
import { expect, test } from './served.ts';

test.use({ viewport: PORTRAIT });

/** To the screen that chooses; it stays in the address only where there is nothing more to ask. */
async function begin(page: Page): Promise<void> {
  const session = /#\/session\/[^/]+/.exec(page.url())?.[0];
  await page.evaluate((address) => location.assign(address), `${session}/next`);
}

test('the order of the brief is the default; what matters most is one step away and back', async ({
  page,
  served,
}) => {
  await startSession(page, served.url, 'short');
  await shows(page, 2);
  await press(page, 'Ask what matters most first');
  await shows(page, 5);
  await expect(page.locator('.why-now')).toHaveText(
    'Asked next because an answer can settle whether to contest “it is voluntary” and whether to contest “its effects are good”. As few as 5 more answers can be enough to settle all of the advice.',
  );
  await press(page, 'Go on in the order of the brief');
  await shows(page, 5);
  await expect(page.locator('.why-now')).toHaveCount(0);
  await press(page, 'Continue');
  await shows(page, 9);
});

test('each answer leads to the next best question, until the advice is settled', async ({ page, served }) => {
  await startSession(page, served.url, 'short');
  await begin(page);
  const answers: [number, string][] = [
    [5, 'Neither'],
    [16, 'No'],
    [9, 'No'],
    [3, 'Yes'],
    [14, 'No'],
  ];
  for (const [number, answer] of answers) {
    await shows(page, number);
    const why = await page.locator('.why-now').textContent();
    await tap(page, answer);
    // The reason stays where it is while one answers.
    await expect(page.locator('.why-now')).toHaveText(why ?? '');
    await press(page, 'Continue');
  }
  await expect(heading(page)).toHaveText('The advice is settled.');
  await expect(heading(page)).toBeFocused();
  await expect(page.getByRole('main')).toContainText(
    '11 questions are not answered and no longer matter for it.',
  );
  await press(page, 'Back');
  await shows(page, 14);
  await press(page, 'Back');
  await shows(page, 3);
  await page.goBack();
  await shows(page, 14);
});

test('what is passed over is told at the end and can be asked again', async ({ page, served }) => {
  await startSession(page, served.url, 'P1');
  await begin(page);
  await expect(heading(page)).toHaveText('All that could settle more has been asked.');
  await expect(page.getByRole('main')).toContainText(
    'What stays open hangs on what is not known yet: who takes part in the work on the constitution.',
  );
  await goTo(page, 'question/constitution_actors');
  await press(page, 'Clear answer');
  await begin(page);
  await shows(page, 15);
  await press(page, 'Skip');
  await expect(page.getByRole('main')).toContainText(
    'You passed over one question on which advice still hangs:',
  );
  await press(page, 'Ask it again');
  await shows(page, 15);
  await tap(page, 'Russia');
  await press(page, 'Continue');
  await expect(heading(page)).toHaveText('The advice is settled.');
});

test('the screen after the last question says how few answers can settle it, and leads there', async ({
  page,
  served,
}) => {
  await startSession(page, served.url, 'short');
  await goTo(page, 'question/-finish');
  await expect(page.getByRole('main')).toContainText(
    'As few as 5 more answers can be enough to settle all of the advice.',
  );
  await page.getByRole('link', { name: 'Ask what matters most first' }).first().click();
  await shows(page, 5);
});
