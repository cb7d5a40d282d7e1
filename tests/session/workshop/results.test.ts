/** What a room is told: counts as the practice has them, sayings beside the engine's verdicts, who moved. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/create-engine.ts';
import type { Answer } from '../../../src/engine/pack.ts';
import { createRoomReasoner } from '../../../src/engine/room/create-room-reasoner.ts';
import { agreementOf, askedAgain, countQuestion, situationAt } from '../../../src/session/workshop/counts.ts';
import type { HandIn } from '../../../src/session/workshop/hand-in.ts';
import { movedBetween, verdictsMoved } from '../../../src/session/workshop/moved.ts';
import { predictionOf, sayingOf, splitsInOrder } from '../../../src/session/workshop/sayings.ts';
import { timesOf } from '../../../src/session/workshop/times.ts';
import { smallPack } from '../small-pack.ts';
import { exercise } from './sample-exercise.ts';

const questionOf = (id: string) => {
  const question = smallPack.questions.find((one) => one.id === id);
  if (question === undefined) throw new Error(`no ${id}`);
  return question;
};
/** Tables from 1, each with its answers. */
const handsOf = (list: (HandIn['answers'] & { predicted?: string[] })[], round = 1) =>
  new Map(
    list.map(({ predicted, ...answers }, i) => {
      const handIn = {
        table: i + 1,
        round,
        answers: answers as HandIn['answers'],
        ruledOut: {},
        confidence: {},
      };
      return [i + 1, { handIn: predicted === undefined ? handIn : { ...handIn, predicted } }];
    }),
  );
const opened = (...injects: string[]) => ({
  exercise,
  injects: injects.map((inject) => ({ inject, round: 2 })),
});
const reasoner = createRoomReasoner(smallPack);
const verdictsOf = (hands: ReturnType<typeof handsOf>) =>
  reasoner.verdicts([...hands.values()].map(({ handIn }) => situationAt(opened(), handIn)));

describe('agreement in counts', () => {
  it.each<[string, number[], unknown]>([
    ['5 to 3 is 13 of 28', [5, 3], { most: 5, of: 8, agreed: false, pairs: { agree: 13, of: 28 } }],
    [
      '6 of 8 is the threshold itself',
      [6, 2],
      { most: 6, of: 8, agreed: true, pairs: { agree: 16, of: 28 } },
    ],
    ['all', [8], { most: 8, of: 8, agreed: true, pairs: { agree: 28, of: 28 } }],
    ['each another', [1, 1, 1], { most: 1, of: 3, agreed: false, pairs: { agree: 0, of: 3 } }],
    ['one table has nobody to agree with', [1], { most: 1, of: 1, agreed: true, pairs: { agree: 0, of: 0 } }],
    ['none', [], undefined],
  ])('%s', (_, counts, expected) => expect(agreementOf(counts, 75)).toEqual(expected));

  it('"don\'t know" and nothing said are told apart, and are in no share', () => {
    const answers: Answer[] = ['taken', 'dont_know', 'not_taken', 'taken'];
    const hands = handsOf([...answers.map((decisions) => ({ decisions })), {}]);
    expect(countQuestion(questionOf('decisions'), hands, 75)).toEqual({
      question: 'decisions',
      of: 5,
      answered: 3,
      dontKnow: [2],
      unanswered: [5],
      notAsked: [],
      answers: [
        { answer: 'taken', tables: [1, 4] },
        { answer: 'not_taken', tables: [3] },
      ],
      agreement: { most: 2, of: 3, agreed: false, pairs: { agree: 1, of: 3 } },
    });
  });
  it('ticks are the same in whatever order; not sure of the rest is another answer', () => {
    const several = [
      ['benefits', 'voluntary'],
      ['voluntary', 'benefits'],
      ['voluntary', 'dont_know'],
      ['dont_know'],
      [],
    ];
    const count = countQuestion(
      questionOf('narrative'),
      handsOf(several.map((narrative) => ({ narrative }))),
      75,
    );
    expect(count.answers.map(({ tables }) => tables)).toEqual([[1, 2], [3]]);
    expect([count.dontKnow, count.unanswered]).toEqual([[4], [5]]);
  });
  it('what is said where the question does not apply counts nowhere', () => {
    const hands = handsOf([{ decisions: 'taken' }, { decisions: 'not_taken' }]);
    const count = countQuestion(questionOf('decisions'), hands, 75, (table) => table !== 2);
    expect([count.answered, count.of, count.notAsked]).toEqual([1, 2, [2]]);
  });
});

describe("a table's situation", () => {
  const handIn = {
    table: 1,
    round: 2,
    answers: { bidders: 'let_in' },
    ruledOut: { bidders: ['x'] },
    confidence: {},
  };
  it('has what the sheet settles, what the table says, and from its round on what the news settles', () => {
    expect(situationAt(opened(), handIn).answers).toEqual({ energy: 'yes', bidders: 'let_in' });
    expect(situationAt(opened('tender'), handIn)).toEqual({
      answers: { energy: 'yes', bidders: 'kept_out' },
      readings: {},
      ruledOut: {},
    });
    expect(situationAt(opened('tender'), { ...handIn, round: 1 }).answers.bidders).toBe('let_in');
  });
});

