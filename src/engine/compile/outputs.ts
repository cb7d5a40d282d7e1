/** The outputs: everything that the pack can conclude. */
import type { Condition } from '../condition.ts';
import type { Argument, Output, OutputKind, OutputNote } from '../pack.ts';
import type { Declared, Places } from './checked.ts';
import { readCondition, readScenarioCondition, type Scope } from './conditions.ts';
import { OUTPUT_FILES } from './files.ts';
import type { Item } from './item.ts';
import { readItems } from './item.ts';
import { Ids } from './names.ts';
import { suggestion } from './report.ts';
import { capital, Fields, flagOf, listOf, oneOf, wordOf, wordsOf } from './shape.ts';

const MODALITIES = ['should', 'worthwhile', 'may'] as const;
const ACTORS = ['eu', 'member_states'] as const;
const ACTS = ['say', 'do'] as const;

export function readOutputs(
  items: readonly Item[],
  scope: Scope,
  places: Places,
  declared: Declared,
): Output[] {
  return items.map((item) => {
    const { id, fields } = item;
    places[`output:${id}`] ??= fields.at;
    places[`output:${id}.when`] ??= fields.keyAt('when');
    places[`output:${id}.lapses`] ??= fields.keyAt('lapses_if');
    const kind = OUTPUT_FILES.find(({ file }) => file === item.file)?.kind;
    const common = {
      id,
      when: readWhen(item, kind, scope),
      standing:
        kind === 'background' || flagOf(fields.get('standing'), `"standing" of ${fields.what}`, scope.report),
      source: readSource(item, kind, scope),
      notes: readNotes(item, scope, places, declared),
    };
    const lapses = readLapses(item, common.when, scope);
    readExclusive(item, scope, places, declared);
    const advice = kind === undefined ? readAdvice(item, scope) : { kind };
    return { ...common, ...advice, ...(lapses === undefined ? {} : { lapses }) };
  });
}

function readWhen({ fields }: Item, kind: OutputKind | undefined, scope: Scope): Condition {
  if (kind === 'background') return { kind: 'always' };
  const node = fields.need('when', 'Write the condition: "when: always", a name, or "{ question: option }".');
  if (node === undefined) return { kind: 'never' };
  const what = `the condition of ${fields.what}`;
  return kind === 'scenario' ? readScenarioCondition(node, what, scope) : readCondition(node, what, scope);
}

function readLapses({ fields }: Item, when: Condition, scope: Scope): Condition | undefined {
  const node = fields.get('lapses_if');
  if (node === undefined) return undefined;
  const lapses = readCondition(node, `lapses_if of ${fields.what}`, scope);
  if (when.kind !== 'undecided') return lapses;
  scope.report.error(
    'surplus-key',
    fields.keyAt('lapses_if'),
    `${capital(fields.what)} holds while a question is undecided, so it cannot lapse`,
    'Leave "lapses_if" out.',
  );
  return undefined;
}

/** Outputs that it never holds together with: the diagrams must bear that out. */
function readExclusive(
  { id, fields }: Item,
  { names, report }: Scope,
  places: Places,
  declared: Declared,
): void {
  const words = wordsOf(fields.get('exclusive_with'), `exclusive_with of ${fields.what}`, report);
  const own = words.find(({ value }) => value === id);
  if (own !== undefined)
    report.error(
      'wrong-value',
      own.at,
      `${capital(fields.what)} is declared exclusive with itself`,
      'Name other outputs only.',
    );
  for (const { value, at } of words) places[`output:${id}.exclusive.${value}`] ??= at;
  const others = names.outputs.known(words, report).filter((other) => other !== id);
  if (others.length > 0) declared.exclusive.push({ output: id, others });
}

/** A silence, and a course that the brief does not name, have no statement behind them. */
function readSource({ fields }: Item, kind: OutputKind | undefined, scope: Scope): string[] {
  const { names, report } = scope;
  const node = fields.need('source', 'Write "source: [15.1a]": the statements that it is made of.');
  const source = names.statements.known(wordsOf(node, `the source of ${fields.what}`, report), report);
  const empty = node?.kind === 'list' ? node.items.length === 0 : node?.kind === 'text' && node.value === '';
  if (empty && kind !== 'silence' && kind !== 'scenario')
    report.error(
      'wrong-value',
      node?.at ?? fields.at,
      `${capital(fields.what)} has no statement of the brief behind it`,
      'Name at least one; only silences and courses may have none.',
    );
  return source;
}

