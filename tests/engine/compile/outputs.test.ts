import { expect, test } from 'vitest';
import { type Change, changed, compileTexts, told } from './small-pack.ts';

/** Mistakes about outputs: what is changed in the small pack, and all that is told. */
const MISTAKES: [string, Change[], string[]][] = [
  [
    'an option that should',
    [['recommendations.yaml', 'kind: recommendation', 'kind: option']],
    [
      'recommendations.yaml:3:13 wrong-modality | Output "R1" is of kind "option" and its modality is "should" | What the brief says one may do is an option; what it recommends is never "may".',
    ],
  ],
  [
    'nothing behind a consequence',
    [
      ['consequences.yaml', '[2.1]', '[]'],
      ['background.yaml', '[1.1]', '[1.1, 2.1]'],
    ],
    [
      'consequences.yaml:3:11 wrong-value | Output "C1" has no statement of the brief behind it | Name at least one; only silences and courses may have none.',
    ],
  ],
  [
    'nobody who acts',
    [['recommendations.yaml', 'actors: [eu]', 'actors: []']],
    ['recommendations.yaml:4:11 wrong-value | Output "R1" has nobody who acts | Write "actors: [eu]".'],
  ],
  [
    'an unknown point',
    [['recommendations.yaml', 'also: [C1]', 'also: [C2]']],
    ['recommendations.yaml:15:36 unknown-output | There is no output "C2" | Did you mean "C1"?'],
  ],
  [
    'a focus with one answer',
    [['recommendations.yaml', 'focus: buyers', 'focus: vote']],
    [
      'recommendations.yaml:16:10 wrong-value | "vote" takes one answer, so it cannot order addressees | Name a question with several answers.',
    ],
  ],
  [
    'a second note of one name',
    [['recommendations.yaml', '  argument', '    - id: planned\n      when: sold\n  argument']],
    [
      'recommendations.yaml:15:11 duplicate-id | There are two notes "planned"; the first is in recommendations.yaml, line 13 | Give one of them another id.',
    ],
  ],
  [
    'undecided with a defeater',
    [['courses.yaml', '  source', '  lapses_if: { vote: yes }\n  source']],
    [
      'courses.yaml:3:3 surplus-key | Output "SC0" holds while a question is undecided, so it cannot lapse | Leave "lapses_if" out.',
    ],
  ],
  [
    'a statement shown nowhere',
    [
      ['statements.yaml', '- { id: 2.1', '- { id: 1.3, at: 1.3, kind: fact }\n- { id: 2.1'],
      ['locales/en.yaml', '2.1: It costs.', '1.3: More., 2.1: It costs.'],
    ],
    [
      'statements.yaml:3:3 never-shown | Statement "1.3" is shown nowhere | Name it in the source of an output, or in the statements of a question.',
    ],
  ],
];

test.each(MISTAKES)('%s', (_, changes, expected) => {
  const compiled = compileTexts(changed(...changes));
  expect(told(compiled)).toEqual(expected);
  expect(compiled.pack === undefined).toBe(compiled.diagnostics.some((d) => d.severity === 'error'));
});
