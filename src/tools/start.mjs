// @ts-check
/**
 * `npm start`: installs what is missing, builds unless the build is current, serves on this machine. With `-- --lan` it
 * serves the tablets in a room instead.
 */
import { join } from 'node:path';
import { built } from './built.mjs';
import { ready } from './ready.mjs';
import { ROOT } from './run.mjs';

const FIRST_PORT = 4300;
const [asked, ...more] = process.argv.slice(2);
const lan = /^--lan(?:=(.*))?$/.exec(asked ?? '');
if (more.length > 0 || (asked !== undefined && lan === null)) {
  console.error(
    `npm start knows "-- --lan" and "-- --lan=ADDRESS" only; this is ${process.argv.slice(2).join(' ')}.`,
  );
  process.exit(1);
}
await ready();

const code = await built();
if (code !== 0) process.exit(code);

const wished = process.env.PORT;
const port = wished === undefined ? FIRST_PORT : Number(wished);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT must be a number from 0 to 65535; it is "${wished}".`);
  process.exit(1);
}
if (lan) {
  const { startRoom } = await import('./lan/start-lan.mjs');
  const folder = join(ROOT, 'dist');
  const options = { folder, wished: lan[1] ?? '', port: wished === undefined ? undefined : port };
  if (!(await startRoom(options))) process.exit(1);
} else await serveHere();

async function serveHere() {
  // Only now: what it imports may have been installed a moment ago.
  const { serve } = await import('./serve.mjs');
  try {
    const served = await serve({ folder: join(ROOT, 'dist'), port, next: wished === undefined });
    console.log(
      `\nWaymark is at ${served.url}\nCtrl+C stops it; what was loaded once goes on working in the browser.`,
    );
  } catch (error) {
    console.error(`Port ${port} cannot be used: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}
