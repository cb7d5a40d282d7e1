/**
 * A room as a sequence of codes, for the device that takes it over (docs/file-format.md). The exercise is not in them:
 * it is on both devices, and named by its digest. Entries come without their ids, which are worked out anew.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../../engine/canonical.ts';
import type { Pack } from '../../engine/pack.ts';
import { type Packing, pack as packed, unpack } from '../../lock/packing.ts';
import type { HandIn } from '../../session/workshop/hand-in.ts';
import { readRoom } from '../../session/workshop/read-room.ts';
import {
  inOrder,
  type RoomAction,
  type RoomEntry,
  roomEntryId,
  WAYS_IN,
} from '../../session/workshop/room.ts';
import type { RoomCodes } from '../../session/workshop/room-file.ts';
import { joinParts, partsOf } from '../code-parts.ts';
import { parseHostile } from '../hostile.ts';
import { fromText, toText } from '../letters.ts';
import { CHECK, framed } from './framed.ts';
import { type KnownExercise, readHandIn, writeHandIn } from './hand-in-code.ts';

/** What it begins with, and how it is packed. */
const HEAD = 'r1';
const PACKED: Record<Packing, string> = { gzip: 'g', none: 'n' };
/** Letters of one code that a camera still reads from a screen. */
const READABLE = 150;
/** Bytes, unpacked: far more than fits into codes. */
const LARGEST = 1_000_000;
/** Hex digits by which the exercise is named, and by which all entries are checked. */
const DIGITS = 16;

/** Entries by their place in the list; those that are not in it by their id. */
type Ref = number | string;
type Short = [seq: number, time: number, action: unknown];

/** undefined: more than anybody shows to a camera. @param entries of one room, with its exercise */
export async function writeRoomCodes(
  entries: readonly RoomEntry[],
  known: KnownExercise,
): Promise<string[] | undefined> {
  const ordered = inOrder(entries);
  const places = new Map(ordered.map(({ id }, i) => [id, i]));
  const ref = (id: string): Ref => places.get(id) ?? id;
  let [seq, time] = [0, 0];
  const short = ordered.map((entry): Short => {
    const now = Date.parse(entry.time);
    const steps: [number, number] = [entry.seq - seq, now - time];
    [seq, time] = [entry.seq, now];
    return [...steps, shortened(entry.action, known, ref)];
  });
  const text = JSON.stringify([known.digest.slice(0, DIGITS), sumOf(ordered), short]);
  const { packing, packed: bytes } = await packed(new TextEncoder().encode(text));
  try {
    return partsOf(`${HEAD}${PACKED[packing]}${toText(bytes)}`, READABLE);
  } catch {
    return undefined;
  }
}

/**
 * Refuses everything that writeRoomCodes would not write. Never throws.
 * @param texts codes in any order, each perhaps more than once
 * @param known the exercises at hand
 */
export async function readRoomCodes(
  texts: readonly string[],
  known: readonly KnownExercise[],
  pack: Pack,
): Promise<RoomCodes> {
  const read = joinParts(texts);
  if ('missing' in read) return { kind: 'some', missing: read.missing, of: read.of };
  if ('problem' in read) return { kind: 'problem', problem: read.problem };
  const { code } = read;
  if (!/^r\d[a-z]/.test(code)) return { kind: 'problem', problem: 'notSuchACode' };
  const packing = (Object.keys(PACKED) as Packing[]).find((one) => PACKED[one] === code[HEAD.length]);
  if (!code.startsWith(HEAD) || packing === undefined) return { kind: 'problem', problem: 'later' };
  const bytes = fromText(code.slice(HEAD.length + 1));
  const whole = bytes && (await unpack(Uint8Array.from(bytes), packing, LARGEST));
  if (whole === undefined || 'problem' in whole)
    return { kind: 'problem', problem: whole?.problem === 'oldBrowser' ? 'oldBrowser' : 'damaged' };
  const parsed = parseHostile(whole.bytes);
  return 'problem' in parsed ? { kind: 'problem', problem: 'damaged' } : judged(parsed.value, known, pack);
}

