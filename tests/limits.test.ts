/**
 * How long a test may take before it is given up: a minute at most, each. What takes longer is a campaign, and whoever
 * waits for something that does not come knows within that time what it was.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../src/tools/run.mjs';
import { LONG } from './long.ts';

const MOST = 60_000;
const CONFIGS = ['vitest.config.ts'];

/** Where a limit is set: as an option, by a call, or as the last argument of a test. */
const SET =
  /\b(?:testTimeout|hookTimeout|teardownTimeout|actionTimeout|navigationTimeout|timeout)\s*:\s*([^,})\n]+)|\.set(?:Default)?(?:Navigation)?Timeout\(([^)]+)\)|^ *\}, ([\d_]+|[A-Z][A-Z_]+)\);$/gm;
const SLOW = /\btest\.slow\(/;

/** What is wrong with the limits in a file; where one is named, its number is in the same file. */
function wrongIn(text: string): string[] {
  const wrong = SLOW.test(text) ? ['test.slow() makes the limit three times as long'] : [];
  for (const [whole, ...found] of text.matchAll(SET)) {
    const said = found.find((one) => one !== undefined)?.trim() ?? '';
    const named = new RegExp(`const ${said} = ([\\d_]+);`).exec(text)?.[1];
    const limit = /^[\d_]+$/.test(said) ? said : named;
    if (limit === undefined) wrong.push(`${whole.trim()}: say it as a number`);
    else if (!(Number(limit.replaceAll('_', '')) <= MOST && Number(limit.replaceAll('_', '')) > 0))
      wrong.push(`${whole.trim()}: more than ${MOST} ms, or none`);
  }
  return wrong;
}

describe('a limit that is too long is seen', () => {
  it.each([
    ['it(name, { timeout: 60_000 }, test)', 0],
    ['it(name, { timeout: 60_001 }, test)', 1],
    ['it(name, { timeout: 0 }, test)', 1],
    ['it(name, { timeout: 60_000 + n * 20 }, test)', 1],
    ['const SOON = 20_000;\nit(name, { timeout: SOON }, test)', 0],
    ['const SOON = 200_000;\nit(name, { timeout: SOON }, test)', 1],
    ['it(name, { timeout: 3 * SOON }, test)', 1],
    ['it(name, () => {\n}, 120_000);', 1],
    ['it(name, () => {\n}, 20_000);', 0],
    ['test.setTimeout(900_000);', 1],
    ['test.slow();', 1],
    ['page.setDefaultTimeout(90_000);', 1],
    ["setTimeout(resolve, 5); setTimeout('text'); setTimeout(() => next())", 0],
  ])('%s', (text, wrong) => expect(wrongIn(text)).toHaveLength(wrong));
});

it('no test, and nothing in one, has a limit above a minute', () => {
  const files = readdirSync(join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && name !== 'limits.test.ts')
    .map((name) => `tests/${name.replaceAll('\\', '/')}`);
  expect(files.length).toBeGreaterThan(100);
  const wrong = [...CONFIGS, ...files].flatMap((name) =>
    wrongIn(readFileSync(join(ROOT, name), 'utf8')).map((what) => `${name}: ${what}`),
  );
  expect(wrong).toEqual([]);
});

it('the files that take their time are there, each named once', () => {
  expect(LONG.filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
  expect(new Set(LONG).size).toBe(LONG.length);
});
