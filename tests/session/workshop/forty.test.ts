/** Forty tables: the board of a room as large as that is worked out as surely as that of eight, and soon enough. */
import { expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/create-engine.ts';
import type { Pack } from '../../../src/engine/pack.ts';
import { createRoomReasoner } from '../../../src/engine/room/create-room-reasoner.ts';
import { aloudOf } from '../../../src/session/workshop/aloud.ts';
import { boardOf } from '../../../src/session/workshop/board.ts';
import { situationAt } from '../../../src/session/workshop/counts.ts';
import { foldRoom, missingTables, taking } from '../../../src/session/workshop/fold-room.ts';
import type { HandIn } from '../../../src/session/workshop/hand-in.ts';
import { addToRoom } from '../../../src/session/workshop/room.ts';
import { loadPack } from '../../../src/tools/cli/load.ts';
import { readExercises } from '../../../src/tools/exercises.ts';
import { Random } from '../../engine/random.ts';

const pack = loadPack('rules/belarus-russia-2020').pack as Pack;
const { exercises } = readExercises('rules/belarus-russia-2020', pack);
const TIME = '2026-11-27T09:00:00.000Z';

it.each(exercises.map((exercise) => [exercise.id, exercise] as const))('%s', (_, exercise) => {
  const random = new Random(40);
  let entries = addToRoom([], { type: 'opened', room: 'r', exercise }, TIME);
  entries = addToRoom(entries, { type: 'seated', tables: 40 }, TIME);
  for (let table = 1; table <= 39; table++) {
    const answers: HandIn['answers'] = {};
    for (const { id, kind, options } of pack.questions) {
      if (!exercise.questions.includes(id) || random.chance(0.1)) continue;
      const option = random.chance(0.15) ? 'dont_know' : random.pick(options).id;
      answers[id] = kind === 'one' ? option : [option];
    }
    const handIn = { table, round: 1, answers, ruledOut: {}, confidence: {} };
    entries = addToRoom(entries, taking(foldRoom(entries), handIn, 'scanned'), TIME);
  }
  const state = foldRoom(entries);
  expect(missingTables(state)).toEqual([40]);
  const engine = createEngine(pack);
  const reasoner = createRoomReasoner(pack);
  const workshop = {
    verdicts: (of: typeof state, round: number) => {
      const hands = [...(of.hands.get(round) ?? [])];
      return {
        tables: hands.map(([table]) => table),
        verdicts: reasoner.verdicts(hands.map(([, { handIn }]) => situationAt(of, handIn))),
      };
    },
  };
  const begun = performance.now();
  const board = boardOf({ brief: { pack, engine }, workshop }, state, 1);
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect(board?.tables).toHaveLength(39);
  // What combinations come to could be told for every verdict.
  expect(board?.advice.filter(({ saying }) => saying.unknown)).toEqual([]);
  for (const { count } of board?.questions ?? []) {
    const { answered, dontKnow, unanswered, notAsked } = count;
    expect(answered + dontKnow.length + unanswered.length + notAsked.length).toBe(39);
    const { pairs } = count.agreement ?? {};
    if (pairs !== undefined) expect(pairs.of).toBe((answered * (answered - 1)) / 2);
  }
  // The three sentences say of each verdict what the verdicts of the tables do.
  const aloud = board && aloudOf(board);
  for (const { output, verdict } of board?.advice ?? []) {
    const holding = board?.tables.filter((__, i) => verdict.statuses[i] === 'holds') ?? [];
    expect(aloud?.every.includes(output.id)).toBe(holding.length === 39);
    const some = aloud?.some.find((one) => one.output === output.id)?.tables ?? [];
    expect(some).toEqual(holding.length === 39 ? [] : holding);
    if (aloud?.together.includes(output.id)) expect(holding).toEqual([]);
  }
});
