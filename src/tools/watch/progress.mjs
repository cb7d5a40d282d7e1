// @ts-check
/**
 * What a test runner has begun and ended, in a file: a line for each, written at once, so that it can be read when the
 * runner itself does not answer any more.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** The environment variable that names the file; nothing is written without it. */
export const PROGRESS = 'WAYMARK_PROGRESS';

/** @param {'begun' | 'ended'} what @param {string} name of a test, or of a file of tests */
export function note(what, name) {
  const file = process.env[PROGRESS];
  if (file) appendFileSync(file, `${what} ${name.replaceAll('\n', ' ')}\n`);
}

/**
 * What is under way: begun and not ended, in that order.
 * @param {string} file
 * @returns {string[]}
 */
export function underWay(file) {
  if (!existsSync(file)) return [];
  /** @type {Map<string, number>} */
  const open = new Map();
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const name = line.slice(line.indexOf(' ') + 1);
    open.set(name, (open.get(name) ?? 0) + (line.startsWith('begun ') ? 1 : -1));
  }
  return [...open].filter(([, times]) => times > 0).map(([name]) => name);
}
