/** `schema`: writes the JSON schemas that let an editor complete a pack's own ids and options. */
import { relative } from 'node:path';
import { writeSchemas } from '../schema.ts';
import { noSuchPack, packFolder, refuse, type Where } from './shell.ts';

export function schema(args: readonly string[], where: Where): number {
  const [name, ...others] = args;
  if (name === undefined || others.length > 0)
    return refuse('Name one pack.', 'Usage: waymark -- schema PACK');
  const folder = packFolder(name, where);
  if (folder === undefined) return noSuchPack(name, where);
  writeSchemas(folder);
  console.log(`The schemas of ${relative(where.cwd, folder) || '.'} are current.`);
  return 0;
}
