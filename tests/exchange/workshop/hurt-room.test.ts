/**
 * Rooms that an earlier version wrote and whose own reader then refused: they open, what is bad is left out and told, and
 * nothing that would not be read again is put into any room, exercise, table or draft.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorkshop } from '../../../src/exchange/workshop/create-workshop.ts';
import { readRoomFile, writeRoomFile } from '../../../src/exchange/workshop/room-file.ts';
import { foldRoom } from '../../../src/session/workshop/fold-room.ts';
import { readRoom } from '../../../src/session/workshop/read-room.ts';
import {
  type AgreedAction,
  addToRoom,
  joinRooms,
  type RoomAction,
  type RoomEntry,
  roomEntryId,
} from '../../../src/session/workshop/room.ts';
import { MOST_ENTRIES } from '../../../src/session/workshop/room-action.ts';
import { createMemoryWorkshopStore } from '../../../src/storage/memory-workshop-store.ts';
import { smallPack } from '../../session/small-pack.ts';
import { exercise } from '../../session/workshop/sample-exercise.ts';

const TIME = '2026-11-27T09:00:00.000Z';
const agreed = (due: string, id = 'a1'): RoomAction => ({
  type: 'agreed',
  action: { id, what: 'write to them', owner: 'A. N.', due },
});
const begun = addToRoom([], { type: 'opened', room: 'room-1', exercise }, TIME);
const withEntry = (room: RoomEntry[], seq: number, action: unknown): RoomEntry[] => {
  const entry = { seq, time: TIME, action: action as RoomAction };
  return [...room, { ...entry, id: roomEntryId(entry) }];
};
const read = (room: unknown) => {
  const found = readRoom(JSON.parse(JSON.stringify(room)), smallPack);
  if ('problems' in found) throw new Error(JSON.stringify(found.problems));
  return found.entries;
};

async function device(room?: RoomEntry[]) {
  const store = createMemoryWorkshopStore();
  if (room) await store.update('room', 'room-1', () => room);
  const workshop = await createWorkshop({
    pack: smallPack,
    store,
    shipped: [exercise],
    app: '0.1.0',
    now: () => TIME,
    newId: () => 'new',
  });
  return { store, workshop };
}

describe('a room with a year of five digits', () => {
  const hurt = addToRoom(addToRoom(begun, agreed('20260-05-01'), TIME), agreed('2026-05-01', 'a2'), TIME);

  it('opens with all that was agreed, without the bad day, and says so', async () => {
    const { workshop } = await device(hurt);
    expect(workshop.unread.value).toBe(0);
    const [room] = workshop.rooms.value;
    expect(room?.entries).toEqual(hurt);
    expect(room?.state.actions.map(({ what, due }) => [what, due])).toEqual([
      ['write to them', ''],
      ['write to them', '2026-05-01'],
    ]);
    expect(room?.state.leftOut).toBe(1);
  });

  it('goes on, goes through its file and joins itself', async () => {
    const { workshop } = await device(hurt);
    expect(await workshop.add('room-1', { type: 'roundBegun', round: 2 })).toEqual({ kind: 'saved' });
    const entries = workshop.rooms.value[0]?.entries ?? [];
    const file = writeRoomFile({ written: TIME, app: '0.1.0' }, entries, smallPack);
    expect(readRoomFile(new TextEncoder().encode(file), smallPack)).toEqual({ entries });
    expect(await workshop.takeOver(entries)).toEqual({ id: 'room-1' });
  });
});

describe('a room that a file ended', () => {
  const far = 2 ** 53 - 1;
  // As the version before did: the highest number there is, and one more.
  const ended = withEntry(withEntry(begun, far, agreed('')), far + 1, { type: 'revealed', round: 1 });

  it('opens, and goes on from the last number that anybody wrote', async () => {
    const { workshop } = await device(ended);
    expect(workshop.rooms.value[0]?.state).toMatchObject({ actions: [], revealed: [], leftOut: 2 });
    expect(await workshop.add('room-1', { type: 'roundBegun', round: 2 })).toEqual({ kind: 'saved' });
    expect(workshop.rooms.value[0]?.state.round).toBe(2);
    expect(foldRoom(read(workshop.rooms.value[0]?.entries)).round).toBe(2);
  });

  it('opens with one entry more than a room may have, and takes no other', async () => {
    const many = Array.from(
      { length: MOST_ENTRIES },
      (_, i): RoomAction => ({ type: 'wrote', part: 'notes', text: `${i}` }),
    );
    let full: RoomEntry[] = begun;
    for (const [i, action] of many.entries()) full = withEntry(full, i + 2, action);
    const { workshop } = await device(full);
    expect(workshop.rooms.value[0]?.state.debrief.notes).toBe(`${MOST_ENTRIES - 1}`);
    const more = await workshop.add('room-1', { type: 'roundBegun', round: 2 });
    expect(more).toEqual({ kind: 'refused', reason: 'full' });
    expect(workshop.rooms.value[0]?.entries).toHaveLength(MOST_ENTRIES + 1);
  });

  it('is not made by joining two either', async () => {
    const part = (from: number) => {
      let room: RoomEntry[] = begun;
      for (let i = 0; i < MOST_ENTRIES / 2 + 1; i++)
        room = withEntry(room, i + 2, { type: 'wrote', part: 'notes', text: `${from + i}` });
      return room;
    };
    const { workshop } = await device(part(0));
    expect(await workshop.takeOver(part(MOST_ENTRIES))).toEqual({ refused: 'full' });
    expect(workshop.rooms.value[0]?.entries).toHaveLength(MOST_ENTRIES / 2 + 2);
  });
});

describe('what is put into a room', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constant('a'.repeat(20_001)));
  const day = fc.oneof(
    text,
    fc.constantFrom(
      '',
      '2026-05-01',
      '20260-05-01',
      '2026-02-30',
      '0002-01-01',
      '9999-12-31',
      '275760-09-13',
    ),
  );
  const action = fc.oneof(
    fc
      .record<AgreedAction>({ id: text, what: text, owner: text, due: day })
      .map((one): RoomAction => ({ type: 'agreed', action: one })),
    fc.record({
      type: fc.constant('wrote' as const),
      part: fc.constantFrom('points' as const, 'premortem' as const, 'hotWash' as const, 'notes' as const),
      text,
    }),
    fc.record({ type: fc.constant('seated' as const), tables: fc.integer() }),
    fc.record({ type: fc.constant('roundBegun' as const), round: fc.integer({ min: -1, max: 9 }) }),
  );

  it('is read again to the letter, or refused with a reason and changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 5 }), async (actions) => {
        const { store, workshop } = await device(begun);
        for (const one of actions) {
          const before = workshop.rooms.value[0]?.entries;
          const kept = await workshop.add('room-1', one);
          if (kept.kind === 'saved') expect(workshop.rooms.value[0]?.entries.at(-1)?.action).toEqual(one);
          else {
            expect(kept).toEqual({ kind: 'refused', reason: 'unfit' });
            expect(workshop.rooms.value[0]?.entries).toEqual(before);
          }
        }
        const [record] = await store.list();
        expect(foldRoom(read(record?.value)).leftOut).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('and exercises, tables and drafts neither are kept where they would not be read', async () => {
    const { store, workshop } = await device();
    const unfit = { kind: 'refused', reason: 'unfit' };
    expect(await workshop.keepExercise({ ...exercise, threshold: 1e9 })).toEqual(unfit);
    const handIn = { table: 0, round: 1, answers: {}, ruledOut: {}, confidence: {} };
    const [edition] = workshop.editions.value;
    expect(await workshop.keepTable({ exercise: edition?.digest ?? '', handIn, opened: [] })).toEqual(unfit);
    const draft = workshop.startDraft(undefined, 'en');
    expect(await workshop.keepDraft({ ...draft, revision: 0.5 })).toEqual(unfit);
    expect(await store.list()).toEqual([]);
  });

  it('joined rooms are the same whichever way, with what is left out in either', () => {
    const hurt = addToRoom(begun, agreed('20260-05-01'), TIME);
    const other = addToRoom(begun, agreed('2026-05-01', 'a2'), '2026-11-27T09:01:00.000Z');
    expect(read(joinRooms(hurt, other))).toEqual(read(joinRooms(other, hurt)));
  });
});
