/** Every screen, for every eye and hand: found by no rule of axe, large enough to press, whole at any size. */
import type { Page } from '@playwright/test';
import {
  AREAS,
  choose,
  everyScreen,
  LANDSCAPE,
  PHONE,
  show,
  startSession,
} from '../../src/tools/screenshots/screens.mjs';
import { broken } from './axe.ts';
import { expect, test } from './served.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];
/** What is pressed first and most, and must be found without aiming. */
const MAIN_CONTROLS =
  '.button, .option label, .views a, summary, .turn, .more, .open-all, .input, .filters label, .ways a';
const LEAST = 24;
const COMFORTABLE = 44;

/** How many screens each part of the walk shows at least: one that ends early would find nothing wrong. */
const SCREENS: Record<string, number> = {
  beginning: 7,
  asking: 9,
  standing: 1,
  finishing: 7,
  overview: 5,
  result: 4,
  items: 4,
  map: 3,
  wholeMap: 1,
  evidence: 4,
  firmness: 4,
  otherwise: 4,
  comparing: 3,
  documents: 6,
  additions: 3,
  allAdditions: 5,
  comingBack: 4,
  news: 6,
  handingOn: 7,
  files: 8,
  workshop: 5,
  running: 7,
  passing: 4,
  editing: 5,
  sitting: 4,
  home: 7,
  protecting: 5,
  nothing: 3,
};

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('no part of the walk is forgotten', () => {
  expect(Object.keys(SCREENS).sort()).toEqual(Object.keys(AREAS).sort());
});

// Each part of the walk by itself: a walk through all screens, each looked at several times, takes minutes.
for (const area of Object.keys(AREAS)) {
  test(`every screen of "${area}" passes axe in light and dark, on a tablet and on a phone, with targets large enough; is whole with text doubled`, async ({
    page,
    served,
    watched,
  }) => {
    const { doubled, asItWas } = await doubling(page);
    let screens = 0;
    for await (const { name, upright } of everyScreen(page, served.url, [area])) {
      for (const [form, viewport] of Object.entries({ LANDSCAPE, PHONE })) {
        if (upright && viewport === LANDSCAPE) continue;
        await test.step(`${name} ${form.toLowerCase()}`, async () => {
          await page.setViewportSize(viewport);
          await page.emulateMedia({ colorScheme: 'light' });
          expect.soft(await broken(page, { type: 'tag', values: RULES }), name).toEqual([]);
          expect.soft(await tooSmall(page), name).toEqual([]);
          // The colours are those of the other form too: seen once.
          if (viewport === LANDSCAPE || upright) {
            await page.emulateMedia({ colorScheme: 'dark' });
            expect.soft(await broken(page, { type: 'rule', values: RULES_OF_COLOUR }), name).toEqual([]);
            await page.emulateMedia({ colorScheme: 'light' });
          }
          expect.soft(await page.title(), name).toMatch(/^\S.* - Waymark$|^Waymark$/);
          await doubled();
          expect.soft(await overflowing(page), `${name} ${viewport.width}, doubled`).toEqual([]);
          await asItWas();
        });
      }
      screens += 1;
    }
    expect(screens).toBeGreaterThanOrEqual(SCREENS[area] ?? 1);
    expectOnlyTheBugOfTheWalk(watched);
  });

  test(`every screen of "${area}" in longer words, at any size: nothing scrolls sideways, nothing is cut, no name is lost`, async ({
    page,
    served,
    watched,
  }) => {
    await page.addInitScript(() => localStorage.setItem('waymark.language', 'en-XA'));
    const sizes = {
      'on a phone': PHONE,
      'on the narrowest phone': { width: 320, height: 568 },
      'at 400 % on a desktop': { width: 320, height: 256 },
      'on a phone on its side': { width: 844, height: 390 },
      'on a tablet': LANDSCAPE,
    };
    let screens = 0;
    for await (const { name, upright } of everyScreen(page, served.url, [area])) {
      screens += 1;
      await test.step(name, async () => {
        for (const [size, viewport] of Object.entries(sizes)) {
          if (upright && viewport.width > viewport.height) continue;
          await page.setViewportSize(viewport);
          expect.soft(await overflowing(page), `${name} ${size}`).toEqual([]);
        }
        await page.setViewportSize(PHONE);
        expect.soft(await broken(page, { type: 'tag', values: RULES }), name).toEqual([]);
      });
    }
    expect(screens).toBeGreaterThanOrEqual(SCREENS[area] ?? 1);
    expectOnlyTheBugOfTheWalk(watched);
  });
}

test('what the walk does to double the text is what the browser’s settings do', async ({ page, served }) => {
  await (await doubling(page)).doubled();
  await page.goto(served.url);
  const text = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  const isNarrow = () => page.evaluate(() => matchMedia('(max-width: 37.49em)').matches);
  await page.setViewportSize({ width: 37 * 32, height: 800 });
  expect({ text: await text(), isNarrow: await isNarrow() }).toEqual({ text: '36px', isNarrow: true });
  await (await doubling(page)).asItWas();
  expect({ text: await text(), isNarrow: await isNarrow() }).toEqual({ text: '18px', isNarrow: false });
});

