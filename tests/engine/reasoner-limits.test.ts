/** Packs on which a walk could explode: each call comes back, with what it found and whether it is all. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { CheckedPack } from '../../src/engine/compile/checked.ts';
import type { Condition } from '../../src/engine/condition.ts';
import { createReasoner } from '../../src/engine/create-reasoner.ts';
import type { Answers, Output, Pack, Question } from '../../src/engine/pack.ts';
import type { Reasoner } from '../../src/engine/reasoner.ts';
import type { Situation } from '../../src/engine/verdict.ts';
import { packOf, Random, randomCondition } from './random.ts';

/** A slow machine with other things to do; without limits these calls take hours. */
const SOON = 20_000;
const QUESTIONS = 30;
const HALF = QUESTIONS / 2;
const NOTHING: Situation = { answers: {}, readings: {}, ruledOut: {} };
const ALL = Number.POSITIVE_INFINITY;

function emptyPack(parts: Pick<CheckedPack, 'questions' | 'conditions' | 'outputs'>): CheckedPack {
  return {
    id: 'large',
    version: '1.0.0',
    brief: { title: '', authors: [], publisher: '', paragraphs: 1 },
    sections: ['s'],
    statements: [],
    readings: [],
    remarks: [],
    warnings: [],
    scenarios: [],
    ...parts,
  };
}

function questionsOf(count: number): Question[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `q${i}`,
    number: i + 1,
    section: 's',
    kind: 'one',
    options: ['no', 'yes', 'other'].map((id) => ({ id, exclusive: false })),
    applies: { kind: 'always' },
    statements: [],
    findOut: 'hint',
  }));
}

function outputOf(id: string, when: Condition): Output {
  return { id, kind: 'recommendation', when, standing: false, source: [], notes: [] };
}

const yes = (i: number): Condition => ({ kind: 'answer', question: `q${i}`, options: ['yes'] });

/** "At least half of the questions are answered yes": small as a diagram, with millions of reasons and hinges. */
function halfPack(): Pack {
  const conditions: CheckedPack['conditions'] = [];
  const named = (name: string): Condition => ({ kind: 'named', name });
  /** At least k among the questions from i on. */
  const atLeast = (i: number, k: number): Condition => {
    if (k <= 0) return { kind: 'always' };
    if (k > QUESTIONS - i) return { kind: 'never' };
    return named(`from_${i}_${k}`);
  };
  for (let i = QUESTIONS - 1; i >= 0; i--)
    for (let k = 1; k <= Math.min(HALF, QUESTIONS - i); k++) {
      const counted: Condition = { kind: 'all', of: [yes(i), atLeast(i + 1, k - 1)] };
      conditions.push({ id: `from_${i}_${k}`, when: { kind: 'any', of: [counted, atLeast(i + 1, k)] } });
    }
  const outputs = [outputOf('half', named(`from_0_${HALF}`))];
  return packOf(emptyPack({ questions: questionsOf(QUESTIONS), conditions, outputs }));
}

/** Pairs whose two questions stand far apart: a large diagram, and larger ones once parts of it are given up. */
function pairsPack(pairs: number): Pack {
  const of = Array.from(
    { length: pairs },
    (_, i): Condition => ({ kind: 'all', of: [yes(i), yes(i + pairs)] }),
  );
  const outputs = [outputOf('pairs', { kind: 'any', of })];
  return packOf(emptyPack({ questions: questionsOf(2 * pairs), conditions: [], outputs }));
}

function allAnswered(pack: Pack, answer: string): Situation {
  const answers: Answers = Object.fromEntries(pack.questions.map((q) => [q.id, answer]));
  return { answers, readings: {}, ruledOut: {} };
}

