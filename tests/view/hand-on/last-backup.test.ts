/** When one is reminded of a backup: when work of days is in one place only, and not again for a fortnight. */
import { describe, expect, it } from 'vitest';
import { changedSince, isDue, type Remembered } from '../../../src/view/hand-on/last-backup.ts';
import { fileName } from '../../../src/view/hand-on/save.ts';

const NOW = '2026-11-26T10:00:00.000Z';
const ago = (days: number) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();
const memory = (at: string, putOff = ''): Remembered => ({ at, checked: true, putOff });
const changed = (...days: number[]) => days.map((day) => ({ changed: ago(day) }));

describe('a reminder', () => {
  it.each<[string, Remembered, { changed: string }[], boolean]>([
    ['nothing was done yet', memory(''), [], false],
    ['begun today, never backed up', memory(''), changed(0.5), false],
    ['work of some days, never backed up', memory(''), changed(3), true],
    ['backed up yesterday', memory(ago(1)), changed(0, 0.5), false],
    ['backed up long ago, nothing done since', memory(ago(60)), changed(61, 90), false],
    ['backed up long ago, worked since', memory(ago(60)), changed(2, 90), true],
    ['put off a week ago', memory(ago(60), ago(7)), changed(2), false],
    ['put off three weeks ago', memory(ago(60), ago(21)), changed(2), true],
    ['put off, never backed up', memory('', ago(1)), changed(3), false],
  ])('%s', (_, remembered, sessions, due) => expect(isDue(remembered, sessions, NOW)).toBe(due));

  it('counts what changed since', () => {
    expect(changedSince(memory(ago(5)), changed(1, 4, 6))).toBe(2);
    expect(changedSince(memory(''), changed(1, 4))).toBe(2);
  });
});

describe('the name of a file', () => {
  const day = new Date(2026, 10, 26, 12);
  it.each([
    ['TLP:AMBER+STRICT', 'The refinery', 'TLP-AMBER+STRICT The refinery 2026-11-26.waymark'],
    ['', 'Беларусь / Россия', 'Беларусь Россия 2026-11-26.waymark'],
    ['', '../..\\a<b>:"c|d?*', 'a b - c d 2026-11-26.waymark'],
    ['', 'x'.repeat(200), `${'x'.repeat(60)} 2026-11-26.waymark`],
    ['', '  ', '2026-11-26.waymark'],
  ])('%s %s', (label, title, name) => expect(fileName(label, title, day)).toBe(name));
});