function judged(value: unknown, known: readonly KnownExercise[], pack: Pack): RoomCodes {
  const damaged: RoomCodes = { kind: 'problem', problem: 'damaged' };
  if (!Array.isArray(value) || value.length !== 3) return damaged;
  const [digest, sum, short] = value as unknown[];
  if (typeof digest !== 'string' || digest.length !== DIGITS || !Array.isArray(short)) return damaged;
  const exercise = known.find((one) => one.digest.startsWith(digest));
  if (exercise === undefined) return { kind: 'problem', problem: 'noExercise' };
  const entries = lengthened(short, exercise);
  const read = entries === undefined ? undefined : readRoom(entries, pack);
  // The ids were worked out here: only the sum tells that they are those of the other device.
  if (read === undefined || !('entries' in read) || sumOf(read.entries) !== sum) return damaged;
  return { kind: 'whole', entries: read.entries };
}

function sumOf(entries: readonly RoomEntry[]): string {
  return bytesToHex(sha256(utf8ToBytes(entries.map(({ id }) => id).join()))).slice(0, DIGITS);
}

function shortened(action: RoomAction, known: KnownExercise, ref: (id: string) => Ref): unknown {
  switch (action.type) {
    case 'opened':
      return ['o', action.room];
    case 'handedIn':
      return [
        'h',
        WAYS_IN.indexOf(action.by),
        shortHandIn(action.handIn, known),
        ...action.replaces.map((id) => ref(id)),
      ];
    case 'undone':
    case 'redone':
      return [action.type === 'undone' ? 'u' : 'r', ref(action.entry)];
    default:
      return action;
  }
}

/** Its code without the checks; all of it where the code would not give it back to the letter. */
function shortHandIn(handIn: HandIn, known: KnownExercise): string | HandIn {
  const code = writeHandIn(known, handIn);
  const back = readHandIn(known, code);
  const same = 'handIn' in back && canonicalJson(back.handIn) === canonicalJson(handIn);
  return same ? code.slice(0, -CHECK) : handIn;
}

/** undefined where it is of no known form; whether entries hold is judged by who reads them. */
function lengthened(short: readonly unknown[], known: KnownExercise): RoomEntry[] | undefined {
  const entries: RoomEntry[] = [];
  let [seq, time] = [0, 0];
  for (const one of short) {
    if (!Array.isArray(one) || one.length !== 3) return undefined;
    const [later, after, action] = one as unknown[];
    seq += Number(later);
    time += Number(after);
    const when = new Date(time);
    const whole = actionOf(action, known, entries);
    if (!Number.isSafeInteger(seq) || Number.isNaN(when.getTime()) || whole === undefined) return undefined;
    const entry = { seq, time: when.toISOString(), action: whole };
    entries.push({ ...entry, id: roomEntryId(entry) });
  }
  return entries;
}

function actionOf(
  short: unknown,
  known: KnownExercise,
  before: readonly RoomEntry[],
): RoomAction | undefined {
  if (!Array.isArray(short)) return short as RoomAction;
  const [kind, first, second, ...rest] = short as unknown[];
  const idOf = (ref: unknown) => ((typeof ref === 'number' ? before[ref]?.id : ref) ?? '') as string;
  switch (kind) {
    case 'o':
      return typeof first === 'string'
        ? { type: 'opened', room: first, exercise: known.exercise }
        : undefined;
    case 'h': {
      const handIn = handInOf(second, known);
      const by = WAYS_IN[Number(first)];
      return handIn && by ? { type: 'handedIn', by, handIn, replaces: rest.map(idOf) } : undefined;
    }
    case 'u':
    case 'r':
      return { type: kind === 'u' ? 'undone' : 'redone', entry: idOf(first) };
    default:
      return undefined;
  }
}

function handInOf(short: unknown, known: KnownExercise): HandIn | undefined {
  if (typeof short !== 'string') return short as HandIn;
  const read = readHandIn(known, framed(short, known.digest));
  return 'handIn' in read ? read.handIn : undefined;
}
