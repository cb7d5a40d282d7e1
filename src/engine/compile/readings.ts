/** The ambiguities: readings, whose letters put conditions in place of others, and remarks. */
import type { Condition } from '../condition.ts';
import type { Letter, Output, Reading, Remark, Replacement } from '../pack.ts';
import type { Place, SourceEntry } from '../source.ts';
import type { Places } from './checked.ts';
import { readCondition, type Scope } from './conditions.ts';
import type { Item } from './item.ts';
import type { DraftReading } from './options.ts';
import { readGuard } from './questions.ts';
import { suggestion } from './report.ts';
import { capital, entriesOf, Fields, wordOf, wordsOf } from './shape.ts';

export function readReadings(
  drafts: readonly DraftReading[],
  outputs: readonly Output[],
  scope: Scope,
  places: Places,
): Reading[] {
  const { names, report } = scope;
  const owners = new Map<string, string>();
  return drafts.map(({ id, fields, letters }) => {
    places[`reading:${id}`] ??= fields.at;
    const chosen = wordOf(
      fields.need('default', 'Write which letter is taken unless the reader chooses another: "default: a".'),
      `the default of ${fields.what}`,
      report,
    );
    const letterIds = letters.map((letter) => letter.id);
    if (chosen !== undefined && letterIds.length > 0 && !letterIds.includes(chosen.value))
      report.error(
        'wrong-default',
        chosen.at,
        `${capital(fields.what)} has no letter "${chosen.value}" to be its default`,
        suggestion(chosen.value, letterIds),
      );
    return {
      id,
      default: chosen?.value ?? '',
      letters: letters.map((letter): Letter => {
        places[`reading:${id}.${letter.id}`] ??= letter.node.at;
        const what = `letter "${letter.id}" of ${fields.what}`;
        const reader = new LetterReader(what, outputs, scope);
        reader.read(letter.node);
        if (letter.id === chosen?.value && reader.found.length > 0)
          report.error(
            'wrong-default',
            letter.node.at,
            `${capital(what)} is the default and replaces something`,
            `Write "${letter.id}: {}": the rules themselves are written as the default reads the text.`,
          );
        for (const { target, at } of reader.found) reportSecondOwner(owners, target, id, at, scope);
        return { id: letter.id, replaces: reader.found.map(({ replacement }) => replacement) };
      }),
      statements: names.statements.known(
        wordsOf(fields.get('statements'), `the statements of ${fields.what}`, report),
        report,
      ),
    };
  });
}

function reportSecondOwner(
  owners: Map<string, string>,
  target: string,
  reading: string,
  at: Place,
  { report }: Scope,
): void {
  const owner = owners.get(target) ?? reading;
  owners.set(target, owner);
  if (owner !== reading)
    report.error(
      'replaced-twice',
      at,
      `Readings "${owner}" and "${reading}" both replace ${target}`,
      'Give the disputed part a named condition of its own, so that each reading replaces another thing.',
    );
}

interface Found {
  replacement: Replacement;
  /** What is replaced, in words. */
  target: string;
  at: Place;
}

class LetterReader {
  readonly found: Found[] = [];

  constructor(
    readonly what: string,
    readonly outputs: readonly Output[],
    readonly scope: Scope,
  ) {}

  read(node: SourceEntry['value']): void {
    const fields = new Fields(node, this.what, ['conditions', 'outputs', 'questions'], this.scope.report);
    const entries = (key: string): SourceEntry[] =>
      entriesOf(fields.get(key), `"${key}" in ${this.what}`, this.scope.report);
    for (const entry of entries('conditions')) this.#condition(entry);
    for (const entry of entries('outputs')) this.#output(entry);
    for (const entry of entries('questions')) this.#question(entry);
  }

  #condition({ key, value }: SourceEntry): void {
    const { names, report } = this.scope;
    if (!names.conditions.check(key, report)) return;
    const condition = readCondition(value, `condition "${key.value}" in ${this.what}`, this.scope);
    this.found.push({
      replacement: { target: 'condition', name: key.value, condition },
      target: `condition "${key.value}"`,
      at: key.at,
    });
  }

  #output({ key, value }: SourceEntry): void {
    const { names, report } = this.scope;
    const known = names.outputs.check(key, report);
    const what = `output "${key.value}" in ${this.what}`;
    const fields = new Fields(value, what, ['when', 'lapses_if'], report);
    const add = (yamlKey: 'when' | 'lapses_if', target: 'when' | 'lapses'): void => {
      const node = fields.get(yamlKey);
      if (node === undefined) return;
      const condition = readCondition(node, `"${yamlKey}" of ${what}`, this.scope);
      this.#reportUnfit(key.value, fields.keyAt(yamlKey));
      if (known)
        this.found.push({
          replacement: { target, output: key.value, condition },
          target: `"${yamlKey}" of output "${key.value}"`,
          at: fields.keyAt(yamlKey),
        });
    };
    add('when', 'when');
    add('lapses_if', 'lapses');
    this.#reportEmpty(fields, what, '"when" or "lapses_if"');
  }

  #reportUnfit(id: string, at: Place): void {
    const output = this.outputs.find((o) => o.id === id);
    if (output === undefined || (output.kind !== 'background' && output.when.kind !== 'undecided')) return;
    this.scope.report.error(
      'wrong-place',
      at,
      `Output "${id}" has no condition that a reading could replace`,
      output.kind === 'background'
        ? 'Background is always there.'
        : 'It holds while a question is undecided.',
    );
  }

  #question({ key, value }: SourceEntry): void {
    const { names, report } = this.scope;
    const known = names.questions.check(key, report);
    const what = `question "${key.value}" in ${this.what}`;
    const fields = new Fields(value, what, ['asked_if', 'asked_unless'], report);
    const condition: Condition | undefined = readGuard(fields, this.scope);
    this.#reportEmpty(fields, what, '"asked_if" or "asked_unless"');
    if (known && condition !== undefined)
      this.found.push({
        replacement: { target: 'applies', question: key.value, condition },
        target: `when question "${key.value}" is asked`,
        at: key.at,
      });
  }

  #reportEmpty(fields: Fields, what: string, keys: string): void {
    if (fields.keys.every((key) => fields.get(key) === undefined))
      this.scope.report.error(
        'missing-key',
        fields.at,
        `Nothing is said of ${what}`,
        `Write ${keys}, or leave it out of this letter.`,
      );
  }
}

export function readRemarks(items: readonly Item[], { names, report }: Scope, places: Places): Remark[] {
  return items.map(({ id, fields }) => {
    places[`remark:${id}`] ??= fields.at;
    const node = fields.need('outputs', 'Write the outputs that it is shown with: "outputs: [R1]".');
    const at = names.readings.placeOf(id);
    if (at !== undefined)
      report.error(
        'duplicate-id',
        fields.get('id')?.at ?? fields.at,
        `"${id}" is a reading and a remark; the reading is on line ${at.line}`,
        'An ambiguity either changes verdicts or does not: keep one of the two.',
      );
    return {
      id,
      outputs: names.outputs.known(wordsOf(node, `the outputs of ${fields.what}`, report), report),
      statements: names.statements.known(
        wordsOf(fields.get('statements'), `the statements of ${fields.what}`, report),
        report,
      ),
    };
  });
}
