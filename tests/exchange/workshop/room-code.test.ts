/** A room as a sequence of codes: it comes out to the letter, and nothing else is taken for one. */
import { describe, expect, it } from 'vitest';
import type { KnownExercise } from '../../../src/exchange/workshop/hand-in-code.ts';
import { readRoomCodes, writeRoomCodes } from '../../../src/exchange/workshop/room-code.ts';
import { foldRoom, taking } from '../../../src/session/workshop/fold-room.ts';
import type { HandIn } from '../../../src/session/workshop/hand-in.ts';
import { addToRoom, inOrder, type RoomAction, type RoomEntry } from '../../../src/session/workshop/room.ts';
import { Random } from '../../engine/random.ts';
import { smallPack } from '../../session/small-pack.ts';
import { exercise, known } from '../../session/workshop/sample-exercise.ts';

let clock = Date.UTC(2026, 10, 27, 9);
const now = () => {
  clock += 17_321;
  return new Date(clock).toISOString();
};
const handIn = (table: number, more: Partial<HandIn> = {}): HandIn => ({
  table,
  round: 1,
  answers: { decisions: 'taken', narrative: ['voluntary', 'dont_know'] },
  ruledOut: {},
  confidence: table % 2 === 0 ? { decisions: 'high' } : {},
  ...more,
});

const randomText = (length: number) => {
  const random = new Random(4);
  return Array.from({ length }, () => String.fromCharCode(33 + random.below(90))).join('');
};

/** So many tables, two of which handed in twice; news, a second round, words of the trainer. */
function roomOf(tables: number): RoomEntry[] {
  let entries = addToRoom([], { type: 'opened', room: 'r-1', exercise }, now());
  const add = (action: RoomAction) => {
    entries = addToRoom(entries, action, now());
  };
  const take = (one: HandIn) => add(taking(foldRoom(entries), one, 'scanned'));
  add({ type: 'seated', tables });
  for (let table = 1; table <= tables; table++) take(handIn(table));
  // Ticks in an order that its code would not give back.
  take(handIn(2, { answers: { decisions: 'not_taken', narrative: ['dont_know', 'voluntary'] } }));
  add({ type: 'undone', entry: entries.at(-1)?.id ?? '' });
  add({ type: 'injectOpened', inject: 'tender', round: 2 });
  add({ type: 'roundBegun', round: 2 });
  for (let table = 1; table <= tables; table += 3)
    take(handIn(table, { round: 2, answers: { mandate: 'no' }, confidence: {} }));
  add({ type: 'wrote', part: 'hotWash', text: 'Wir haben — “doch” — gelernt. Было.' });
  add({ type: 'agreed', action: { id: 'a', what: 'Ask', owner: '', due: '2026-12-01' } });
  return inOrder(entries);
}
const codesOf = async (entries: RoomEntry[]) => {
  const codes = await writeRoomCodes(entries, known);
  if (codes === undefined) throw new Error('too many');
  return codes;
};
const read = (texts: string[], here: KnownExercise[] = [known]) => readRoomCodes(texts, here, smallPack);

it('comes out to the letter, in whatever order and however often', async () => {
  const entries = roomOf(8);
  const codes = await codesOf(entries);
  const shuffled = [...codes].reverse();
  expect(await read([...shuffled, ...codes])).toEqual({ kind: 'whole', entries });
  expect(await read([codes[1] ?? '', codes[0] ?? ''])).toMatchObject({ kind: 'some', of: codes.length });
  for (const code of codes) expect(code.length).toBeLessThanOrEqual(150);
});

it('one in which two devices collected, and one to be replaced is not there', async () => {
  const first = roomOf(3);
  const second = addToRoom(first.slice(0, 4), taking(foldRoom(first.slice(0, 4)), handIn(1), 'typed'), now());
  const entries = inOrder([...first, ...second.slice(4)]).slice(0, -1);
  const withStranger = addToRoom(
    entries,
    { type: 'handedIn', by: 'file', handIn: handIn(3), replaces: ['c'.repeat(64)] },
    now(),
  );
  expect(await read(await codesOf(withStranger))).toEqual({ kind: 'whole', entries: inOrder(withStranger) });
});

