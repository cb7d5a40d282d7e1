import { expect, test } from 'vitest';
import { type Change, changed, compileTexts, told } from './small-pack.ts';

/** Mistakes about shapes, keys and values: what is changed in the small pack, and all that is told. */
const MISTAKES: [string, Change[], string[]][] = [
  [
    'a word for a list',
    [['questions.yaml', '[yes, planned, no]', 'yes']],
    [
      'questions.yaml:4:12 wrong-shape | The options of question "sale" should be a list, not a word or sentence | Write a list: [one, two], or one item a line, each after "- ". Nothing: [].',
    ],
  ],
  [
    'a list for a word',
    [['questions.yaml', 'section: first', 'section: [first]']],
    [
      'questions.yaml:2:12 wrong-shape | The section of question "sale" should be a word or sentence, not a list | Write one word or sentence; put it in quotation marks if it holds ": " or " #".',
    ],
  ],
  [
    'a list for a condition',
    [['consequences.yaml', '{ not: { vote: yes } }', '[sold]']],
    [
      'consequences.yaml:2:9 wrong-shape | The condition of output "C1" is a list, and it is not said how its parts go together | Write "all:" or "any:" before the list.',
    ],
  ],
  [
    'an unknown key',
    [['questions.yaml', 'find_out: hint', 'findout: hint']],
    ['questions.yaml:6:3 unknown-key | "findout" is no key of question "sale" | Did you mean "find_out"?'],
  ],
  [
    'a key of another kind of output',
    [['consequences.yaml', '  source', '  modality: may\n  source']],
    [
      'consequences.yaml:3:3 unknown-key | "modality" is no key of output "C1" | Write one of "id", "when", "lapses_if", "standing", "exclusive_with", "source", "notes".',
    ],
  ],
  [
    'a key twice',
    [['recommendations.yaml', '  act: say\n', '  act: say\n  act: do\n']],
    [
      'recommendations.yaml:6:3 duplicate-key | "act" is written twice; first on line 5 | Keep one of the two, or put both under "all" or "any" if they are tests.',
    ],
  ],
  [
    'a missing key',
    [['recommendations.yaml', '  source: [1.2a]\n', '']],
    [
      'recommendations.yaml:1:3 missing-key | Output "R1" lacks "source" | Write "source: [15.1a]": the statements that it is made of.',
    ],
  ],
  [
    'a value that is not allowed',
    [['recommendations.yaml', 'modality: should', 'modality: shold']],
    [
      'recommendations.yaml:3:13 wrong-value | The modality of output "R1" cannot be "shold" | Did you mean "should"?',
    ],
  ],
  [
    'no locator',
    [['statements.yaml', 'at: 1.2', 'at: 1']],
    [
      'statements.yaml:2:19 wrong-value | "1" is no place in the brief | Write paragraph.sentence, both from 1, as in 15.1.',
    ],
  ],
  [
    'a paragraph too far',
    [['statements.yaml', 'at: 2.1', 'at: 3.1']],
    [
      'statements.yaml:3:18 wrong-value | Statement "2.1" stands in paragraph 3, and the brief has 2 | Correct the place, or the number of paragraphs in pack.yaml.',
    ],
  ],
  [
    'a version',
    [['pack.yaml', '1.0.0', '"1"']],
    ['pack.yaml:2:10 wrong-value | "1" is no version | Write three numbers, as in 1.0.0.'],
  ],
];

test.each(MISTAKES)('%s', (_, changes, expected) => {
  const compiled = compileTexts(changed(...changes));
  expect(told(compiled)).toEqual(expected);
  expect(compiled.pack === undefined).toBe(compiled.diagnostics.some((d) => d.severity === 'error'));
});
