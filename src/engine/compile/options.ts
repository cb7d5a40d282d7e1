/** What can be chosen: the options of a question, the letters of a reading. */
import type { SourceNode } from '../source.ts';
import { MOST_VALUES } from '../variables.ts';
import type { Item } from './item.ts';
import { Ids } from './names.ts';
import type { Report } from './report.ts';
import { capital, entriesOf, isEmpty, oneOf, type Word, wordOf, wordsOf } from './shape.ts';

export interface DraftQuestion extends Item {
  kind: 'one' | 'several';
  /** The exclusive one last. */
  options: Ids;
  exclusive: string | undefined;
}

export interface DraftReading extends Item {
  /** In the author's order. */
  letters: { id: string; node: SourceNode }[];
}

export function readOptions(item: Item, report: Report): DraftQuestion {
  const { fields } = item;
  const kind =
    oneOf(
      fields.need('kind', 'Write "kind: one" for one answer, "kind: several" for ticks.'),
      `the kind of ${fields.what}`,
      ['one', 'several'],
      report,
    ) ?? (fields.get('exclusive') === undefined ? 'one' : 'several');
  const list = fields.need('options', 'Write "options: [first, second]".');
  // Where some options cannot be known, nothing that refers to them is called wrong.
  const known = list?.kind === 'list' && (kind === 'one' || fields.get('exclusive') !== undefined);
  const options = new Ids('option', known);
  for (const word of wordsOf(list, `the options of ${fields.what}`, report)) options.add(word, report);
  const listed = options.all.length;
  const exclusive = readExclusive(item, kind, report);
  if (exclusive !== undefined && options.has(exclusive.value))
    report.error(
      'surplus-exclusive',
      exclusive.at,
      `"${exclusive.value}" is the exclusive option and among the others too`,
      'Take it out of the list of options.',
    );
  else if (exclusive !== undefined) options.add(exclusive, report);
  if (list !== undefined && (list.kind === 'list' || isEmpty(list)) && listed < (kind === 'one' ? 2 : 1))
    report.error(
      'too-few-options',
      list.at,
      `${capital(fields.what)} needs ${kind === 'one' ? 'two options' : 'an option'} or more`,
      'Name what can be the case; "don\'t know" is always offered and never listed.',
    );
  if (list !== undefined && options.all.length > MOST_VALUES)
    report.error(
      'too-many-options',
      list.at,
      `${capital(fields.what)} has ${options.all.length} options; ${MOST_VALUES} are the most`,
      'Ask it as two questions, or put options together.',
    );
  return { ...item, kind, options, exclusive: exclusive?.value };
}

function readExclusive({ fields }: Item, kind: 'one' | 'several', report: Report): Word | undefined {
  const node = fields.get('exclusive');
  if (kind === 'one') {
    if (node !== undefined)
      report.error(
        'surplus-exclusive',
        fields.keyAt('exclusive'),
        `${capital(fields.what)} takes one answer, so every option stands alone`,
        'Leave "exclusive" out and list the option among the others.',
      );
    return undefined;
  }
  if (node === undefined)
    report.error(
      'missing-exclusive',
      fields.at,
      `${capital(fields.what)} takes several answers and has no option for "none of these"`,
      'Write "exclusive: none", and do not list it among the options.',
    );
  return wordOf(node, `the exclusive option of ${fields.what}`, report);
}

export function readLetters(item: Item, report: Report): DraftReading {
  const { fields } = item;
  const node = fields.need('letters', 'Write a key for each letter, as in "letters: { a: {}, b: {...} }".');
  const ids = new Ids('letter');
  const letters: DraftReading['letters'] = [];
  for (const { key, value } of entriesOf(node, `the letters of ${fields.what}`, report)) {
    if (ids.has(key.value)) continue; // a key written twice has been reported
    ids.add(key, report);
    letters.push({ id: key.value, node: value });
  }
  if (node !== undefined && letters.length < 2)
    report.error(
      'too-few-options',
      node.at,
      `${capital(fields.what)} needs two letters or more`,
      'Write every way to read the passage; an ambiguity that changes no verdict is a remark.',
    );
  if (node !== undefined && letters.length > MOST_VALUES)
    report.error(
      'too-many-options',
      node.at,
      `${capital(fields.what)} has ${letters.length} letters; ${MOST_VALUES} are the most`,
      'Write it as two readings.',
    );
  return { ...item, letters };
}
