/** A pack from its folder: read, compiled, with everything that is wrong in it. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../../engine/compile/checked.ts';
import { compilePack } from '../../engine/compile/compile.ts';
import { formatDiagnostic } from '../../engine/compile/report.ts';
import type { Pack } from '../../engine/pack.ts';
import type { Proof } from '../../engine/prove.ts';
import { readPack } from '../pack-reader.ts';

export interface Loaded {
  /** Absent where an error stands in its way. */
  pack?: Pack;
  proof?: Proof;
  cases: Case[];
  /** Diagnostics as lines, with their severity. */
  lines: { severity: 'error' | 'warning'; text: string }[];
}

export function loadPack(folder: string): Loaded {
  const { files, diagnostics: unread } = readPack(folder);
  const { pack, proof, cases, diagnostics } = compilePack(files, (text) =>
    createHash('sha256').update(text).digest('hex'),
  );
  const all = [...unread, ...diagnostics];
  const failed = all.some((d) => d.severity === 'error');
  return {
    ...(pack === undefined || failed ? {} : { pack }),
    ...(proof === undefined ? {} : { proof }),
    cases,
    lines: all.map((d) => ({ severity: d.severity, text: formatDiagnostic(d) })),
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