describe('at least half of thirty questions', () => {
  let pack: Pack;
  let reasoner: Reasoner;
  beforeAll(() => {
    pack = halfPack();
    reasoner = createReasoner(pack);
  });

  it('has more reasons than are given, and each is right', { timeout: SOON }, () => {
    const { items, more } = reasoner.reasons(allAnswered(pack, 'yes'), 'half');
    expect(more).toBe(true);
    expect(items).toHaveLength(50);
    for (const grounds of items) expect(grounds).toHaveLength(HALF);
  });

  it('has more reasons than can be found', { timeout: SOON }, () => {
    const { items, more } = reasoner.reasons(allAnswered(pack, 'yes'), 'half', ALL);
    expect(more).toBe(true);
    expect(items.length).toBeGreaterThan(50);
  });

  it.each([
    ['from all answered no', 'no'],
    ['from all answered yes', 'yes'],
  ])('has hinges too far to be found: %s', { timeout: SOON }, (_, answer) => {
    expect(reasoner.hinges(allAnswered(pack, answer), 'half')).toEqual({ items: [], more: true });
  });

  it('has goals too far to be found', { timeout: SOON }, () => {
    expect(reasoner.goal(NOTHING, 'half', 'nothing').more).toBe(true);
  });

  it('is counted exactly', { timeout: SOON }, () => {
    let holds = 0n;
    let choose = 1n;
    for (let k = 0; k <= QUESTIONS; k++) {
      if (k >= HALF) holds += choose * 2n ** BigInt(QUESTIONS - k);
      choose = (choose * BigInt(QUESTIONS - k)) / BigInt(k + 1);
    }
    expect(reasoner.counts(NOTHING, 'half')).toEqual({ holds, fails: 3n ** BigInt(QUESTIONS) - holds });
  });

  it('takes so many questions to settle at most, and says that it is a bound', { timeout: SOON }, () => {
    const fewest = reasoner.fewest(NOTHING, ['half']);
    expect(fewest).toMatchObject({ kind: 'fewest', exact: false });
    // Where sixteen are no, half cannot be yes any more; fifteen yes would do with one less.
    expect(fewest).toHaveProperty('count', HALF + 1);
  });

  it('differs by a set from which nothing can be left out', { timeout: SOON }, () => {
    const [found] = reasoner.differences(allAnswered(pack, 'no'), allAnswered(pack, 'yes'));
    expect(found?.by).toHaveLength(HALF);
    expect(found?.smallest).toBe(false);
  });
});

describe('eleven pairs that stand apart', () => {
  it('come back from every call', { timeout: SOON }, () => {
    const pack = pairsPack(11);
    const reasoner = createReasoner(pack);
    for (const situation of [NOTHING, allAnswered(pack, 'yes'), allAnswered(pack, 'no')]) {
      reasoner.reasons(situation, 'pairs', ALL);
      reasoner.hinges(situation, 'pairs', ALL);
      reasoner.counts(situation, 'pairs');
      reasoner.readings(situation, 'pairs');
      reasoner.next(situation, ['pairs']);
      reasoner.fewest(situation, ['pairs']);
    }
    // One reason is always given: the first pair, or a half of each.
    expect(reasoner.reasons(allAnswered(pack, 'yes'), 'pairs').items[0]).toHaveLength(2);
    expect(reasoner.reasons(allAnswered(pack, 'no'), 'pairs').items[0]).toHaveLength(11);
  });
});

describe('a thousand questions and two thousand rules', () => {
  it('come back from what is asked of all rules together', () => {
    const random = new Random(3);
    const questions = questionsOf(1000);
    const outputs = Array.from({ length: 2000 }, (_, i) => {
      const three = Array.from({ length: 3 }, () => random.pick(questions));
      return outputOf(`r${i}`, randomCondition(random, three, [], 2));
    });
    const pack = packOf(emptyPack({ questions, conditions: [], outputs }));
    const reasoner = createReasoner(pack);
    const ids = outputs.map(({ id }) => id);
    const next = reasoner.next(NOTHING, ids);
    expect(next.every(({ exact }) => exact)).toBe(true);
    expect(next[0]?.settles).toBeGreaterThan(1);
    expect(reasoner.fewest(NOTHING, ids)).toMatchObject({ kind: 'fewest', exact: false });
    expect(reasoner.differences(NOTHING, allAnswered(pack, 'yes')).length).toBeGreaterThan(500);
  });
});
