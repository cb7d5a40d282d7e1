/** A pack from its folder: read, compiled, with everything that is wrong in it. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type CompiledPack, compilePack } from '../../engine/compile/compile.ts';
import { readPack } from '../pack-reader.ts';

/** Everything that is wrong with it, with the reading of its files; `pack` is absent where an error stands in its way. */
export type Loaded = Pick<CompiledPack, 'pack' | 'proof' | 'cases' | 'declared' | 'places' | 'diagnostics'>;

export function loadPack(folder: string): Loaded {
  const { files, diagnostics: unread } = readPack(folder);
  const { pack, proof, cases, declared, places, diagnostics } = compilePack(files, (text) =>
    createHash('sha256').update(text).digest('hex'),
  );
  const all = [...unread, ...diagnostics];
  const failed = all.some((d) => d.severity === 'error');
  return {
    ...(pack === undefined || failed ? {} : { pack }),
    ...(proof === undefined ? {} : { proof }),
    cases,
    declared,
    places,
    diagnostics: all,
  };
}

/** Ids of the packs that come with Waymark. */
export function packIds(root: string): string[] {
  const folder = join(root, 'rules');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'pack.yaml')))
    .sort();
}
