import type { Page } from '@playwright/test';
import {
  goTo,
  heading,
  LANDSCAPE,
  line,
  numberShown,
  option,
  PORTRAIT,
  press,
  said,
  shows,
  startSession,
  tap,
} from './asking.ts';
import { expect, test } from './served.ts';

test.use({ viewport: LANDSCAPE });

/** The refinery (P2), answered by hand: the question, the answers, and the lines that must then read so. */
const WHOLE: [number: number, answers: string[], standing: Record<string, RegExp>][] = [
  [1, ['Step-by-step deepening'], {}],
  [2, ['Yes, officially announced'], { R1: /open/ }],
  [3, ['No'], { R1: /open.*hangs on 4/ }],
  [4, ['No'], { R1: /applies.*was open/ }],
  [
    5,
    ['That its effects are positive'],
    { R2a: /not now.*applied before/, R2b: /applies.*was not confirmed/ },
  ],
  [6, ['Industry', 'Energy'], {}],
  [7, ['None'], {}],
  [8, ['Yes'], {}],
  [9, ['Yes, bought or being bought with Russian capital'], { O3: /open.*hangs on 11 and 12/ }],
  [10, ['Petrochemical industry', 'Among the country’s most profitable, any sector'], { O3: /open/ }],
  [11, ['Yes'], { O3: /applies.*was open/ }],
  // 12 is not asked: the purchase is illegal already.
  [13, ['None'], { R1: /applies/ }],
  [14, ['Yes, announced or under way at Lukashenka’s call'], { R5: /applies.*not confirmed/ }],
  [15, ['None of these'], { R5: /applies.*was not confirmed/ }],
  [16, ['No'], { R6: /not now.*was open/, R7: /not now.*was open/ }],
  [17, ['No'], { R6: /not now/ }],
  [18, ['None of these'], {}],
  [19, ['The public'], {}],
  [
    20,
    ['Human-rights organisations', 'Media', 'Trade unions', 'Religious unions'],
    { R4: /applies.*whatever/ },
  ],
];

test('the whole path: every question, the standing moving at each tap and no line of it changing place', async ({
  page,
  served,
}) => {
  await startSession(page, served.url, 'whole');
  const places = await placesOfLines(page);
  for (const [number, answers, standing] of WHOLE) {
    await shows(page, number);
    await tap(page, ...answers);
    for (const [output, words] of Object.entries(standing))
      await expect(line(page, output)).toHaveText(words);
    expect(await placesOfLines(page)).toEqual(places);
    await press(page, 'Continue');
  }
  await expect(heading(page)).toHaveText('The advice is settled.');
  await press(page, 'See the result');
  await expect(page).toHaveURL(/\/result$/);
  await expect(heading(page)).toBeFocused();
});

test('the short path: exactly the eleven questions that decide, then on to the other nine', async ({
  page,
  served,
}) => {
  await startSession(page, served.url, 'short');
  const asked: number[] = [];
  while (!page.url().endsWith('/-finish')) {
    const here = page.url();
    asked.push(await numberShown(page));
    await page.locator('.option.dont-know label').click();
    await press(page, 'Continue');
    await expect(page).not.toHaveURL(here);
    await expect(heading(page)).toBeFocused();
  }
  expect(asked).toEqual([2, 3, 4, 5, 9, 11, 12, 14, 15, 16, 17]);
  await expect(heading(page)).toHaveText('All that decides has been asked.');
  await press(page, 'Go on with the other 9 questions');
  await shows(page, 1);
});

test('the path can be changed at any question', async ({ page, served }) => {
  await startSession(page, served.url, 'short');
  await goTo(page, 'question/narrative');
  await press(page, 'Ask all 20');
  await expect(said(page)).toHaveText('All 20 questions are asked now.');
  await press(page, 'Continue');
  await shows(page, 6);
  await press(page, 'Ask only the 11 that decide');
  await press(page, 'Continue');
  await shows(page, 9);
});