function readNotes(
  { id, fields, file }: Item,
  scope: Scope,
  places: Places,
  declared: Declared,
): OutputNote[] {
  const nodes = listOf(fields.get('notes'), `the notes of ${fields.what}`, scope.report);
  const ids = new Ids('note');
  return readItems(file, nodes, ids, ['id', 'when', 'standing'], scope.report).map((note) => {
    const what = `note "${id}/${note.id}"`;
    places[`note:${id}/${note.id}`] ??= note.fields.keyAt('when');
    if (flagOf(note.fields.get('standing'), `"standing" of ${what}`, scope.report))
      declared.standing.push(`${id}/${note.id}`);
    const when = note.fields.need('when', 'Write when the sentence is added.');
    return {
      id: note.id,
      when: when === undefined ? { kind: 'never' } : readCondition(when, `the condition of ${what}`, scope),
    };
  });
}

type Advice = Pick<Output, 'kind' | 'modality' | 'actors' | 'act' | 'argument' | 'focus'>;

/** What recommendations and options say beyond the other outputs. */
function readAdvice({ fields }: Item, scope: Scope): Advice {
  const { names, report, questionById } = scope;
  const choice = <T extends string>(key: string, allowed: readonly T[]): T | undefined =>
    oneOf(
      fields.need(key, `Write "${key}: ${allowed[0]}", or ${allowed.slice(1).join(', ')}.`),
      `the ${key} of ${fields.what}`,
      allowed,
      report,
    );
  const kind = choice('kind', ['recommendation', 'option']);
  const modality = choice('modality', MODALITIES);
  const act = choice('act', ACTS);
  if (kind !== undefined && modality !== undefined && (kind === 'option') !== (modality === 'may'))
    report.error(
      'wrong-modality',
      fields.get('modality')?.at ?? fields.at,
      `${capital(fields.what)} is of kind "${kind}" and its modality is "${modality}"`,
      'What the brief says one may do is an option; what it recommends is never "may".',
    );
  const list = fields.need('actors', 'Write who acts: "actors: [eu]".');
  const actors = listOf(list, `the actors of ${fields.what}`, report).flatMap(
    (node) => oneOf(node, `an actor of ${fields.what}`, ACTORS, report) ?? [],
  );
  if (list?.kind === 'list' && list.items.length === 0)
    report.error(
      'wrong-value',
      list.at,
      `${capital(fields.what)} has nobody who acts`,
      `Write "actors: [eu]".`,
    );
  const argument = readArgument(fields, scope);
  const focus = wordOf(fields.get('focus'), `the focus of ${fields.what}`, report);
  if (
    focus !== undefined &&
    names.questions.check(focus, report) &&
    questionById.get(focus.value)?.kind === 'one'
  )
    report.error(
      'wrong-value',
      focus.at,
      `"${focus.value}" takes one answer, so it cannot order addressees`,
      'Name a question with several answers.',
    );
  return {
    kind: kind ?? 'recommendation',
    modality: modality ?? 'should',
    actors,
    act: act ?? 'do',
    ...(argument === undefined ? {} : { argument }),
    ...(focus === undefined ? {} : { focus: focus.value }),
  };
}

function readArgument(fields: Fields, { names, report }: Scope): Argument | undefined {
  const node = fields.get('argument');
  if (node === undefined) return undefined;
  const what = `the argument of ${fields.what}`;
  const groups = new Fields(node, what, ['backs', 'also', 'expect'], report);
  const read = (key: 'backs' | 'also' | 'expect'): string[] =>
    wordsOf(groups.get(key), `"${key}" in ${what}`, report).flatMap((word) => {
      if (names.statements.has(word.value)) return [word.value];
      const hint = () => suggestion(word.value, [...names.statements.all, ...names.outputs.all]);
      const open = !names.statements.closed;
      return open || names.outputs.check(word, report, hint) ? [word.value] : [];
    });
  return { backs: read('backs'), also: read('also'), expect: read('expect') };
}