test('the language is switched in place: the screen, what was typed and the answers stay', async ({
  page,
  served,
}) => {
  const session = await startSession(page, served.url, 'short');
  await choose(page, 0);
  await startSession(page, served.url, 'P2');
  await page.goto(`${served.url}?pseudo#/`);
  await show(page, `${served.url}?pseudo#/`, '.sessions .rows');
  // In the title of one of them on any day.
  await page.locator('.find input').fill('refinery');
  await expect(page.locator('.sessions .row')).toHaveCount(1);
  await page.locator('.more').first().click();
  const before = await page.getByRole('heading', { level: 1 }).textContent();
  await page.locator('.links [lang="en-XA"]').click();

  await expect(page.locator('html')).toHaveAttribute('lang', 'en-XA');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(String(before));
  await expect(page.locator('.links [lang="en-XA"]')).toBeFocused();
  await expect(page.locator('.links [lang="en-XA"]')).toHaveAttribute('aria-current', 'true');
  await expect(page).toHaveURL(`${served.url}?pseudo#/`);
  await expect(page).toHaveTitle(/^\[.+\]$/);
  await expect(page.locator('.find input')).toHaveValue('refinery');
  await expect(page.locator('.more').first()).toHaveAttribute('aria-expanded', 'true');

  await page.goto(`${session.replace('#', '?pseudo#')}/question/decisions`);
  await expect(page.getByRole('radio', { checked: true })).toHaveAccessibleName(/^\[.+\]$/);
  await page.goto(`${served.url}?pseudo#/`);
  await page.locator('.links [lang="en"]').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(String(before));
  // Kept for the next visit.
  await page.goto(served.url);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

/**
 * The reader's own size of text, twice as large. Not the size that the page has: media queries follow this one too.
 */
async function doubling(page: Page): Promise<Record<'doubled' | 'asItWas', () => Promise<unknown>>> {
  const devtools = await page.context().newCDPSession(page);
  const set = (standard: number) => () => devtools.send('Page.setFontSizes', { fontSizes: { standard } });
  return { doubled: set(32), asItWas: set(16) };
}

/** The walk ends on the page for a bug, of which a bug is made. Nothing else may have happened on the way. */
function expectOnlyTheBugOfTheWalk(watched: { errors: string[] }): void {
  const others = watched.errors.filter((error) => !error.includes('for the picture'));
  expect(others).toEqual([]);
  watched.errors.length = 0;
}

/**
 * What is smaller to press than it should be. A link inside a sentence may be as high as its line; an area that is
 * drawn around a control (`::after`) counts with it.
 */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ main, least, comfortable }) => {
      const reach = (element: Element) => {
        const box = element.getBoundingClientRect();
        const around = getComputedStyle(element, '::after');
        if (around.content === 'none' || around.position !== 'absolute') return box;
        return { width: Number.parseFloat(around.width), height: Number.parseFloat(around.height) };
      };
      const isInSentence = (element: Element) =>
        getComputedStyle(element).display === 'inline' &&
        element.parentElement?.textContent !== element.textContent;
      return [
        ...document.querySelectorAll('a, button, summary, input:not([type=radio], [type=checkbox]), label'),
      ]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .filter((element) => !isInSentence(element) && !element.matches('.skip, .field label'))
        .flatMap((element) => {
          const { width, height } = reach(element);
          const needed = element.matches(main) ? comfortable : least;
          if (Math.min(width, height) > needed - 0.5) return [];
          const name = element.textContent?.trim().slice(0, 40);
          return [
            `${element.tagName}.${element.className} “${name}” ${Math.round(width)} x ${Math.round(height)}`,
          ];
        });
    },
    { main: MAIN_CONTROLS, least: LEAST, comfortable: COMFORTABLE },
  );
}

/** What can be scrolled sideways, what is cut, and a page that is left no room between its bars. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const name = (element: Element) =>
      `${element.tagName}.${element.className} “${element.textContent?.trim().slice(0, 40)}”`;
    for (const element of document.querySelectorAll('*')) {
      if (!(element instanceof HTMLElement) || !element.checkVisibility()) continue;
      const { overflowX, overflowY, position, clipPath } = getComputedStyle(element);
      const isUnseen = position === 'absolute' && (clipPath !== 'none' || element.clientWidth <= 1);
      if (isUnseen || element.closest('.unseen') || element instanceof HTMLInputElement) continue;
      // A title is as long as its owner likes, and the ruler is a picture: what they cut, their names say in full.
      if (element.closest('.top .title, .ruler [role=img]')) continue;
      const wider = element.scrollWidth - element.clientWidth;
      const higher = element.scrollHeight - element.clientHeight;
      const isPage = element === document.documentElement;
      // The map is a drawing in two directions (WCAG 1.4.10 excepts those), and its table, which is held to this, says
      // the same. Only its own box may scroll sideways: the page around it and what is cut in it still count.
      if (element.matches('.pan-box') && overflowX === 'auto') continue;
      if (wider > 1 && (isPage || overflowX !== 'visible')) found.push(`${wider} px wider: ${name(element)}`);
      if (higher > 1 && /hidden|clip/.test(overflowY)) found.push(`${higher} px higher: ${name(element)}`);
    }
    // Where everything is hidden, the cover is the page.
    const page = document.querySelector('dialog.cover') ?? document.getElementById('page');
    const room = page?.clientHeight ?? innerHeight;
    if (room < Math.min(100, innerHeight / 3)) found.push(`only ${room} px are left for the page`);
    return found;
  });
}
