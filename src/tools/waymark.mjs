// @ts-check
/**
 * `npm run --silent waymark -- evaluate|check|schema ...`: runs the command line from a bundle, because Node 20 runs
 * no TypeScript. The bundle is rebuilt when its sources change. Says nothing on standard output itself.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isCurrent } from './freshness.mjs';
import { ROOT } from './run.mjs';

const BUNDLE = join(ROOT, '.cache/waymark/main.mjs');
const SOURCES = ['src/engine', 'src/documents', 'src/tools', 'package-lock.json'].map((path) =>
  join(ROOT, path),
);

const installed = spawnSync(process.execPath, [fileURLToPath(new URL('ready.mjs', import.meta.url))], {
  stdio: ['ignore', 2, 2],
});
if (installed.status !== 0) process.exit(installed.status ?? 1);
if (!isCurrent(BUNDLE, SOURCES)) await bundle();
const { main } = await import(pathToFileURL(BUNDLE).href);
process.exitCode = await main(process.argv.slice(2), {
  root: ROOT,
  cwd: process.env.INIT_CWD ?? process.cwd(),
});

/** Built aside and moved into place, so that two commands at once never read half a bundle. */
async function bundle() {
  const { build } = await import('vite');
  const aside = join(ROOT, `.cache/waymark-${process.pid}`);
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'src/tools/cli/main.ts',
      outDir: aside,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'main.mjs', codeSplitting: false } },
    },
  });
  mkdirSync(join(ROOT, '.cache/waymark'), { recursive: true });
  renameSync(join(aside, 'main.mjs'), BUNDLE);
  rmSync(aside, { recursive: true, force: true });
}
