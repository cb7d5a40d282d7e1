/** On paper and on tablets: the same room comes to the same board, and a box is one tap. */
import { describe, expect, it } from 'vitest';
import { DONT_KNOW } from '../../../src/engine/pack.ts';
import { ballotCode } from '../../../src/exchange/workshop/ballot-code.ts';
import { createWorkshop } from '../../../src/exchange/workshop/create-workshop.ts';
import { askedNow } from '../../../src/session/workshop/asked-now.ts';
import { boardOf } from '../../../src/session/workshop/board.ts';
import { digestOfExercise } from '../../../src/session/workshop/digest.ts';
import { judgeOffer, taking } from '../../../src/session/workshop/fold-room.ts';
import type { HandIn } from '../../../src/session/workshop/hand-in.ts';
import type { Workshop } from '../../../src/session/workshop/workshop.ts';
import { createMemoryWorkshopStore } from '../../../src/storage/memory-workshop-store.ts';
import { afterTap } from '../../../src/view/question/choices.ts';
import { answered, LEVELS, withLevel, withPrediction } from '../../../src/view/workshop/answered.ts';
import { copiesOf, KIT_PARTS } from '../../../src/view/workshop/paper/kit.ts';
import { letterOf } from '../../../src/view/workshop/paper/letters.ts';
import { Random } from '../../engine/random.ts';
import { smallBrief, smallPack } from '../small-pack.ts';
import { exercise, known } from './sample-exercise.ts';

const brief = smallBrief;
const TABLES = 6;

/** Crosses on a ballot, as a person makes them: some questions stay empty, some say "don't know". */
interface Cross {
  question: string;
  options: string[];
  level: (typeof LEVELS)[number];
}

function crosses(random: Random): Cross[] {
  return smallPack.questions
    .filter(({ id }) => exercise.questions.includes(id))
    .flatMap((question) => {
      if (random.chance(0.2)) return [];
      const all = [...question.options.map(({ id }) => id), DONT_KNOW];
      const options = question.kind === 'one' ? [random.pick(all)] : all.filter(() => random.chance(0.4));
      return [{ question: question.id, options, level: random.pick(LEVELS) }];
    });
}

function tapped(start: HandIn, ballot: readonly Cross[]): HandIn {
  let handIn = start;
  for (const { question: id, options, level } of ballot) {
    const question = smallPack.questions.find((one) => one.id === id);
    if (question === undefined) throw new Error(`no ${id}`);
    // What was handed in before is on the screen: a cross is tapped where it is not there yet.
    if (question.kind === 'several') handIn = answered(handIn, id, undefined);
    for (const option of options)
      handIn = answered(handIn, id, afterTap(question, handIn.answers[id], option).answer);
    const said = [handIn.answers[id] ?? []].flat().some((option) => option !== DONT_KNOW);
    if (said) handIn = withLevel(handIn, id, level);
  }
  return handIn;
}

const empty = (table: number, round: number): HandIn => ({
  table,
  round,
  answers: {},
  ruledOut: {},
  confidence: {},
});

/** A room with two rounds and news between them. `onPaper`: whether a table of a round hands in a ballot. */
async function run(seed: number, onPaper: (table: number, round: number) => boolean): Promise<Workshop> {
  const random = new Random(seed);
  let clock = 0;
  const workshop = await createWorkshop({
    pack: smallPack,
    store: createMemoryWorkshopStore(),
    shipped: [exercise],
    app: '0.1.0',
    now: () => new Date(Date.UTC(2026, 10, 27, 9, 0, ++clock)).toISOString(),
    newId: () => 'room',
  });
  await workshop.openRoom(exercise);
  const room = () => {
    const [one] = workshop.rooms.value;
    if (one === undefined) throw new Error('no room');
    return one;
  };
  for (const round of [1, 2]) {
    for (let table = 1; table <= TABLES; table++) {
      const ballot = crosses(random);
      const predicts = random.chance(0.3) ? undefined : random.pick([[], ['R1']]);
      const { state, edition } = room();
      const before = state.hands.get(round - 1)?.get(table)?.handIn;
      let handIn = tapped(before ? { ...before, round } : empty(table, round), ballot);
      if (round === 1) handIn = withPrediction(handIn, predicts);
      const opened = state.injects.map(({ inject }) => inject);
      const toTake = askedNow({ brief, exercise, opened }, handIn).handIn;
      const paper = onPaper(table, round);
      const read = paper
        ? { handIn: toTake }
        : workshop.readHandIn(edition, workshop.writeHandIn(edition, toTake, ''), '');
      if ('problem' in read) throw new Error(read.problem);
      expect(judgeOffer(state, read.handIn).kind).toBe('new');
      await workshop.add('room', taking(state, read.handIn, paper ? 'ballot' : 'scanned'));
    }
    if (round === 1) {
      await workshop.add('room', { type: 'injectOpened', inject: 'tender', round: 2 });
      await workshop.add('room', { type: 'roundBegun', round: 2 });
    }
  }
  return workshop;
}

