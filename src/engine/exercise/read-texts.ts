/** The words of an exercise in one language: all of them, or told what is missing. */
import type { ExerciseTexts } from './exercise.ts';
import { isObject, join, type Reading } from './reading.ts';

/** Ids that every language has words for. */
export interface Named {
  sources: string[];
  roles: string[];
  injects: string[];
}

const TITLE = 120;
const SENTENCE = 500;
const PARAGRAPH = 3000;
const MOST_PARAGRAPHS = 12;

export function readTexts(reading: Reading, value: unknown, path: string, named: Named): ExerciseTexts {
  const names = ['title', 'objective', 'situation', 'sources', 'roles', 'injects', 'hopes'];
  const fields = reading.fields(value, path, names);
  const paragraphs = (name: string, least: number): string[] =>
    reading
      .list(fields[name], join(path, name), least, MOST_PARAGRAPHS)
      .map((one, i) => reading.text(one, `${join(path, name)}[${i}]`, PARAGRAPH));
  const of = <A extends string, B extends string>(name: keyof Named, short: A, long: B) =>
    readWords(reading, fields[name], join(path, name), named[name], short, long);
  return {
    title: reading.text(fields.title, join(path, 'title'), TITLE),
    objective: reading.text(fields.objective, join(path, 'objective'), SENTENCE),
    situation: paragraphs('situation', 1),
    sources: of('sources', 'name', 'says'),
    roles: of('roles', 'name', 'card'),
    injects: of('injects', 'title', 'text'),
    hopes: paragraphs('hopes', 0),
  };
}

function readWords<A extends string, B extends string>(
  reading: Reading,
  value: unknown,
  path: string,
  ids: readonly string[],
  short: A,
  long: B,
): Record<string, Record<A | B, string>> {
  if (value === undefined) return {};
  if (!isObject(value)) {
    reading.report(path, 'malformed');
    return {};
  }
  for (const id of Object.keys(value)) if (!ids.includes(id)) reading.report(join(path, id), 'unknown');
  const entries = ids.flatMap((id): [string, Record<A | B, string>][] => {
    const at = join(path, id);
    if (!Object.hasOwn(value, id)) {
      reading.report(at, 'noText');
      return [];
    }
    const fields = reading.fields(value[id], at, [short, long]);
    const words = {
      [short]: reading.text(fields[short], join(at, short), TITLE),
      [long]: reading.text(fields[long], join(at, long), PARAGRAPH),
    };
    // The two keys are exactly those of the type.
    return [[id, words as Record<A | B, string>]];
  });
  return Object.fromEntries(entries);
}
