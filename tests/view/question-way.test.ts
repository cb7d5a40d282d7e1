import { describe, expect, it } from 'vitest';
import { questionsIn } from '../../src/view/question/questions-in.ts';
import { readingsHere } from '../../src/view/question/readings-here.ts';
import { neighbours } from '../../src/view/question/way.ts';
import { ledgerGroups } from '../../src/view/standing/groups.ts';
import { pack, questionOf } from './real-brief.ts';

describe('the way', () => {
  const walk = ['decisions', 'buyout', 'election_parl'].map(questionOf);
  it.each([
    ['decisions', undefined, 'buyout'],
    ['buyout', 'decisions', 'election_parl'],
    ['election_parl', 'buyout', undefined],
    // Not on the way, or no longer: back and on all the same.
    ['scenario', undefined, 'decisions'],
    ['bidders_blocked', 'buyout', 'election_parl'],
    ['civil_society', 'election_parl', undefined],
  ])('around %s: %s before, %s after', (id, before, after) => {
    const found = neighbours(walk, questionOf(id));
    expect([found.before?.id, found.after?.id]).toEqual([before, after]);
  });
});

it.each([
  ['scenario', []],
  ['decisions', ['A1', 'A12']],
  ['mandate_social', ['A1', 'A3']],
  ['mandate_political', ['A1', 'A3']],
  ['narrative', ['A8']],
  ['measures', []],
  ['buyout', ['A4', 'A17']],
  ['buyout_assets', ['A15']],
  ['bidders_blocked', ['A4', 'A17', 'A5']],
  ['illegal_other', ['A4', 'A17']],
  ['military', ['A16']],
  ['constitution', ['A10']],
  ['constitution_actors', ['A19']],
  ['election_pres', ['A6', 'A7']],
  ['civil_society', ['A13']],
])('ambiguities that bear on %s: %j', (id, expected) => {
  expect(readingsHere(pack, questionOf(id))).toEqual(expected);
});

it.each([
  ['W1', ['scenario', 'decisions', 'institutions']],
  ['W2', ['mandate_social', 'mandate_political', 'narrative']],
  ['W3', ['mandate_political', 'election_pres', 'election_parl']],
  ['W4', ['constitution', 'leadership']],
])('warning %s touches %j', (id, expected) => {
  const warning = pack.warnings.find((one) => one.id === id);
  expect(warning && questionsIn(pack, warning.when)).toEqual(expected);
});

it('opens named conditions', () => {
  expect(questionsIn(pack, { kind: 'not', of: { kind: 'named', name: 'sanctionable_buyout' } })).toEqual([
    'buyout',
    'bidders_blocked',
    'illegal_other',
  ]);
});

it('the ledger: by modality, then by who acts', () => {
  const lines = ledgerGroups(pack).map(
    ({ modality, actor, outputs }) => `${modality} ${actor}: ${outputs.map(({ id }) => id).join(' ')}`,
  );
  expect(lines).toEqual([
    'should eu: R1 R2a R2b R4 R6',
    'should member_states: R7',
    'worthwhile eu: R5',
    'may eu: O3',
  ]);
});
