// @ts-check
/** `npm run --silent waymark -- evaluate|check|schema ...`. Says nothing on standard output itself. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ROOT } from './run.mjs';

const installed = spawnSync(process.execPath, [fileURLToPath(new URL('ready.mjs', import.meta.url))], {
  stdio: ['ignore', 2, 2],
});
if (installed.status !== 0) process.exit(installed.status ?? 1);
// Only now: it needs what is installed.
const { bundled } = await import('./bundle.mjs');
const { main } = await bundled('waymark', 'src/tools/cli/main.ts');
process.exitCode = await main(process.argv.slice(2), {
  root: ROOT,
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
