// @ts-check
/** `npm start`: installs what is missing, builds unless the build is current, serves on this machine. */
import { join } from 'node:path';
import { isCurrent } from './freshness.mjs';
import { ready } from './ready.mjs';
import { ROOT, runInstalled } from './run.mjs';

const FIRST_PORT = 4300;
const SOURCES = [
  'src',
  'rules',
  'public',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'tsconfig.json',
];

await ready();

const dist = join(ROOT, 'dist');
// The worker is written last, so it is there only when the whole build is.
if (
  !isCurrent(
    join(dist, 'sw.js'),
    SOURCES.map((name) => join(ROOT, name)),
  )
) {
  console.log('Building ...');
  const code = await runInstalled('vite/bin/vite.js', ['build', '--logLevel', 'warn']);
  if (code !== 0) process.exit(code);
}

// Only now: what it imports may have been installed a moment ago.
const { serve } = await import('./serve.mjs');
const wished = process.env.PORT;
const port = wished === undefined ? FIRST_PORT : Number(wished);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT must be a number from 0 to 65535; it is "${wished}".`);
  process.exit(1);
}
try {
  const served = await serve({ folder: dist, port, next: wished === undefined });
  console.log(
    `\nWaymark is at ${served.url}\nCtrl+C stops it; what was loaded once goes on working in the browser.`,
  );
} catch (error) {
  console.error(`Port ${port} cannot be used: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
