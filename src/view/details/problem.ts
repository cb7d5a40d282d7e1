/** What a field of the details cannot keep. */
import type { Details } from '../../session/journal.ts';

/** Details that are typed. */
export type TextDetail = Exclude<keyof Details, 'handling'>;

export interface Problem {
  field: TextDetail;
  code: 'noTitle' | 'noDate' | 'farDate';
}

/** Information of earlier or later is a slip of the finger: a year in two figures, one figure too many. */
const FIRST_DAY = '1990-01-01';
const LAST_DAY = '2100-12-31';

/** The id of a field's element, to which its problem leads. */
export function fieldId(name: TextDetail): string {
  return `details-${name}`;
}

/** undefined: what is in the field can be kept. */
export function problemWith(field: TextDetail, input: HTMLInputElement): Problem | undefined {
  const value = input.value.trim();
  if (field === 'title' && value === '') return { field, code: 'noTitle' };
  if (field !== 'informationUpTo') return undefined;
  // A date half typed reads as empty; the browser alone knows that something is there.
  if (input.validity.badInput) return { field, code: 'noDate' };
  if (value !== '' && (value < FIRST_DAY || value > LAST_DAY)) return { field, code: 'farDate' };
  return undefined;
}
