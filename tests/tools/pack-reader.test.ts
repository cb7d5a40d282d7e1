import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPack, readYaml } from '../../src/tools/pack-reader.ts';

const REAL = join(import.meta.dirname, '../../rules/belarus-russia-2020');

describe('readYaml', () => {
  test('keeps every word a word, with its place', () => {
    const { node, diagnostics } = readYaml('a.yaml', '# words\nyes: no\n"1.0":\n  - 15.10\n  - ~\nempty:\n');
    const at = (line: number, column: number) => ({ file: 'a.yaml', line, column });
    const word = (value: string, line: number, column: number) => ({
      kind: 'text',
      value,
      at: at(line, column),
    });
    expect(diagnostics).toEqual([]);
    expect(node).toEqual({
      kind: 'map',
      at: at(2, 1),
      entries: [
        { key: { value: 'yes', at: at(2, 1) }, value: word('no', 2, 6) },
        {
          key: { value: '1.0', at: at(3, 1) },
          value: { kind: 'list', at: at(4, 3), items: [word('15.10', 4, 5), word('~', 5, 5)] },
        },
        { key: { value: 'empty', at: at(6, 1) }, value: word('', 6, 7) },
      ],
    });
  });

  test.each([
    ['an anchor and an alias', 'a: &x b\nc: *x\n', ['1:4 anchor', '2:4 anchor']],
    ['an anchor on a mapping', 'a: &x\n  b: c\n', ['1:4 anchor']],
    ['a tag', 'a: !!int 3\n', ['1:4 tag']],
    ['an unknown tag', 'a: !money 3\n', ['1:4 tag']],
    ['a tab', 'a:\n\tb: c\n', ['2:1 syntax']],
    ['a quotation mark left open', 'a: "b\n', ['2:1 syntax']],
    ['two documents', 'a: b\n---\nc: d\n', ['2:1 syntax']],
    ['a list for a key', '? [a]\n: b\n', ['1:3 syntax']],
    ['a sentence with a colon', 'a: He said: no\n', ['1:4 syntax']],
    ['a misplaced line', 'a:\n  b: c\n d: e\n', ['3:1 syntax']],
  ])('%s', (_, text, expected) => {
    const { node, diagnostics } = readYaml('a.yaml', text);
    expect(diagnostics.map(({ at, code }) => `${at.line}:${at.column} ${code}`)).toEqual(expected);
    expect(node).toBeNull();
  });
});

describe('readPack', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'waymark-reader-'));
    cpSync(REAL, folder, { recursive: true });
    const questions = readFileSync(join(folder, 'questions.yaml'), 'utf8');
    writeFileSync(join(folder, 'questions.yaml'), questions.replace(/^.*\n/, ''));
    writeFileSync(join(folder, 'notes.yml'), 'a: b\n');
    writeFileSync(join(folder, 'README.md'), '# not read\n');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('reads the pack that comes with Waymark without a complaint', () => {
    const { files, diagnostics } = readPack(REAL);
    expect(diagnostics).toEqual([]);
    expect(Object.keys(files)).toHaveLength(15);
  });

  test('tells of another folder name and a first line without a schema', () => {
    const { files, diagnostics } = readPack(folder);
    expect(Object.keys(files)).toContain('notes.yml');
    expect(Object.keys(files)).not.toContain('README.md');
    expect(
      diagnostics.map(({ at, code, advice }) => [`${at.file}:${at.line}:${at.column}`, code, advice]),
    ).toEqual([
      [
        'questions.yaml:1:1',
        'schema-line',
        'Write as the first line: # yaml-language-server: $schema=./schema/questions.json',
      ],
      ['pack.yaml:2:5', 'pack-name', expect.stringContaining('or rename the folder')],
    ]);
  });

  test('a folder that is not there has no files', () => {
    expect(readPack(join(folder, 'nowhere'))).toEqual({ files: {}, diagnostics: [] });
  });
});
