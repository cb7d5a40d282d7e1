/** What the tests are of: one hash over all sources and tests, whether they are committed or not. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['src', 'tests', 'rules', 'public'];
const FILES = ['package-lock.json', 'vite.config.ts', 'vitest.config.ts'];

/** @param root the project's folder. @returns twelve hexadecimal digits */
export function treeOf(root: string): string {
  const found = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const hash = createHash('sha256');
  for (const path of [...found, ...FILES.map((name) => join(root, name))].sort()) {
    const content = readFileSync(path);
    hash.update(`${path.slice(root.length)} ${content.length}\n`).update(content);
  }
  return hash.digest('hex').slice(0, 12);
}
