/** What the commands share: where they run, which pack is meant, how they refuse. */
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packIds } from './load.ts';

export interface Where {
  /** The project's folder. */
  root: string;
  /** Where the user stands. */
  cwd: string;
}

/** Wrong use, or input that cannot be taken; nothing was printed on standard output. */
const REFUSED = 2;

/** Says why on standard error; the exit code. */
export function refuse(...lines: string[]): number {
  console.error(lines.join('\n'));
  return REFUSED;
}

/** Refuses a pack that packFolder does not find. */
export function noSuchPack(name: string, { root }: Where): number {
  const ids = packIds(root);
  const known = ids.length > 0 ? `There are: ${ids.join(', ')}; or name` : 'Name';
  return refuse(`There is no pack "${name}".`, `${known} a folder with a pack.yaml.`);
}

/** An id under rules/, or a folder from where the user stands. */
export function packFolder(name: string, { root, cwd }: Where): string | undefined {
  const own = packIds(root).includes(name) ? [join(root, 'rules', name)] : [];
  const candidates = [...own, resolve(cwd, name), resolve(root, name)];
  return candidates.find((folder) => existsSync(join(folder, 'pack.yaml')) && statSync(folder).isDirectory());
}
