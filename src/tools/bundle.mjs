// @ts-check
/** Bundles a TypeScript program of ours for Node, because Node 20 runs no TypeScript; anew when its sources changed. */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isCurrent } from './freshness.mjs';
import { ROOT } from './run.mjs';

const SOURCES = ['src/engine', 'src/documents', 'src/tools', 'package-lock.json'].map((path) =>
  join(ROOT, path),
);

/**
 * The program's exports. Built aside and moved into place, so that two commands at once never read half a bundle.
 * @param {string} name of the bundle
 * @param {string} entry e.g. `src/tools/cli/main.ts`
 * @returns {Promise<any>}
 */
export async function bundled(name, entry) {
  const bundle = join(ROOT, `.cache/bundles/${name}.mjs`);
  if (!isCurrent(bundle, SOURCES)) {
    const { build } = await import('vite');
    const aside = join(ROOT, `.cache/bundles/${name}-${process.pid}`);
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: entry,
        outDir: aside,
        emptyOutDir: true,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: 'main.mjs', codeSplitting: false } },
      },
    });
    mkdirSync(join(ROOT, '.cache/bundles'), { recursive: true });
    renameSync(join(aside, 'main.mjs'), bundle);
    rmSync(aside, { recursive: true, force: true });
  }
  return import(pathToFileURL(bundle).href);
}
