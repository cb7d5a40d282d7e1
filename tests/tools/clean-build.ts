import { join } from 'node:path';
import { build } from 'vite';
import { readFiles } from '../../src/tools/release.ts';
import { ROOT } from '../../src/tools/run.mjs';

/**
 * A clean build into a folder of its own, read back.
 * @param config of vite, e.g. `vite.config.ts`
 * @returns its files by path
 */
export async function cleanBuild(config: string, outDir: string): Promise<Map<string, Uint8Array>> {
  await build({
    configFile: join(ROOT, config),
    logLevel: 'error',
    root: join(ROOT, 'src'),
    build: { outDir },
  });
  return readFiles(outDir);
}
