/** A day that is typed: judged in one place for all forms, and told in the same words. */
import { isCalendarDay } from '../../session/additions/addition.ts';
import type { App } from '../app.ts';
import { sayCalendarDay } from '../dates.ts';

/** Days beyond are a slip of the finger. */
export const FIRST_DAY = '1900-01-01';
export const LAST_DAY = '2100-12-31';

export interface DayRule {
  /** yyyy-mm-dd; LAST_DAY unless it is said. */
  last?: string;
  /** An empty field will not do. */
  wanted?: boolean;
}

/**
 * What a date field holds: a day (yyyy-mm-dd), '' where it is empty and may be; undefined where it is half typed, is no
 * day, or lies beyond. A field's own `max` would not do: Chromium turns a year of five digits into another with it.
 */
export function dayIn(
  field: HTMLInputElement,
  { last = LAST_DAY, wanted = false }: DayRule = {},
): string | undefined {
  const { value } = field;
  // A day half typed reads as empty; the browser alone knows that something is there.
  if (field.validity.badInput) return undefined;
  if (value === '') return wanted ? undefined : '';
  return isCalendarDay(value) && value >= FIRST_DAY && value <= last ? value : undefined;
}

/** What would be right, in words. */
export function dayProblem(
  { t, language }: Pick<App, 't' | 'language'>,
  { last = LAST_DAY, wanted = false }: DayRule = {},
): string {
  const say = (day: string) => sayCalendarDay(day, language.value);
  return t('typed.dayProblem', {
    first: say(FIRST_DAY),
    last: say(last),
    example: say(last < LAST_DAY ? last : '2026-11-30'),
    wanted: wanted ? 'yes' : 'no',
  });
}
