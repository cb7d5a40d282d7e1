/** What taking a room over would bring, told before anything is kept. */
import { expect, it } from 'vitest';
import { foldRoom, taking } from '../../../src/session/workshop/fold-room.ts';
import type { HandIn } from '../../../src/session/workshop/hand-in.ts';
import { addToRoom, type RoomEntry } from '../../../src/session/workshop/room.ts';
import { takingOver } from '../../../src/session/workshop/take-over.ts';
import { exercise } from './sample-exercise.ts';

let second = 0;
const now = () => new Date(Date.UTC(2026, 10, 27, 9, 0, ++second)).toISOString();
const opened = (of = exercise) => addToRoom([], { type: 'opened', room: 'r', exercise: of }, now());
const take = (entries: RoomEntry[], table: number, decisions = 'taken') => {
  const handIn: HandIn = { table, round: 1, answers: { decisions }, ruledOut: {}, confidence: {} };
  return addToRoom(entries, taking(foldRoom(entries), handIn, 'typed'), now());
};
const base = take(opened(), 1);
const further = take(take(base, 2), 3);
const aside = take(take(base, 2, 'not_taken'), 4);
const alike = take(base, 2);

it.each<[string, RoomEntry[], RoomEntry[] | undefined, object]>([
  ['not here', further, undefined, { relation: 'new', differ: [] }],
  ['here already', base, further, { relation: 'same', differ: [] }],
  ['the very same', further, further, { relation: 'same', differ: [] }],
  ['it goes on from the one here', further, base, { relation: 'later', differ: [] }],
  ['each has something', further, aside, { relation: 'both', differ: [{ round: 1, tables: [2] }] }],
  ['both took the same of a table', further, alike, { relation: 'both', differ: [] }],
  [
    'of another exercise under the same name',
    opened({ ...exercise, threshold: 80 }),
    base,
    { relation: 'otherExercise', differ: [] },
  ],
])('%s', (_, theirs, ours, expected) => expect(takingOver(theirs, ours)).toMatchObject(expected));

it('nothing of either is lost, whichever takes the other over', () => {
  const hands = ({ after }: ReturnType<typeof takingOver>) =>
    [...(after.hands.get(1) ?? [])].map(([table, { handIn }]) => [table, handIn.answers.decisions]).sort();
  const both = hands(takingOver(further, aside));
  expect(both).toEqual(hands(takingOver(aside, further)));
  expect(both).toEqual([
    [1, 'taken'],
    [2, 'not_taken'],
    [3, 'taken'],
    [4, 'taken'],
  ]);
});
