/** Codes of a workshop: what is said comes back; nothing else is taken for a code, and each refusal says why. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/engine/canonical.ts';
import type { Pack } from '../../../src/engine/pack.ts';
import { parseSituation } from '../../../src/engine/situation.ts';
import { predictable, readHandIn, writeHandIn } from '../../../src/exchange/workshop/hand-in-code.ts';
import { joined, readJoin, writeJoin } from '../../../src/exchange/workshop/join-code.ts';
import { roomTag } from '../../../src/exchange/workshop/room-tag.ts';
import { grouped } from '../../../src/exchange/workshop/symbols.ts';
import { digestOfExercise } from '../../../src/session/workshop/digest.ts';
import type { HandIn } from '../../../src/session/workshop/hand-in.ts';
import { loadPack } from '../../../src/tools/cli/load.ts';
import { Random, randomSituation } from '../../engine/random.ts';
import { smallPack } from '../../session/small-pack.ts';
import { exercise, known } from '../../session/workshop/sample-exercise.ts';

function realPack(): Pack {
  const { pack } = loadPack('rules/belarus-russia-2020');
  if (pack === undefined) throw new Error('the shipped pack does not compile');
  return pack;
}
const shipped = realPack();
const all = {
  ...exercise,
  pack: { id: shipped.id, version: shipped.version, hash: shipped.hash },
  questions: shipped.questions.map(({ id }) => id),
  answers: {},
  injects: [],
};
/** A tag. */
const ROOM = roomTag('one');
const twenty = { exercise: all, digest: digestOfExercise(all), pack: shipped };

/** What a table may hand in, with as much beside the answers as wanted. */
function randomHandIn(random: Random, { exercise: of, pack }: typeof known, more: boolean): HandIn {
  const { answers, ruledOut } = randomSituation(random, pack);
  const open = <T>(record: Record<string, T>) =>
    Object.fromEntries(Object.entries(record).filter(([id]) => of.questions.includes(id)));
  const given: HandIn = {
    table: 1 + random.below(40),
    round: 1 + random.below(3),
    answers: open(answers),
    ruledOut: {},
    confidence: {},
  };
  if (!more) return given;
  for (const [id, options] of Object.entries(open(ruledOut))) {
    const answer = given.answers[id] ?? [];
    const isOpen = answer.length === 0 || answer.includes('dont_know');
    if (isOpen) given.ruledOut[id] = options;
  }
  for (const [id, answer] of Object.entries(given.answers))
    if ([answer].flat().some((option) => option !== 'dont_know') && random.chance(0.5))
      given.confidence[id] = random.pick(['low', 'moderate', 'high'] as const);
  return { ...given, predicted: random.some(predictable(pack), 0.5) };
}
/** Ticks have no order of their own, and an empty list is no answer. */
const plain = (handIn: HandIn) => {
  const listed = JSON.parse(JSON.stringify(handIn), (_, v) => (Array.isArray(v) ? [...v].sort() : v));
  const answers = Object.entries(listed.answers).filter(([, answer]) => String(answer) !== '');
  return canonicalJson({ ...listed, answers: Object.fromEntries(answers) });
};
const of = (handIn: Partial<HandIn>): HandIn => ({
  table: 1,
  round: 1,
  answers: {},
  ruledOut: {},
  confidence: {},
  ...handIn,
});

describe('what a table hands in comes back', () => {
  it.each([
    ['the small pack', known],
    ['all twenty questions of the shipped pack', twenty],
  ])('%s', (_, subject) => {
    const random = new Random(5);
    for (let i = 0; i < 1500; i++) {
      const handIn = randomHandIn(random, subject, i % 2 === 1);
      const { answers, ruledOut } = handIn;
      expect('situation' in parseSituation(subject.pack, { answers, ruledOut })).toBe(true);
      const room = i % 4 < 2 ? ROOM : '';
      const back = readHandIn(subject, writeHandIn(subject, handIn, room), ROOM);
      expect('handIn' in back && plain(back.handIn), JSON.stringify(handIn)).toEqual(plain(handIn));
      expect(back).toHaveProperty('room', room);
    }
  });
  it('however it is typed', () => {
    const handIn = of({ table: 7, answers: { decisions: 'taken', narrative: ['voluntary', 'dont_know'] } });
    const code = writeHandIn(known, handIn);
    const typed = ` ${grouped(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll(' ', '-')}\n`;
    expect(readHandIn(known, typed)).toEqual({ handIn, room: '' });
  });
  it('in about so many characters', () => {
    const random = new Random(1);
    // The longest of many: how much is rated and ruled out differs.
    const lengths = (more: boolean, subject: typeof known) =>
      Math.max(
        ...Array.from(
          { length: 200 },
          () => writeHandIn(subject, randomHandIn(random, subject, more)).length,
        ),
      );
    const seven = { ...all, questions: all.questions.slice(8, 15) };
    const usual = { exercise: seven, digest: digestOfExercise(seven), pack: shipped };
    // Twenty answers; with confidence, what is ruled out and a prediction; seven answers alone.
    expect([lengths(false, twenty), lengths(true, twenty), lengths(false, usual)]).toEqual([28, 44, 19]);
    expect(writeJoin(known, 1, ROOM)).toHaveLength(20);
    // That a room is named makes none longer.
    const handIn = randomHandIn(random, usual, true);
    expect(writeHandIn(usual, handIn, ROOM)).toHaveLength(writeHandIn(usual, handIn).length);
  });
});