test('skipping leaves a question unanswered; Back, and the browser’s Back, restore it as it was', async ({
  page,
  served,
}) => {
  await startSession(page, served.url, 'short');
  await tap(page, 'No');
  await press(page, 'Continue');
  await shows(page, 5);
  await press(page, 'Skip');
  await press(page, 'Back');
  await shows(page, 5);
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await page.goBack();
  await shows(page, 9);
  await page.goBack();
  await page.goBack();
  await shows(page, 2);
  await expect(option(page, 'No')).toBeChecked();
  await page.reload();
  await expect(option(page, 'No')).toBeChecked();
});

test('"none of these" stands alone, and says so', async ({ page, served }) => {
  await startSession(page, served.url, 'whole');
  await goTo(page, 'question/constitution_actors');
  await tap(page, 'Russia', 'Don’t know, or not sure of the rest');
  await expect(option(page, 'None of these')).toHaveAccessibleDescription(/unticks all others/);
  await tap(page, 'None of these');
  await expect(said(page)).toHaveText(/^Russia and Don’t know, or not sure of the rest unticked\./);
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await tap(page, 'None of these');
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Skip' })).toBeVisible();
});

test('options are ruled out and brought back, but never the chosen nor the last one', async ({
  page,
  served,
}) => {
  await startSession(page, served.url, 'short');
  const ruleOut = (label: string) => page.getByRole('button', { name: `rule out: ${label}`, exact: true });
  const [announced, practice] = [
    'Yes, officially announced',
    'Yes in practice, nothing officially announced',
  ];
  await ruleOut(announced).click();
  await expect(option(page, announced)).toBeDisabled();
  await ruleOut(practice).click();
  await expect(line(page, 'R1')).toHaveText(/not now.*was open/);
  await expect(ruleOut('No')).toHaveCount(0);
  await goTo(page, 'overview');
  await expect(page.getByText(`Ruled out: ${announced} and ${practice}`)).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: `bring back: ${announced}` }).click();
  await expect(line(page, 'R1')).toHaveText(/open/);
  await tap(page, announced);
  await expect(ruleOut(announced)).toHaveCount(0);
  await expect(option(page, practice)).toBeDisabled();
});

test('an answer that no longer applies is set aside, says why, and comes back', async ({ page, served }) => {
  await startSession(page, served.url, 'short');
  await goTo(page, 'question/buyout');
  await tap(page, 'Yes, bought or being bought with Russian capital');
  await goTo(page, 'question/illegal_other');
  await tap(page, 'Yes, clearly');
  await goTo(page, 'question/bidders_blocked');
  await tap(page, 'Yes');
  await expect(page.locator('.recent')).toHaveText('12 is no longer asked.');
  await expect(said(page)).toHaveText(/12 is no longer asked\.$/);
  await goTo(page, 'question/illegal_other');
  await expect(page.getByText('It does not apply, because non-Russian bidders were kept out.')).toBeVisible();
  await expect(page.locator('.not-asked .kept')).toHaveText('Yes, clearly');
  await press(page, 'Change 11');
  await tap(page, 'No');
  await expect(page.locator('.recent')).toHaveText('12 is asked now. Go to 12');
  await press(page, 'Back to where I was');
  await expect(option(page, 'Yes, clearly')).toBeChecked();
});

