// @ts-check
/**
 * A walk through every screen of the app, for whoever looks at them all: the screenshots, the accessibility tests.
 * It goes by addresses and by the shape of the page, never by words, so that it works in every language.
 */
import { additions, allAdditions, comingBack, news } from './walk-additions.mjs';
import { files, handingOn, protecting } from './walk-keeping.mjs';
import { asking, beginning, finishing, home, nothing, standing } from './walk-questions.mjs';
import {
  comparing,
  documents,
  evidence,
  firmness,
  items,
  map,
  otherwise,
  overview,
  result,
  wholeMap,
} from './walk-result.mjs';
import { editing, passing, running, sitting, workshop } from './walk-workshop.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./steps.mjs').Screen} Screen */

export { choose, LANDSCAPE, PHONE, PORTRAIT, show, startSession } from './steps.mjs';

/**
 * Every screen, one after the other: each is on the page when it is yielded, in the browser's own storage, which must
 * be empty at first. The last one is the page for a bug, for which an error is thrown that says "for the picture".
 * @param {Page} page
 * @param {string} url of the app, with a slash at the end
 * @param {readonly string[]} [areas] only these, for whoever works on one or walks in parts
 * @returns {AsyncGenerator<Screen, void, void>}
 */
export async function* everyScreen(page, url, areas = Object.keys(AREAS)) {
  for (const area of areas) yield* AREAS[area]?.(page, url) ?? [];
}

/**
 * Each begins in a browser with nothing in it, or where others have ended.
 * @type {Record<string, (page: Page, url: string) => AsyncGenerator<Screen, void, void>>}
 */
export const AREAS = {
  beginning,
  asking,
  standing,
  finishing,
  overview,
  result,
  items,
  map,
  wholeMap,
  evidence,
  firmness,
  otherwise,
  comparing,
  documents,
  additions,
  allAdditions,
  comingBack,
  news,
  handingOn,
  files,
  workshop,
  running,
  passing,
  editing,
  sitting,
  home,
  protecting,
  nothing,
};
