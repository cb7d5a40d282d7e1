/** The comment that leads an editor to the schema of a file. */
import { languageOf, RULE_FILES } from '../engine/compile/files.ts';

/** Name of the schema file under `schema/`, e.g. `questions.json`; `undefined` for files that are not a pack's. */
export function schemaOf(file: string): string | undefined {
  if (languageOf(file) !== undefined) return 'locale.json';
  return RULE_FILES.some((known) => known === file) ? file.replace(/\.yaml$/, '.json') : undefined;
}

/** What the first line of the file must be. */
export function schemaLine(file: string): string | undefined {
  const schema = schemaOf(file);
  if (schema === undefined) return undefined;
  return `# yaml-language-server: $schema=${file.includes('/') ? '..' : '.'}/schema/${schema}`;
}