test('carried answers are marked until they are checked or changed', async ({ page, served }) => {
  await startSession(page, served.url, 'brief');
  await goTo(page, 'question/decisions');
  await expect(line(page, 'R1')).toHaveText(/rests on 2, 3 and 4, from the brief, unchecked/);
  await expect(page.getByText('from the brief, unchecked', { exact: true })).toBeVisible();
  await press(page, 'It is so: confirm');
  await expect(page.getByText('from the brief, unchecked', { exact: true })).toHaveCount(0);
  await expect(page.getByRole('radio', { checked: true })).toBeFocused();
  await expect(line(page, 'R1')).toHaveText(/rests on 3 and 4, from the brief, unchecked/);
  await goTo(page, 'question/mandate_social');
  await tap(page, 'Yes');
  await expect(page.getByText('from the brief, unchecked', { exact: true })).toHaveCount(0);
  await goTo(page, 'overview');
  await expect(page.getByRole('radio', { name: /^From the brief, unchecked 16/ })).toBeVisible();
  await page.getByRole('button', { name: /^Confirm 4/ }).click();
  await expect(page.getByRole('radio', { name: /^From the brief, unchecked 15/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Change 4/ })).toBeFocused();
});

test('undo and redo, by button and by key, say what they did', async ({ page, served }) => {
  await startSession(page, served.url, 'short');
  await tap(page, 'No');
  await expect(line(page, 'R1')).toHaveText(/not now/);
  await press(page, 'Undo');
  await expect(option(page, 'No')).not.toBeChecked();
  await expect(said(page)).toHaveText(
    'Undone: 2 is not answered now. No mandate was not now, now open. 3 and 4 are asked now.',
  );
  await expect(page.locator('.recent')).toHaveText('Undone: 2 is not answered now.');
  await press(page, 'Redo');
  await expect(option(page, 'No')).toBeChecked();
  await press(page, 'Continue');
  await page.keyboard.press('Control+z');
  await expect(page.locator('.recent')).toHaveText('Undone: 2 is not answered now. Go to 2');
  await page.keyboard.press('Control+Shift+z');
  await press(page, 'Go to 2');
  await expect(option(page, 'No')).toBeChecked();
});

test('by keyboard alone', async ({ page, served }) => {
  await startSession(page, served.url, 'short');
  await page.getByRole('radio', { name: 'Yes, officially announced' }).focus();
  await page.keyboard.press('Space');
  await expect(option(page, 'Yes, officially announced')).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(option(page, 'Yes in practice')).toBeChecked();
  await tabTo(page, 'Continue');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toBeFocused();
  await shows(page, 3);
  await goTo(page, 'question/narrative');
  await tabTo(page, 'That it is voluntary');
  await page.keyboard.press('Space');
  await tabTo(page, 'rule out: That its effects are positive');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'bring back: That its effects are positive' })).toBeFocused();
  await expect(line(page, 'R2b')).toHaveText(/not now/);
});

test('in portrait the standing is a bar that opens to all of it', async ({ page, served }) => {
  await page.setViewportSize(PORTRAIT);
  await startSession(page, served.url, 'short');
  const bar = page.getByRole('region', { name: 'Standing' });
  await expect(bar.getByRole('listitem')).toHaveCount(8);
  await tap(page, 'No');
  await expect(bar).toContainText('No mandate was open, does not apply now');
  await bar.getByRole('button', { name: 'Show all' }).focus();
  await page.keyboard.press('Enter');
  const all = page.getByRole('dialog', { name: 'Standing' });
  await expect(all.getByRole('link', { name: /stress the lack of a mandate not now/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(all).toHaveCount(0);
  await expect(bar.getByRole('button', { name: 'Show all' })).toBeFocused();
  await bar.getByRole('button', { name: 'Show all' }).click();
  await all.getByRole('link', { name: /support civil society/ }).click();
  await expect(page).toHaveURL(/\/result\/R4/);
});

async function placesOfLines(page: Page): Promise<unknown> {
  return page
    .locator('aside.standing [data-output]')
    .evaluateAll((lines) =>
      lines.map((one) => [Math.round(one.getBoundingClientRect().top), one.clientHeight]),
    );
}

/** Presses Tab until the control of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0) continue;
    const label = await focused.evaluate(
      (element) =>
        element.getAttribute('aria-label') ??
        element.closest('label')?.textContent ??
        element.textContent ??
        '',
    );
    if (label.trim() === name) return;
  }
  throw new Error(`Tab does not reach “${name}”`);
}