it('takes so many codes', async () => {
  const count = async (tables: number) => (await codesOf(roomOf(tables))).length;
  const [eight, forty] = [await count(8), await count(40)];
  expect(eight).toBeLessThanOrEqual(8);
  expect(forty).toBeLessThanOrEqual(16);
  const long = addToRoom(roomOf(8), { type: 'wrote', part: 'notes', text: randomText(18_000) }, now());
  expect(await writeRoomCodes(long, known)).toBeUndefined();
});

describe('is refused, each for its reason', () => {
  const problem = async (texts: string[], here?: KnownExercise[]) => {
    const found = await read(texts, here);
    return found.kind === 'problem' ? found.problem : found.kind;
  };
  it('where the exercise is not here, or in another edition', async () => {
    const codes = await codesOf(roomOf(8));
    expect(await problem(codes, [])).toBe('noExercise');
    expect(await problem(codes, [{ ...known, digest: 'f'.repeat(64) }])).toBe('noExercise');
  });
  it('codes of two rooms, altered ones, later ones, and what is none', async () => {
    const [one, other] = [await codesOf(roomOf(8)), await codesOf(roomOf(7))];
    expect(await problem([...one.slice(0, 2), ...other.slice(2)])).toBe('mixed');
    const altered = one.map((code, i) =>
      i === 1 ? `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}` : code,
    );
    expect(await problem(altered)).toBe('damaged');
    expect(await problem(['r2gAAAA'])).toBe('later');
    expect(await problem(['<img src=x>'])).toBe('notSuchACode');
    expect(await problem(['40B2X0002Y0DK1G938'])).toBe('notSuchACode');
  });
  it('what was sealed by somebody who knows how, and says what cannot be', async () => {
    const forged = roomOf(3).map((entry) =>
      entry.action.type === 'handedIn'
        ? { ...entry, action: { ...entry.action, handIn: handIn(1, { confidence: { colour: 'high' } }) } }
        : entry,
    );
    expect(await problem(await codesOf(forged))).toBe('damaged');
    for (const text of ['[]', '[1,2]', '["a","b",[[1,1,["h"]]]]', '{"__proto__":{}}', 'null']) {
      expect(await problem([`r1n${btoa(text).replaceAll('=', '')}`])).toBe('damaged');
    }
  });
});

it('10,000 mutated, reordered and mixed codes: none wrongly accepted, and none throws', async () => {
  const random = new Random(21);
  const rooms = await Promise.all([roomOf(8), roomOf(4), roomOf(3)].map(codesOf));
  const genuine = new Set(rooms.map((codes) => codes.join()));
  const letters = [...'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_.é <'];
  const mutate = (code: string) => {
    const at = random.below(code.length);
    return random.pick([
      () => code.slice(0, at) + random.pick(letters) + code.slice(at + 1),
      () => code.slice(0, at),
      () => code.slice(0, at) + random.pick(letters) + code.slice(at),
      () => code.replace(/^\d+/, (digits) => String(Number(digits) + 1)),
      () => code.replace(/^(\d+)\.(\d+)/, (_, n, of) => `${n}.${Number(of) - 1}`),
    ])();
  };
  let wrong = 0;
  let refused = 0;
  for (let i = 0; i < 10_000; i++) {
    const codes = [...random.pick(rooms)];
    const at = random.below(codes.length);
    if (random.chance(0.2)) codes[at] = random.pick(random.pick(rooms));
    else codes[at] = mutate(codes[at] ?? '');
    const found = await read(random.chance(0.5) ? codes : codes.reverse());
    if (found.kind !== 'whole') refused += 1;
    else if (!genuine.has((await codesOf(found.entries)).join())) wrong += 1;
  }
  expect([wrong, refused > 9000]).toEqual([0, true]);
});
