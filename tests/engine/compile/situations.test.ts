import { expect, test } from 'vitest';
import { type Change, changed, compileTexts, told } from './small-pack.ts';

/** Mistakes about scenarios and cases: what is changed in the small pack, and all that is told. */
const MISTAKES: [string, Change[], string[]][] = [
  [
    'a scenario with a wrong option',
    [['scenarios.yaml', 'sale: planned', 'sale: plannd']],
    [
      'scenarios.yaml:3:20 wrong-situation | Scenario "P1": "plannd" is not an option of "sale" | Did you mean "planned"? There are "yes", "planned", "no", "dont_know".',
    ],
  ],
  [
    'a scenario with a wrong question',
    [['scenarios.yaml', 'buyers: [foreign]', 'buyer: [foreign]']],
    [
      'scenarios.yaml:3:29 wrong-situation | Scenario "P1": "buyer" is not a question | Did you mean "buyers"? There are "sale", "buyers", "vote".',
    ],
  ],
  [
    'a scenario with a wrong form',
    [['scenarios.yaml', 'buyers: [foreign]', 'buyers: foreign']],
    [
      'scenarios.yaml:3:37 wrong-situation | Scenario "P1": "foreign" is not a list; "buyers" takes several answers | Write a list of "local", "foreign", "none", "dont_know"; [] means unanswered.',
    ],
  ],
  [
    'a scenario that contradicts itself',
    [['scenarios.yaml', '[foreign]', '[foreign, none]']],
    [
      'scenarios.yaml:3:37 wrong-situation | Scenario "P1": "none" stands alone and cannot be beside "foreign" | Write ["none"], or leave "none" out.',
    ],
  ],
  [
    'a wrong option in a list',
    [['scenarios.yaml', '[foreign]', '[local, foriegn]']],
    [
      'scenarios.yaml:3:45 wrong-situation | Scenario "P1": "foriegn" is not an option of "buyers" | Did you mean "foreign"? There are "local", "foreign", "none", "dont_know".',
    ],
  ],
  [
    'support of nothing',
    [['scenarios.yaml', 'support: { sale: [1.1] }', 'support: { vote: [1.1] }']],
    [
      'scenarios.yaml:4:14 surplus-key | Scenario "P1" supports an answer to "vote" and does not give one | Add the answer, or leave its support out.',
    ],
  ],
  [
    'support of a hypothetical',
    [['scenarios.yaml', 'origin: brief', 'origin: hypothetical']],
    [
      'scenarios.yaml:4:3 surplus-key | Scenario "P1" is hypothetical, so no statement supports its answers | Leave "support" out.',
    ],
  ],
  [
    'two pictures of the brief',
    [
      ['scenarios.yaml', '- id: P1', '- { id: P0, origin: brief, answers: {} }\n- id: P1'],
      ['locales/en.yaml', 'scenarios: {', 'scenarios: { P0: { title: T, summary: S, discussion: [] },'],
    ],
    [
      'scenarios.yaml:3:11 second-brief | Scenarios "P0" and "P1" are both the brief\'s own picture | There is one at most: write "origin: hypothetical" for the other.',
    ],
  ],
  [
    'a case with a wrong letter',
    [['cases.yaml', 'input: {}', 'input: { readings: { A1: c } }']],
    [
      'cases.yaml:3:24 wrong-situation | Case "T1": "c" is not a letter of "A1" | Write one of "a", "b", "any" as text, or leave it out for "a".',
    ],
  ],
  [
    'a case with everything ruled out',
    [['cases.yaml', 'input: {}', 'input: { ruledOut: { vote: [yes, no] } }']],
    [
      'cases.yaml:3:30 wrong-situation | Case "T1": every option of "vote" is ruled out | Leave at least one possible.',
    ],
  ],
  [
    'a case with an unknown output',
    [['cases.yaml', '{ R1: {', '{ R2: {']],
    ['cases.yaml:5:17 unknown-output | There is no output "R2" | Did you mean "R1"?'],
  ],
  [
    'a case with a wrong status',
    [['cases.yaml', 'status: open', 'status: opne']],
    [
      'cases.yaml:5:31 wrong-value | The status of the verdict on "R1" in case "T1" cannot be "opne" | Did you mean "open"?',
    ],
  ],
  [
    'a case that depends on nothing known',
    [['cases.yaml', '[sale, buyers, vote]', '[sale, buyer, A1]']],
    ['cases.yaml:5:55 unknown-question | There is no question "buyer" | Did you mean "buyers"?'],
  ],
];

test.each(MISTAKES)('%s', (_, changes, expected) => {
  const compiled = compileTexts(changed(...changes));
  expect(told(compiled)).toEqual(expected);
  expect(compiled.pack === undefined).toBe(compiled.diagnostics.some((d) => d.severity === 'error'));
});
