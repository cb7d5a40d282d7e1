import { describe, expect, test } from 'vitest';
import { formatDiagnostic } from '../../../src/engine/compile/report.ts';
import { compileSources } from '../../../src/engine/compile/sources.ts';
import { readYaml } from '../../../src/tools/pack-reader.ts';
import { changed, compileTexts, SMALL_PACK, told } from './small-pack.ts';

const sourcesOf = (texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, readYaml(file, text).node]));
const without = (file: string) => {
  const { [file]: _, ...rest } = SMALL_PACK;
  return rest;
};

describe('a sound pack', () => {
  test('comes out exactly as written', () => {
    const { checked, declared, diagnostics } = compileSources(sourcesOf(SMALL_PACK));
    expect(diagnostics).toEqual([]);
    expect(declared).toEqual({ standing: [], informative: [], exclusive: [] });
    expect(checked).toEqual({
      id: 'small',
      version: '1.0.0',
      brief: { title: 'A small brief', authors: ['Ada Example'], publisher: 'Example House', paragraphs: 2 },
      sections: ['first', 'second'],
      statements: [
        { id: '1.1', at: { paragraph: 1, sentence: 1 }, kind: 'fact' },
        { id: '1.2a', at: { paragraph: 1, sentence: 2 }, kind: 'recommendation' },
        { id: '2.1', at: { paragraph: 2, sentence: 1 }, kind: 'consequence' },
      ],
      questions: [
        {
          id: 'sale',
          number: 1,
          section: 'first',
          kind: 'one',
          options: [
            { id: 'yes', exclusive: false },
            { id: 'planned', exclusive: false },
            { id: 'no', exclusive: false },
          ],
          applies: { kind: 'always' },
          statements: ['1.1'],
          findOut: 'hint',
        },
        {
          id: 'buyers',
          number: 2,
          section: 'first',
          kind: 'several',
          options: [
            { id: 'local', exclusive: false },
            { id: 'foreign', exclusive: false },
            { id: 'none', exclusive: true },
          ],
          applies: { kind: 'not', of: { kind: 'answer', question: 'sale', options: ['no'] } },
          statements: [],
          findOut: 'brief',
        },
        {
          id: 'vote',
          number: 3,
          section: 'second',
          kind: 'one',
          options: [
            { id: 'yes', exclusive: false },
            { id: 'no', exclusive: false },
          ],
          applies: { kind: 'always' },
          statements: [],
          findOut: 'outside',
        },
      ],
      conditions: [{ id: 'sold', when: { kind: 'answer', question: 'sale', options: ['yes'] } }],
      readings: [
        {
          id: 'A1',
          default: 'a',
          letters: [
            { id: 'a', replaces: [] },
            {
              id: 'b',
              replaces: [
                {
                  target: 'condition',
                  name: 'sold',
                  condition: { kind: 'answer', question: 'sale', options: ['yes', 'planned'] },
                },
              ],
            },
          ],
          statements: ['1.2a'],
        },
      ],
      remarks: [{ id: 'A2', outputs: ['R1'], statements: ['1.2a'] }],
      outputs: [
        {
          id: 'R1',
          kind: 'recommendation',
          modality: 'should',
          actors: ['eu'],
          act: 'say',
          when: {
            kind: 'all',
            of: [
              { kind: 'named', name: 'sold' },
              { kind: 'answer', question: 'buyers', options: ['foreign'] },
            ],
          },
          lapses: { kind: 'answer', question: 'vote', options: ['yes'] },
          standing: false,
          source: ['1.2a'],
          notes: [{ id: 'planned', when: { kind: 'answer', question: 'vote', options: ['no'] } }],
          argument: { backs: ['1.1'], also: ['C1'], expect: [] },
          focus: 'buyers',
        },
        {
          id: 'C1',
          kind: 'consequence',
          when: { kind: 'not', of: { kind: 'answer', question: 'vote', options: ['yes'] } },
          standing: false,
          source: ['2.1'],
          notes: [],
        },
        {
          id: 'SC0',
          kind: 'scenario',
          when: { kind: 'undecided', question: 'sale' },
          standing: false,
          source: [],
          notes: [],
        },
        {
          id: 'N1',
          kind: 'silence',
          when: { kind: 'answer', question: 'buyers', options: ['local'] },
          standing: false,
          source: [],
          notes: [],
        },
        {
          id: 'B1',
          kind: 'background',
          when: { kind: 'always' },
          standing: true,
          source: ['1.1'],
          notes: [],
        },
      ],
      warnings: [
        {
          id: 'W1',
          when: {
            kind: 'all',
            of: [
              { kind: 'answer', question: 'sale', options: ['yes'] },
              { kind: 'answer', question: 'vote', options: ['yes'] },
            ],
          },
        },
      ],
      scenarios: [
        {
          id: 'P1',
          origin: 'brief',
          answers: { sale: 'planned', buyers: ['foreign'] },
          discussion: 1,
          support: { sale: ['1.1'] },
        },
      ],
    });
  });

  test('has its words, its cases and the places of all', () => {
    const { words, cases, places } = compileTexts(SMALL_PACK);
    expect(words.en?.questions.buyers).toEqual({
      title: 'Who buys?',
      whether: 'who buys',
      context: 'Who pays, that is.',
      why: 'It matters.',
      findOut: 'Ask.',
      options: {
        local: { label: 'Local', says: 'a neighbour buys', saysNot: 'no neighbour buys' },
        foreign: { label: 'Foreign', says: 'a stranger buys', saysNot: 'no stranger buys' },
        none: { label: 'Nobody', says: 'nobody buys' },
      },
    });
    expect(words.en?.outputs.R1?.notes).toEqual({ planned: 'No vote was held.' });
    expect(cases).toEqual([
      {
        id: 'T1',
        title: 'Nothing answered',
        input: {},
        situation: { answers: {}, readings: {}, ruledOut: {} },
        expected: {
          verdicts: { R1: { status: 'open', dependsOn: ['sale', 'buyers', 'vote'], unconfirmed: [] } },
          setAside: [],
          warnings: [],
        },
      },
    ]);
    expect(places['output:R1.lapses']).toEqual({ file: 'recommendations.yaml', line: 10, column: 3 });
    expect(places['reading:A1.b']).toEqual({ file: 'readings.yaml', line: 8, column: 9 });
    expect(places['case:T1.R1']).toEqual({ file: 'cases.yaml', line: 5, column: 17 });
  });

  test('has the same hash whenever it is compiled, another after any change, and none of its words in it', () => {
    const hash = (texts: Record<string, string>) => compileTexts(texts).pack?.hash;
    const first = hash(SMALL_PACK);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(hash(SMALL_PACK)).toBe(first);
    expect(hash(changed(['warnings.yaml', 'vote: yes', 'vote: no']))).not.toBe(first);
    expect(hash(changed(['locales/en.yaml', 'It matters.', 'It does.']))).toBe(first);
  });
});

