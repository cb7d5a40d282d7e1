/** What the board shows of a round, and what a table works on. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/create-engine.ts';
import { createRoomReasoner } from '../../../src/engine/room/create-room-reasoner.ts';
import { boardOf, kindOf, lastRound } from '../../../src/session/workshop/board.ts';
import { situationAt } from '../../../src/session/workshop/counts.ts';
import { foldRoom, taking } from '../../../src/session/workshop/fold-room.ts';
import type { HandIn } from '../../../src/session/workshop/hand-in.ts';
import { addToRoom, type RoomAction } from '../../../src/session/workshop/room.ts';
import { isTableWork, joinTable } from '../../../src/session/workshop/table-work.ts';
import { smallPack } from '../small-pack.ts';
import { exercise, known } from './sample-exercise.ts';

const engine = createEngine(smallPack);
const reasoner = createRoomReasoner(smallPack);
const judging: Parameters<typeof boardOf>[0] = {
  brief: { pack: smallPack, engine },
  workshop: {
    verdicts(state, round) {
      const hands = [...(state.hands.get(round) ?? [])];
      return {
        tables: hands.map(([table]) => table),
        verdicts: reasoner.verdicts(hands.map(([, { handIn }]) => situationAt(state, handIn))),
      };
    },
  },
};

function roomOf(...steps: (RoomAction | HandIn)[]) {
  let room = addToRoom([], { type: 'opened', room: 'r', exercise }, '2026-11-27T09:00:00.000Z');
  for (const step of steps)
    room = addToRoom(
      room,
      'type' in step ? step : taking(foldRoom(room), step, 'typed'),
      '2026-11-27T10:00:00.000Z',
    );
  return foldRoom(room);
}
const hand = (table: number, answers: HandIn['answers'], round = 1): HandIn => ({
  table,
  round,
  answers,
  ruledOut: {},
  confidence: {},
});
const tender = { type: 'injectOpened', inject: 'tender', round: 2 } as const;
const second = { type: 'roundBegun', round: 2 } as const;

describe('a round', () => {
  const one = { decisions: 'taken', mandate: 'no', buyout: 'russian', bidders: 'let_in' };
  const two = { decisions: 'taken', mandate: 'yes', buyout: 'planned', bidders: 'kept_out' };
  const state = roomOf(hand(1, one), hand(2, two), tender, second, hand(1, one, 2));
  const board = (round: number) => boardOf(judging, state, round);

  it('is asked what no news had settled until then', () => {
    const asked = (round: number) => board(round)?.questions.map(({ question }) => question.id);
    expect(asked(1)).toContain('bidders');
    expect(asked(2)).not.toContain('bidders');
    expect(asked(2)).toContain('buyout');
  });

  it('tells a split that turns something, if only in combination, from one that turns nothing', () => {
    const kinds = Object.fromEntries(board(1)?.questions.map((one) => [one.question.id, kindOf(one)]) ?? []);
    expect(kinds).toMatchObject({ mandate: 'turns', bidders: 'turns', decisions: 'none' });
    const bidders = board(1)?.questions.find(({ question }) => question.id === 'bidders');
    expect(bidders?.weight.between).toEqual([]);
  });

  it('counts nothing that does not apply at a table', () => {
    // No question that tables of this pack are asked ever fails to apply: one is made to.
    const evaluate: typeof engine.evaluate = (situation) => {
      const found = engine.evaluate(situation);
      if (situation.answers.decisions !== 'not_taken') return found;
      return { ...found, applies: { ...found.applies, mandate: 'never' } };
    };
    const apart = roomOf(hand(1, { ...one, decisions: 'not_taken' }), hand(2, two));
    const at = boardOf({ ...judging, brief: { pack: smallPack, engine: { evaluate } } }, apart, 1);
    const mandate = at?.questions.find(({ question }) => question.id === 'mandate');
    expect(mandate?.count).toMatchObject({ notAsked: [1], answered: 1 });
  });

  it('in which nobody has handed in has no board, and is not the last one', () => {
    expect(board(3)).toBeUndefined();
    expect(lastRound(state)).toBe(2);
    expect(lastRound(roomOf(second))).toBe(1);
    expect(
      lastRound({
        hands: new Map([
          [1, state.hands.get(1) ?? new Map()],
          [2, new Map()],
        ]),
      }),
    ).toBe(1);
  });
});

describe('a table', () => {
  const SEAT = { exercise: known.digest, room: '', table: 3 };
  const joined = joinTable(SEAT, 1);
  const work = { ...joined, handIn: hand(3, { decisions: 'taken' }), opened: ['tender'] };

  it('goes on with its answers in another round', () => {
    expect(joinTable(SEAT, 2, work)).toEqual({
      ...work,
      handIn: hand(3, { decisions: 'taken' }, 2),
    });
  });

  it.each<[string, object, boolean]>([
    ['as it should be', {}, true],
    ['of another exercise', { exercise: 'x' }, false],
    ['with news that there is not', { opened: ['x'] }, false],
    ['with no list of news', { opened: 'tender' }, false],
    ['with no hand-in', { handIn: {} }, false],
    ['of a room', { room: '7K2' }, true],
    ['of a room that has no such name', { room: '7K' }, false],
    ['of a room that is none', { room: {} }, false],
  ])('its work: %s', (_, more, holds) =>
    expect(isTableWork({ ...work, ...more }, exercise, known.digest, smallPack)).toBe(holds),
  );
});
