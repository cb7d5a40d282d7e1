import { expect, test } from 'vitest';
import { type Change, changed, compileTexts, told } from './small-pack.ts';

const MANY = Array.from({ length: 29 }, (_, i) => `o${i}`);

/** Mistakes about questions: what is changed in the small pack, and all that is told. */
const MISTAKES: [string, Change[], string[]][] = [
  [
    'several without exclusive',
    [['questions.yaml', '  exclusive: none\n', '']],
    [
      'questions.yaml:7:3 missing-exclusive | Question "buyers" takes several answers and has no option for "none of these" | Write "exclusive: none", and do not list it among the options.',
    ],
  ],
  [
    'exclusive with one answer',
    [['questions.yaml', '  options: [yes, no]\n', '  options: [yes, no]\n  exclusive: none\n']],
    [
      'questions.yaml:18:3 surplus-exclusive | Question "vote" takes one answer, so every option stands alone | Leave "exclusive" out and list the option among the others.',
    ],
  ],
  [
    'exclusive among the options',
    [['questions.yaml', '[local, foreign]', '[local, foreign, none]']],
    [
      'questions.yaml:11:14 surplus-exclusive | "none" is the exclusive option and among the others too | Take it out of the list of options.',
    ],
  ],
  [
    'one option',
    [
      ['questions.yaml', '[yes, no]', '[yes]'],
      ['recommendations.yaml', '{ vote: no }', '{ vote: yes }'],
      ['locales/en.yaml', '      no: { label: "No", says: there was no vote }\n', ''],
    ],
    [
      'questions.yaml:17:12 too-few-options | Question "vote" needs two options or more | Name what can be the case; "don\'t know" is always offered and never listed.',
    ],
  ],
  [
    '31 options',
    [
      ['questions.yaml', '[yes, no]', `[yes, no, ${MANY.join(', ')}]`],
      [
        'locales/en.yaml',
        '      no: { label: "No", says: there was no vote }\n',
        `      no: { label: "No", says: there was no vote }\n${MANY.map((o) => `      ${o}: { label: L, says: s }\n`).join('')}`,
      ],
    ],
    [
      'questions.yaml:17:12 too-many-options | Question "vote" has 31 options; 30 are the most | Ask it as two questions, or put options together.',
    ],
  ],
  [
    'asked_if and asked_unless',
    [
      [
        'questions.yaml',
        '  asked_unless: { sale: no }\n',
        '  asked_unless: { sale: no }\n  asked_if: { sale: yes }\n',
      ],
    ],
    [
      'questions.yaml:12:3 surplus-key | Question "buyers" has both "asked_if" and "asked_unless" | Keep one; "not" turns a condition round.',
    ],
  ],
  [
    'a section torn apart',
    [
      ['questions.yaml', '  section: first\n  kind: several', '  section: second\n  kind: several'],
      ['questions.yaml', '  section: second\n  kind: one', '  section: first\n  kind: one'],
    ],
    [
      'questions.yaml:15:12 section-order | Question "vote" is of section "first" and stands after section "second" | Move it to the others of its section, or change the order of the sections in pack.yaml.',
    ],
  ],
];

test.each(MISTAKES)('%s', (_, changes, expected) => {
  const compiled = compileTexts(changed(...changes));
  expect(told(compiled)).toEqual(expected);
  expect(compiled.pack === undefined).toBe(compiled.diagnostics.some((d) => d.severity === 'error'));
});
