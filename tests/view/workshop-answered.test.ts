/** What a tap at a table makes of what was said beside the answer. */
import { expect, it } from 'vitest';
import type { Question } from '../../src/engine/pack.ts';
import type { HandIn } from '../../src/session/workshop/hand-in.ts';
import { answered, withLevel, withRuledOut } from '../../src/view/workshop/answered.ts';

const question = { id: 'q', options: ['a', 'b', 'c'].map((id) => ({ id })) } as unknown as Question;
const said = (more: Partial<HandIn>): HandIn => ({
  table: 1,
  round: 1,
  answers: {},
  ruledOut: {},
  confidence: {},
  ...more,
});
const out = said({ ruledOut: { q: ['a', 'c'], other: ['x'] }, confidence: { q: 'high', other: 'low' } });

it.each<[string, HandIn['answers'][string] | undefined, string[] | undefined]>([
  ['“don’t know” leaves what is ruled out', 'dont_know', ['a', 'c']],
  ['so does no answer', undefined, ['a', 'c']],
  ['ticks that are not all leave it, but for the ticks', ['a', 'dont_know'], ['c']],
  ['an answer settles it', 'b', undefined],
  ['all ticks do too', ['b'], undefined],
])('%s', (_, answer, left) => {
  const after = answered(out, 'q', answer);
  expect(after.ruledOut.q).toEqual(left);
  // How sure the table was is of the answer before.
  expect([after.ruledOut.other, after.confidence]).toEqual([['x'], { other: 'low' }]);
});

it('ruled out in the order of the question, brought back, and nothing left behind', () => {
  const one = withRuledOut(question, withRuledOut(question, said({}), 'c', true), 'a', true);
  expect(one.ruledOut).toEqual({ q: ['a', 'c'] });
  const back = withRuledOut(question, withRuledOut(question, one, 'a', false), 'c', false);
  expect(back).toEqual(said({}));
  expect(withLevel(withLevel(said({}), 'q', 'high'), 'q', '')).toEqual(said({}));
});
