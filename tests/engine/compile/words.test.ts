import { expect, test } from 'vitest';
import { type Change, changed, compileTexts, told } from './small-pack.ts';

/** Mistakes about words: what is changed in the small pack, and all that is told. */
const MISTAKES: [string, Change[], string[]][] = [
  [
    'a missing word',
    [['locales/en.yaml', '    why: It matters.\n', '']],
    [
      'locales/en.yaml:6:5 missing-message | The words of question "sale" lack "why" | Write "why: ..." here.',
    ],
  ],
  [
    'a missing statement',
    [['locales/en.yaml', ', 2.1: It costs.', '']],
    [
      'locales/en.yaml:3:13 missing-message | There are no words for statement "2.1" | Write "2.1: ..." here.',
    ],
  ],
  [
    'a missing part',
    [['locales/en.yaml', 'warnings: { W1: A vote and a sale do not go together. }\n', '']],
    [
      'locales/en.yaml:1:1 missing-message | There is nothing under "warnings" | Write "warnings:" and its words.',
    ],
  ],
  [
    'a missing says_not',
    [['locales/en.yaml', ', says_not: no neighbour buys', '']],
    [
      'locales/en.yaml:21:14 missing-message | The words of option "local" of question "buyers" lack "says_not" | Write "says_not: ..." here.',
    ],
  ],
  [
    'a surplus says_not',
    [['locales/en.yaml', 'says: nobody buys', 'says: nobody buys, says_not: somebody buys']],
    [
      'locales/en.yaml:23:49 surplus-message | The words of option "none" of question "buyers" have "says_not", which is shown nowhere | Delete it.',
    ],
  ],
  [
    'a surplus option',
    [
      [
        'locales/en.yaml',
        '      no: { label: "No", says: there was no vote }\n',
        '      no: { label: "No", says: there was no vote }\n      maybe: { label: M, says: m }\n',
      ],
    ],
    [
      'locales/en.yaml:32:7 surplus-message | There is no option "maybe" of question "vote", so these words are shown nowhere | Delete them.',
    ],
  ],
  [
    'a surplus entity',
    [['locales/en.yaml', 'conditions: { sold: it is sold }', 'conditions: { sold: it is sold, solde: s }']],
    [
      'locales/en.yaml:32:33 surplus-message | There is no condition "solde", so these words are shown nowhere | Did you mean "sold"? Otherwise delete them.',
    ],
  ],
  [
    'a surplus word',
    [['locales/en.yaml', 'name: Cost,', 'name: Cost, line: It costs.,']],
    [
      'locales/en.yaml:42:39 surplus-message | The words of output "C1" have "line", which is shown nowhere | Delete it.',
    ],
  ],
  [
    'an unknown word',
    [['locales/en.yaml', 'name: Cost', 'nam: Cost']],
    [
      'locales/en.yaml:42:27 unknown-key | "nam" is no key of the words of output "C1" | Did you mean "name"?',
    ],
  ],
  [
    'an empty word',
    [['locales/en.yaml', 'title: Is it sold?', 'title: ""']],
    [
      'locales/en.yaml:6:12 wrong-shape | "title" in the words of question "sale" should be a word or sentence, not empty | Write one word or sentence; put it in quotation marks if it holds ": " or " #".',
    ],
  ],
  [
    'no words for a note',
    [['locales/en.yaml', '    notes: { planned: No vote was held. }\n', '']],
    [
      'locales/en.yaml:35:5 missing-message | The words of output "R1" lack "notes" | Write "notes: ..." here.',
    ],
  ],
];

test.each(MISTAKES)('%s', (_, changes, expected) => {
  const compiled = compileTexts(changed(...changes));
  expect(told(compiled)).toEqual(expected);
  expect(compiled.pack === undefined).toBe(compiled.diagnostics.some((d) => d.severity === 'error'));
});