test('mistakes in several files are all told at once, in the order of the files', () => {
  const compiled = compileTexts(
    changed(
      ['locales/en.yaml', '    why: It matters.\n', ''],
      ['scenarios.yaml', 'planned', 'plannd'],
      ['recommendations.yaml', '- sold', '- sould'],
      ['recommendations.yaml', 'source: [1.2a]', 'source: [1.2c]'],
      ['questions.yaml', 'section: second', 'section: third'],
      ['questions.yaml', 'find_out: hint', 'find_out: hunch'],
      ['readings.yaml', 'outputs: [R1]', 'outputs: [R2]'],
    ),
  );
  expect(compiled.pack).toBeUndefined();
  expect(told(compiled).map((line) => line.split(' | ')[0])).toEqual([
    'questions.yaml:6:13 wrong-value',
    'questions.yaml:15:12 unknown-section',
    'recommendations.yaml:8:9 unknown-condition',
    'recommendations.yaml:11:12 unknown-statement',
    'readings.yaml:12:15 unknown-output',
    'scenarios.yaml:3:20 wrong-situation',
    'locales/en.yaml:6:5 missing-message',
  ]);
});

describe('files', () => {
  test.each([
    [
      'a rule file is missing',
      without('warnings.yaml'),
      [
        'warnings.yaml:1:1 missing-file | The pack has no warnings.yaml | Make the file; one with nothing to say may be empty.',
        'locales/en.yaml:49:13 surplus-message | There is no warning "W1", so these words are shown nowhere | Delete them.',
      ],
    ],
    [
      'no words at all',
      without('locales/en.yaml'),
      ['locales/en.yaml:1:1 missing-file | The pack has no words in any language | Write locales/en.yaml.'],
    ],
    [
      'a misspelt file',
      { ...without('indicators.yaml'), 'indicator.yaml': '' },
      [
        'indicators.yaml:1:1 missing-file | The pack has no indicators.yaml | Make the file; one with nothing to say may be empty.',
        'indicator.yaml:1:1 unknown-file | A pack has no file indicator.yaml | Did you mean "indicators.yaml"?',
      ],
    ],
    [
      // The ids of questions.yaml are then not known, and nobody is told that they are wrong.
      'a file that is not YAML, and a mistake elsewhere',
      changed(
        ['questions.yaml', '[yes, planned, no]', '[yes, planned, no'],
        ['readings.yaml', '[R1]', '[R2]'],
      ),
      [
        'questions.yaml:5:3 syntax | This is not YAML: flow sequence in block collection must be sufficiently indented and end with a ] | Put the line in the same column as the others of its list or mapping, and close every bracket.',
        'readings.yaml:12:15 unknown-output | There is no output "R2" | Did you mean "R1"?',
      ],
    ],
  ])('%s', (_, texts, expected) => {
    const compiled = compileTexts(texts);
    expect(told(compiled)).toEqual(expected);
    expect(compiled.pack).toBeUndefined();
  });
});

test('a second language needs the same words, and as many points for discussion', () => {
  const other = (SMALL_PACK['locales/en.yaml'] ?? '')
    .replace('[Why?]', '[Why?, Who?]')
    .replace('name: Cost, ', '');
  expect(told(compileTexts({ ...SMALL_PACK, 'locales/pl.yaml': other }))).toEqual([
    'locales/pl.yaml:1:1 missing-message | Scenario "P1" has 2 discussion points here and 1 in "en" | Write the same points in every language.',
    'locales/pl.yaml:42:7 missing-message | The words of output "C1" lack "name" | Write "name: ..." here.',
  ]);
});

test.each([
  ['error', '', 'questions.yaml:3:5  There is no question "x"\n    Did you mean "y"?'],
  [
    'warning',
    'rules/small/',
    'rules/small/questions.yaml:3:5  warning: There is no question "x"\n    Did you mean "y"?',
  ],
] as const)('an %s is written for terminals', (severity, folder, expected) => {
  const at = { file: 'questions.yaml', line: 3, column: 5 };
  const message = 'There is no question "x"';
  const advice = 'Did you mean "y"?';
  expect(formatDiagnostic({ severity, code: 'unknown-question', at, message, advice }, folder)).toBe(
    expected,
  );
});
