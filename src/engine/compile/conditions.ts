/** Reads conditions: names, tests about questions, and how they are put together. */
import type { Condition } from '../condition.ts';
import type { SourceEntry, SourceNode } from '../source.ts';
import type { Names } from './draft.ts';
import { reportTwice } from './names.ts';
import type { DraftQuestion } from './options.ts';
import { type Report, suggestion } from './report.ts';
import { capital, listOf, type Word, wordOf } from './shape.ts';

export interface Scope {
  names: Names;
  questionById: Map<string, DraftQuestion>;
  report: Report;
}

/** Stands where a condition could not be read: an error has been reported, so it is never evaluated. */
const UNREADABLE: Condition = { kind: 'never' };
const JOINTS = ['all', 'any', 'not', 'undecided'];

/** @param what whose condition it is, e.g. `the condition of output "R1"` */
export function readCondition(node: SourceNode, what: string, scope: Scope): Condition {
  switch (node.kind) {
    case 'text':
      if (node.value.trim() === '') return reportEmpty(node, what, scope);
      return readName({ value: node.value, at: node.at }, scope);
    case 'map':
      return readTest(node, what, scope);
    case 'list':
      scope.report.error(
        'wrong-shape',
        node.at,
        `${capital(what)} is a list, and it is not said how its parts go together`,
        'Write "all:" or "any:" before the list.',
      );
      return UNREADABLE;
  }
}

/** Also takes `{ undecided: question }`, as the whole condition only. */
export function readScenarioCondition(node: SourceNode, what: string, scope: Scope): Condition {
  const only = node.kind === 'map' && node.entries.length === 1 ? node.entries[0] : undefined;
  if (only?.key.value !== 'undecided') return readCondition(node, what, scope);
  const { report, names, questionById } = scope;
  const word = wordOf(only.value, 'the question after "undecided"', report);
  if (word === undefined || !names.questions.check(word, report)) return UNREADABLE;
  if (questionById.get(word.value)?.kind === 'several') {
    report.error(
      'misplaced-undecided',
      word.at,
      `"${word.value}" takes several answers, so it is never decided between them`,
      'Name a question with one answer.',
    );
    return UNREADABLE;
  }
  return { kind: 'undecided', question: word.value };
}

function reportEmpty(node: SourceNode, what: string, { report }: Scope): Condition {
  report.error(
    'wrong-shape',
    node.at,
    `${capital(what)} is empty`,
    'Write "always", the name of a condition, or a test such as "question: option".',
  );
  return UNREADABLE;
}

function readName(word: Word, { names, questionById, report }: Scope): Condition {
  if (word.value === 'always' || word.value === 'never') return { kind: word.value };
  const question = questionById.get(word.value);
  const known = names.conditions.check(word, report, () =>
    question === undefined
      ? suggestion(word.value, ['always', 'never', ...names.conditions.all])
      : `It is a question: say which answer, as in "${word.value}: ${question.options.all[0] ?? 'option'}".`,
  );
  return known ? { kind: 'named', name: word.value } : UNREADABLE;
}

function readTest(node: SourceNode & { kind: 'map' }, what: string, scope: Scope): Condition {
  const [first, second] = node.entries;
  if (first === undefined) return reportEmpty(node, what, scope);
  if (second !== undefined && second.key.value !== first.key.value)
    scope.report.error(
      'several-tests',
      second.key.at,
      `"${first.key.value}" and "${second.key.value}" stand side by side, and it is not said how they go together`,
      'Put them under "all:" or "any:", each after "- ".',
    );
  const conditions = node.entries.map((entry) => readEntry(entry, what, scope));
  return conditions[0] ?? UNREADABLE;
}

function readEntry({ key, value }: SourceEntry, what: string, scope: Scope): Condition {
  const { report } = scope;
  switch (key.value) {
    case 'all':
    case 'any': {
      const of = listOf(value, `"${key.value}" in ${what}`, report).map((part) =>
        readCondition(part, what, scope),
      );
      if (of.length === 0 && (value.kind === 'list' || (value.kind === 'text' && value.value === '')))
        report.error(
          'wrong-shape',
          key.at,
          `"${key.value}" in ${what} has nothing under it`,
          'Write the tests under it, each after "- ".',
        );
      return { kind: key.value, of };
    }
    case 'not':
      return { kind: 'not', of: readCondition(value, what, scope) };
    case 'undecided':
      report.error(
        'misplaced-undecided',
        key.at,
        `"undecided" cannot stand in ${what}`,
        'Only an output in courses.yaml may have it, as its whole condition: "when: { undecided: question }".',
      );
      return UNREADABLE;
    default:
      return readAnswer(key, value, scope);
  }
}

function readAnswer(key: Word, value: SourceNode, { names, questionById, report }: Scope): Condition {
  const known = names.questions.check(key, report, () =>
    names.conditions.has(key.value)
      ? `It is the name of a condition: write "${key.value}" alone, without ":".`
      : suggestion(key.value, [...names.questions.all, ...JOINTS]),
  );
  const words: Word[] = [];
  for (const item of value.kind === 'list' ? value.items : [value]) {
    const word = wordOf(item, `the answer to "${key.value}"`, report);
    if (word !== undefined) words.push(word);
  }
  if (value.kind === 'list' && value.items.length === 0)
    report.error(
      'wrong-shape',
      value.at,
      `The test about "${key.value}" names no answer`,
      'Write one option, or several in a list: any of them is enough.',
    );
  const question = questionById.get(key.value);
  if (!known || question === undefined) return UNREADABLE;
  const options: string[] = [];
  for (const word of words) {
    if (options.includes(word.value)) reportTwice(word, report);
    else if (question.options.has(word.value)) options.push(word.value);
    else if (question.options.closed)
      report.error(
        'unknown-option',
        word.at,
        `Question "${question.id}" has no option "${word.value}"`,
        optionHint(word.value, question),
      );
  }
  return { kind: 'answer', question: key.value, options };
}

function optionHint(given: string, question: DraftQuestion): string {
  if (given === 'dont_know')
    return 'Not knowing is no answer to test: a verdict already looks at every answer that is possible.';
  return suggestion(given, question.options.all);
}
