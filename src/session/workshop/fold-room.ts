/** What a room's entries come to: who has handed in what, in which round, and what was opened. */
import { canonicalJson } from '../../engine/canonical.ts';
import { type Exercise, tablesOf } from '../../engine/exercise/exercise.ts';
import type { HandIn } from './hand-in.ts';
import {
  type AgreedAction,
  DEBRIEF_PARTS,
  type DebriefPart,
  inOrder,
  type RoomAction,
  type RoomEntry,
  type WayIn,
} from './room.ts';
import { usableInRoom } from './room-action.ts';

/** The hand-in that counts for a table in a round. */
export interface Counted {
  handIn: HandIn;
  by: WayIn;
  /** Ids of the entries that count: more than one where two devices took different ones, not knowing of each other. */
  entries: string[];
  /** ISO time. */
  time: string;
}

export interface RoomState {
  id: string;
  exercise: Exercise;
  /** How many sit in the room. */
  tables: number;
  /** The one that is on, from 1. */
  round: number;
  /** By round, from 1, then by table. */
  hands: Map<number, Map<number, Counted>>;
  injects: { inject: string; round: number }[];
  /** As rooms once said it of all tables: one tablet goes round, in the round that is on. See `goesRound`. */
  passing: boolean;
  /** Rounds whose answers the room has seen. */
  revealed: number[];
  debrief: Record<DebriefPart, string>;
  actions: AgreedAction[];
  /** ISO times of the first and the last entry. */
  opened: string;
  changed: string;
  /** The last hand-in that counts, to be taken back; '' where there is none. */
  undoable: string;
  /** Entries of which something could not be used and is left out. */
  leftOut: number;
}

/** The entry with what can be used of it. */
function usable(entry: RoomEntry): RoomEntry[] {
  const action = usableInRoom(entry);
  return action === undefined ? [] : [{ ...entry, action }];
}

/** @param entries of one room or of joined ones, at least its opening */
export function foldRoom(entries: readonly RoomEntry[]): RoomState {
  const ordered = inOrder(entries.flatMap(usable));
  const opening = ordered.find(({ action }) => action.type === 'opened');
  if (opening?.action.type !== 'opened') throw new Error('a room without its opening');
  const state: RoomState = {
    id: opening.action.room,
    exercise: opening.action.exercise,
    tables: tablesOf(opening.action.exercise),
    round: 1,
    hands: new Map(),
    injects: [],
    passing: false,
    revealed: [],
    debrief: Object.fromEntries(DEBRIEF_PARTS.map((part) => [part, ''])) as Record<DebriefPart, string>,
    actions: [],
    opened: opening.time,
    changed: ordered.at(-1)?.time ?? '',
    undoable: '',
    leftOut: entries.filter((entry) => usableInRoom(entry) !== entry.action).length,
  };
  const handed = new Set<number>();
  for (const { action } of ordered) {
    if (action.type === 'handedIn') handed.add(action.handIn.round);
    // Where nobody has handed in, there was nothing to see: the round is still to be revealed.
    if (action.type !== 'revealed' || handed.has(action.round)) apply(state, action);
  }
  count(state, ordered);
  return state;
}

/** All but hand-ins, which are counted once it is known which of them were taken back. */
function apply(state: RoomState, action: RoomAction): void {
  switch (action.type) {
    case 'roundBegun':
      state.round = action.round;
      state.passing = false;
      break;
    case 'injectOpened':
      if (!state.injects.some(({ inject }) => inject === action.inject))
        state.injects.push({ inject: action.inject, round: action.round });
      break;
    case 'passing':
      state.passing = action.on;
      break;
    case 'seated':
      state.tables = action.tables;
      break;
    case 'revealed':
      if (!state.revealed.includes(action.round)) state.revealed.push(action.round);
      if (action.round === state.round) state.passing = false;
      break;
    case 'wrote':
      state.debrief[action.part] = action.text;
      break;
    case 'agreed': {
      const others = state.actions.filter(({ id }) => id !== action.action.id);
      const at = state.actions.findIndex(({ id }) => id === action.action.id);
      if (action.action.what === '') state.actions = others;
      else state.actions = others.toSpliced(at === -1 ? others.length : at, 0, action.action);
      break;
    }
    case 'opened':
    case 'handedIn':
    case 'undone':
    case 'redone':
      break;
  }
}

type HandedIn = RoomEntry & { action: RoomAction & { type: 'handedIn' } };

function count(state: RoomState, ordered: readonly RoomEntry[]): void {
  const undone = new Map<string, boolean>();
  for (const { action } of ordered)
    if (action.type === 'undone' || action.type === 'redone')
      undone.set(action.entry, action.type === 'undone');
  const counting = ordered.filter(
    (entry): entry is HandedIn => entry.action.type === 'handedIn' && undone.get(entry.id) !== true,
  );
  const replaced = new Set(counting.flatMap(({ action }) => action.replaces));
  for (const { id, time, action } of counting) {
    if (replaced.has(id)) continue;
    const { handIn, by } = action;
    const round = state.hands.get(handIn.round) ?? new Map<number, Counted>();
    state.hands.set(handIn.round, round);
    const before = round.get(handIn.table);
    // The later one counts; that there are two is told, unless they say the same.
    const same = before !== undefined && sameHandIn(before.handIn, handIn);
    const entries = [...(before?.entries ?? []), id];
    round.set(handIn.table, { handIn, by, time, entries: same ? entries.slice(-1) : entries });
    state.undoable = id;
  }
}

export function sameHandIn(a: HandIn, b: HandIn): boolean {
  return plain(a) === plain(b);
}

/** Ticks have no order of their own. */
function plain(handIn: HandIn): string {
  return canonicalJson(
    JSON.parse(JSON.stringify(handIn), (_, value: unknown) => (Array.isArray(value) ? value.sort() : value)),
  );
}

export type Offer =
  | { kind: 'new' }
  /** Nothing changes. */
  | { kind: 'same' }
  /** The trainer confirms it first. */
  | { kind: 'replaces'; counted: Counted }
  | { kind: 'otherRound'; round: number }
  | { kind: 'noSuchTable'; table: number };

/** What taking a hand-in would do. */
export function judgeOffer(state: RoomState, handIn: HandIn): Offer {
  if (handIn.table > state.tables) return { kind: 'noSuchTable', table: handIn.table };
  if (handIn.round !== state.round) return { kind: 'otherRound', round: handIn.round };
  const counted = state.hands.get(handIn.round)?.get(handIn.table);
  if (counted === undefined) return { kind: 'new' };
  if (counted.entries.length === 1 && sameHandIn(counted.handIn, handIn)) return { kind: 'same' };
  return { kind: 'replaces', counted };
}

/** The entry's action once it is confirmed; only for offers that are new, or replace what counted. */
export function taking(state: RoomState, handIn: HandIn, by: WayIn): RoomAction {
  const counted = state.hands.get(handIn.round)?.get(handIn.table);
  return { type: 'handedIn', by, handIn, replaces: counted?.entries ?? [] };
}

/** The round that is on is not revealed, and there is something to see in it. */
export function canReveal({ revealed, round, hands }: RoomState): boolean {
  return !revealed.includes(round) && (hands.get(round)?.size ?? 0) > 0;
}

/** Tables that have not handed in, of all in the room. */
export function missingTables(state: RoomState, round = state.round): number[] {
  const all = Array.from({ length: state.tables }, (_, i) => i + 1);
  return all.filter((table) => !state.hands.get(round)?.has(table));
}
