/** Warnings, prepared scenarios and worked cases: where a pack speaks of situations. */
import type { Pack, Scenario, Warning } from '../pack.ts';
import { parseSituation } from '../situation.ts';
import type { Place, SourceNode } from '../source.ts';
import type { Situation, Status } from '../verdict.ts';
import type { Case, Declared, Places } from './checked.ts';
import { readCondition, type Scope } from './conditions.ts';
import type { Item } from './item.ts';
import { suggestion } from './report.ts';
import { capital, entriesOf, Fields, flagOf, isEmpty, oneOf, plain, wordOf, wordsOf } from './shape.ts';

type Parts = Pick<Pack, 'questions' | 'readings'>;
const STATUSES = ['holds', 'fails', 'open'] as const;

export function readWarnings(
  items: readonly Item[],
  scope: Scope,
  places: Places,
  declared: Declared,
): Warning[] {
  return items.map(({ id, fields }) => {
    places[`warning:${id}`] ??= fields.keyAt('when');
    if (flagOf(fields.get('standing'), `"standing" of ${fields.what}`, scope.report))
      declared.standing.push(id);
    const node = fields.need('when', 'Write the answers that do not go together.');
    return {
      id,
      when:
        node === undefined
          ? { kind: 'never' }
          : readCondition(node, `the condition of ${fields.what}`, scope),
    };
  });
}

export function readScenarios(
  items: readonly Item[],
  parts: Parts,
  scope: Scope,
  places: Places,
): Scenario[] {
  const { report } = scope;
  let brief: string | undefined;
  return items.map(({ id, fields }) => {
    places[`scenario:${id}`] ??= fields.at;
    const origin = oneOf(
      fields.need('origin', 'Write "origin: hypothetical", or "origin: brief" for the brief\'s own picture.'),
      `the origin of ${fields.what}`,
      ['brief', 'hypothetical'],
      report,
    );
    if (origin === 'brief' && brief !== undefined)
      report.error(
        'second-brief',
        fields.get('origin')?.at ?? fields.at,
        `Scenarios "${brief}" and "${id}" are both the brief's own picture`,
        'There is one at most: write "origin: hypothetical" for the other.',
      );
    if (origin === 'brief') brief ??= id;
    const node = fields.need('answers', 'Write "answers:" and under it "question: option" lines.');
    const answers =
      node === undefined ? undefined : readSituation(node, 'answers', fields.what, parts, scope);
    return {
      id,
      origin: origin ?? 'hypothetical',
      answers: answers?.answers ?? {},
      discussion: 0,
      support: readSupport(fields, origin, node, scope),
    };
  });
}

function readSupport(
  fields: Fields,
  origin: Scenario['origin'] | undefined,
  answers: SourceNode | undefined,
  { names, report }: Scope,
): Scenario['support'] {
  const node = fields.get('support');
  if (node !== undefined && origin === 'hypothetical')
    report.error(
      'surplus-key',
      fields.keyAt('support'),
      `${capital(fields.what)} is hypothetical, so no statement supports its answers`,
      'Leave "support" out.',
    );
  const answered =
    answers?.kind === 'map' ? answers.entries.map(({ key }) => key.value) : ([] as readonly string[]);
  return Object.fromEntries(
    entriesOf(node, `the support of ${fields.what}`, report).map(({ key, value }) => {
      if (names.questions.check(key, report) && !answered.includes(key.value))
        report.error(
          'surplus-key',
          key.at,
          `${capital(fields.what)} supports an answer to "${key.value}" and does not give one`,
          'Add the answer, or leave its support out.',
        );
      const words = wordsOf(value, `the support of "${key.value}" in ${fields.what}`, report);
      return [key.value, names.statements.known(words, report)];
    }),
  );
}

export function readCases(items: readonly Item[], parts: Parts, scope: Scope, places: Places): Case[] {
  const { report } = scope;
  return items.map(({ id, fields }) => {
    places[`case:${id}`] ??= fields.at;
    const title = wordOf(
      fields.need('title', 'Write in a few words what the case is about.'),
      `the title of ${fields.what}`,
      report,
    );
    const input = fields.need('input', 'Write the answers; "input: {}" for none.');
    const situation = input === undefined ? undefined : readSituation(input, '', fields.what, parts, scope);
    return {
      id,
      title: title?.value ?? '',
      input: input === undefined ? {} : plain(input),
      situation: situation ?? { answers: {}, readings: {}, ruledOut: {} },
      expected: readExpected(id, fields, scope, places),
    };
  });
}

