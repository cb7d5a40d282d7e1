/** The first pass: everything that has an id, gathered before anything that refers to it is read. */
import type { SourceNode } from '../source.ts';
import { OUTPUT_FILES, RULE_FILES, type RuleFile } from './files.ts';
import { type Item, readItems } from './item.ts';
import { Ids } from './names.ts';
import { type DraftQuestion, type DraftReading, readLetters, readOptions } from './options.ts';
import type { Report, Sort } from './report.ts';
import { Fields, listOf, wordsOf } from './shape.ts';

/** All ids of a pack by sort. */
export interface Names {
  sections: Ids;
  statements: Ids;
  questions: Ids;
  conditions: Ids;
  outputs: Ids;
  readings: Ids;
  remarks: Ids;
  warnings: Ids;
  scenarios: Ids;
  cases: Ids;
}

export interface Draft {
  names: Names;
  pack: Fields;
  statements: Item[];
  questions: DraftQuestion[];
  questionById: Map<string, DraftQuestion>;
  conditions: Item[];
  outputs: Item[];
  readings: DraftReading[];
  remarks: Item[];
  warnings: Item[];
  scenarios: Item[];
  cases: Item[];
}

const OUTPUT_KEYS = ['id', 'when', 'lapses_if', 'standing', 'exclusive_with', 'source', 'notes'];
const KEYS = {
  pack: ['id', 'version', 'brief', 'sections'],
  statement: ['id', 'at', 'kind'],
  question: [
    'id',
    'section',
    'kind',
    'options',
    'exclusive',
    'asked_if',
    'asked_unless',
    'statements',
    'find_out',
    'informative',
  ],
  condition: ['id', 'when'],
  advice: [...OUTPUT_KEYS, 'kind', 'modality', 'actors', 'act', 'argument', 'focus'],
  output: OUTPUT_KEYS,
  background: ['id', 'source'],
  reading: ['id', 'default', 'statements', 'letters'],
  remark: ['id', 'outputs', 'statements'],
  warning: ['id', 'when', 'standing'],
  scenario: ['id', 'origin', 'answers', 'support'],
  case: ['id', 'title', 'input', 'expected'],
} as const;

const NOWHERE = { line: 1, column: 1 };

/**
 * @param unreadable files that are there but could not be parsed: what they hold is unknown, so that nothing
 *   which refers to it is called unknown
 */
export function gather(
  files: Record<string, SourceNode>,
  unreadable: readonly string[],
  report: Report,
): Draft {
  for (const file of RULE_FILES)
    if (files[file] === undefined && !unreadable.includes(file))
      report.error(
        'missing-file',
        { file, ...NOWHERE },
        `The pack has no ${file}`,
        file === 'pack.yaml'
          ? 'Write it: the id, the version, the brief, the sections.'
          : 'Make the file; one with nothing to say may be empty.',
      );
  const readable = (...needed: RuleFile[]): boolean => needed.every((file) => !unreadable.includes(file));
  const ids = (sort: Sort, ...needed: RuleFile[]): Ids => new Ids(sort, readable(...needed));
  const names: Names = {
    sections: ids('section', 'pack.yaml'),
    statements: ids('statement', 'statements.yaml'),
    questions: ids('question', 'questions.yaml'),
    conditions: ids('condition', 'conditions.yaml'),
    outputs: ids('output', ...OUTPUT_FILES.map(({ file }) => file)),
    readings: ids('reading', 'readings.yaml'),
    remarks: ids('remark', 'readings.yaml'),
    warnings: ids('warning', 'warnings.yaml'),
    scenarios: ids('scenario', 'scenarios.yaml'),
    cases: ids('case', 'cases.yaml'),
  };
  const items = (file: RuleFile, sort: Ids, keys: readonly string[]): Item[] =>
    readItems(file, listOf(files[file], `${file}`, report), sort, keys, report);

  const pack = new Fields(
    files['pack.yaml'] ?? { kind: 'map', entries: [], at: { file: 'pack.yaml', ...NOWHERE } },
    'the pack',
    KEYS.pack,
    report,
  );
  const sections =
    files['pack.yaml'] === undefined
      ? undefined
      : pack.need('sections', 'Write "sections: [first, second]".');
  for (const word of wordsOf(sections, 'the sections', report)) names.sections.add(word, report);

  const questions = items('questions.yaml', names.questions, KEYS.question).map((item) =>
    readOptions(item, report),
  );
  const ambiguities = new Fields(
    files['readings.yaml'] ?? { kind: 'map', entries: [], at: { file: 'readings.yaml', ...NOWHERE } },
    'readings.yaml',
    ['readings', 'remarks'],
    report,
  );
  const part = (key: 'readings' | 'remarks', sort: Ids, keys: readonly string[]): Item[] =>
    readItems(
      'readings.yaml',
      listOf(ambiguities.get(key), `"${key}" in readings.yaml`, report),
      sort,
      keys,
      report,
    );
  return {
    names,
    pack,
    statements: items('statements.yaml', names.statements, KEYS.statement),
    questions,
    questionById: new Map(questions.map((q) => [q.id, q])),
    conditions: items('conditions.yaml', names.conditions, KEYS.condition),
    outputs: OUTPUT_FILES.flatMap(({ file, kind }) =>
      items(
        file,
        names.outputs,
        kind === undefined ? KEYS.advice : kind === 'background' ? KEYS.background : KEYS.output,
      ),
    ),
    readings: part('readings', names.readings, KEYS.reading).map((item) => readLetters(item, report)),
    remarks: part('remarks', names.remarks, KEYS.remark),
    warnings: items('warnings.yaml', names.warnings, KEYS.warning),
    scenarios: items('scenarios.yaml', names.scenarios, KEYS.scenario),
    cases: items('cases.yaml', names.cases, KEYS.case),
  };
}
