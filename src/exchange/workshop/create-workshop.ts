/** Workshops of this device: exercises, rooms and tables as signals over the store, and every code and file of them. */
import { batch, computed, signal } from '@preact/signals';
import type { Exercise } from '../../engine/exercise/exercise.ts';
import type { Pack } from '../../engine/pack.ts';
import { createRoomReasoner } from '../../engine/room/create-room-reasoner.ts';
import type { SaveResult } from '../../session/store.ts';
import { compareBacked, type IncomingRecord } from '../../session/workshop/backed.ts';
import { situationAt } from '../../session/workshop/counts.ts';
import { digestOfExercise } from '../../session/workshop/digest.ts';
import { foldRoom } from '../../session/workshop/fold-room.ts';
import { readRoom } from '../../session/workshop/read-room.ts';
import { addToRoom, joinRooms, type RoomAction, type RoomEntry } from '../../session/workshop/room.ts';
import { judgeRoomAction } from '../../session/workshop/room-action.ts';
import type { WorkshopKind, WorkshopStore } from '../../session/workshop/store.ts';
import { type TableWork, tableKey } from '../../session/workshop/table-work.ts';
import { takingOver } from '../../session/workshop/take-over.ts';
import type { Edition, OpenRoom, RoundVerdicts, Workshop } from '../../session/workshop/workshop.ts';
import { isRecord } from '../backup-file.ts';
import { isPlain } from '../hostile.ts';
import { ballotCode } from './ballot-code.ts';
import { drafting } from './drafting.ts';
import { readExerciseFile, writeExerciseFile } from './exercise-file.ts';
import { predictable, readHandIn, writeHandIn } from './hand-in-code.ts';
import { readHandInFile, writeHandInFile } from './hand-in-file.ts';
import { joined, readJoin, writeJoin } from './join-code.ts';
import { qr, readPicture } from './pictures.ts';
import { editionOf, nothing, type RecordFault, readRecords, recordFault } from './records.ts';
import { readRoomCodes, writeRoomCodes } from './room-code.ts';
import { readRoomFile, writeRoomFile } from './room-file.ts';
import { roomTag } from './room-tag.ts';
import { grouped } from './symbols.ts';

export interface WorkshopParts {
  pack: Pack;
  store: WorkshopStore;
  /** Exercises that come with Waymark, checked when it was built. */
  shipped: readonly Exercise[];
  /** Version of Waymark. */
  app: string;
  /** ISO time, UTC. */
  now: () => string;
  newId: () => string;
}

