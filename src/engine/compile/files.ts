/** The files of a pack, in the order in which they are read and reported. */
import type { OutputKind } from '../pack.ts';

export const RULE_FILES = [
  'pack.yaml',
  'statements.yaml',
  'questions.yaml',
  'conditions.yaml',
  'recommendations.yaml',
  'consequences.yaml',
  'indicators.yaml',
  'courses.yaml',
  'silences.yaml',
  'background.yaml',
  'readings.yaml',
  'warnings.yaml',
  'scenarios.yaml',
  'cases.yaml',
] as const;
export type RuleFile = (typeof RULE_FILES)[number];

/** Which kind of output a file holds; recommendations say theirs themselves. */
export const OUTPUT_FILES: { file: RuleFile; kind: OutputKind | undefined }[] = [
  { file: 'recommendations.yaml', kind: undefined },
  { file: 'consequences.yaml', kind: 'consequence' },
  { file: 'indicators.yaml', kind: 'indicator' },
  { file: 'courses.yaml', kind: 'scenario' },
  { file: 'silences.yaml', kind: 'silence' },
  { file: 'background.yaml', kind: 'background' },
];

const LOCALE = /^locales\/([A-Za-z0-9-]+)\.yaml$/;

/** The language of a locale file, e.g. `en` of `locales/en.yaml`. */
export function languageOf(file: string): string | undefined {
  return LOCALE.exec(file)?.[1];
}
