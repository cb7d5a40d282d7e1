import { expect, test } from 'vitest';
import { type Change, changed, compileTexts, told } from './small-pack.ts';

/** Mistakes about ids: what is changed in the small pack, and all that is told. */
const MISTAKES: [string, Change[], string[]][] = [
  [
    'an unknown section',
    [['questions.yaml', 'section: second', 'section: secnod']],
    ['questions.yaml:15:12 unknown-section | There is no section "secnod" | Did you mean "second"?'],
  ],
  [
    'an unknown statement',
    [['recommendations.yaml', 'source: [1.2a]', 'source: [1.2b]']],
    ['recommendations.yaml:11:12 unknown-statement | There is no statement "1.2b" | Did you mean "1.2a"?'],
  ],
  [
    'an unknown question',
    [['recommendations.yaml', '{ vote: yes }', '{ votes: yes }']],
    ['recommendations.yaml:10:16 unknown-question | There is no question "votes" | Did you mean "vote"?'],
  ],
  [
    'an unknown option',
    [['recommendations.yaml', '[foreign]', '[foriegn]']],
    [
      'recommendations.yaml:9:18 unknown-option | Question "buyers" has no option "foriegn" | Did you mean "foreign"?',
    ],
  ],
  [
    'an unknown condition',
    [['recommendations.yaml', '- sold', '- sould']],
    ['recommendations.yaml:8:9 unknown-condition | There is no condition "sould" | Did you mean "sold"?'],
  ],
  [
    'an unknown output',
    [['readings.yaml', 'outputs: [R1]', 'outputs: [R11]']],
    ['readings.yaml:12:15 unknown-output | There is no output "R11" | Did you mean "R1"?'],
  ],
  [
    'far from everything',
    [['recommendations.yaml', '- sold', '- elephant']],
    [
      'recommendations.yaml:8:9 unknown-condition | There is no condition "elephant" | Write one of "always", "never", "sold".',
    ],
  ],
  [
    'a statement listed twice',
    [['recommendations.yaml', 'source: [1.2a]', 'source: [1.2a, 1.2a]']],
    ['recommendations.yaml:11:18 duplicate-id | "1.2a" is listed twice | List it once.'],
  ],
  [
    'two with one id',
    [['conditions.yaml', '- id: sold\n', '- id: sold\n  when: { sale: no }\n- id: sold\n']],
    [
      'conditions.yaml:3:7 duplicate-id | There are two conditions "sold"; the first is in conditions.yaml, line 1 | Give one of them another id.',
    ],
  ],
  [
    'an output in two files',
    [
      ['silences.yaml', 'id: N1', 'id: C1'],
      [
        'locales/en.yaml',
        '  N1: { title: Nothing is said of neighbours., name: Neighbours, needs: A neighbour buys. }\n',
        '',
      ],
    ],
    [
      'silences.yaml:1:7 duplicate-id | There are two outputs "C1"; the first is in consequences.yaml, line 1 | Give one of them another id.',
    ],
  ],
  [
    'a reserved id',
    [
      ['warnings.yaml', 'id: W1', 'id: always'],
      ['locales/en.yaml', 'W1', 'always'],
    ],
    [
      'warnings.yaml:1:7 reserved-id | "always" has a meaning of its own and cannot be the id of a warning | Choose another id, for example "warning_always".',
    ],
  ],
  // The names that readers of files refuse: an id among them could be answered and never be handed on.
  ...['prototype', 'constructor', 'valueOf', 'toLocaleString'].map((id): [string, Change[], string[]] => [
    `an id that every object has by birth: ${id}`,
    [
      ['warnings.yaml', 'id: W1', `id: ${id}`],
      ['locales/en.yaml', 'W1', id],
    ],
    [
      `warnings.yaml:1:7 reserved-id | "${id}" has a meaning of its own and cannot be the id of a warning | Choose another id, for example "warning_${id}".`,
    ],
  ]),
  [
    'a reserved option',
    [
      ['questions.yaml', '[yes, planned, no]', '[yes, planned, no, dont_know]'],
      [
        'locales/en.yaml',
        'no: { label: "No", says: it is not sold }',
        'no: { label: "No", says: it is not sold }\n      dont_know: { label: D, says: d }',
      ],
    ],
    [
      'questions.yaml:4:31 reserved-id | "dont_know" has a meaning of its own and cannot be the id of an option | Choose another id, for example "option_dont_know".',
    ],
  ],
  [
    'an id that every JavaScript object has',
    [
      ['warnings.yaml', 'id: W1', 'id: constructor'],
      ['locales/en.yaml', 'W1', 'constructor'],
    ],
    [
      'warnings.yaml:1:7 reserved-id | "constructor" has a meaning of its own and cannot be the id of a warning | Choose another id, for example "warning_constructor".',
    ],
  ],
  [
    'an id with a space',
    [
      ['warnings.yaml', 'id: W1', 'id: the first'],
      ['locales/en.yaml', 'W1', 'the first'],
    ],
    [
      'warnings.yaml:1:7 wrong-id | "the first" cannot be the id of a warning | Begin with a letter; then letters, digits, "_" and "-", without spaces.',
    ],
  ],
  [
    'an ambiguity twice',
    [
      ['readings.yaml', 'id: A2', 'id: A1'],
      ['locales/en.yaml', 'A2', 'A1'],
    ],
    [
      'readings.yaml:11:9 duplicate-id | "A1" is a reading and a remark; the reading is on line 2 | An ambiguity either changes verdicts or does not: keep one of the two.',
    ],
  ],
];

test.each(MISTAKES)('%s', (_, changes, expected) => {
  const compiled = compileTexts(changed(...changes));
  expect(told(compiled)).toEqual(expected);
  expect(compiled.pack === undefined).toBe(compiled.diagnostics.some((d) => d.severity === 'error'));
});
