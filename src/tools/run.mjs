// @ts-check
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, from which everything runs; no slash at the end. */
export const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/**
 * Runs a program in the project's folder with its output shown as it comes and nothing to read from.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, timeLimit?: number, shell?: boolean }} [options]
 *   `timeLimit` in milliseconds; the program is ended then
 * @returns {Promise<number>} its exit code; 127 when it could not be started, 1 when it was ended by a signal
 */
export function run(program, args, { env = {}, timeLimit = 0, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: timeLimit,
      shell,
    });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a script of a package that is installed, by its path: needs no npx, no shell and no network.
 * @param {string} script e.g. `vite/bin/vite.js`
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, timeLimit?: number }} [options]
 */
export function runInstalled(script, args, options) {
  return run(process.execPath, [`node_modules/${script}`, ...args], options);
}
