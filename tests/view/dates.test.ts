import { describe, expect, it } from 'vitest';
import { regional, sayCalendarDay, sayWhen } from '../../src/view/dates.ts';

const now = new Date(2020, 10, 24, 9, 30);
const at = (...parts: [number, number, number, number?, number?]) =>
  new Date(parts[0], parts[1], parts[2], parts[3] ?? 0, parts[4] ?? 0).toISOString();

describe('when something was changed', () => {
  it.each<[iso: string, language: string, expected: { day: string; time: string }]>([
    [at(2020, 10, 24, 2, 58), 'en-GB', { day: 'today', time: '02:58' }],
    [at(2020, 10, 24, 0, 0), 'en-GB', { day: 'today', time: '00:00' }],
    [at(2020, 10, 23, 23, 59), 'en-GB', { day: 'yesterday', time: '' }],
    [at(2020, 10, 22, 12), 'en-GB', { day: '22 November', time: '' }],
    [at(2019, 10, 20), 'en-GB', { day: '20 November 2019', time: '' }],
    [at(2020, 10, 25, 1), 'en-GB', { day: '25 November', time: '' }],
    [at(2020, 10, 23), 'pl', { day: 'wczoraj', time: '' }],
    [at(2020, 10, 20), 'de', { day: '20. November', time: '' }],
    ['never', 'en-GB', { day: '', time: '' }],
  ])('%s in %s', (iso, language, expected) => {
    expect(sayWhen(iso, language, now)).toEqual(expected);
  });
});

it.each<[day: string, expected: string]>([
  ['2020-11-24', '24 November 2020'],
  ['2021-01-01', '1 January 2021'],
  ['', ''],
  ['24.11.2020', ''],
])('information up to "%s"', (day, expected) => {
  expect(sayCalendarDay(day, 'en-GB')).toBe(expected);
});

it.each<[language: string, preferred: string[], expected: string]>([
  ['en', ['en-US', 'en'], 'en-US'],
  ['en', ['pl-PL', 'en-IE'], 'en-IE'],
  ['en', ['en'], 'en-GB'],
  ['en-XA', [], 'en-GB'],
  ['pl', ['en-US'], 'pl'],
])('dates in %s for a reader of %j are as in %s', (language, preferred, expected) => {
  expect(regional(language, preferred)).toBe(expected);
});
