/** The questions, the standing and the overview for every eye, hand and screen. */
import type { Page } from '@playwright/test';
import { goTo, LANDSCAPE, PHONE, PORTRAIT, startSession, tap } from './asking.ts';
import { broken } from './axe.ts';
import { expect, test } from './served.ts';

/** Each place, and what to do there first. */
const PLACES: [name: string, place: string, prepare?: (page: Page) => Promise<void>][] = [
  ['a question with one answer, checked by nobody', 'question/buyout'],
  [
    'a question with several answers, one ruled out',
    'question/constitution_actors',
    async (page) => {
      await tap(page, 'Russia');
      await page
        .getByRole('button', { name: /^rule out/ })
        .first()
        .click();
    },
  ],
  ['a question not asked', 'question/illegal_other'],
  ['after the last question', 'question/-finish'],
  ['the overview', 'overview'],
];

const FORMS = [
  ['landscape', LANDSCAPE, 'light'],
  ['portrait', PORTRAIT, 'light'],
  ['phone', PHONE, 'dark'],
] as const;

for (const [form, viewport, colorScheme] of FORMS) {
  test.describe(`${form}, ${colorScheme}`, () => {
    // As it is once it stands still: half-way through a change of colour there is nothing to measure.
    test.use({ viewport, colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing, every target is large enough, nothing is cut', async ({ page, served }) => {
      await startSession(page, served.url, 'brief');
      for (const [name, place, prepare] of PLACES) {
        await goTo(page, place);
        await prepare?.(page);
        expect(await broken(page), name).toEqual([]);
        expect(await smallTargets(page), name).toEqual([]);
        expect(await sidewaysBy(page), name).toBe(0);
      }
      if (viewport === LANDSCAPE) return;
      await page.getByRole('button', { name: 'Show all' }).click();
      expect(await broken(page), 'the whole standing').toEqual([]);
      expect(await smallTargets(page), 'the whole standing').toEqual([]);
    });
  });
}

for (const [name, viewport] of Object.entries({
  'at 400 % on a desktop': { width: 320, height: 256 },
  'on the narrowest phone': { width: 320, height: 568 },
  'on a phone on its side': { width: 844, height: 390 },
})) {
  test(`nothing is lost ${name}, in long words too`, async ({ page, served }) => {
    await page.setViewportSize(viewport);
    await page.addInitScript(() => localStorage.setItem('waymark.language', 'en-XA'));
    await startSession(page, served.url, 'brief');
    for (const [, place] of PLACES) {
      await goTo(page, place);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await sidewaysBy(page), place).toBe(0);
      expect(await hiddenWhenFocused(page), place).toEqual([]);
    }
  });
}

test('the focus is never under a bar, whatever the form', async ({ page, served }) => {
  await startSession(page, served.url, 'brief');
  for (const viewport of [LANDSCAPE, PORTRAIT, PHONE]) {
    await page.setViewportSize(viewport);
    for (const place of ['question/measures', 'overview']) {
      await goTo(page, place);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await hiddenWhenFocused(page), `${place} ${viewport.width}`).toEqual([]);
    }
  }
});

test('where the changed line is out of sight, the head of the standing names it and leads there', async ({
  page,
  served,
}) => {
  await page.setViewportSize({ width: 1100, height: 600 });
  await startSession(page, served.url, 'brief');
  await goTo(page, 'question/buyout');
  await tap(page, 'Yes, bought or being bought with Russian capital');
  const line = page.locator('aside.standing [data-output="O3"]');
  await expect(line).not.toBeInViewport({ ratio: 0.9 });
  await page.getByRole('button', { name: 'Sanctions was not now, now open' }).click();
  await expect(line).toBeInViewport({ ratio: 0.9 });
  await expect(line.getByRole('link')).toBeFocused();
});

test.describe('reduced motion', () => {
  test.use({ viewport: LANDSCAPE, contextOptions: { reducedMotion: 'reduce' } });
  test('a changed line is marked without moving', async ({ page, served }) => {
    await startSession(page, served.url, 'short');
    await tap(page, 'No');
    const animations = await page.evaluate(() => document.getAnimations().length);
    expect(animations).toBe(0);
    await expect(page.locator('aside.standing .changed')).toHaveCount(1);
  });
});

/** How far the page can be scrolled sideways, in pixels. */
function sidewaysBy(page: Page): Promise<number> {
  return page.evaluate(() => {
    const boxes = [document.documentElement, ...document.querySelectorAll('main, aside, .band, .bar')];
    return Math.max(...boxes.map((box) => box.scrollWidth - box.clientWidth));
  });
}

/**
 * Names of what can be pressed on a smaller area than 44 by 44 px, an area drawn around it included. Links inside
 * a sentence are free of it, and the skip link, which is out of sight until it has the focus.
 */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const reach = (element: Element) => {
      const box = element.getBoundingClientRect();
      const around = getComputedStyle(element, '::after');
      if (around.content === 'none' || around.position !== 'absolute') return box;
      return { width: Number.parseFloat(around.width), height: Number.parseFloat(around.height) };
    };
    return [...document.querySelectorAll('main, aside, .band, .bar, dialog[open]')]
      .flatMap((part) => [...part.querySelectorAll('a, button, .option label, .filters label')])
      .filter((element) => element.checkVisibility() && element.closest('.running-head') === null)
      .filter((element) => {
        const { width, height } = reach(element);
        return width < 43.5 || height < 43.5;
      })
      .map((element) => `${element.className} ${element.textContent?.trim()}`);
  });
}

/** Tabs through everything and names what has the focus without its middle being on top there. */
async function hiddenWhenFocused(page: Page): Promise<string[]> {
  const hidden: string[] = [];
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) return 'end';
      const shown = focused instanceof HTMLInputElement ? (focused.closest('label') ?? focused) : focused;
      const box = shown.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const top = document.elementFromPoint(x, y);
      const seen = top !== null && (shown.contains(top) || top.contains(shown));
      return seen
        ? ''
        : `${shown.className} ${shown.textContent?.trim()} at ${Math.round(x)},${Math.round(y)}`;
    });
    if (found === 'end') return hidden;
    if (found !== '') hidden.push(found);
  }
  return hidden;
}
