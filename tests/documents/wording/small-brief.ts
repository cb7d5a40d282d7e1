/** A small brief with its words, and the app's English, to word verdicts with. */
import { readdirSync, readFileSync } from 'node:fs';
import { createExplain } from '../../../src/documents/wording/explain.ts';
import { createWording, type VerdictFacts } from '../../../src/documents/wording/wording.ts';
import type { Output, Pack, Question } from '../../../src/engine/pack.ts';
import type { PackWords } from '../../../src/engine/words.ts';
import { createTranslate } from '../../../src/messages/format.ts';
import type { Messages } from '../../../src/messages/messages.ts';

function question(id: string, number: number, options: string[], exclusive = ''): Question {
  return {
    id,
    number,
    section: 'all',
    kind: exclusive ? 'several' : 'one',
    options: options.map((option) => ({ id: option, exclusive: option === exclusive })),
    applies: { kind: 'always' },
    statements: [],
    findOut: 'hint',
  };
}

function output(id: string, kind: Output['kind'], more: Partial<Output> = {}): Output {
  return { id, kind, when: { kind: 'always' }, standing: false, source: ['15.1a'], notes: [], ...more };
}

export const outputs = {
  stress: output('stress', 'recommendation', { modality: 'should', actors: ['eu'], act: 'say' }),
  support: output('support', 'recommendation', { modality: 'should', actors: ['eu', 'member_states'] }),
  point: output('point', 'recommendation', { modality: 'worthwhile', actors: ['eu'] }),
  sanction: output('sanction', 'option', { modality: 'may', actors: ['eu'] }),
  harm: output('harm', 'consequence'),
  revolt: output('revolt', 'consequence'),
  sign: output('sign', 'indicator'),
  course: output('course', 'scenario'),
  silent: output('silent', 'silence'),
} as const;

const pack: Pack = {
  format: 1,
  id: 'small',
  version: '1.0.0',
  hash: '',
  brief: { title: 'Small', authors: [], publisher: '', paragraphs: 15 },
  sections: ['all'],
  statements: [{ id: '15.1a', at: { paragraph: 15, sentence: 1 }, kind: 'fact' }],
  questions: [
    question('course', 1, ['slow', 'fast', 'back']),
    question('backed', 2, ['yes', 'no']),
    question('bases', 3, ['radar', 'missiles', 'none'], 'none'),
    question('powers', 4, ['north', 'east', 'west', 'south']),
  ],
  conditions: [],
  readings: [{ id: 'A1', default: 'a', letters: [], statements: [] }],
  remarks: [],
  outputs: Object.values(outputs),
  warnings: [],
  scenarios: [],
  diagrams: { variables: [], nodes: [], outputs: {}, notes: {}, warnings: {}, applies: {}, conditions: {} },
};

const asked = { why: '', findOut: '' };
const words: PackWords = {
  language: 'en',
  brief: { dated: 'autumn', dateNote: '', about: '', citation: '' },
  sections: { all: 'All' },
  statements: {},
  questions: {
    course: {
      ...asked,
      title: 'Which course?',
      whether: 'which course it takes',
      options: {
        slow: { label: 'Step by step', says: 'it goes step by step' },
        fast: { label: 'At once', says: 'it goes at once' },
        back: { label: 'Undone', says: 'it is being undone' },
      },
    },
    backed: {
      ...asked,
      title: 'Backed?',
      whether: 'whether society backs it',
      options: {
        yes: { label: 'Yes', says: 'society backs it' },
        no: { label: 'No', says: 'society does not back it' },
      },
    },
    powers: {
      ...asked,
      title: 'Who decides?',
      whether: 'who decides',
      options: Object.fromEntries(
        ['north', 'east', 'west', 'south'].map((who) => [who, { label: who, says: `the ${who} decides` }]),
      ),
    },
    bases: {
      ...asked,
      title: 'Which?',
      whether: 'what is there',
      options: {
        radar: { label: 'Radar', says: 'radar is there', saysNot: 'no radar is there' },
        missiles: { label: 'Missiles', says: 'missiles are there', saysNot: 'no missiles are there' },
        none: { label: 'None', says: 'nothing new is there' },
      },
    },
  },
  conditions: {},
  outputs: {
    ...Object.fromEntries(Object.keys(outputs).map((id) => [id, { title: `Title of ${id}.`, name: id }])),
    revolt: {
      title: 'Resistance is seen.',
      name: 'revolt',
      foreseen: 'Resistance was foreseen, and is not seen.',
    },
  },
  readings: {
    A1: { title: 'Is it unconditional?', reason: '', letters: { a: 'only while true', b: 'at all times' } },
  },
  remarks: {},
  warnings: {},
  scenarios: {},
};

const folder = new URL('../../../src/messages/en/', import.meta.url);
const messages = Object.assign(
  {},
  ...readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as object),
) as Messages;

const source = { pack, words, t: createTranslate('en', messages), language: 'en' };
export const say = createWording(() => source);
export const explain = createExplain(() => source);

/** Facts of a verdict, unmentioned ones empty. */
export function facts(
  given: Partial<Omit<VerdictFacts, 'verdict'>> & Partial<VerdictFacts['verdict']>,
): VerdictFacts {
  const { status = 'holds', dependsOn = [], unconfirmed = [], ...rest } = given;
  const value = status === 'holds' ? 'always' : status === 'fails' ? 'never' : 'mixed';
  return {
    grounds: [],
    restsOnUnchecked: [],
    restsOnWeak: [],
    answers: {},
    unchecked: [],
    ruledOut: {},
    ...rest,
    verdict: { status, value, dependsOn, unconfirmed },
  };
}
