import { expect, test } from 'vitest';
import { type Change, changed, compileTexts, told } from './small-pack.ts';

/** Mistakes about what only the diagrams show: what is changed in the small pack, and all that is told. */
const MISTAKES: [string, Change[], string[]][] = [
  [
    'never holds',
    [['silences.yaml', '{ buyers: local }', '{ all: [{ sale: no }, { buyers: local }] }']],
    [
      'silences.yaml:2:3 never-holds | Output "N1" can never hold, so nobody will ever see it | Parts of its condition exclude each other, or a question that it tests is then not asked. If it is meant so, write "standing: true".',
    ],
  ],
  [
    'always holds',
    [['consequences.yaml', '{ not: { vote: yes } }', '{ any: [{ vote: yes }, { vote: no }] }']],
    [
      'consequences.yaml:2:3 always-holds | Output "C1" holds in every situation | Correct its condition; if it is meant so, write "standing: true".',
    ],
  ],
  [
    'declared, but not standing',
    [
      ['consequences.yaml', '  source', '  standing: true\n  source'],
      ['locales/en.yaml', ', needs: There was no vote.', ''],
    ],
    [
      'consequences.yaml:2:3 not-standing | Output "C1" is declared standing, and it can hold and can fail | Leave "standing" out, or correct the condition.',
    ],
  ],
  [
    'a warning that never shows',
    [['warnings.yaml', '{ vote: yes }', '{ sale: no }']],
    [
      'warnings.yaml:2:3 never-holds | Warning "W1" can never hold, so nobody will ever see it | Parts of its condition exclude each other, or a question that it tests is then not asked. If it is meant so, write "standing: true".',
    ],
  ],
  [
    'a note that always shows',
    [['recommendations.yaml', '{ vote: no }', 'always']],
    [
      'recommendations.yaml:14:7 always-holds | Note "R1/planned" holds in every situation | Correct its condition; if it is meant so, write "standing: true".',
    ],
  ],
  [
    'a question without effect',
    [
      [
        'questions.yaml',
        '- id: vote',
        '- id: idle\n  section: first\n  kind: one\n  options: [yes, no]\n  find_out: hint\n- id: vote',
      ],
      [
        'locales/en.yaml',
        '  vote:\n',
        '  idle: { title: T?, whether: w, why: w, find_out: f, options: { yes: { label: a, says: b }, no: { label: a, says: b } } }\n  vote:\n',
      ],
    ],
    [
      'questions.yaml:14:3 no-effect | Question "idle" changes no verdict, whatever is answered | Let an output test it; if it only informs, write "informative: true".',
    ],
  ],
  [
    'informative, but it matters',
    [['questions.yaml', '  find_out: outside', '  find_out: outside\n  informative: true']],
    [
      'questions.yaml:14:3 not-informative | Question "vote" is declared informative, and it changes verdicts | Leave "informative" out.',
    ],
  ],
  [
    'never asked',
    [
      [
        'questions.yaml',
        '  find_out: outside',
        '  find_out: outside\n  asked_if: { all: [{ sale: yes }, { sale: no }] }',
      ],
    ],
    [
      'questions.yaml:19:3 never-holds | Question "vote" is never asked as the readings are by default | Correct when it is asked: parts of that condition exclude each other.',
      'recommendations.yaml:14:7 never-holds | Note "R1/planned" can never hold, so nobody will ever see it | Parts of its condition exclude each other, or a question that it tests is then not asked. If it is meant so, write "standing: true".',
      'consequences.yaml:2:3 always-holds | Output "C1" holds in every situation | Correct its condition; if it is meant so, write "standing: true".',
      'warnings.yaml:2:3 never-holds | Warning "W1" can never hold, so nobody will ever see it | Parts of its condition exclude each other, or a question that it tests is then not asked. If it is meant so, write "standing: true".',
    ],
  ],
];

test.each(MISTAKES)('%s', (_, changes, expected) => {
  const compiled = compileTexts(changed(...changes));
  expect(told(compiled)).toEqual(expected);
  expect(compiled.pack === undefined).toBe(compiled.diagnostics.some((d) => d.severity === 'error'));
});
