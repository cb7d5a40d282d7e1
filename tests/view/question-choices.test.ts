import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Question } from '../../src/engine/pack.ts';
import { parseSituation } from '../../src/engine/situation.ts';
import { afterTap, canRuleOut, chosen, rows } from '../../src/view/question/choices.ts';
import { pack, questionOf } from './real-brief.ts';

const several = questionOf('constitution_actors');
const one = questionOf('illegal_other');

describe('a tap', () => {
  it.each<[name: string, question: Question, before: Answer | undefined, tap: string, after: unknown]>([
    ['takes a single answer', one, undefined, 'suspected', { answer: 'suspected', unticked: [] }],
    ['puts another in its place', one, 'suspected', 'no', { answer: 'no', unticked: [] }],
    ['takes "don’t know" as an answer', one, 'no', 'dont_know', { answer: 'dont_know', unticked: [] }],
    ['ticks', several, undefined, 'russia', { answer: ['russia'], unticked: [] }],
    [
      'keeps the order shown',
      several,
      ['russia'],
      'independent_social',
      { answer: ['independent_social', 'russia'], unticked: [] },
    ],
    [
      'unticks',
      several,
      ['independent_social', 'russia'],
      'russia',
      { answer: ['independent_social'], unticked: [] },
    ],
    [
      'leaves nothing ticked as unanswered',
      several,
      ['russia'],
      'russia',
      { answer: undefined, unticked: [] },
    ],
    [
      'on "none of these" unticks all others, "not sure" too',
      several,
      ['russia', 'dont_know'],
      'none',
      { answer: ['none'], unticked: ['russia', 'dont_know'] },
    ],
    [
      'on another unticks "none of these"',
      several,
      ['none'],
      'russia',
      { answer: ['russia'], unticked: ['none'] },
    ],
    [
      'on "not sure" unticks "none of these"',
      several,
      ['none'],
      'dont_know',
      { answer: ['dont_know'], unticked: ['none'] },
    ],
    [
      'on "not sure" keeps the ticks',
      several,
      ['russia'],
      'dont_know',
      { answer: ['russia', 'dont_know'], unticked: [] },
    ],
  ])('%s', (_, question, before, tap, after) => {
    expect(afterTap(question, before, tap)).toEqual(after);
  });
});

describe('ruling out', () => {
  it.each<
    [
      name: string,
      question: Question,
      answer: Answer | undefined,
      out: string[],
      option: string,
      can: boolean,
    ]
  >([
    ['an option', one, undefined, [], 'no', true],
    ['what is chosen', one, 'no', [], 'no', false],
    ['another than what is chosen', one, 'no', [], 'clearly', true],
    ['the last but one', one, undefined, ['clearly'], 'suspected', true],
    ['the last one possible', one, undefined, ['clearly', 'suspected'], 'no', false],
    ['"don’t know"', one, undefined, [], 'dont_know', false],
    ['what is ruled out already', one, undefined, ['no'], 'no', false],
    ['a tick', several, ['russia'], [], 'russia', false],
    ['an option beside ticks', several, ['russia', 'dont_know'], [], 'independent_social', true],
    [
      'the last of several',
      several,
      undefined,
      ['independent_social', 'independent_political'],
      'russia',
      true,
    ],
    ['"none of these"', several, undefined, [], 'none', false],
  ])('%s: %#', (_, question, answer, out, option, can) => {
    expect(canRuleOut(question, answer, out, option)).toBe(can);
  });
});

it('whatever is tapped and ruled out, what the screen offers is what the engine takes', () => {
  const step = fc.record({ question: fc.nat(), row: fc.nat(), ruleOut: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const answers: Record<string, Answer> = {};
      const ruledOut: Record<string, string[]> = {};
      for (const { question: q, row, ruleOut } of steps) {
        const question = pack.questions[q % pack.questions.length];
        if (question === undefined) continue;
        const option = rows(question)[row % rows(question).length] ?? '';
        const out = ruledOut[question.id] ?? [];
        if (ruleOut) {
          if (canRuleOut(question, answers[question.id], out, option))
            ruledOut[question.id] = [...out, option];
          continue;
        }
        if (out.includes(option)) continue;
        const { answer } = afterTap(question, answers[question.id], option);
        if (answer === undefined) delete answers[question.id];
        else answers[question.id] = answer;
      }
      expect(parseSituation(pack, { answers, ruledOut, readings: {} })).not.toHaveProperty('problems');
      for (const question of pack.questions) {
        const given = [answers[question.id] ?? []].flat();
        expect(chosen(question, answers[question.id])).toEqual(given);
      }
    }),
    { numRuns: 400 },
  );
});
