import { expect, test } from 'vitest';
import { reportTooLarge } from '../../../src/engine/compile/findings.ts';
import { Report } from '../../../src/engine/compile/report.ts';
import { compileTexts, SMALL_PACK, type Texts, told } from './small-pack.ts';

const FILES = Object.keys(SMALL_PACK);
/** Every way to spoil one line of a file. */
const SPOILERS: [string, (line: string) => string[]][] = [
  ['taken out', () => []],
  ['written twice', (line) => [line, line]],
  ['without its value', (line) => [line.replace(/:.*$/, ':')]],
  ['with a list for its value', (line) => [line.replace(/: .*$/, ': [x, [y], {z: 1}]')]],
  ['with a mapping for its value', (line) => [line.replace(/: .*$/, ': { x: y, all: [], not: }')]],
  ['indented', (line) => [`  ${line}`]],
];

const spoilt = (file: string, spoil: (line: string) => string[]): Texts[] => {
  const lines = (SMALL_PACK[file] ?? '').split('\n');
  return lines.map((line, i) => ({
    ...SMALL_PACK,
    [file]: [...lines.slice(0, i), ...spoil(line), ...lines.slice(i + 1)].join('\n'),
  }));
};

test.each(SPOILERS)('with any one line %s, a pack compiles or it is told why', (_, spoil) => {
  for (const texts of FILES.flatMap((file) => spoilt(file, spoil))) {
    const { pack, diagnostics } = compileTexts(texts);
    expect(pack === undefined).toBe(diagnostics.some((d) => d.severity === 'error'));
    for (const { at, message, advice } of diagnostics) {
      const lines = (texts[at.file] ?? '').split('\n').length;
      expect(at.line >= 1 && at.line <= lines && at.column >= 1, JSON.stringify(at)).toBe(true);
      expect(`${message} ${advice}`).not.toMatch(/undefined|\[object| ""[ ,.]/);
    }
  }
});

test('a file that holds something else altogether is told, never thrown', () => {
  for (const file of FILES)
    for (const text of [
      'word',
      '[a, b]',
      '- [a]',
      '- a: b',
      '{a: {b: c}}',
      '- id: []',
      '- id: {}',
      ': x',
      '- - - x',
    ])
      expect(compileTexts({ ...SMALL_PACK, [file]: text }).diagnostics, `${file}: ${text}`).not.toEqual([]);
});

test('a condition that is too large is told where it is written', () => {
  const { places } = compileTexts(SMALL_PACK);
  const report = new Report();
  const problem = 'too-large';
  reportTooLarge(
    [
      { about: { kind: 'output', id: 'R1' }, problem },
      { about: { kind: 'question', id: 'buyers' }, problem },
      { about: { kind: 'condition', id: 'sold' }, problem },
      { about: { kind: 'note', id: 'R1/planned' }, problem },
      { about: { kind: 'warning', id: 'W1' }, problem },
    ],
    places,
    report,
  );
  expect(told(report).map((line) => line.split(' | ')[0])).toEqual([
    'recommendations.yaml:6:3 too-large',
    'questions.yaml:12:3 too-large',
    'conditions.yaml:1:3 too-large',
    'recommendations.yaml:14:7 too-large',
    'warnings.yaml:2:3 too-large',
  ]);
});
