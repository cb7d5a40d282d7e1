// @ts-check
/** `npm run bench`: see bench/main.ts, then bench/in-browser.mjs. `--short` for a run of a few seconds. */
import { bundled } from './bundle.mjs';
import { ROOT } from './run.mjs';

const short = process.argv.includes('--short');
const { bench, largeSources, callTable } = await bundled('bench', 'src/tools/bench/main.ts');
process.exitCode = await bench(ROOT, { short });
if (process.exitCode === 0) await benchInBrowser();

async function benchInBrowser() {
  const { inBrowser, THROTTLE } = await import('./bench/in-browser.mjs');
  const found = await inBrowser(largeSources(short), { taps: short ? 20 : 200, changes: short ? 50 : 300 });
  if (found === undefined) {
    console.error('\nNothing was measured in a browser: see above.');
    process.exitCode = 1;
    return;
  }
  console.log(`\n## In Chromium ${found.version}\n`);
  console.log(`The built app, its processor slowed down ${THROTTLE} times:\n`);
  console.log(`${callTable(found.taps)}\n`);
  console.log('The largest pack of above, in the engine as a browser has it:\n');
  console.log(callTable(found.calls));
}
