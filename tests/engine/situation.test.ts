import { describe, expect, it } from 'vitest';
import type { Pack } from '../../src/engine/pack.ts';
import { parseSituation } from '../../src/engine/situation.ts';

const pack: Pick<Pack, 'questions' | 'readings'> = {
  questions: [
    {
      id: 'buyout',
      number: 1,
      section: 's',
      kind: 'one',
      options: [
        { id: 'russian', exclusive: false },
        { id: 'planned', exclusive: false },
        { id: 'none', exclusive: false },
      ],
      applies: { kind: 'always' },
      statements: [],
      findOut: 'hint',
    },
    {
      id: 'military',
      number: 2,
      section: 's',
      kind: 'several',
      options: [
        { id: 'bases', exclusive: false },
        { id: 'missiles', exclusive: false },
        { id: 'none', exclusive: true },
      ],
      applies: { kind: 'always' },
      statements: [],
      findOut: 'hint',
    },
  ],
  readings: [
    {
      id: 'A6',
      default: 'a',
      letters: [
        { id: 'a', replaces: [] },
        { id: 'b', replaces: [] },
      ],
      statements: [],
    },
  ],
};

describe('a situation that is right', () => {
  it.each([
    ['nothing', {}, { answers: {}, readings: {}, ruledOut: {} }],
    ['plain answers', { buyout: 'russian' }, { answers: { buyout: 'russian' }, readings: {}, ruledOut: {} }],
    ['an empty list is unanswered', { military: [] }, { answers: {}, readings: {}, ruledOut: {} }],
    [
      'not sure of the rest',
      { military: ['bases', 'dont_know'] },
      { answers: { military: ['bases', 'dont_know'] }, readings: {}, ruledOut: {} },
    ],
    [
      'the full form, one key',
      { readings: { A6: 'any' } },
      { answers: {}, readings: { A6: 'any' }, ruledOut: {} },
    ],
    [
      'ruled out beside an answer',
      { answers: { buyout: 'russian' }, ruledOut: { buyout: ['none'], military: ['bases'] } },
      { answers: { buyout: 'russian' }, readings: {}, ruledOut: { buyout: ['none'], military: ['bases'] } },
    ],
  ])('%s', (_, input, expected) => {
    expect(parseSituation(pack, input)).toEqual({ situation: expected });
  });
});

describe('a situation that is wrong', () => {
  it.each([
    ['null', null, '', /null/, /object/],
    ['a list', [], '', /a list/, /object/],
    ['an unknown question', { buyuot: 'russian' }, 'buyuot', /not a question/, /"buyout"/],
    ['a name of the object prototype', JSON.parse('{"__proto__": "x"}'), '__proto__', /not a question/, /./],
    ['another one', { constructor: 'x' }, 'constructor', /not a question/, /./],
    ['an unknown option', { buyout: 'rusian' }, 'buyout', /not an option/, /"russian"/],
    ['null as an answer', { buyout: null }, 'buyout', /null/, /leave/],
    ['null as several', { military: null }, 'military', /null/, /list/],
    ['a list for one answer', { buyout: ['russian'] }, 'buyout', /a list/, /as text/],
    ['an empty list for one answer', { buyout: [] }, 'buyout', /a list/, /as text/],
    ['text for several answers', { military: 'bases' }, 'military', /not a list/, /list of/],
    ['a number', { buyout: 1 }, 'buyout', /1 is not/, /as text/],
    ['a number in a list', { military: [1] }, 'military[0]', /1 is not/, /as text/],
    ['an option twice', { military: ['bases', 'bases'] }, 'military[1]', /twice/, /once/],
    [
      'an exclusive option beside another',
      { military: ['none', 'bases'] },
      'military',
      /alone/,
      /leave "none" out/,
    ],
    [
      'an exclusive option beside unsure',
      { military: ['none', 'dont_know'] },
      'military',
      /alone/,
      /\["none"\]/,
    ],
    ['an unknown key in the full form', { answers: {}, reading: {} }, 'reading', /not known/, /"readings"/],
    ['answers that are no object', { answers: [] }, 'answers', /a list/, /leave it out/],
    ['an unknown reading', { readings: { A7: 'a' } }, 'readings.A7', /not a reading/, /"A6"/],
    ['an unknown letter', { readings: { A6: 'c' } }, 'readings.A6', /not a letter/, /"any"/],
    ['null as a letter', { readings: { A6: null } }, 'readings.A6', /null/, /"a"/],
    ['ruling out nothing known', { ruledOut: { buyout: ['x'] } }, 'ruledOut.buyout[0]', /not an option/, /./],
    ['ruling out as text', { ruledOut: { buyout: 'none' } }, 'ruledOut.buyout', /not a list/, /list of/],
    ['ruling out twice', { ruledOut: { buyout: ['none', 'none'] } }, 'ruledOut.buyout[1]', /twice/, /once/],
    [
      'ruling out what was answered',
      { answers: { buyout: 'none' }, ruledOut: { buyout: ['none'] } },
      'ruledOut.buyout',
      /at once/,
      /./,
    ],
    [
      'ruling out what was ticked',
      { answers: { military: ['bases'] }, ruledOut: { military: ['bases'] } },
      'ruledOut.military',
      /at once/,
      /./,
    ],
    [
      'ruling out everything',
      { ruledOut: { buyout: ['russian', 'planned', 'none'] } },
      'ruledOut.buyout',
      /every option/,
      /./,
    ],
    [
      'ruling out an exclusive option',
      { ruledOut: { military: ['none'] } },
      'ruledOut.military',
      /none of the others/,
      /./,
    ],
    ["ruling out don't know", { ruledOut: { buyout: ['dont_know'] } }, 'ruledOut.buyout', /dont_know/, /./],
  ])('%s', (_, input, path, message, advice) => {
    const parsed = parseSituation(pack, input);
    if (!('problems' in parsed)) throw new Error('it was taken');
    expect(parsed.problems).toHaveLength(1);
    expect(parsed.problems[0]?.path).toBe(path);
    expect(parsed.problems[0]?.message).toMatch(message);
    expect(parsed.problems[0]?.advice).toMatch(advice);
  });

  it('is told whole, not only its first mistake', () => {
    const parsed = parseSituation(pack, {
      answers: { buyout: 'x', military: ['y', 'none', 'bases'], z: 1 },
      readings: { A6: 'q' },
      ruledOut: { buyout: ['dont_know'] },
    });
    expect('problems' in parsed && parsed.problems.map((p) => p.path)).toEqual([
      'answers.buyout',
      'answers.military[0]',
      'answers.military',
      'answers.z',
      'readings.A6',
      'ruledOut.buyout',
    ]);
  });
});
