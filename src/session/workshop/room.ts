/**
 * A room: what one workshop was told, as entries that are only ever added. Two devices may both collect: their rooms
 * are joined by putting their entries together, in whichever order and however often.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../../engine/canonical.ts';
import type { Exercise } from '../../engine/exercise/exercise.ts';
import type { HandIn } from './hand-in.ts';

/** How a hand-in came in. */
export const WAYS_IN = ['scanned', 'typed', 'file', 'ballot', 'passed'] as const;
export type WayIn = (typeof WAYS_IN)[number];

/** Parts of the debrief that the trainer writes. */
export const DEBRIEF_PARTS = ['points', 'premortem', 'hotWash', 'notes'] as const;
export type DebriefPart = (typeof DEBRIEF_PARTS)[number];

/** Something that somebody will do. */
export interface AgreedAction {
  id: string;
  what: string;
  owner: string;
  /** yyyy-mm-dd, or '' */
  due: string;
}

export type RoomAction =
  /** Each device that begins the room itself has one; joined rooms have several, of the same exercise. */
  | { type: 'opened'; room: string; exercise: Exercise }
  /** `replaces`: entries that counted for the table and round when the trainer confirmed this one. */
  | { type: 'handedIn'; by: WayIn; handIn: HandIn; replaces: string[] }
  /** That entry counts no more, or counts again. */
  | { type: 'undone' | 'redone'; entry: string }
  | { type: 'roundBegun'; round: number }
  /** From this round on. */
  | { type: 'injectOpened'; inject: string; round: number }
  /** Once said of the whole room; now each device keeps for itself whether it goes round, and only ends this. */
  | { type: 'passing'; on: boolean }
  /** So many tables sit in the room; until it is said, as many as the exercise has. */
  | { type: 'seated'; tables: number }
  | { type: 'revealed'; round: number }
  | { type: 'wrote'; part: DebriefPart; text: string }
  /** All of it, in the place of what had the id; with nothing to do it is taken away. */
  | { type: 'agreed'; action: AgreedAction };

/** Numbers go up by one: a higher one was written by nobody, and would soon be no whole number any more. */
export const HIGHEST_SEQ = 1_000_000;

export interface RoomEntry {
  /** One more than the highest in the room when it was added, so that what was seen comes before. */
  seq: number;
  /** ISO 8601, UTC. */
  time: string;
  action: RoomAction;
  /** SHA-256 (hex) over the canonical JSON of the rest: the same entry has the same on every device. */
  id: string;
}

export function roomEntryId({ seq, time, action }: Omit<RoomEntry, 'id'>): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson({ seq, time, action }))));
}

/** @param time ISO 8601, UTC */
export function addToRoom(entries: readonly RoomEntry[], action: RoomAction, time: string): RoomEntry[] {
  const highest = entries.reduce((most, { seq }) => (seq > HIGHEST_SEQ ? most : Math.max(most, seq)), 0);
  const seq = highest + 1;
  const entry = { seq, time, action };
  return [...entries, { ...entry, id: roomEntryId(entry) }];
}

/** In the order that every device comes to: what had seen another comes after it; else by time, and by id. */
export function inOrder(entries: readonly RoomEntry[]): RoomEntry[] {
  return [...entries].sort((a, b) => a.seq - b.seq || compareText(a.time, b.time) || compareText(a.id, b.id));
}

/** Both rooms in one. They must be of the same exercise, see `takingOver`. */
export function joinRooms(ours: readonly RoomEntry[], theirs: readonly RoomEntry[]): RoomEntry[] {
  const byId = new Map([...ours, ...theirs].map((entry) => [entry.id, entry]));
  return inOrder([...byId.values()]);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
