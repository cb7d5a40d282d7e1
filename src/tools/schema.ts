/** JSON Schemas for the files of a pack, with its own ids, so that an editor completes them while one writes. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gather } from '../engine/compile/draft.ts';
import { RULE_FILES } from '../engine/compile/files.ts';
import { Report } from '../engine/compile/report.ts';
import type { Sources } from '../engine/compile/sources.ts';
import type { SourceNode } from '../engine/source.ts';
import { readPack } from './pack-reader.ts';
import { localeSchema } from './schema-locale.ts';
import type { Schema } from './schema-parts.ts';
import { ruleSchemas } from './schema-rules.ts';

/**
 * The schemas by file name, e.g. `questions.json`. A pack with mistakes has them too: it is then that they help.
 */
export function schemasOf(sources: Sources): Record<string, Schema> {
  const files: Record<string, SourceNode> = {};
  for (const [file, node] of Object.entries(sources)) if (node !== null) files[file] = node;
  const unreadable = Object.keys(sources).filter((file) => sources[file] === null);
  const draft = gather(files, unreadable, new Report());
  const rules = ruleSchemas(draft);
  return {
    ...Object.fromEntries(RULE_FILES.map((file) => [file.replace(/\.yaml$/, '.json'), rules[file]])),
    'locale.json': localeSchema(draft),
  };
}

/**
 * Writes the schemas to `schema/` in the pack's folder.
 * @returns the paths, within the folder, of those that were written because they had changed
 */
export function writeSchemas(folder: string): string[] {
  const changed = changedSchemas(folder);
  if (changed.length > 0) mkdirSync(join(folder, 'schema'), { recursive: true });
  for (const { path, text } of changed) writeFileSync(join(folder, path), text);
  return changed.map(({ path }) => path);
}

/** The paths, within the folder, of schemas that are missing or no longer what the pack's ids make them. */
export function staleSchemas(folder: string): string[] {
  return changedSchemas(folder).map(({ path }) => path);
}

function changedSchemas(folder: string): { path: string; text: string }[] {
  return Object.entries(schemasOf(readPack(folder).files))
    .map(([name, schema]) => ({ path: `schema/${name}`, text: `${JSON.stringify(schema, null, 1)}\n` }))
    .filter(({ path, text }) => onDisk(join(folder, path)) !== text);
}

function onDisk(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
