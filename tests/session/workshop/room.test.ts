/** A room: what counts of what was handed in, taken back, and joined from two devices. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldRoom, judgeOffer, missingTables, taking } from '../../../src/session/workshop/fold-room.ts';
import type { HandIn } from '../../../src/session/workshop/hand-in.ts';
import { isHandIn } from '../../../src/session/workshop/judge-hand-in.ts';
import { readRoom } from '../../../src/session/workshop/read-room.ts';
import { addToRoom, joinRooms, type RoomAction, type RoomEntry } from '../../../src/session/workshop/room.ts';
import { smallPack } from '../small-pack.ts';
import { exercise } from './sample-exercise.ts';

const hand = (table: number, decisions: string, more: Partial<HandIn> = {}): HandIn => ({
  table,
  round: 1,
  answers: { decisions },
  ruledOut: {},
  confidence: {},
  ...more,
});
const at = (minute: number) => new Date(Date.UTC(2026, 10, 27, 9, minute)).toISOString();
const opened: RoomAction = { type: 'opened', room: 'room-1', exercise };
const begun = addToRoom([], opened, at(0));
const take = (room: RoomEntry[], handIn: HandIn, minute = 1) =>
  addToRoom(room, taking(foldRoom(room), handIn, 'typed'), at(minute));
const counted = (room: RoomEntry[], round = 1) =>
  Object.fromEntries(
    [...(foldRoom(room).hands.get(round) ?? [])].map(([table, one]) => [table, one.handIn.answers.decisions]),
  );

describe('what counts', () => {
  it('of forty tables, each one', () => {
    let room = addToRoom([], { ...opened, exercise: { ...exercise, tables: { count: 40 } } }, at(0));
    for (let table = 1; table <= 40; table++) room = take(room, hand(table, 'taken'), table);
    expect(foldRoom(room).hands.get(1)?.size).toBe(40);
    expect(missingTables(foldRoom(room))).toEqual([]);
    expect(missingTables(foldRoom(room.slice(0, 39)))).toEqual([39, 40]);
  });
  it('the latest of a table, once the trainer took it; taken back, the one before', () => {
    const first = take(begun, hand(3, 'taken'));
    expect(judgeOffer(foldRoom(first), hand(3, 'not_taken'))).toMatchObject({
      kind: 'replaces',
      counted: { handIn: hand(3, 'taken') },
    });
    const second = take(first, hand(3, 'not_taken'), 2);
    expect(counted(second)).toEqual({ 3: 'not_taken' });
    const back = addToRoom(second, { type: 'undone', entry: foldRoom(second).undoable }, at(3));
    expect(counted(back)).toEqual({ 3: 'taken' });
    const again = addToRoom(back, { type: 'redone', entry: second.at(-1)?.id ?? '' }, at(4));
    expect(counted(again)).toEqual({ 3: 'not_taken' });
  });
  it.each<[string, HandIn, unknown]>([
    ['new', hand(4, 'taken'), { kind: 'new' }],
    ['the same again', hand(3, 'taken'), { kind: 'same' }],
    ['another round', hand(3, 'taken', { round: 2 }), { kind: 'otherRound', round: 2 }],
    ['a table that is not there', hand(9, 'taken'), { kind: 'noSuchTable', table: 9 }],
  ])('an offer: %s', (_, handIn, expected) => {
    expect(judgeOffer(foldRoom(take(begun, hand(3, 'taken'))), handIn)).toEqual(expected);
  });
  it('more tables than the exercise was prepared for, once that is said', () => {
    const room = addToRoom(begun, { type: 'seated', tables: 12 }, at(1));
    expect(judgeOffer(foldRoom(room), hand(9, 'taken'))).toEqual({ kind: 'new' });
    expect(missingTables(foldRoom(take(room, hand(9, 'taken'))))).toHaveLength(11);
    const sealed = addToRoom(begun, { type: 'seated', tables: 61 }, at(1));
    expect(readRoom(sealed, smallPack)).toEqual({ problems: [{ code: 'entry', place: 2, fault: 'noFit' }] });
  });
  it('rounds, news, what was revealed, and the debrief', () => {
    let room = take(begun, hand(1, 'taken'));
    for (const action of [
      { type: 'revealed', round: 1 },
      { type: 'injectOpened', inject: 'tender', round: 2 },
      { type: 'injectOpened', inject: 'tender', round: 2 },
      { type: 'roundBegun', round: 2 },
      { type: 'wrote', part: 'hotWash', text: 'We guessed.' },
      { type: 'agreed', action: { id: 'a', what: 'Ask', owner: 'AB', due: '2026-12-01' } },
      { type: 'agreed', action: { id: 'b', what: 'Read', owner: '', due: '' } },
      { type: 'agreed', action: { id: 'a', what: 'Ask twice', owner: 'AB', due: '' } },
      { type: 'agreed', action: { id: 'b', what: '', owner: '', due: '' } },
    ] as RoomAction[])
      room = addToRoom(room, action, at(5));
    const state = foldRoom(take(room, hand(1, 'not_taken', { round: 2 }), 6));
    expect(state).toMatchObject({
      id: 'room-1',
      round: 2,
      injects: [{ inject: 'tender', round: 2 }],
      revealed: [1],
      actions: [{ id: 'a', what: 'Ask twice', owner: 'AB', due: '' }],
    });
    expect(state.debrief.hotWash).toBe('We guessed.');
    expect([counted(room, 1), state.hands.get(2)?.size]).toEqual([{ 1: 'taken' }, 1]);
  });
});

describe('two devices', () => {
  const ours = take(begun, hand(1, 'taken'), 1);
  const theirs = take(take(begun, hand(2, 'taken'), 2), hand(1, 'not_taken'), 3);
  it('come to the same room, and what both took of one table is told', () => {
    const state = foldRoom(joinRooms(ours, theirs));
    expect(counted(joinRooms(ours, theirs))).toEqual({ 1: 'not_taken', 2: 'taken' });
    expect(state.hands.get(1)?.get(1)?.entries).toHaveLength(2);
    // Taken once more by the trainer, it is settled, whoever joins what then.
    const settled = take(joinRooms(ours, theirs), hand(1, 'taken'), 4);
    const late = foldRoom(joinRooms(theirs, settled));
    expect(late.hands.get(1)?.get(1)).toMatchObject({ handIn: hand(1, 'taken'), entries: { length: 1 } });
  });
  it('that took different ones: the same as the later one is not the same again, it settles which counts', () => {
    const state = foldRoom(joinRooms(ours, theirs));
    expect(judgeOffer(state, hand(1, 'not_taken'))).toMatchObject({ kind: 'replaces' });
  });
  it('whose clocks differ: what had seen another comes after it', () => {
    const first = take(begun, hand(1, 'taken'), 30);
    const behind = take(first, hand(1, 'not_taken'), 20);
    expect(counted(joinRooms(first, behind))).toEqual({ 1: 'not_taken' });
    const wrote = (text: string, minute: number, before: RoomEntry[]) =>
      addToRoom(before, { type: 'wrote', part: 'notes', text }, at(minute));
    const notes = wrote('late', 10, wrote('early', 40, begun));
    expect(foldRoom(joinRooms(notes, begun)).debrief.notes).toBe('late');
  });
  it('that took the same of a table have nothing to settle', () => {
    const both = joinRooms(take(begun, hand(1, 'taken'), 1), take(begun, hand(1, 'taken'), 2));
    expect(foldRoom(both).hands.get(1)?.get(1)?.entries).toHaveLength(1);
  });
  it('in whatever order, however often: the same', () => {
    const action = fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('taken', 'not_taken'))
        .map(([table, answer]) => ({ kind: 'hand' as const, table, answer })),
      fc.constant({ kind: 'undo' as const }),
      fc.constant({ kind: 'round' as const }),
    );
    const device = fc.array(fc.tuple(action, fc.integer({ min: 1, max: 50 })), { maxLength: 8 });
    const run = (start: RoomEntry[], steps: [{ kind: string; table?: number; answer?: string }, number][]) =>
      steps.reduce((room, [step, minute]) => {
        const state = foldRoom(room);
        if (step.kind === 'round') return addToRoom(room, { type: 'roundBegun', round: 2 }, at(minute));
        if (step.kind === 'hand')
          return take(room, hand(step.table ?? 1, step.answer ?? '', { round: state.round }), minute);
        return state.undoable === ''
          ? room
          : addToRoom(room, { type: 'undone', entry: state.undoable }, at(minute));
      }, start);
    fc.assert(
      fc.property(device, device, device, (a, b, c) => {
        const [one, two, three] = [run(begun, a), run(begun, b), run(begun, c)];
        const joined = joinRooms(joinRooms(one, two), three);
        expect(joinRooms(three, joinRooms(two, one))).toEqual(joined);
        expect(joinRooms(joined, one)).toEqual(joined);
        expect(readRoom(joined, smallPack)).toEqual({ entries: joined });
      }),
      { numRuns: 300 },
    );
  });
});

describe('a room that is read', () => {
  const room = take(begun, hand(1, 'taken'));
  const sealed = (action: object): unknown[] => addToRoom(begun, action as RoomAction, at(1));
  it.each<[string, unknown, unknown[]]>([
    ['no list', {}, [{ code: 'room', fault: 'malformed' }]],
    ['nothing', [], [{ code: 'room', fault: 'noOpening' }]],
    ['no opening', room.slice(1), [{ code: 'room', fault: 'noOpening' }]],
    [
      'two exercises',
      [...room, ...addToRoom([], { ...opened, exercise: { ...exercise, threshold: 80 } }, at(1))],
      [{ code: 'room', fault: 'twoExercises' }],
    ],
    [
      'an exercise that does not hold',
      addToRoom([], { ...opened, exercise: { ...exercise, questions: [] } }, at(0)),
      [
        { code: 'exercise', path: 'questions', fault: 'few' },
        { code: 'exercise', path: 'injects[0].touches[0]', fault: 'notOpen' },
      ],
    ],
    [
      'an altered entry',
      room.map((entry) => ({ ...entry, time: at(9) })),
      [
        { code: 'entry', place: 1, fault: 'altered' },
        { code: 'entry', place: 2, fault: 'altered' },
      ],
    ],
    ['an entry twice', [...room, room[1]], [{ code: 'entry', place: 3, fault: 'twice' }]],
    [
      'an action that nobody knows',
      sealed({ type: 'deleted' }),
      [{ code: 'entry', place: 2, fault: 'malformed' }],
    ],
    [
      'a field too many',
      sealed({ type: 'revealed', round: 1, x: 1 }),
      [{ code: 'entry', place: 2, fault: 'malformed' }],
    ],
    [
      'an entry with a field too many',
      room.map((entry, i) => (i === 1 ? { ...entry, x: 1 } : entry)),
      [{ code: 'entry', place: 2, fault: 'malformed' }],
    ],
    [
      'that replaces what is no entry',
      sealed({ ...taking(foldRoom(begun), hand(1, 'taken'), 'typed'), replaces: ['x'] }),
      [{ code: 'entry', place: 2, fault: 'malformed' }],
    ],
    ['far more than any workshop has', Array(10_002).fill(room[0]), [{ code: 'room', fault: 'malformed' }]],
    [
      'a round beyond',
      sealed({ type: 'roundBegun', round: 4 }),
      [{ code: 'entry', place: 2, fault: 'malformed' }],
    ],
    [
      'news that it does not have',
      sealed({ type: 'injectOpened', inject: 'x', round: 1 }),
      [{ code: 'entry', place: 2, fault: 'noFit' }],
    ],
    [
      'a hand-in that does not fit',
      sealed({ ...taking(foldRoom(begun), hand(61, 'taken'), 'typed') }),
      [{ code: 'entry', place: 2, fault: 'noFit' }],
    ],
  ])('%s', (_, value, problems) => expect(readRoom(value, smallPack)).toEqual({ problems }));

  it.each<[string, object, boolean]>([
    ['as it should be', {}, true],
    ['with confidence', { confidence: { decisions: 'low' } }, true],
    ['confident of nothing', { confidence: { mandate: 'low' } }, false],
    ['a confidence that is none', { confidence: { decisions: 'sure' } }, false],
    ['a question that is not open', { answers: { energy: 'yes' } }, false],
    ['ruled out and answered', { ruledOut: { decisions: ['taken'] } }, false],
    ['predicted', { predicted: ['R1', 'O3'] }, true],
    ['predicted twice', { predicted: ['R1', 'R1'] }, false],
    ['predicted a consequence', { predicted: ['C1'] }, false],
    ['table nought', { table: 0 }, false],
    ['half a round', { round: 1.5 }, false],
    ['a field too many', { name: 'Anna' }, false],
  ])('a hand-in: %s', (_, more, holds) =>
    expect(isHandIn({ ...hand(1, 'taken'), ...more }, exercise, smallPack)).toBe(holds),
  );

  it('a prediction where none is asked for', () => {
    const unasked = { ...exercise, prediction: false };
    expect(isHandIn({ ...hand(1, 'taken'), predicted: ['R1'] }, unasked, smallPack)).toBe(false);
  });
});
