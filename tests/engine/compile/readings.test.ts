import { expect, test } from 'vitest';
import { type Change, changed, compileTexts, told } from './small-pack.ts';

/** Mistakes about readings: what is changed in the small pack, and all that is told. */
const MISTAKES: [string, Change[], string[]][] = [
  [
    'no default',
    [['readings.yaml', '    default: a\n', '']],
    [
      'readings.yaml:2:5 missing-key | Reading "A1" lacks "default" | Write which letter is taken unless the reader chooses another: "default: a".',
    ],
  ],
  [
    'a default that is no letter',
    [['readings.yaml', 'default: a', 'default: c']],
    [
      'readings.yaml:3:14 wrong-default | Reading "A1" has no letter "c" to be its default | Did you mean "a"?',
    ],
  ],
  [
    'the other way round',
    [['readings.yaml', 'default: a', 'default: b']],
    [
      'readings.yaml:8:9 wrong-default | Letter "b" of reading "A1" is the default and replaces something | Write "b: {}": the rules themselves are written as the default reads the text.',
    ],
  ],
  [
    'one letter',
    [
      ['readings.yaml', '      a: {}\n', ''],
      ['readings.yaml', 'default: a', 'default: b'],
      ['locales/en.yaml', 'a: "No", ', ''],
    ],
    [
      'readings.yaml:6:7 too-few-options | Reading "A1" needs two letters or more | Write every way to read the passage; an ambiguity that changes no verdict is a remark.',
      'readings.yaml:7:9 wrong-default | Letter "b" of reading "A1" is the default and replaces something | Write "b: {}": the rules themselves are written as the default reads the text.',
    ],
  ],
  [
    'a letter any',
    [
      ['readings.yaml', '      b:', '      any:'],
      ['locales/en.yaml', 'b: "Yes"', 'any: "Yes"'],
    ],
    [
      'readings.yaml:7:7 reserved-id | "any" has a meaning of its own and cannot be the id of a letter | Choose another id, for example "letter_any".',
    ],
  ],
  [
    'two readings of one thing',
    [
      [
        'readings.yaml',
        'remarks:',
        '  - id: A3\n    default: a\n    letters: { a: {}, b: { conditions: { sold: always } } }\nremarks:',
      ],
      ['locales/en.yaml', 'remarks:', '  A3: { title: T, reason: R, letters: { a: x, b: "y" } }\nremarks:'],
    ],
    [
      'readings.yaml:12:42 replaced-twice | Readings "A1" and "A3" both replace condition "sold" | Give the disputed part a named condition of its own, so that each reading replaces another thing.',
    ],
  ],
  [
    'two readings of one condition of an output',
    [
      [
        'readings.yaml',
        'remarks:',
        '  - id: A3\n    default: a\n    letters: { a: {}, b: { outputs: { C1: { when: sold } } } }\n  - id: A4\n    default: a\n    letters: { a: {}, b: { outputs: { C1: { when: always } } } }\nremarks:',
      ],
      [
        'locales/en.yaml',
        'remarks:',
        '  A3: { title: T, reason: R, letters: { a: x, b: "y" } }\n  A4: { title: T, reason: R, letters: { a: x, b: "y" } }\nremarks:',
      ],
    ],
    [
      'readings.yaml:15:45 replaced-twice | Readings "A3" and "A4" both replace "when" of output "C1" | Give the disputed part a named condition of its own, so that each reading replaces another thing.',
    ],
  ],
  [
    'replaces background',
    [
      [
        'readings.yaml',
        '          sold: { sale: [yes, planned] }\n',
        '          sold: { sale: [yes, planned] }\n        outputs:\n          B1: { when: sold }\n',
      ],
    ],
    [
      'readings.yaml:11:17 wrong-place | Output "B1" has no condition that a reading could replace | Background is always there.',
    ],
  ],
  [
    'replaces undecided',
    [
      [
        'readings.yaml',
        '          sold: { sale: [yes, planned] }\n',
        '          sold: { sale: [yes, planned] }\n        outputs:\n          SC0: { when: sold }\n',
      ],
    ],
    [
      'readings.yaml:11:18 wrong-place | Output "SC0" has no condition that a reading could replace | It holds while a question is undecided.',
    ],
  ],
  [
    'replaces nothing',
    [
      [
        'readings.yaml',
        '          sold: { sale: [yes, planned] }\n',
        '          sold: { sale: [yes, planned] }\n        outputs:\n          C1: {}\n',
      ],
    ],
    [
      'readings.yaml:11:15 missing-key | Nothing is said of output "C1" in letter "b" of reading "A1" | Write "when" or "lapses_if", or leave it out of this letter.',
    ],
  ],
  [
    'letters alike',
    [['readings.yaml', '[yes, planned]', 'yes']],
    [
      'readings.yaml:8:9 same-letters | Letters "a" and "b" of reading "A1" come to the same in every situation | Correct what the letter replaces; if the ambiguity changes no verdict, write it as a remark.',
    ],
  ],
];

test.each(MISTAKES)('%s', (_, changes, expected) => {
  const compiled = compileTexts(changed(...changes));
  expect(told(compiled)).toEqual(expected);
  expect(compiled.pack === undefined).toBe(compiled.diagnostics.some((d) => d.severity === 'error'));
});
