// @ts-check
/** `npm run build:single`: the whole app as one HTML file, to be opened from a memory stick. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { built, SOURCES } from './built.mjs';
import { isCurrent } from './freshness.mjs';
import { ready } from './ready.mjs';
import { ROOT, runInstalled } from './run.mjs';

export const SINGLE_FILE = join(ROOT, 'dist-single/waymark.html');

/**
 * Builds it unless that is done already and nothing has changed since. It carries the id of the release for hosts that
 * the same sources make: so two people see whether they have the same.
 * @returns {Promise<number>} exit code of the build that failed, or 0
 */
export async function builtSingle() {
  const code = await built();
  if (code !== 0) return code;
  const sources = [...SOURCES, 'vite.single.config.ts'].map((name) => join(ROOT, name));
  if (isCurrent(SINGLE_FILE, sources)) return 0;
  const page = readFileSync(join(ROOT, 'dist/index.html'), 'utf8');
  const id = /<meta name="waymark-build" content="([0-9a-f]+)"/.exec(page)?.[1];
  if (id === undefined) throw new Error('dist/index.html carries no id of the build.');
  console.log('Building dist-single ...');
  return runInstalled('vite/bin/vite.js', ['build', '-c', 'vite.single.config.ts', '--logLevel', 'warn'], {
    env: { WAYMARK_BUILD: id },
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ready();
  const code = await builtSingle();
  if (code !== 0) process.exit(code);
  const file = readFileSync(SINGLE_FILE);
  const id = /<meta name="waymark-build" content="([0-9a-f]+)"/.exec(file.toString())?.[1];
  console.log(
    `\n${SINGLE_FILE}\n${Math.round(file.length / 1000)} kB, build ${id}\nSHA-256 ${createHash('sha256').update(file).digest('hex')}\nCopy it to a memory stick; a double click opens it in Chrome, Edge or Firefox.`,
  );
}