describe('each refusal says why', () => {
  const code = writeHandIn(known, of({ answers: { decisions: 'taken', mandate: 'no' } }));
  const reread = (changes: object) => {
    const other = { ...exercise, ...changes };
    return readHandIn({ exercise: other, digest: digestOfExercise(other), pack: smallPack }, code);
  };
  const altered = `${code.slice(0, 4)}${code[4] === 'A' ? 'B' : 'A'}${code.slice(5)}`;
  it.each<[string, unknown, string]>([
    ['nothing', readHandIn(known, ''), 'notSuchACode'],
    ['a word', readHandIn(known, 'hello'), 'notSuchACode'],
    ['markup', readHandIn(known, '<img src=x onerror=alert(1)>'), 'notSuchACode'],
    ['a very long one', readHandIn(known, 'A'.repeat(1_000_000)), 'notSuchACode'],
    ['one character altered', readHandIn(known, altered), 'damaged'],
    ['cut off', readHandIn(known, code.slice(0, -1)), 'damaged'],
    ['two in one', readHandIn(known, code + code), 'damaged'],
    ['one to join with', readHandIn(known, writeJoin(known, 1, ROOM)), 'joinCode'],
    ['of another exercise', reread({ id: 'other' }), 'otherExercise'],
    ['of another version of the pack', reread({ pack: { ...exercise.pack, hash: 'x' } }), 'otherPack'],
    ['of another edition', reread({ threshold: 80 }), 'otherEdition'],
  ])('%s', (_, read, problem) => expect(read).toEqual({ problem }));
  it('what was sealed by somebody who knows how, and says what cannot be', () => {
    expect(() => writeHandIn(known, of({ answers: { decisions: 'perhaps' } }))).not.toThrow();
    const forged = [
      of({ table: 0 }),
      of({ table: 63 }),
      of({ round: 0 }),
      of({ ruledOut: { decisions: ['taken', 'not_taken'] } }),
    ].map((handIn) => readHandIn(known, writeHandIn(known, handIn)));
    expect(forged).toEqual(forged.map(() => ({ problem: 'damaged' })));
  });
});

it('what the exercise does not ask for is refused, whoever sealed it', () => {
  const { rulingOut: _, ...plain } = { ...exercise, confidence: false };
  const unasked = { exercise: plain, digest: digestOfExercise(plain), pack: smallPack };
  const rated = of({ answers: { decisions: 'taken' }, confidence: { decisions: 'low' } });
  const out = of({ answers: { decisions: 'dont_know' }, ruledOut: { decisions: ['taken'] } });
  for (const handIn of [rated, out]) {
    expect(readHandIn(known, writeHandIn(known, handIn))).toEqual({ handIn, room: '' });
    expect(readHandIn(unasked, writeHandIn(unasked, handIn))).toEqual({ problem: 'damaged' });
  }
});

describe('nothing else is taken for a code', () => {
  it('10,000 mutated ones: none wrongly accepted', () => {
    const random = new Random(11);
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZILOU -<é';
    const codes = Array.from({ length: 60 }, (_, i) =>
      writeHandIn(known, randomHandIn(random, known, i % 2 === 1)),
    );
    const genuine = new Set(codes);
    const mutations: ((code: string, other: string) => string)[] = [
      (code) => {
        const at = random.below(code.length);
        return code.slice(0, at) + random.pick([...letters]) + code.slice(at + 1);
      },
      (code) => code.slice(0, random.below(code.length)),
      (code) => code + random.pick([...letters]),
      (code) => code.slice(1),
      (code) => {
        const at = random.below(code.length - 1);
        return code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
      },
      (code, other) => code.slice(0, code.length >> 1) + other.slice(other.length >> 1),
      // The answers of one under the checks of another.
      (code, other) => code.slice(0, -9) + other.slice(-9),
      (code) => [...code].reverse().join(''),
    ];
    let wrong = 0;
    let refused = 0;
    for (let i = 0; i < 10_000; i++) {
      const mutated = random.pick(mutations)(random.pick(codes), random.pick(codes));
      const read = readHandIn(known, mutated);
      if ('problem' in read) refused += 1;
      // A slip that is read as what it looks like, or that changed nothing, is no mistake.
      else if (!genuine.has(writeHandIn(known, read.handIn))) wrong += 1;
      else if (
        !genuine.has(mutated.toUpperCase().replace(/[ -]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1'))
      )
        wrong += 1;
    }
    expect([wrong, refused > 9000]).toEqual([0, true]);
  });
  it('nor is any text at all, and it never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), (text) => {
        expect(readHandIn(known, text)).toHaveProperty('problem');
        expect(readJoin(text)).toHaveProperty('problem');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('joining', () => {
  const other = { ...exercise, id: 'other' };
  const edited = { ...exercise, threshold: 80 };
  const withDigest = (one: typeof exercise) => ({ exercise: one, digest: digestOfExercise(one) });
  const joinOf = (text: string) => {
    const read = readJoin(text);
    if ('problem' in read) throw new Error(read.problem);
    return read.join;
  };
  const code = writeJoin(known, 2, ROOM);
  it('finds the exercise among those at hand, or says what is missing', () => {
    const join = joinOf(grouped(code).toLowerCase());
    expect(joined(join, [withDigest(other), known])).toEqual({
      kind: 'here',
      exercise: known,
      round: 2,
      room: ROOM,
    });
    expect(joined(join, [withDigest(edited)])).toEqual({
      kind: 'otherEdition',
      exercise: withDigest(edited),
    });
    expect(joined(join, [withDigest(other)])).toEqual({ kind: 'missing' });
  });
  it.each<[string, string, string]>([
    ['damaged', `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`, 'damaged'],
    ['damaged in the middle', code.slice(0, 9) + code.slice(10), 'damaged'],
    ['a hand-in', writeHandIn(known, of({})), 'handIn'],
    ['a word', 'harbour', 'notSuchACode'],
  ])('%s', (_, text, problem) => expect(readJoin(text)).toEqual({ problem }));
});
