// @ts-check
import { join } from 'node:path';
import { isCurrent } from './freshness.mjs';
import { ROOT, runInstalled } from './run.mjs';

export const SOURCES = [
  'src',
  'rules',
  'public',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'tsconfig.json',
];

/**
 * Builds the app unless that is done already and nothing has changed since.
 * @param {{ folder?: string, release?: string }} [options]
 *   `folder` from the project's folder; `release`: another release of the same sources, for tests of the update
 * @returns {Promise<number>} the build's exit code
 */
export async function built({ folder = 'dist', release = '' } = {}) {
  // The worker is written last, so it is there only when the whole build is.
  if (
    isCurrent(
      join(ROOT, folder, 'sw.js'),
      SOURCES.map((name) => join(ROOT, name)),
    )
  )
    return 0;
  console.log(`Building ${folder} ...`);
  return runInstalled(
    'vite/bin/vite.js',
    ['build', '--logLevel', 'warn', '--outDir', join(ROOT, folder), '--emptyOutDir'],
    { env: { WAYMARK_RELEASE: release } },
  );
}
