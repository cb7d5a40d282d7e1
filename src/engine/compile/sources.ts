/** From the sources of a pack to a checked pack, or to everything that is wrong with them. */
import type { Output, Question } from '../pack.ts';
import type { SourceNode } from '../source.ts';
import type { PackWords } from '../words.ts';
import { readHeading, readStatements } from './brief.ts';
import type { CheckedPack, Compiled, Declared, Places } from './checked.ts';
import { readCondition, type Scope } from './conditions.ts';
import { type Draft, gather } from './draft.ts';
import { languageOf, RULE_FILES } from './files.ts';
import { checkDependencies } from './graph.ts';
import { readOutputs } from './outputs.ts';
import { readQuestions } from './questions.ts';
import { readReadings, readRemarks } from './readings.ts';
import { inOrder, Report, suggestion } from './report.ts';
import { reportDuplicateKeys } from './shape.ts';
import { readCases, readScenarios, readWarnings } from './situations.ts';
import { readWords } from './words.ts';

/** By path within the pack's folder; `null` for a file that is there but could not be parsed. */
export type Sources = Record<string, SourceNode | null>;

/**
 * Reads and checks the sources: shapes, ids, references, situations, words. What only the diagrams can show
 * (conditions that never hold, questions without effect) is for compilePack.
 * @returns `checked` only where no error was found; all diagnostics at once, in the order of the files
 */
export function compileSources(sources: Sources): Compiled {
  const report = new Report();
  const files: Record<string, SourceNode> = {};
  const unreadable: string[] = [];
  for (const [file, node] of Object.entries(sources)) {
    if (node === null) unreadable.push(file);
    else files[file] = node;
    reportUnknownFile(file, report);
  }
  for (const node of Object.values(files)) reportDuplicateKeys(node, report);

  const draft = gather(files, unreadable, report);
  const places: Places = {};
  const declared: Declared = { standing: [], informative: [], exclusive: [] };
  const pack = assemble(draft, places, declared, report);
  const parts = { questions: pack.questions, readings: pack.readings };
  const scope: Scope = { names: draft.names, questionById: draft.questionById, report };
  const cases = readCases(draft.cases, parts, scope, places);
  checkDependencies(pack, places, report);
  if (draft.names.statements.closed && unreadable.length === 0) reportNeverShown(pack, places, report);

  const words = readLocales(files, pack, draft, report);
  if (Object.keys(words).length === 0 && !unreadable.some((file) => languageOf(file) !== undefined))
    report.error(
      'missing-file',
      { file: 'locales/en.yaml', line: 1, column: 1 },
      'The pack has no words in any language',
      'Write locales/en.yaml.',
    );
  countDiscussion(pack, words, report, files);

  const sound = !report.failed && unreadable.length === 0;
  return {
    ...(sound ? { checked: pack } : {}),
    places,
    declared,
    words,
    cases,
    diagnostics: inOrder(report.diagnostics, RULE_FILES),
  };
}

function assemble(draft: Draft, places: Places, declared: Declared, report: Report): CheckedPack {
  const scope: Scope = { names: draft.names, questionById: draft.questionById, report };
  const heading = readHeading(draft.pack, report);
  const questions = readQuestions(draft.questions, scope, places, declared);
  const outputs = readOutputs(draft.outputs, scope, places, declared);
  const readings = readReadings(draft.readings, outputs, scope, places);
  return {
    id: heading.id,
    version: heading.version,
    brief: heading.brief,
    sections: draft.names.sections.all,
    statements: readStatements(draft.statements, heading.brief.paragraphs, places, report),
    questions,
    conditions: draft.conditions.map(({ id, fields }) => {
      places[`condition:${id}`] ??= fields.at;
      const node = fields.need('when', 'Write the condition that the name stands for.');
      return {
        id,
        when: node === undefined ? { kind: 'never' } : readCondition(node, fields.what, scope),
      };
    }),
    readings,
    remarks: readRemarks(draft.remarks, scope, places),
    outputs,
    warnings: readWarnings(draft.warnings, scope, places, declared),
    scenarios: readScenarios(draft.scenarios, { questions, readings }, scope, places),
  };
}

function readLocales(
  files: Record<string, SourceNode>,
  pack: CheckedPack,
  draft: Draft,
  report: Report,
): Record<string, PackWords> {
  const words: Record<string, PackWords> = {};
  for (const [file, node] of Object.entries(files)) {
    const language = languageOf(file);
    if (language !== undefined) words[language] = readWords(node, language, pack, draft, report);
  }
  return words;
}

/** Discussion points are counted in the first language; the others must have as many. */
function countDiscussion(
  pack: CheckedPack,
  words: Record<string, PackWords>,
  report: Report,
  files: Record<string, SourceNode>,
): void {
  const [first, ...others] = Object.values(words);
  if (first === undefined) return;
  for (const scenario of pack.scenarios) {
    scenario.discussion = first.scenarios[scenario.id]?.discussion.length ?? 0;
    for (const other of others) {
      const count = other.scenarios[scenario.id]?.discussion.length;
      const at = files[`locales/${other.language}.yaml`]?.at;
      if (count !== undefined && count !== scenario.discussion && at !== undefined)
        report.error(
          'missing-message',
          at,
          `Scenario "${scenario.id}" has ${count} discussion points here and ${scenario.discussion} in "${first.language}"`,
          'Write the same points in every language.',
        );
    }
  }
}

function reportUnknownFile(file: string, report: Report): void {
  if (RULE_FILES.some((known) => known === file) || languageOf(file) !== undefined) return;
  report.error(
    'unknown-file',
    { file, line: 1, column: 1 },
    `A pack has no file ${file}`,
    suggestion(file, [...RULE_FILES, 'locales/en.yaml']),
  );
}

function reportNeverShown(pack: CheckedPack, places: Places, report: Report): void {
  // A misspelt id or a missing source would make a statement look forgotten.
  const misleading = ['unknown-statement', 'unknown-key', 'missing-key', 'wrong-shape'] as const;
  if (misleading.some((code) => report.has(code))) return;
  const shown = new Set([
    ...pack.outputs.flatMap((output: Output) => output.source),
    ...pack.questions.flatMap((question: Question) => question.statements),
  ]);
  for (const { id } of pack.statements) {
    const at = places[`statement:${id}`];
    if (shown.has(id) || at === undefined) continue;
    report.error(
      'never-shown',
      at,
      `Statement "${id}" is shown nowhere`,
      'Name it in the source of an output, or in the statements of a question.',
    );
  }
}
