/** What workshops kept and wrote before rooms had codes of their own, frozen as it was: it opens for ever. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHandIn } from '../../../src/exchange/workshop/hand-in-code.ts';
import { readHandInFile } from '../../../src/exchange/workshop/hand-in-file.ts';
import { joined, readJoin } from '../../../src/exchange/workshop/join-code.ts';
import { readRoomCodes } from '../../../src/exchange/workshop/room-code.ts';
import { readRoomFile } from '../../../src/exchange/workshop/room-file.ts';
import { boardOf } from '../../../src/session/workshop/board.ts';
import { canReveal, foldRoom, missingTables } from '../../../src/session/workshop/fold-room.ts';
import { isTableWork, tableKey } from '../../../src/session/workshop/table-work.ts';
import { atTurn, goesRound } from '../../../src/session/workshop/turns.ts';
import { smallPack } from '../../session/small-pack.ts';
import { exercise, known } from '../../session/workshop/sample-exercise.ts';

const frozen = (name: string) => readFileSync(new URL(`./frozen/${name}`, import.meta.url));
const codes = JSON.parse(frozen('codes-1.json').toString()) as {
  digest: string;
  join: string[];
  handIn: string;
  room: string[];
};
const entriesOf = (name: string) => {
  const read = readRoomFile(frozen(name), smallPack);
  if (!('entries' in read)) throw new Error(JSON.stringify(read));
  return read.entries;
};
const handIn = {
  table: 3,
  round: 1,
  answers: { decisions: 'taken' },
  ruledOut: {},
  confidence: { decisions: 'high' },
};

it('is of the exercise that tests know', () => expect(codes.digest).toBe(known.digest));

describe('codes that name no room', () => {
  it('join as before, at a place of their own', () => {
    for (const [i, code] of codes.join.entries()) {
      const read = readJoin(code);
      if ('problem' in read) throw new Error(read.problem);
      expect(joined(read.join, [known])).toEqual({ kind: 'here', exercise: known, round: i + 1, room: '' });
    }
  });
  it('are read as a hand-in, and say that they are of no room', () => {
    expect(readHandIn(known, codes.handIn, '7K2')).toEqual({ handIn, room: '' });
    expect(readHandInFile(frozen('hand-in-1.waymark'))).toEqual({ code: codes.handIn });
  });
  it('a room in codes', async () => {
    expect(await readRoomCodes(codes.room, [known], smallPack)).toEqual({
      kind: 'whole',
      entries: entriesOf('room-1-stuck.waymark'),
    });
  });
});

describe('rooms in which one tablet was passed round', () => {
  it('kept in the middle: it still goes round, and a turn that was begun goes on', () => {
    const state = foldRoom(entriesOf('room-1-passing.waymark'));
    expect(goesRound(state, undefined)).toEqual([1, 2, 3]);
    expect(missingTables(state)).toEqual([3]);
    const turn: unknown = JSON.parse(frozen('turn-1.json').toString());
    if (!isTableWork(turn, exercise, known.digest, smallPack)) throw new Error('the turn is not read');
    expect(tableKey(turn)).toBe(`${state.id}/3`);
    expect(atTurn([turn], state, [1, 2, 3])).toBe(turn);
  });
  it('stuck in round two: the trainer has the tablet, with nothing revealed of it and nothing lost', () => {
    const state = foldRoom(entriesOf('room-1-stuck.waymark'));
    expect(goesRound(state, undefined)).toBeUndefined();
    expect(state).toMatchObject({
      round: 2,
      tables: 3,
      revealed: [1],
      injects: [{ inject: 'tender', round: 2 }],
    });
    expect(state.hands.get(1)?.size).toBe(3);
    expect(missingTables(state)).toEqual([1, 2, 3]);
  });
  it('left by the one exit there was, a reveal of nothing: the round is still to be revealed', () => {
    const state = foldRoom(entriesOf('room-1-revealed-empty.waymark'));
    expect([state.round, state.revealed, canReveal(state)]).toEqual([2, [1], false]);
    const judging = {
      brief: { pack: smallPack, engine: { evaluate: () => ({ applies: {} }) as never } },
      workshop: { verdicts: () => ({ tables: [], verdicts: [] }) },
    };
    expect(boardOf(judging, state, state.round)).toBeUndefined();
  });
});
