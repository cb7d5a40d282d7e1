// @ts-check
/** Runs a test runner that cannot hang unnoticed: where nothing begins or ends for long, it is ended, and says where. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../run.mjs';
import { PROGRESS, underWay } from './progress.mjs';

const MINUTE = 60_000;
/**
 * No test has a limit above one minute; with what is set up before it and tidied up after it, and on a machine that
 * does much else, so long nothing may begin or end.
 */
const QUIET_MS = 5 * MINUTE;
const LOOK_MS = 1000;
const END_MS = 5000;

/**
 * @param {string} program
 * @param {string[]} args
 * @param {{ name: string, env?: Record<string, string>, quiet?: number, say?: (text: string) => void }} options
 *   `name` of the file that its progress is noted in; `quiet` in milliseconds
 * @returns {Promise<number>} its exit code; never 0 where it was ended
 */
export function runWatched(program, args, { name, env = {}, quiet = QUIET_MS, say = console.error }) {
  const progress = join(ROOT, 'test-results', `${name}-progress.txt`);
  mkdirSync(join(ROOT, 'test-results'), { recursive: true });
  rmSync(progress, { force: true });
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...env, [PROGRESS]: progress },
      stdio: ['ignore', 'inherit', 'inherit'],
      // A group of its own, so that what it has started ends with it.
      detached: process.platform !== 'win32',
    });
    /** @param {NodeJS.Signals} signal */
    const end = (signal) => {
      try {
        if (child.pid === undefined) return;
        if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
        else process.kill(-child.pid, signal);
      } catch {
        // Gone already.
      }
    };
    // Ended by hand, it goes too; it would not hear of it in a group of its own.
    let stopped = false;
    const stop = () => {
      stopped = true;
      end('SIGINT');
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    let hung = false;
    let size = -1;
    // Not the clock of the day, which a campaign moves.
    let last = performance.now();
    const watch = setInterval(() => {
      const now = statSync(progress, { throwIfNoEntry: false })?.size ?? 0;
      if (now !== size) {
        size = now;
        last = performance.now();
      }
      if (performance.now() - last < quiet) return;
      clearInterval(watch);
      hung = true;
      const open = underWay(progress);
      say(`\nNothing has begun or ended for ${Math.round(quiet / 1000)} seconds. Ended. Under way were:`);
      for (const one of open.length > 0 ? open : ['no test yet']) say(`  ${one}`);
      end('SIGTERM');
      setTimeout(() => end('SIGKILL'), END_MS).unref();
    }, LOOK_MS);
    /** @param {number} code */
    const over = (code) => {
      clearInterval(watch);
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      resolve(code);
    };
    child.on('error', () => over(127));
    child.on('exit', (code) => {
      // Whatever it has left behind.
      end('SIGKILL');
      // Whoever ends this ends all that would have come after it.
      if (stopped) {
        say('Ended by hand.');
        process.exit(130);
      }
      // It would be ended while it goes well, as soon as it takes long.
      const unheard = !hung && code === 0 && !existsSync(progress);
      if (unheard) say(`Nothing was noted of what began and ended: ${name} has no reporter that notes it.`);
      over(hung || unheard ? code || 1 : (code ?? 1));
    });
  });
}
