import { expect, test } from 'vitest';
import { type Change, changed, compileTexts, told } from './small-pack.ts';

/** Mistakes about conditions and what hangs on what: what is changed in the small pack, and all that is told. */
const MISTAKES: [string, Change[], string[]][] = [
  [
    'two tests side by side',
    [['warnings.yaml', '{ all: [{ sale: yes }, { vote: yes }] }', '{ sale: yes, vote: yes }']],
    [
      'warnings.yaml:2:22 several-tests | "sale" and "vote" stand side by side, and it is not said how they go together | Put them under "all:" or "any:", each after "- ".',
    ],
  ],
  [
    'a question without an answer',
    [['recommendations.yaml', '- sold', '- vote']],
    [
      'recommendations.yaml:8:9 unknown-condition | There is no condition "vote" | It is a question: say which answer, as in "vote: yes".',
    ],
  ],
  [
    'a condition with an answer',
    [['recommendations.yaml', '- sold', '- sold: yes']],
    [
      'recommendations.yaml:8:9 unknown-question | There is no question "sold" | It is the name of a condition: write "sold" alone, without ":".',
    ],
  ],
  [
    'dont_know',
    [['recommendations.yaml', '{ vote: yes }', '{ vote: dont_know }']],
    [
      'recommendations.yaml:10:22 unknown-option | Question "vote" has no option "dont_know" | Not knowing is no answer to test: a verdict already looks at every answer that is possible.',
    ],
  ],
  [
    'nothing under all',
    [['warnings.yaml', '{ all: [{ sale: yes }, { vote: yes }] }', '{ all: [] }']],
    [
      'warnings.yaml:2:11 wrong-shape | "all" in the condition of warning "W1" has nothing under it | Write the tests under it, each after "- ".',
    ],
  ],
  [
    'an empty condition',
    [['warnings.yaml', '{ all: [{ sale: yes }, { vote: yes }] }', '{}']],
    [
      'warnings.yaml:2:9 wrong-shape | The condition of warning "W1" is empty | Write "always", the name of a condition, or a test such as "question: option".',
    ],
  ],
  [
    'undecided elsewhere',
    [['silences.yaml', '{ buyers: local }', '{ undecided: sale }']],
    [
      'silences.yaml:2:11 misplaced-undecided | "undecided" cannot stand in the condition of output "N1" | Only an output in courses.yaml may have it, as its whole condition: "when: { undecided: question }".',
    ],
  ],
  [
    'undecided inside',
    [['courses.yaml', '{ undecided: sale }', '{ not: { undecided: sale } }']],
    [
      'courses.yaml:2:18 misplaced-undecided | "undecided" cannot stand in the condition of output "SC0" | Only an output in courses.yaml may have it, as its whole condition: "when: { undecided: question }".',
    ],
  ],
  [
    'undecided between ticks',
    [['courses.yaml', 'undecided: sale', 'undecided: buyers']],
    [
      'courses.yaml:2:22 misplaced-undecided | "buyers" takes several answers, so it is never decided between them | Name a question with one answer.',
    ],
  ],
  [
    'a condition of itself',
    [['conditions.yaml', '{ sale: yes }', '{ any: [{ sale: yes }, sold] }']],
    [
      'conditions.yaml:1:3 cycle | Condition "sold" hangs on itself: "sold" → "sold" | Take one of them out of the condition of another. What letters of readings replace counts too.',
    ],
  ],
  [
    'two conditions in a circle',
    [
      [
        'conditions.yaml',
        '  when: { sale: yes }\n',
        '  when: { any: [{ sale: yes }, old] }\n- id: old\n  when: sold\n',
      ],
      ['locales/en.yaml', 'sold: it is sold', 'sold: it is sold, old: it is old'],
    ],
    [
      'conditions.yaml:1:3 cycle | Condition "sold" hangs on itself: "sold" → "old" → "sold" | Take one of them out of the condition of another. What letters of readings replace counts too.',
    ],
  ],
  [
    'a circle of questions',
    [['questions.yaml', '  kind: one\n', '  kind: one\n  asked_if: { buyers: local }\n']],
    [
      'questions.yaml:4:3 cycle | Whether question "sale" is asked hangs on itself: "sale" → "buyers" → "sale" | Take one of them out of the condition of another. What letters of readings replace counts too.',
    ],
  ],
  [
    'a circle through a condition, under one letter',
    [
      ['readings.yaml', '[yes, planned] }', 'yes }\n        questions:\n          vote: { asked_if: old }'],
      [
        'conditions.yaml',
        '  when: { sale: yes }\n',
        '  when: { sale: yes }\n- id: old\n  when: { vote: yes }\n',
      ],
      ['locales/en.yaml', 'sold: it is sold', 'sold: it is sold, old: it is old'],
    ],
    [
      'conditions.yaml:3:3 cycle | Condition "old" hangs on itself: "old" → "vote" → "old" | Take one of them out of the condition of another. What letters of readings replace counts too.',
    ],
  ],
  [
    'a question asked before what decides it',
    [
      ['questions.yaml', '  kind: one\n', '  kind: one\n  asked_unless: { vote: yes }\n'],
      ['warnings.yaml', '{ vote: yes }', '{ buyers: none }'],
      ['recommendations.yaml', '  lapses_if: { vote: yes }\n', ''],
      ['recommendations.yaml', '{ vote: no }', '{ buyers: local }'],
      ['locales/en.yaml', '    lapses: There was a vote.\n', ''],
    ],
    [
      'questions.yaml:4:3 warning later-question | Whether question "sale" is asked hangs on "vote", which is asked after it | Move "vote" before "sale".',
    ],
  ],
];

test.each(MISTAKES)('%s', (_, changes, expected) => {
  const compiled = compileTexts(changed(...changes));
  expect(told(compiled)).toEqual(expected);
  expect(compiled.pack === undefined).toBe(compiled.diagnostics.some((d) => d.severity === 'error'));
});
