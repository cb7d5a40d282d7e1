import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isCurrent } from '../../src/tools/freshness.mjs';

let folder: string;
const at = (name: string) => join(folder, name);
const touch = (name: string, second: number) => utimesSync(at(name), second, second);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-'));
  mkdirSync(at('src/deep'), { recursive: true });
  writeFileSync(at('src/deep/a.ts'), '');
  writeFileSync(at('made.js'), '');
  touch('made.js', 200);
  for (const name of ['src/deep/a.ts', 'src/deep', 'src']) touch(name, 100);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('what was made is current', () => {
  it.each<[string, () => void, boolean]>([
    ['when all sources are older', () => {}, true],
    ['when they are of the same moment', () => touch('src/deep/a.ts', 200), true],
    ['not when a source is newer', () => touch('src/deep/a.ts', 300), false],
    ['not when a source was taken away', () => rmSync(at('src/deep/a.ts')), false],
    ['not when it is not there', () => rmSync(at('made.js')), false],
  ])('%s', (_, change, expected) => {
    change();
    expect(isCurrent(at('made.js'), [at('src'), at('missing')])).toBe(expected);
  });
});
