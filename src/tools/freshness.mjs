// @ts-check
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The latest time at which any of these files, or any file or folder in them, changed. Folders count because a file
 * that was taken away changes nothing but its folder.
 * @param {string[]} paths what does not exist is passed over
 * @returns {number} milliseconds since 1970; 0 when nothing exists
 */
export function lastChange(paths) {
  let latest = 0;
  for (const path of paths) {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) continue;
    latest = Math.max(latest, stats.mtimeMs);
    if (stats.isDirectory())
      latest = Math.max(latest, lastChange(readdirSync(path).map((name) => join(path, name))));
  }
  return latest;
}

/**
 * Whether what was made is at least as new as all that it was made from.
 * @param {string} made a file; false when it does not exist
 * @param {string[]} sources files and folders
 */
export function isCurrent(made, sources) {
  const stats = statSync(made, { throwIfNoEntry: false });
  return stats !== undefined && stats.mtimeMs >= lastChange(sources);
}
