import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { breaches, cycles, readSources, type Sources } from '../src/tools/layers.ts';

const sources = (files: Record<string, string>): Sources => new Map(Object.entries(files));

describe('the sources', () => {
  let ours: Sources;
  beforeAll(async () => {
    ours = await readSources(fileURLToPath(new URL('..', import.meta.url)));
  });

  it('are all there to be looked at', () => {
    expect([...ours.keys()]).toContain('src/engine/pack.ts');
    expect([...ours.keys()]).toContain('src/view/app.ts');
  });
  it('keep to their layers', () => expect(breaches(ours)).toEqual([]));
  it('have no import cycle, types included', () => expect(cycles(ours)).toEqual([]));
});

describe('a breach is seen', () => {
  it.each<[string, Record<string, string>, string[]]>([
    [
      'a layer that is out of bounds',
      { 'src/engine/a.ts': `import { b } from '../session/b.ts';` },
      ['src/engine/a.ts imports src/session/b.ts: engine may not import session.'],
    ],
    [
      'types count',
      { 'src/session/a.ts': `import type { B } from '../view/b.ts';` },
      ['src/session/a.ts imports src/view/b.ts: session may not import view.'],
    ],
    [
      'a type written as import(...)',
      { 'src/session/a.ts': `export type B = import('../view/b.ts').B;` },
      ['src/session/a.ts imports src/view/b.ts: session may not import view.'],
    ],
    [
      'a re-export',
      { 'src/messages/a.ts': `export * from '../engine/b.ts';` },
      ['src/messages/a.ts imports src/engine/b.ts: messages may not import engine.'],
    ],
    [
      'a late import',
      { 'src/view/a.tsx': `const a = <p onClick={() => import('../storage/b.ts')} />;` },
      ['src/view/a.tsx imports src/storage/b.ts: view may not import storage.'],
    ],
    [
      'the view taking code of the engine',
      { 'src/view/a.ts': `import { type A, b } from '../engine/b.ts';` },
      ['src/view/a.ts imports src/engine/b.ts: view may import only types of engine ("import type").'],
    ],
    [
      'through others',
      {
        'src/tools/a.ts': `import '../documents/b.ts';`,
        'src/documents/b.ts': `import type { C } from '../session/c.ts';`,
        'src/session/c.ts': `import '../storage/d.ts';`,
      },
      [
        'src/tools/a.ts -> src/documents/b.ts -> src/session/c.ts -> src/storage/d.ts: tools may not reach storage.',
        'src/documents/b.ts -> src/session/c.ts -> src/storage/d.ts: documents may not reach storage.',
        'src/session/c.ts imports src/storage/d.ts: session may not import storage.',
      ],
    ],
    [
      'the composition root, imported by anyone',
      { 'src/view/a.ts': `import '../main.tsx';` },
      ['src/view/a.ts imports src/main.tsx: view may not import main.'],
    ],
    [
      'a folder that is no layer',
      { 'src/shared/a.ts': '' },
      ['src/shared/a.ts is in no layer: src/shared/ is not one of them.'],
    ],
    [
      'a package in the engine',
      { 'src/engine/a.ts': `import { sha256 } from '@noble/hashes/sha2.js';` },
      ['src/engine/a.ts imports @noble/hashes/sha2.js: engine imports no packages.'],
    ],
    [
      'Node in the page',
      { 'src/session/a.ts': `import { createHash } from 'node:crypto';` },
      ['src/session/a.ts imports node:crypto: only tools run in Node.'],
    ],
  ])('%s', (_, files, expected) => expect(breaches(sources(files))).toEqual(expected));

  it('and what is allowed is not one', () => {
    const allowed = {
      'src/view/a.tsx': `import type { Pack } from '../engine/pack.ts'; import { stripOrder } from '../session/desk.ts';`,
      'src/session/desk.ts': `import { canonicalJson } from '../engine/canonical.ts'; import { signal } from '@preact/signals';`,
      'src/main.tsx': `import './view/a.tsx'; import './offline/register.ts'; import { packs } from 'virtual:waymark';`,
      'src/tools/a.ts': `import { join } from 'node:path'; import '../documents/b.ts';`,
      'src/documents/b.ts': `import type { Desk } from '../session/desk.ts'; // import '../view/a.tsx'`,
    };
    expect(breaches(sources(allowed))).toEqual([]);
  });
});

describe('a cycle is seen', () => {
  const cycle = ['src/engine/a.ts', 'src/engine/b.ts', 'src/engine/c.ts', 'src/engine/a.ts'];
  it.each<[string, Record<string, string>, string[][]]>([
    [
      'of code',
      {
        'src/engine/a.ts': `import './b.ts';`,
        'src/engine/b.ts': `import './c.ts';`,
        'src/engine/c.ts': `import './a.ts';`,
      },
      [cycle],
    ],
    [
      'of types only',
      {
        'src/engine/a.ts': `import type { B } from './b.ts';`,
        'src/engine/b.ts': `export type { C } from './c.ts';`,
        'src/engine/c.ts': `export type C = import('./a.ts').A;`,
      },
      [cycle],
    ],
    ['of a file with itself', { 'src/view/a.ts': `import './a.ts';` }, [['src/view/a.ts', 'src/view/a.ts']]],
    [
      'not where two ways lead to one file',
      {
        'src/engine/a.ts': `import './b.ts'; import './c.ts';`,
        'src/engine/b.ts': `import './c.ts';`,
        'src/engine/c.ts': '',
      },
      [],
    ],
  ])('%s', (_, files, expected) => expect(cycles(sources(files))).toEqual(expected));
});
