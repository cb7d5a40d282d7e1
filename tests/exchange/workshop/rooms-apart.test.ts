/** Codes of two rooms of one exercise: apart, as short as before, and no slip of a finger is taken for anything else. */
import { describe, expect, it } from 'vitest';
import { framed } from '../../../src/exchange/workshop/framed.ts';
import { readHandIn, writeHandIn } from '../../../src/exchange/workshop/hand-in-code.ts';
import { joined, readJoin, writeJoin } from '../../../src/exchange/workshop/join-code.ts';
import { roomTag } from '../../../src/exchange/workshop/room-tag.ts';
import { isWithoutSlip, slipCheck } from '../../../src/exchange/workshop/slips.ts';
import { digestOfExercise } from '../../../src/session/workshop/digest.ts';
import type { HandIn } from '../../../src/session/workshop/hand-in.ts';
import { Random } from '../../engine/random.ts';
import { smallPack } from '../../session/small-pack.ts';
import { exercise, known } from '../../session/workshop/sample-exercise.ts';

const ALPHABET = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
const [ONE, OTHER] = [roomTag('one'), roomTag('other')];
const handIn = (table: number): HandIn => ({
  table,
  round: 1,
  answers: { decisions: 'taken', mandate: 'no', narrative: ['voluntary', 'dont_know'] },
  ruledOut: {},
  confidence: { decisions: 'high' },
});
const edited = { ...exercise, threshold: 80 };
const knownEdited = { exercise: edited, digest: digestOfExercise(edited), pack: smallPack };

it('a room has three characters, the same on every device', () => {
  expect(ONE).toMatch(/^[0-9A-HJKMNP-TV-Z]{3}$/);
  expect(roomTag('one')).toBe(ONE);
  expect(ONE).not.toBe(OTHER);
});

it('of many rooms about as many are alike as chance has it: 1 pair in 32,768', () => {
  const rooms = 2000;
  const tags = Array.from({ length: rooms }, (_, i) => roomTag(`room ${i}`));
  const byTag = new Map<string, number>();
  for (const tag of tags) byTag.set(tag, (byTag.get(tag) ?? 0) + 1);
  const pairs = [...byTag.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const expected = (rooms * (rooms - 1)) / 2 / 32_768;
  expect(pairs).toBeGreaterThan(expected * 0.5);
  expect(pairs).toBeLessThan(expected * 1.5);
});

describe('a code to join', () => {
  it('is another one in each room and round, and leads to the room', () => {
    const codes = [ONE, OTHER].flatMap((room) => [1, 2, 3].map((round) => writeJoin(known, round, room)));
    expect(new Set(codes).size).toBe(6);
    const read = readJoin(codes[4] ?? '');
    if ('problem' in read) throw new Error(read.problem);
    expect(joined(read.join, [known])).toEqual({ kind: 'here', exercise: known, round: 2, room: OTHER });
  });
});

describe('a hand-in', () => {
  it('of one room is refused in the other, in words of its own', () => {
    for (let table = 1; table <= 40; table++) {
      const code = writeHandIn(known, handIn(table), ONE);
      expect(readHandIn(known, code, ONE)).toEqual({ handIn: handIn(table), room: ONE });
      expect(readHandIn(known, code, OTHER)).toEqual({ problem: 'otherRoom' });
      // Where the room is not known it is read, and says which it is of.
      expect(readHandIn(known, code)).toEqual({ handIn: handIn(table), room: ONE });
    }
  });
  it('of another edition is never taken, whichever the room', () => {
    const said = Array.from({ length: 60 }, (_, i) =>
      readHandIn(known, writeHandIn(knownEdited, handIn(i + 1), OTHER), ONE),
    );
    expect(said.filter((read) => 'handIn' in read)).toEqual([]);
    // All but 1 in 128 are told for what they are; that one is of another room, which it is.
    expect(
      said.filter((read) => 'problem' in read && read.problem === 'otherEdition').length,
    ).toBeGreaterThan(55);
  });
});

describe('slips', () => {
  const random = new Random(34);
  const codes: [what: string, code: string, problem: (text: string) => string][] = Array.from(
    { length: 12 },
    (_, i) => {
      const problemOf = (read: object) => ('problem' in read ? String(read.problem) : 'taken');
      const room = roomTag(`slip ${i}`);
      return i % 2 === 0
        ? [
            'hand-in',
            writeHandIn(known, handIn(i + 1), room),
            (text) => problemOf(readHandIn(known, text, room)),
          ]
        : ['join', writeJoin(known, 1 + (i % 3), room), (text) => problemOf(readJoin(text))];
    },
  );
  it('every single character that is another one is told as such, wherever it stands', () => {
    const told = new Map<string, number>();
    for (const [, code, problem] of codes)
      for (let at = 0; at < code.length; at++)
        for (const letter of ALPHABET.filter((one) => one !== code[at])) {
          const problemOf = problem(code.slice(0, at) + letter + code.slice(at + 1));
          told.set(problemOf, (told.get(problemOf) ?? 0) + 1);
        }
    expect([...told.keys()]).toEqual(['damaged']);
    expect(told.get('damaged')).toBeGreaterThan(6000);
  });
  it('and so are all neighbours that changed places', () => {
    for (const [, code, problem] of codes)
      for (let at = 0; at < code.length - 1; at++) {
        const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
        if (swapped !== code) expect(problem(swapped), `${code} at ${at}`).toBe('damaged');
      }
  });
  it('the two characters by themselves: 20,000 texts of every length up to 100', () => {
    for (let i = 0; i < 20_000; i++) {
      const text = Array.from({ length: 1 + random.below(100) }, () => random.pick(ALPHABET)).join('');
      const whole = text + slipCheck(text);
      expect(isWithoutSlip(whole)).toBe(true);
      const at = random.below(whole.length);
      const letter = random.pick(ALPHABET.filter((one) => one !== whole[at]));
      expect(isWithoutSlip(whole.slice(0, at) + letter + whole.slice(at + 1))).toBe(false);
      if (at + 1 < whole.length && whole[at] !== whole[at + 1])
        expect(isWithoutSlip(whole.slice(0, at) + whole[at + 1] + whole[at] + whole.slice(at + 2))).toBe(
          false,
        );
    }
  });
  it('the kind of a code without a room put before one with a room is no way past them', () => {
    const code = writeHandIn(known, handIn(1), ONE);
    // Its content under the checks of the older kind: what it says of itself is that it is of a room.
    const older = framed(code.slice(0, -9), known.digest);
    expect(readHandIn(known, older, ONE)).toEqual({ problem: 'damaged' });
  });
});
