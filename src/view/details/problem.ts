/** What a field of the details cannot keep, in words. */
import type { Details } from '../../session/journal.ts';
import type { App } from '../app.ts';
import { dayIn, dayProblem } from '../parts/day.ts';
import { tooLong } from '../parts/too-long.ts';

/** Details that are typed. */
export type TextDetail = Exclude<keyof Details, 'handling'>;

const LONGEST = 200;

/** The id of a field's element, to which its problem leads. */
export function fieldId(name: TextDetail): string {
  return `details-${name}`;
}

/** '': what is in the field can be kept. */
export function problemWith(
  app: Pick<App, 't' | 'language'>,
  name: TextDetail,
  input: HTMLInputElement,
): string {
  if (name === 'informationUpTo') return dayIn(input) === undefined ? dayProblem(app) : '';
  if (name === 'title' && input.value.trim() === '') return app.t('details.noTitle');
  return tooLong(app.t, input.value, LONGEST);
}
