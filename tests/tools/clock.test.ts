/** What the campaign of the clock is made of: moments all around the world, and a log that says what was tried. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { HEAD, lineOf, nextMoment } from '../../src/tools/campaign/clock/log.ts';
import { instantOf, MOMENTS, nameOf } from '../../src/tools/campaign/clock/moments.ts';
import { treeOf } from '../../src/tools/campaign/clock/tree.ts';

const folder = mkdtempSync(join(tmpdir(), 'waymark-clock-'));
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ['2027-02-28', '23:58', 'Pacific/Kiritimati', '2027-02-28T09:58:00.000Z'],
  ['2028-02-29', '23:58', 'Pacific/Pago_Pago', '2028-03-01T10:58:00.000Z'],
  ['2027-07-01', '23:58', 'Etc/UTC', '2027-07-01T23:58:00.000Z'],
  // Twice on that night; the first time it is followed by two o'clock.
  ['2026-10-25', '02:58', 'Europe/Warsaw', '2026-10-25T00:58:00.000Z'],
  ['2027-03-28', '01:58', 'Europe/Warsaw', '2027-03-28T00:58:00.000Z'],
])('%s %s in %s is %s', (day, time, zone, expected) => {
  expect(new Date(instantOf({ day, time, zone, about: '' })).toISOString()).toBe(expected);
});

it('a moment that no clock shows is refused', () => {
  const skipped = { day: '2027-03-28', time: '02:30', zone: 'Europe/Warsaw', about: '' };
  expect(() => instantOf(skipped)).toThrow('never');
  expect(() => instantOf({ ...skipped, zone: 'Europe/Nowhere' })).toThrow(RangeError);
});

it('two minutes after each moment it is another day, or the clocks are changed', () => {
  for (const moment of MOMENTS) {
    const { zone, about } = moment;
    const read = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    const at = instantOf(moment);
    const [before, after] = [read.format(at), read.format(at + 120_000)];
    if (about.startsWith('summer time')) {
      const passed = Date.parse(`${after.replace(' ', 'T')}Z`) - Date.parse(`${before.replace(' ', 'T')}Z`);
      expect(passed, nameOf(moment)).not.toBe(120_000);
    } else expect(after.slice(0, 10), nameOf(moment)).not.toBe(before.slice(0, 10));
  }
});

it('has the days on which programs go wrong, from -11 to +14', () => {
  const days = MOMENTS.map(({ day }) => day);
  const has = (pattern: RegExp) => days.some((day) => pattern.test(day));
  for (const day of [/-01$/, /-29$/, /-30$/, /-02-28$/, /-02-29$/, /-12-31$/]) expect(has(day)).toBe(true);
  const abouts = MOMENTS.map(({ about }) => about);
  expect(abouts.filter((about) => about === 'summer time begins').length).toBeGreaterThan(1);
  expect(abouts.filter((about) => about === 'summer time ends').length).toBeGreaterThan(1);
  const hours = MOMENTS.map((moment) => {
    const there = Date.parse(`${moment.day}T${moment.time}Z`);
    return (there - instantOf(moment)) / 3_600_000;
  });
  expect([Math.min(...hours), Math.max(...hours)]).toEqual([-11, 14]);
});

const [first, second] = MOMENTS;
if (first === undefined || second === undefined) throw new Error('there are moments');
const RUN = { busy: true, seconds: 612.4, passed: 2300, failed: 1, skipped: 2, firstFailing: 'a | b\nc' };

it('a run is one line of a table', () => {
  const line = lineOf({ ...RUN, tree: 'abc', moment: first });
  expect(line).toBe(
    '| abc | 2027-02-28 23:58 Pacific/Kiritimati | last of a month, +14 | busy | 612 | 2300 | 1 | 2 | a / b c |\n',
  );
  expect(line.split('|')).toHaveLength(HEAD.trim().split('\n').at(-1)?.split('|').length ?? 0);
});

it('what has no line yet at this state comes next, and the first again once all have', () => {
  const tried = (tree: string, moments: typeof MOMENTS) =>
    HEAD + moments.map((moment) => lineOf({ ...RUN, tree, moment })).join('');
  expect(nextMoment(HEAD, 'abc', MOMENTS)).toBe(first);
  expect(nextMoment(tried('abc', [first]), 'abc', MOMENTS)).toBe(second);
  expect(nextMoment(tried('other', [first]), 'abc', MOMENTS)).toBe(first);
  expect(nextMoment(tried('abc', MOMENTS), 'abc', MOMENTS)).toBe(first);
});

it('a state is another one where any source or test is, and the same where none is', () => {
  for (const name of ['src', 'tests', 'rules', 'public']) mkdirSync(join(folder, name));
  for (const name of ['package-lock.json', 'vite.config.ts', 'vitest.config.ts'])
    writeFileSync(join(folder, name), '');
  writeFileSync(join(folder, 'src/a.ts'), 'one');
  const before = treeOf(folder);
  expect(before).toMatch(/^[0-9a-f]{12}$/);
  writeFileSync(join(folder, 'README.md'), 'words');
  expect(treeOf(folder)).toBe(before);
  writeFileSync(join(folder, 'tests/a.test.ts'), 'one');
  const after = treeOf(folder);
  expect(after).not.toBe(before);
  writeFileSync(join(folder, 'src/a.ts'), 'two');
  expect(treeOf(folder)).not.toBe(after);
});