/** Resolves once what is kept was read, or could not be. */
export async function createWorkshop(parts: WorkshopParts): Promise<Workshop> {
  const { pack, store, app, now, newId } = parts;
  const reasoner = createRoomReasoner(pack);
  const shipped = parts.shipped.map((exercise) => editionOf(exercise, true));
  const stored = signal(nothing());
  const unreadable = signal('');
  const editions = computed(() => [...shipped, ...stored.value.editions.filter(isNotShipped)]);
  const rooms = computed(() =>
    stored.value.rooms
      .map((entries): OpenRoom => {
        const state = foldRoom(entries);
        return { entries, state, edition: editionOf(state.exercise, false), tag: roomTag(state.id) };
      })
      .sort((a, b) => (a.state.changed < b.state.changed ? 1 : -1)),
  );
  let reading = 0;
  let latest: Promise<void> = Promise.resolve();

  function isNotShipped({ digest }: Edition): boolean {
    return shipped.every((one) => one.digest !== digest);
  }

  function load(): Promise<void> {
    latest = readAll();
    return latest;
  }

  async function readAll(): Promise<void> {
    reading += 1;
    const mine = reading;
    try {
      const read = readRecords(await store.list(), shipped, pack);
      // A later reading has seen more: whoever waits for this one waits for that.
      if (mine !== reading) return latest;
      batch(() => {
        stored.value = read;
        unreadable.value = '';
      });
    } catch (error) {
      unreadable.value = error instanceof Error && 'reason' in error ? String(error.reason) : 'unknown';
    }
  }

  async function told(write: Promise<SaveResult>): Promise<SaveResult> {
    const result = await write.catch((): SaveResult => ({ kind: 'refused', reason: 'unknown' }));
    if (result.kind === 'saved') await load();
    return result;
  }

  /** Nothing is kept that would not be read again; a write that is refused for that changes nothing. */
  async function keep(
    kind: WorkshopKind,
    key: string,
    change: (stored: unknown) => unknown,
  ): Promise<SaveResult> {
    let fault: RecordFault | '' = '';
    const written = store.update(kind, key, (before) => {
      const value = change(before);
      fault = recordFault({ kind, key, value }, [...editions.peek(), ...ofRooms()], pack);
      if (fault !== '') throw new Error(`what is to be kept would not be read again: ${fault}`);
      return value;
    });
    const result = await told(written);
    return fault === '' ? result : { kind: 'refused', reason: fault };
  }

  async function keepRoom(entries: readonly RoomEntry[]): Promise<{ id: string } | { refused: string }> {
    const { id } = foldRoom(entries);
    const result = await keep('room', id, (before) => together(before, entries));
    if (result.kind === 'saved' && stored.peek().given.has(id)) await told(store.remove('given', id));
    return result.kind === 'saved'
      ? { id }
      : { refused: result.kind === 'refused' ? result.reason : 'unknown' };
  }

  async function add(room: string, action: RoomAction): Promise<SaveResult> {
    // What is no more than kept, as something of an earlier version is, is not to be put into a room.
    if (judgeRoomAction({ ...action }) !== 'fine') return { kind: 'refused', reason: 'unfit' };
    return keep('room', room, (before) => {
      const read = readRoom(before, pack);
      if ('problems' in read) throw new Error('the room that is there cannot be read');
      return addToRoom(read.entries, action, now());
    });
  }

  /** Two rooms that are run from one device are never taken for each other. */
  function newRoomId(): string {
    const tags = rooms.peek().map(({ tag }) => tag);
    let id = newId();
    for (let tries = 0; tries < 16 && tags.includes(roomTag(id)); tries++) id = newId();
    return id;
  }

  const drafts = drafting({
    pack,
    store,
    told,
    keep,
    newId,
    rooms,
    drafts: computed(() => stored.value.drafts),
  });
  const keepExercise = (exercise: Exercise) => keep('exercise', digestOfExercise(exercise), () => exercise);
  const keepTable = (work: TableWork) => keep('table', tableKey(work), () => work);

  async function kept(one: IncomingRecord): Promise<SaveResult | { id: string } | { refused: string }> {
    if (one.kind === 'exercise') return keepExercise(one.exercise);
    if (one.kind === 'room') return keepRoom(one.entries);
    if (one.kind === 'draft') return drafts.keepDraft(one.draft);
    return one.kind === 'table' ? keepTable(one.work) : { refused: 'unknown' };
  }

  /** What cannot be read is not written over: the update fails, and is told as refused. */
  function together(before: unknown, entries: readonly RoomEntry[]): RoomEntry[] {
    if (before === undefined) return [...entries];
    const read = readRoom(before, pack);
    if ('problems' in read) throw new Error('the room that is there cannot be read');
    if (takingOver(entries, read.entries).relation === 'otherExercise')
      throw new Error('the room that is there is of another exercise');
    return joinRooms(read.entries, entries);
  }

  function verdicts(state: OpenRoom['state'], round: number): RoundVerdicts {
    const hands = [...(state.hands.get(round) ?? [])].sort(([a], [b]) => a - b);
    return {
      tables: hands.map(([table]) => table),
      verdicts: reasoner.verdicts(hands.map(([, { handIn }]) => situationAt(state, handIn))),
    };
  }

  // An exercise that was taken away is still in its rooms.
  const ofRooms = () => rooms.value.map(({ edition }) => edition);
  const withPack = (edition: Edition) => ({ ...edition, pack });
  store.onChange(() => void load());
  await load();

  return {
    editions,
    rooms,
    given: computed(() => stored.value.given),
    passing: computed(() => stored.value.passing),
    tables: computed(() => stored.value.tables),
    unread: computed(() => stored.value.unread),
    unreadable,
    ...drafts,
    async backedUp() {
      const all = await store.list();
      // One that is damaged must not stand in the way of all others: it is told, and left out.
      // What is this device's alone, as that a room was given away, goes into no backup.
      const kept = all.filter(({ kind }) => kind !== 'given' && kind !== 'passing');
      const records = kept.flatMap(({ kind, key, value }) => {
        const record = { kind, key, value };
        return isRecord(record) && isPlain(value) ? [record] : [];
      });
      return { records, damaged: kept.length - records.length };
    },
    compare: (records) =>
      compareBacked(records, {
        pack,
        exercises: editions.value.map(({ exercise }) => exercise),
        rooms: stored.value.rooms,
        tables: stored.value.tables,
        drafts: stored.value.drafts,
      }),
    async restore(chosen, onTaken) {
      for (const [i, one] of chosen.entries()) {
        const result = await kept(one);
        if ('refused' in result) return result.refused;
        if ('kind' in result && result.kind !== 'saved')
          return result.kind === 'refused' ? result.reason : 'unknown';
        onTaken?.(i + 1);
      }
      return '';
    },
    keepExercise,
    removeExercise: (digest) => told(store.remove('exercise', digest)),
    readExercise: (bytes) => readExerciseFile(bytes, pack),
    writeExercise: (exercise) => writeExerciseFile({ written: now(), app }, exercise, pack),
    rehearse: ({ answers, questions, injects }) =>
      reasoner.rehearse(
        { answers, readings: {}, ruledOut: {} },
        questions,
        injects.map((inject) => inject.answers),
      ),
    openRoom: (exercise) => keepRoom(addToRoom([], { type: 'opened', room: newRoomId(), exercise }, now())),
    add,
    async removeRoom(room) {
      const turns = stored.peek().tables.filter(({ turn }) => turn?.room === room);
      const result = await told(store.remove('room', room));
      if (result.kind === 'saved')
        for (const work of turns) await told(store.remove('table', tableKey(work)));
      for (const mark of ['given', 'passing'] as const)
        if (result.kind === 'saved' && stored.peek()[mark].has(room)) await told(store.remove(mark, room));
      return result;
    },
    giveAway: (room) => keep('given', room, () => now()),
    goOnHere: (room) => told(store.remove('given', room)),
    pass: (room, passing) => keep('passing', room, () => passing),
    async takeBack({ state }) {
      const ended = state.passing ? await add(state.id, { type: 'passing', on: false }) : undefined;
      return ended && ended.kind !== 'saved' ? ended : told(store.remove('passing', state.id));
    },
    writeRoomCodes: ({ entries, edition }) => writeRoomCodes(entries, withPack(edition)),
    readRoomCodes: (texts) => readRoomCodes(texts, [...editions.value, ...ofRooms()].map(withPack), pack),
    writeRoom: (entries) => writeRoomFile({ written: now(), app }, entries, pack),
    readRoom: (bytes) => readRoomFile(bytes, pack),
    takeOver: keepRoom,
    verdicts,
    writeHandIn: (edition, handIn, room) => writeHandIn(withPack(edition), handIn, room),
    readHandIn: (edition, text, room) => readHandIn(withPack(edition), text, room),
    writeHandInFile(edition, handIn, room) {
      const code = writeHandIn(withPack(edition), handIn, room);
      if ('problem' in readHandIn(withPack(edition), code, room))
        throw new Error('the hand-in does not read back');
      return writeHandInFile({ written: now(), app }, code);
    },
    readHandInFile,
    ballotCode: ({ digest }, round) => ballotCode(digest, round),
    writeJoin: ({ edition, tag }, round) => writeJoin(edition, round, tag),
    readJoin,
    joined: (join) => joined(join, editions.value),
    grouped,
    predictable: predictable(pack),
    keepTable,
    removeTable: (work) => told(store.remove('table', tableKey(work))),
    readPicture,
    qr,
  };
}
