// @ts-check
/** `npm run bench`: see bench/main.ts. `--short` for a run of a few seconds. */
import { bundled } from './bundle.mjs';
import { ROOT } from './run.mjs';

const { bench } = await bundled('bench', 'src/tools/bench/main.ts');
process.exitCode = await bench(ROOT, { short: process.argv.includes('--short') });