function boards(workshop: Workshop) {
  const [room] = workshop.rooms.value;
  if (room === undefined) throw new Error('no room');
  return [1, 2].map((round) => {
    const board = boardOf({ brief, workshop }, room.state, round);
    return { ...board, hands: [...(board?.hands ?? [])].map(([table, { handIn }]) => [table, handIn]) };
  });
}

describe('a room on paper', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    'comes to the board of the same room on tablets (%i)',
    async (seed) => {
      const tablets = boards(await run(seed, () => false));
      expect(tablets[0]?.hands).toHaveLength(TABLES);
      expect(boards(await run(seed, () => true))).toEqual(tablets);
      // And where tables change over from round to round.
      expect(boards(await run(seed, (table, round) => (table + round) % 2 === 0))).toEqual(tablets);
    },
  );
  it('is marked as such, table by table', async () => {
    const [room] = (await run(1, (table) => table === 2)).rooms.value;
    const by = [...(room?.state.hands.get(1) ?? [])].map(([, counted]) => counted.by);
    expect(by).toEqual(['scanned', 'ballot', 'scanned', 'scanned', 'scanned', 'scanned']);
  });
});

describe('a ballot', () => {
  it('takes one tap for a single choice, and another tap mends it', () => {
    const once = tapped(empty(1, 1), [{ question: 'decisions', options: ['taken'], level: 'high' }]);
    expect(once).toMatchObject({ answers: { decisions: 'taken' }, confidence: { decisions: 'high' } });
    // What was rated is gone with the answer that was rated.
    const mended = answered(once, 'decisions', 'not_taken');
    expect(mended).toMatchObject({ answers: { decisions: 'not_taken' }, confidence: {} });
  });
  it('hands in nothing that the other answers leave without a question', () => {
    const handIn = { ...empty(1, 1), answers: { buyout: 'planned', bidders: 'kept_out' } };
    const asked = askedNow({ brief, exercise, opened: [] }, handIn);
    expect(asked.idle).toEqual(['bidders']);
    expect(asked.handIn.answers).toEqual({ buyout: 'planned' });
    expect(asked.questions.map(({ id }) => id)).toEqual(exercise.questions);
  });
  it('asks nothing that news has settled', () => {
    const asked = askedNow({ brief, exercise, opened: ['tender'] }, empty(1, 2));
    expect(asked.questions.map(({ id }) => id)).toEqual(['decisions', 'mandate', 'narrative', 'buyout']);
  });
  it('carries characters of its edition and round', () => {
    const other = digestOfExercise({ ...exercise, threshold: 80 });
    const codes = [1, 2, 3].flatMap((round) => [ballotCode(known.digest, round), ballotCode(other, round)]);
    expect(new Set(codes).size).toBe(6);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}$/);
  });
});

describe('the paper kit', () => {
  it.each<[boolean, Record<string, number>]>([
    [
      false,
      { sheet: 1, roles: 1, injects: 1, ballots: 3, run: 1, join: 1, observer: 1, feedback: 1, after: 1 },
    ],
    [
      true,
      { sheet: 3, roles: 3, injects: 3, ballots: 3, run: 1, join: 1, observer: 1, feedback: 1, after: 1 },
    ],
  ])('has as many of each as there are tables (for each table: %s)', (each, copies) => {
    const counted = KIT_PARTS.map((part) => [part, copiesOf(part, { each, tables: 3 }).length]);
    expect(Object.fromEntries(counted)).toEqual(copies);
  });
  it('has a letter for whatever a table may expect', () => {
    expect([0, 25, 26, 51, 52].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
  });
});
