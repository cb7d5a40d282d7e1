/** What would have to be so, in words that follow "if". */
import { describe, expect, it } from 'vitest';
import type { NewAnswer } from '../../../src/engine/reasoner.ts';
import type { Status } from '../../../src/engine/verdict.ts';
import { explain, outputs } from './small-brief.ts';

const one = (question: string, ...options: string[]): NewAnswer => ({ kind: 'one', question, options });
const bases = (ticked: string[], unticked: string[]): NewAnswer => ({
  kind: 'several',
  question: 'bases',
  ticked,
  unticked,
});

describe('new answers in words', () => {
  it.each<[name: string, answers: NewAnswer[], ruledOut: Record<string, string[]>, expected: string[]]>([
    ['one answer', [one('backed', 'yes')], {}, ['society backs it']],
    ['either of two', [one('course', 'fast', 'back')], {}, ['it goes at once or it is being undone']],
    [
      'all but one of many',
      [one('powers', 'east', 'west', 'south')],
      {},
      ['it is not so that the north decides'],
    ],
    [
      'all but one, where one more is ruled out',
      [one('powers', 'east', 'west')],
      { powers: ['south'] },
      ['the east decides or the west decides'],
    ],
    ['any answer', [one('course', 'slow', 'fast', 'back')], {}, ['it is known which course it takes']],
    [
      'any answer that is not ruled out',
      [one('course', 'slow', 'fast')],
      { course: ['back'] },
      ['it is known which course it takes'],
    ],
    ['ticked', [bases(['radar'], [])], {}, ['radar is there']],
    ['not ticked', [bases([], ['radar'])], {}, ['no radar is there']],
    [
      'one ticked and not the other',
      [bases(['radar'], ['missiles'])],
      {},
      ['radar is there and no missiles are there'],
    ],
    [
      'none of them is the option that says so',
      [bases([], ['radar', 'missiles'])],
      {},
      ['nothing new is there'],
    ],
    ['any ticks', [bases([], [])], {}, ['it is known what is there']],
    [
      'several questions, a clause each',
      [one('backed', 'no'), bases(['missiles'], [])],
      {},
      ['society does not back it', 'missiles are there'],
    ],
  ])('%s', (_, answers, ruledOut, expected) => {
    expect(explain.change(answers, { ruledOut }).map(({ text }) => text)).toEqual(expected);
  });

  it('lead to their questions', () => {
    expect(explain.change([one('backed', 'no')], { ruledOut: {} })).toMatchObject([
      { question: 'backed', number: 2, unchecked: false },
    ]);
  });
});

describe('the lead of a change', () => {
  it.each<[output: keyof typeof outputs, from: Status, to: Status, expected: string]>([
    ['stress', 'holds', 'fails', 'Would lapse if'],
    ['stress', 'holds', 'open', 'Would be open if'],
    ['stress', 'open', 'holds', 'Would apply if'],
    ['stress', 'open', 'fails', 'Would not apply if'],
    ['sanction', 'fails', 'holds', 'Would come in if'],
    ['sanction', 'fails', 'open', 'Would be open if'],
    ['sign', 'fails', 'holds', 'Would be “seen” if'],
    ['harm', 'holds', 'fails', 'Would be “not said here” if'],
    ['silent', 'fails', 'holds', 'Would be “no advice” if'],
  ])('%s from %s to %s: %s', (output, from, to, expected) => {
    expect(explain.changeLead(outputs[output], from, to)).toBe(expected);
  });
});
