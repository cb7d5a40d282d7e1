/** The brief itself, its statements, and the sections of the questions. */
import type { Brief, Locator, Statement } from '../pack.ts';
import type { Places } from './checked.ts';
import type { Item } from './item.ts';
import type { Report } from './report.ts';
import { capital, Fields, oneOf, type Word, wordOf, wordsOf } from './shape.ts';

const VERSION = /^\d+\.\d+\.\d+$/;
const COUNT = /^[1-9]\d{0,5}$/;
const KINDS = ['fact', 'goal', 'forecast', 'consequence', 'recommendation'] as const;

export interface Heading {
  id: string;
  version: string;
  brief: Brief;
}

export function readHeading(pack: Fields, report: Report): Heading {
  const id = wordOf(pack.need('id', 'Write the name of the folder: "id: my-brief".'), 'the id', report);
  const version = wordOf(
    pack.need('version', 'Write "version: 1.0.0"; raise it with every change that readers should know of.'),
    'the version',
    report,
  );
  if (version !== undefined && !VERSION.test(version.value))
    report.error(
      'wrong-value',
      version.at,
      `"${version.value}" is no version`,
      'Write three numbers, as in 1.0.0.',
    );
  const node = pack.need('brief', 'Write "brief:" and under it title, authors, publisher, paragraphs.');
  const keys = ['title', 'authors', 'publisher', 'paragraphs'];
  const fields = node === undefined ? undefined : new Fields(node, 'the brief', keys, report);
  const text = (key: string, advice: string): string =>
    wordOf(fields?.need(key, advice), `the ${key} of the brief`, report)?.value ?? '';
  const authors = wordsOf(
    fields?.need('authors', 'Write "authors: [First Author, Second Author]".'),
    'the authors',
    report,
  );
  const paragraphs = wordOf(
    fields?.need('paragraphs', 'Write how many paragraphs the brief has.'),
    'the number of paragraphs',
    report,
  );
  if (paragraphs !== undefined && !COUNT.test(paragraphs.value))
    report.error(
      'wrong-value',
      paragraphs.at,
      `"${paragraphs.value}" is no number of paragraphs`,
      'Write a whole number.',
    );
  return {
    id: id?.value ?? '',
    version: version?.value ?? '',
    brief: {
      title: text('title', 'Write the title as printed.'),
      authors: authors.map((author) => author.value),
      publisher: text('publisher', 'Write who published the brief.'),
      paragraphs: Number(paragraphs?.value ?? 0),
    },
  };
}

export function readStatements(
  items: readonly Item[],
  paragraphs: number,
  places: Places,
  report: Report,
): Statement[] {
  return items.map(({ id, fields }) => {
    places[`statement:${id}`] ??= fields.at;
    const at = wordOf(
      fields.need('at', 'Write paragraph.sentence, as in "at: 15.1".'),
      `the place of ${fields.what}`,
      report,
    );
    const kind = oneOf(
      fields.need('kind', `Write "kind: fact", or ${KINDS.slice(1).join(', ')}.`),
      `the kind of ${fields.what}`,
      KINDS,
      report,
    );
    return { id, at: readLocator(at, fields.what, paragraphs, report), kind: kind ?? 'fact' };
  });
}

function readLocator(word: Word | undefined, what: string, paragraphs: number, report: Report): Locator {
  if (word === undefined) return { paragraph: 0, sentence: 0 };
  const [paragraph = '', sentence = '', ...rest] = word.value.split('.');
  if (!COUNT.test(paragraph) || !COUNT.test(sentence) || rest.length > 0)
    report.error(
      'wrong-value',
      word.at,
      `"${word.value}" is no place in the brief`,
      'Write paragraph.sentence, both from 1, as in 15.1.',
    );
  else if (paragraphs > 0 && Number(paragraph) > paragraphs)
    report.error(
      'wrong-value',
      word.at,
      `${capital(what)} stands in paragraph ${paragraph}, and the brief has ${paragraphs}`,
      'Correct the place, or the number of paragraphs in pack.yaml.',
    );
  return { paragraph: Number(paragraph), sentence: Number(sentence) };
}