function readExpected(
  id: string,
  fields: Fields,
  { names, report }: Scope,
  places: Places,
): Case['expected'] {
  const node = fields.need('expected', 'Write "expected:" and under it verdicts, setAside, warnings.');
  const what = fields.what;
  const keys = ['verdicts', 'setAside', 'warnings'];
  const parts =
    node === undefined ? undefined : new Fields(node, `what is expected of ${what}`, keys, report);
  places[`case:${id}.setAside`] ??= parts?.keyAt('setAside') ?? fields.at;
  places[`case:${id}.warnings`] ??= parts?.keyAt('warnings') ?? fields.at;
  const verdicts: Case['expected']['verdicts'] = {};
  for (const { key, value } of entriesOf(parts?.get('verdicts'), `the verdicts in ${what}`, report)) {
    names.outputs.check(key, report);
    places[`case:${id}.${key.value}`] ??= key.at;
    verdicts[key.value] = readVerdict(value, `the verdict on "${key.value}" in ${what}`, { names, report });
  }
  const known = (key: 'setAside' | 'warnings', ids: Scope['names']['questions']): string[] =>
    ids.known(wordsOf(parts?.get(key), `"${key}" in ${what}`, report), report);
  return {
    verdicts,
    setAside: known('setAside', names.questions),
    warnings: known('warnings', names.warnings),
  };
}

function readVerdict(
  node: SourceNode,
  what: string,
  { names, report }: Pick<Scope, 'names' | 'report'>,
): Case['expected']['verdicts'][string] {
  const fields = new Fields(node, what, ['status', 'dependsOn', 'unconfirmed'], report);
  const status: Status | undefined = oneOf(
    fields.need('status', `Write "status: holds", fails or open.`),
    `the status of ${what}`,
    STATUSES,
    report,
  );
  const list = (key: 'dependsOn' | 'unconfirmed'): string[] =>
    wordsOf(fields.get(key), `"${key}" of ${what}`, report).flatMap((word) => {
      if (names.readings.has(word.value)) return [word.value];
      const hint = () => suggestion(word.value, [...names.questions.all, ...names.readings.all]);
      return names.questions.check(word, report, hint) ? [word.value] : [];
    });
  return { status: status ?? 'open', dependsOn: list('dependsOn'), unconfirmed: list('unconfirmed') };
}

/** @param wrapped the part of a situation that the node is, or '' where it is a whole input */
function readSituation(
  node: SourceNode,
  wrapped: 'answers' | '',
  what: string,
  parts: Parts,
  { names, questionById, report }: Scope,
): Situation | undefined {
  const known = [names.questions, names.readings, ...[...questionById.values()].map((q) => q.options)];
  if (known.some((ids) => !ids.closed)) return undefined; // what is unknown may be right
  const entries = entriesOf(node, `the ${wrapped === '' ? 'input' : wrapped} of ${what}`, report);
  if (entries.length === 0 && node.kind !== 'map' && !isEmpty(node)) return undefined;
  const value = entries.length === 0 ? {} : plain(node);
  const input = wrapped === '' ? value : { [wrapped]: value };
  const result = parseSituation(parts, input);
  if ('situation' in result) return result.situation;
  for (const { path, message, advice } of result.problems) {
    const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
    const at = placeIn(node, wrapped === '' ? steps : steps.slice(1), (key) => names.questions.has(key));
    report.error('wrong-situation', at, `${capital(what)}: ${message}`, advice);
  }
  return undefined;
}

/** Where the path leads, as far as it can be followed; at the key itself where the key is what is wrong. */
function placeIn(node: SourceNode, steps: readonly string[], isKnown: (key: string) => boolean): Place {
  const [step, ...rest] = steps;
  if (step === undefined || node.kind === 'text') return node.at;
  if (node.kind === 'list') {
    const item = node.items[Number(step)];
    return item === undefined ? node.at : placeIn(item, rest, isKnown);
  }
  const entry = node.entries.find(({ key }) => key.value === step);
  if (entry === undefined) return node.at;
  return rest.length === 0 && !isKnown(step) ? entry.key.at : placeIn(entry.value, rest, isKnown);
}
