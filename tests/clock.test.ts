/** Tests depend on no day and no hour: whoever needs the clock of the machine asks tests/clock.ts, where it is seen. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../src/tools/run.mjs';

const ITSELF = ['clock.ts', 'clock.test.ts'];
/** Also as a function that is handed on, and with nothing but spaces between the brackets. */
const READS = /\bDate\s*\.\s*now\b|\bnew\s+Date\s*(?:\(\s*\)|(?!\s*\())|(?<!new\s)\bDate\s*\(\s*\)/;

it.each([
  ['Date.now()', true],
  ['map(Date.now)', true],
  ['new Date()', true],
  ['new Date( )', true],
  ['new Date;', true],
  ['Date()', true],
  ['new Date(2026, 1, 1)', false],
  ["new Date('2026-02-01')", false],
  ['new Date(now())', false],
  ['toDate()', false],
])('%s reads the clock: %s', (text, reads) => {
  expect(READS.test(text)).toBe(reads);
});

it('only tests/clock.ts reads the clock', () => {
  const files = readdirSync(join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !ITSELF.includes(name),
  );
  expect(files.length).toBeGreaterThan(100);
  const reading = files.flatMap((name) =>
    readFileSync(join(ROOT, 'tests', name), 'utf8')
      .split('\n')
      .flatMap((line, i) => (READS.test(line) ? [`${name}:${i + 1} ${line.trim()}`] : [])),
  );
  expect(reading).toEqual([]);
});