describe('what is told of verdicts', () => {
  const hands = handsOf([
    { decisions: 'taken', mandate: 'no', buyout: 'russian', bidders: 'let_in', predicted: ['R1'] },
    { decisions: 'taken', mandate: 'yes', buyout: 'planned', bidders: 'kept_out', predicted: ['O3'] },
    { decisions: 'taken', buyout: 'other' },
  ]);
  const verdicts = verdictsOf(hands);
  const tables = [...hands.keys()];
  const saying = (output: string) => {
    const verdict = verdicts.find((one) => one.output === output);
    if (verdict === undefined) throw new Error(output);
    return sayingOf(verdict, tables);
  };
  it('three sayings, never merged', () => {
    expect(saying('I5').saying).toEqual({ kind: 'every', status: 'holds' });
    expect(saying('R1')).toEqual({
      output: 'R1',
      saying: { kind: 'some', tables: { holds: [1], open: [3], fails: [2] } },
      combined: [],
      unknown: false,
    });
    expect(saying('O3')).toEqual({
      output: 'O3',
      saying: { kind: 'every', status: 'fails' },
      combined: [
        {
          status: 'holds',
          answers: [
            { question: 'buyout', tables: [1] },
            { question: 'bidders', tables: [2] },
          ],
        },
        {
          status: 'open',
          answers: [
            { question: 'buyout', tables: [1] },
            { question: 'bidders', tables: [3] },
          ],
        },
      ],
      unknown: false,
    });
  });
  it('the statuses are those of the engine for each table alone', () => {
    const engine = createEngine(smallPack);
    const alone = [...hands.values()].map(
      ({ handIn }) => engine.evaluate(situationAt(opened(), handIn)).verdicts,
    );
    for (const { output, statuses, values } of verdicts) {
      expect(statuses).toEqual(alone.map((one) => one[output]?.status));
      expect(values).toEqual(alone.map((one) => one[output]?.value));
    }
  });
  it('the splits that matter first', () => {
    const isAdvice = (output: string) => output !== 'C1';
    expect(splitsInOrder(verdicts, ['decisions', 'mandate', 'buyout', 'bidders'], isAdvice)).toEqual([
      { question: 'mandate', between: ['R1'], combinations: [] },
      { question: 'buyout', between: ['C1'], combinations: ['O3'] },
      { question: 'bidders', between: [], combinations: ['O3'] },
      { question: 'decisions', between: [], combinations: [] },
    ]);
  });
  it('advice that a combination turns comes before more of what is no advice', () => {
    const turned = (output: string, question: string) =>
      ({ output, splits: [{ question, matters: 'combinations' }] }) as (typeof verdicts)[number];
    const all = [turned('C1', 'mandate'), turned('C2', 'mandate'), turned('R1', 'buyout')];
    const order = splitsInOrder(all, ['mandate', 'buyout'], (output) => output === 'R1');
    expect(order.map(({ question }) => question)).toEqual(['buyout', 'mandate']);
  });
  it('prediction beside what the table came to; the third predicted nothing', () => {
    expect(predictionOf(hands, verdicts, tables, ['R1', 'O3'])).toEqual([
      { output: 'R1', expected: [1], not: [2], right: [1, 2] },
      { output: 'O3', expected: [2], not: [1], right: [1] },
    ]);
  });
});

describe('round two', () => {
  it('asks again what news touches and what is split, and not what news settles', () => {
    const hands = handsOf([
      { decisions: 'taken', mandate: 'no', bidders: 'let_in', buyout: 'other' },
      { decisions: 'taken', mandate: 'yes', bidders: 'kept_out', buyout: 'other' },
      { decisions: 'dont_know', mandate: 'yes', bidders: 'kept_out', buyout: 'other' },
    ]);
    const counts = exercise.questions.map((id) => countQuestion(questionOf(id), hands, 75));
    expect(askedAgain(opened(), counts)).toEqual(['mandate', 'bidders']);
    expect(askedAgain(opened('tender'), counts)).toEqual(['mandate', 'buyout']);
  });
  it('tells who moved, of those in both, and which verdicts with them', () => {
    const before = handsOf([{ decisions: 'taken', mandate: 'no' }, { decisions: 'taken' }, {}]);
    const after = handsOf([{ decisions: 'taken', mandate: 'yes' }, { decisions: 'taken' }], 2);
    const questions = ['decisions', 'mandate'].map(questionOf);
    expect(movedBetween(questions, before, after)).toEqual({
      inBoth: [1, 2],
      questions: [
        { question: 'decisions', moves: [] },
        { question: 'mandate', moves: [{ table: 1, from: 'no', to: 'yes' }] },
      ],
    });
    const told = verdictsMoved(
      { verdicts: verdictsOf(before), tables: [1, 2, 3] },
      { verdicts: verdictsOf(after), tables: [1, 2] },
    );
    expect(told).toEqual([{ output: 'R1', moves: [{ table: 1, from: 'holds', to: 'fails' }] }]);
  });
});

it('adds the minutes up', () => {
  const { steps, total } = timesOf({ minutes: { ...exercise.minutes, premortem: 0 } });
  expect(total).toBe(85);
  expect(steps.slice(0, 3)).toEqual([
    { step: 'rules', begins: 0, minutes: 5 },
    { step: 'join', begins: 5, minutes: 5 },
    { step: 'situation', begins: 10, minutes: 7 },
  ]);
  expect(steps.some(({ step }) => step === 'premortem')).toBe(false);
});
