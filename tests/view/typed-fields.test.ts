/** What fields refuse, and what they say would be right. */
import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { problemWith, type TextDetail } from '../../src/view/details/problem.ts';
import { type DayRule, dayIn, dayProblem } from '../../src/view/parts/day.ts';
import { app as brief } from './real-brief.ts';

const app = { ...brief, language: signal('en') };

const field = (value: string, badInput = false) => ({ value, validity: { badInput } }) as HTMLInputElement;

test.each<[string, boolean, DayRule, string | undefined]>([
  ['2026-11-22', false, {}, '2026-11-22'],
  ['1900-01-01', false, {}, '1900-01-01'],
  ['2100-12-31', false, {}, '2100-12-31'],
  ['1899-12-31', false, {}, undefined],
  ['2101-01-01', false, {}, undefined],
  ['20270-01-01', false, {}, undefined],
  ['202700-01-01', false, {}, undefined],
  ['0002-01-01', false, {}, undefined],
  ['2024-02-29', false, {}, '2024-02-29'],
  ['2026-02-29', false, {}, undefined],
  ['', false, {}, ''],
  ['', true, {}, undefined],
  ['', false, { wanted: true }, undefined],
  ['2026-11-22', false, { last: '2026-11-22' }, '2026-11-22'],
  ['2026-11-23', false, { last: '2026-11-22' }, undefined],
  ['20260-11-22', false, { last: '2026-11-22' }, undefined],
])('the day in "%s" (half typed: %s) by %o is %s', (value, badInput, rule, expected) => {
  expect(dayIn(field(value, badInput), rule)).toBe(expected);
});

test.each<[DayRule, string]>([
  [
    {},
    'Write a day between 1 January 1900 and 31 December 2100, for example 30 November 2026, or leave the field empty.',
  ],
  [
    { wanted: true, last: '2026-11-22' },
    'Write a day between 1 January 1900 and 22 November 2026, for example 22 November 2026.',
  ],
])('what would be right by %o', (rule, words) => {
  expect(dayProblem(app, rule)).toBe(words);
});

test.each<[TextDetail, string, string]>([
  ['title', ' ', 'Give the session a title.'],
  ['title', 'Refinery', ''],
  ['title', 'x'.repeat(200), ''],
  [
    'title',
    ` ${'x'.repeat(201)} `,
    'There are 201 letters here, and at most 200 can be kept: one letter too many. Nothing has been dropped. Once it is shorter, it will be kept.',
  ],
  ['meeting', '', ''],
  ['informationUpTo', '20260-11-22', dayProblem(app)],
  ['informationUpTo', '2026-11-22', ''],
])('details, %s "%s": "%s"', (name, value, expected) => {
  expect(problemWith(app, name, field(value))).toBe(expected);
});
