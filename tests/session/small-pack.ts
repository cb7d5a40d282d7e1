/** A pack small enough to be read at a glance, with every kind of thing the session layer meets. */
import { openBrief } from '../../src/brief/brief.ts';
import type { CheckedPack } from '../../src/engine/compile/checked.ts';
import type { Condition } from '../../src/engine/condition.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import { buildDiagrams } from '../../src/engine/diagram/build.ts';
import type { Output, Pack, Question } from '../../src/engine/pack.ts';

const is = (question: string, ...options: string[]): Condition => ({ kind: 'answer', question, options });
const all = (...of: Condition[]): Condition => ({ kind: 'all', of });
const not = (of: Condition): Condition => ({ kind: 'not', of });
const always: Condition = { kind: 'always' };

function question(number: number, id: string, options: string[], applies: Condition = always): Question {
  return {
    id,
    number,
    section: 's',
    kind: options.includes('none_of_these') ? 'several' : 'one',
    options: options.map((option) => ({ id: option, exclusive: option === 'none_of_these' })),
    applies,
    statements: [],
    findOut: 'hint',
  };
}

function output(id: string, kind: Output['kind'], when: Condition, more: Partial<Output> = {}): Output {
  return { id, kind, when, standing: false, source: [], notes: [], ...more };
}

const checked: CheckedPack = {
  id: 'small',
  version: '1.0.0',
  brief: { title: 'Small', authors: [], publisher: '', paragraphs: 1 },
  sections: ['s'],
  statements: [],
  questions: [
    question(1, 'decisions', ['taken', 'not_taken']),
    question(2, 'mandate', ['yes', 'no']),
    question(3, 'narrative', ['voluntary', 'benefits', 'none_of_these']),
    question(4, 'buyout', ['russian', 'planned', 'other']),
    question(5, 'bidders', ['kept_out', 'let_in'], is('buyout', 'russian')),
    question(6, 'energy', ['yes', 'no']),
  ],
  conditions: [],
  readings: [
    {
      id: 'A1',
      default: 'a',
      letters: [
        { id: 'a', replaces: [] },
        { id: 'b', replaces: [{ target: 'when', output: 'R1', condition: is('decisions', 'taken') }] },
      ],
      statements: [],
    },
  ],
  remarks: [],
  outputs: [
    output('O3', 'option', all(is('buyout', 'russian'), is('bidders', 'kept_out')), { modality: 'may' }),
    output('R1', 'recommendation', all(is('decisions', 'taken'), is('mandate', 'no')), {
      modality: 'should',
    }),
    output('R2', 'recommendation', always, { modality: 'should', lapses: not(is('narrative', 'voluntary')) }),
    output('C1', 'consequence', is('buyout', 'planned')),
    output('I5', 'indicator', is('energy', 'yes')),
  ],
  warnings: [],
  scenarios: [
    {
      id: 'P1',
      origin: 'brief',
      answers: { decisions: 'taken', mandate: 'no', narrative: ['voluntary', 'benefits'] },
      discussion: 0,
      support: {},
    },
    { id: 'P2', origin: 'hypothetical', answers: { buyout: 'planned' }, discussion: 0, support: {} },
  ],
};

export const smallPack: Pack = {
  ...checked,
  format: 1,
  hash: 'small-1',
  diagrams: buildDiagrams(checked).diagrams,
};
export const smallEngine = createEngine(smallPack);
export const smallBrief = openBrief(smallPack);
