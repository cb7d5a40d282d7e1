// @ts-check
/**
 * Makes a fresh copy of the project ready to work: `node src/tools/ready.mjs`, or `await ready()`. Uses Node alone,
 * because it runs before anything is installed.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isCurrent } from './freshness.mjs';
import { ROOT, run } from './run.mjs';

const NEEDED_NODE = 20;

/** Installs the dependencies exactly as the lockfile says, unless that is done already. Ends the program on failure. */
export async function ready() {
  if (Number(process.versions.node.split('.')[0]) < NEEDED_NODE) {
    console.error(`Waymark needs Node ${NEEDED_NODE} or later; this is Node ${process.versions.node}.`);
    process.exit(1);
  }
  // npm writes this file when it has installed everything.
  if (isCurrent(join(ROOT, 'node_modules/.package-lock.json'), [join(ROOT, 'package-lock.json')])) return;
  console.log('Installing what package-lock.json lists (npm ci, no install scripts) ...');
  const code = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  if (code !== 0) {
    console.error(
      'The dependencies could not be installed. Is there a network? Try: npm ci --ignore-scripts',
    );
    process.exit(code);
  }
}

/**
 * Runs npm: the one that runs us where there is one, since on Windows npm can only be found through a shell.
 * @param {string[]} args
 */
function npm(args) {
  const script = process.env.npm_execpath;
  return script?.endsWith('npm-cli.js')
    ? run(process.execPath, [script, ...args])
    : run('npm', args, { shell: process.platform === 'win32' });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await ready();
