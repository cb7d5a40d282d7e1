/**
 * Workshops that nobody can read without the key: each record is a journal of its own beside the sealed sessions, and so
 * kept as well as they are. What stays in sight: how many records there are, and how often each was changed.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isSealed, type Sealing } from '../../lock/sealing.ts';
import { nextEntry } from '../../session/chain.ts';
import type { Entry } from '../../session/journal.ts';
import { DamagedJournal, idsIn, type SessionStore } from '../../session/store.ts';
import { joinRooms, type RoomEntry } from '../../session/workshop/room.ts';
import type { WorkshopKind, WorkshopRecord, WorkshopStore } from '../../session/workshop/store.ts';
import { holding, NO_TIME, textIn } from './sealed-store.ts';

const WORKSHOP = 'workshop ';
/** Of a journal without what the store below adds to the name of a copy that parted from it. */
const ID_LENGTH = WORKSHOP.length + 32;
/** Another window was first so often in a row: then it is told. */
const TRIES = 8;

/** All of a record anew; or what was added to a list at its end, since a room only ever grows. */
type Step = { kind: WorkshopKind; key: string; value: unknown } | { more: unknown[] };

interface Opened {
  record: WorkshopRecord | undefined;
  last: Entry | undefined;
}

export function createSealedWorkshops(inner: SessionStore, sealing: Sealing): WorkshopStore {
  let ids: Set<string> | undefined;
  let listeners = 0;

  /** A name that tells nothing without the key: that of an exercise would be known by trying those that there are. */
  async function idOf(kind: WorkshopKind, key: string): Promise<string> {
    const sealed = await sealing.seal(JSON.stringify([kind, key]), WORKSHOP);
    return WORKSHOP + bytesToHex(sha256(utf8ToBytes(sealed))).slice(0, ID_LENGTH - WORKSHOP.length);
  }

  /** To list them takes time where there are many sessions: once is enough while it is heard what others write. */
  async function known(): Promise<Set<string>> {
    if (ids !== undefined && listeners > 0) return ids;
    ids = new Set((await idsIn(inner)).filter((id) => id.startsWith(WORKSHOP)));
    return ids;
  }

  /** @throws DamagedJournal */
  async function read(id: string): Promise<Opened> {
    const { entries = [] } = (await inner.read(id)) ?? {};
    let record: WorkshopRecord | undefined;
    for (const entry of entries) {
      const sealed = textIn(entry);
      // A title that the store below made: it says nothing of ours.
      if (!isSealed(sealed)) continue;
      const text = await sealing.open(sealed, placeOf(id, entry.prev));
      if (text === undefined) throw new DamagedJournal('broken');
      record = taken(record, JSON.parse(text) as Step);
    }
    return { record, last: entries.at(-1) };
  }

  const update: WorkshopStore['update'] = async (kind, key, change) => {
    const id = await idOf(kind, key);
    for (let tries = 0; tries < TRIES; tries++) {
      const { record, last } = await read(id);
      let value: unknown;
      try {
        value = change(record?.value);
      } catch {
        return { kind: 'refused', reason: 'unknown' };
      }
      const step = stepTo(record, { kind, key, value });
      if (step === undefined) return { kind: 'saved' };
      const sealed = await sealing.seal(JSON.stringify(step), placeOf(id, last?.hash ?? ''));
      const result = await inner.append(id, [nextEntry(last, holding(last, sealed), NO_TIME)]);
      if (result.kind === 'stale') continue;
      ids?.add(id);
      return result;
    }
    return { kind: 'stale' };
  };

  return {
    async list() {
      const records = new Map<string, WorkshopRecord>();
      for (const id of await known()) {
        const record = await read(id).then(
          (found) => found.record,
          (error: unknown): WorkshopRecord => {
            if (!(error instanceof DamagedJournal)) throw error;
            return { kind: 'exercise', key: id, value: undefined };
          },
        );
        if (record === undefined) continue;
        const name = JSON.stringify([record.kind, record.key]);
        const other = records.get(name);
        records.set(
          name,
          other ? { ...record, value: together(record.kind, other.value, record.value) } : record,
        );
      }
      return [...records.values()];
    },
    update,
    async remove(kind, key) {
      const id = await idOf(kind, key);
      for (const one of [...(await known())].filter((other) => other.startsWith(id))) {
        const result = await inner.remove(one);
        if (result.kind !== 'saved') return result;
        ids?.delete(one);
      }
      return { kind: 'saved' };
    },
    onChange(listener) {
      listeners += 1;
      // What was written until now was not heard.
      ids = undefined;
      const stop = inner.onChange((id) => {
        if (!id.startsWith(WORKSHOP)) return;
        ids?.add(id);
        listener();
      });
      return () => {
        listeners -= 1;
        stop();
      };
    },
  };
}

/** What a text is bound to: the entry before, or that it is the first of its journal. */
function placeOf(id: string, prev: string): string {
  return prev || id.slice(0, ID_LENGTH);
}

/** undefined: nothing is to be written. */
function stepTo(before: WorkshopRecord | undefined, { kind, key, value }: WorkshopRecord): Step | undefined {
  const was = before?.value;
  if (before !== undefined && JSON.stringify(was) === JSON.stringify(value)) return undefined;
  if (Array.isArray(was) && Array.isArray(value) && was.length < value.length) {
    const kept = JSON.stringify(value.slice(0, was.length)) === JSON.stringify(was);
    if (kept) return { more: value.slice(was.length) };
  }
  return { kind, key, value };
}

function taken(record: WorkshopRecord | undefined, step: Step): WorkshopRecord | undefined {
  if (!('more' in step)) return step;
  return record && { ...record, value: [...(record.value as unknown[]), ...step.more] };
}

/**
 * One of two that were written apart. Of rooms, what both have. A table's work tells no time: the one that says more.
 * @param ours undefined: there is none
 */
export function together(kind: WorkshopKind, ours: unknown, theirs: unknown): unknown {
  if (ours === undefined) return theirs;
  if (kind === 'room' && isRoom(ours) && isRoom(theirs)) return joinRooms(ours, theirs);
  return JSON.stringify(theirs).length > JSON.stringify(ours).length ? theirs : ours;
}

function isRoom(value: unknown): value is RoomEntry[] {
  return (
    Array.isArray(value) &&
    value.every((entry) => typeof (entry as Partial<RoomEntry> | null)?.id === 'string')
  );
}
