/** Answers as a code: what is said comes back; mutated, reordered and mixed parts are never taken for a code. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSituation } from '../../src/engine/situation.ts';
import { readCode, writeCode } from '../../src/exchange/answers-code.ts';
import { joinParts, partsOf } from '../../src/exchange/code-parts.ts';
import { type AnswersCode, beginningWith } from '../../src/session/hand-on/answers.ts';
import { HANDLING_LABELS } from '../../src/session/journal.ts';
import { smallPack } from '../session/small-pack.ts';

const question = fc.constantFrom(...smallPack.questions);
/** Whatever fits the pack, by trying what may not. */
const situation = fc
  .array(
    question.chain(({ id, kind, options }) => {
      const value = fc.constantFrom('dont_know', ...options.map((option) => option.id));
      const answer = kind === 'one' ? value : fc.uniqueArray(value, { minLength: 1 });
      return fc.record({
        id: fc.constant(id),
        answer,
        out: fc.boolean(),
        option: fc.constantFrom(...options.map((o) => o.id)),
      });
    }),
  )
  .map((said) => {
    let kept = { answers: {}, readings: {}, ruledOut: {} } as AnswersCode['situation'];
    for (const { id, answer, out, option } of said) {
      const next = out
        ? { ...kept, ruledOut: { ...kept.ruledOut, [id]: [option] } }
        : { ...kept, answers: { ...kept.answers, [id]: answer } };
      const parsed = parseSituation(smallPack, next);
      if ('situation' in parsed) kept = parsed.situation;
    }
    return kept;
  });
const said: fc.Arbitrary<AnswersCode> = fc.record({
  path: fc.constantFrom('short' as const, 'whole' as const),
  handling: fc.constantFrom('' as const, ...HANDLING_LABELS),
  origin: fc.constantFrom<AnswersCode['origin']>({ kind: 'blank' }, { kind: 'brief', scenario: 'P1' }),
  unchecked: fc.constant([]),
  situation: fc
    .tuple(situation, fc.constantFrom({}, { A1: 'b' }, { A1: 'any' }))
    .map(([s, readings]) => ({ ...s, readings })),
});
/** Ticks have no order of their own. */
const sorted = (value: AnswersCode) => ({
  ...value,
  situation: JSON.parse(JSON.stringify(value.situation, (_, v) => (Array.isArray(v) ? [...v].sort() : v))),
});

describe('what is said comes back', () => {
  it('always', () => {
    fc.assert(
      fc.property(said, (value) => {
        const back = readCode(smallPack, writeCode(smallPack, value));
        expect('said' in back && sorted(back.said)).toEqual(sorted(value));
      }),
      { numRuns: 500 },
    );
  });
  it('with what is unchecked, and the mark of where it began', () => {
    const value: AnswersCode = {
      path: 'short',
      handling: 'TLP:RED',
      origin: { kind: 'brief', scenario: 'P1' },
      unchecked: ['decisions'],
      situation: { answers: { decisions: 'taken' }, readings: {}, ruledOut: { buyout: ['other'] } },
    };
    const back = readCode(smallPack, writeCode(smallPack, value));
    expect(back).toEqual({ said: value });
    expect(beginningWith(smallPack, value, 'T').carried.unchecked).toEqual(['decisions']);
  });
  it('says which rules it was made with', () => {
    const code = writeCode(smallPack, {
      path: 'short',
      handling: '',
      origin: { kind: 'blank' },
      unchecked: [],
      situation: { answers: {}, readings: {}, ruledOut: {} },
    });
    expect(readCode({ ...smallPack, hash: 'other' }, code)).toEqual({ problem: 'otherPack' });
    expect(code).toMatch(/^[\w-]+$/);
    expect(code.length).toBeLessThan(30);
  });
});

describe('nothing else is taken for a code', () => {
  it('10,000 mutated, reordered and mixed parts: none wrongly accepted', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * below);
    };
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    const codes = fc.sample(said, { numRuns: 50, seed: 3 }).map((value) => writeCode(smallPack, value));
    const genuine = new Set(codes);
    let wrong = 0;
    let refused = 0;
    for (let i = 0; i < 10_000; i++) {
      const code = codes[random(codes.length)] ?? '';
      const other = codes[random(codes.length)] ?? '';
      let parts = partsOf(code, 20 + random(6));
      const how = random(4);
      if (how === 0) parts = parts.map((part, at) => (at === random(parts.length) ? mutated(part) : part));
      if (how === 1) parts = [...parts].reverse().slice(random(2));
      if (how === 2) parts = [...parts.slice(1), ...partsOf(other, 20)];
      if (how === 3) parts = [mutated(code)];
      const joined = joinParts(parts);
      const back = 'code' in joined ? readCode(smallPack, joined.code) : undefined;
      const accepted = back !== undefined && 'said' in back;
      if (accepted && !genuine.has('code' in joined ? joined.code : '')) wrong += 1;
      if (!accepted) refused += 1;
    }
    function mutated(text: string): string {
      const at = random(text.length);
      const letter = letters[random(letters.length)] ?? '';
      return (
        [text.slice(0, at) + letter + text.slice(at + 1), text.slice(0, at), text + letter][random(3)] ?? ''
      );
    }
    expect(wrong).toBe(0);
    expect(refused).toBeGreaterThan(5000);
  });
  it.each<[string, string[], unknown]>([
    ['no part', ['hello.'], { problem: 'notSuchACode' }],
    ['one of two', ['1.2.01234567.ab'], { missing: [2], of: 2 }],
    ['of two codes', ['1.2.01234567.ab', '2.2.76543210.cd'], { problem: 'mixed' }],
    ['twice and not the same', ['1.2.01234567.ab', '1.2.01234567.cd'], { problem: 'mixed' }],
    ['a number beyond', ['3.2.01234567.ab'], { problem: 'damaged' }],
    ['another digest', ['1.1.01234567.ab'], { problem: 'damaged' }],
  ])('%s', (_, texts, expected) => expect(joinParts(texts)).toEqual(expected));
});
