// @ts-check
/**
 * `npm run bench`: see bench/main.ts, then bench/in-browser.mjs and bench/many-in-browser.mjs. `--short` for a run of a
 * few seconds, `--sessions` for very many sessions alone, `--unlocked` for these without a passphrase.
 */
import { loadavg } from 'node:os';
import { bundled } from './bundle.mjs';
import { ROOT } from './run.mjs';

const short = process.argv.includes('--short');
const { bench, largeSources, callTable, manySessions } = await bundled('bench', 'src/tools/bench/main.ts');
if (!process.argv.includes('--sessions')) {
  process.exitCode = await bench(ROOT, { short });
  if (process.exitCode === 0) await benchInBrowser();
}
if (!process.exitCode) await benchManySessions();

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

async function benchManySessions() {
  const { manyInBrowser } = await import('./bench/many-in-browser.mjs');
  const many = manySessions(ROOT, short ? 200 : 2000);
  const found = await manyInBrowser(many, {
    rounds: short ? 1 : 5,
    locked: !process.argv.includes('--unlocked'),
  });
  if (found === undefined) {
    process.exitCode = 1;
    return;
  }
  const { rows, bytes, version } = found;
  console.log(
    `\n## ${many.metas.length} sessions of ${many.entries.length} entries, in Chromium ${version}\n`,
  );
  const load = loadavg()[0]?.toFixed(1);
  const [database, copy] = [bytes.database, bytes.copy].map((n) => (n / 1e6).toFixed(0));
  console.log(
    `The built app, its browser started anew each time; ${database} MB in the database, ${copy} MB in the second copy. Load of the machine at the end: ${load}.\n`,
  );
  console.log(callTable(rows));
}
