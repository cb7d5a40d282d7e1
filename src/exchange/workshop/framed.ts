/**
 * What every code of a workshop has: what kind it is at its beginning, and nine characters of checks at its end. Codes of
 * a room say which one within these nine, and so are no longer than those without one (docs/decisions/034).
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isWithoutSlip, SLIP_LENGTH, slipCheck } from './slips.ts';
import { fromSymbols, plainSymbols, toSymbols } from './symbols.ts';

/** The first three bits. `handIn` and `join` name no room. Kinds to come are of a later version. */
export const KINDS = { handIn: 1, join: 2, handInOfRoom: 3, joinOfRoom: 4 } as const;

/** 13 bits that show damage whatever the code is about, first in every kind: a later kind is known by them. */
const WHOLE = 13;
/** Without a room: 32 bits that bind it to the exercise. */
const BOUND = 32;
/** With a room: which one, 7 bits that bind it to that and the exercise, and two characters against slips. */
const ROOM = 15;
const BOUND_IN_ROOM = 7;
export const TAG_LENGTH = ROOM / 5;
export const CHECK = (WHOLE + BOUND) / 5;
/** A kind, and at least one character more. */
const SHORTEST = CHECK + 2;

/** So many of the first bits of the SHA-256. */
export function bitsOf(text: string, bits: number): bigint {
  const digest = BigInt(`0x${bytesToHex(sha256(utf8ToBytes(text)))}`);
  return digest >> BigInt(256 - bits);
}

/** @param content characters whose first three bits are the kind. @param digest of the exercise */
export function framed(content: string, digest: string): string {
  return content + toSymbols((bitsOf(content, WHOLE) << BigInt(BOUND)) | boundTo(content, digest), CHECK);
}

/** @param room its tag */
export function framedInRoom(content: string, room: string, digest: string): string {
  const ofRoom = (bitsOf(content, WHOLE) << BigInt(ROOM)) | fromSymbols(room);
  const checks = (ofRoom << BigInt(BOUND_IN_ROOM)) | boundInRoom(content, room, digest);
  const whole = content + toSymbols(checks, CHECK - SLIP_LENGTH);
  return whole + slipCheck(whole);
}

export interface Frame {
  kind: number;
  content: string;
  /** The tag of the room that it is of; '' where its kind names none. */
  room: string;
  isBoundTo(digest: string): boolean;
}

/** What was typed or scanned, if nothing was lost on the way. Never throws. */
export function unframed(text: string): { frame: Frame } | { problem: 'notSuchACode' | 'damaged' } {
  const code = plainSymbols(text);
  if (code === undefined || code.length < SHORTEST) return { problem: 'notSuchACode' };
  const content = code.slice(0, -CHECK);
  const check = fromSymbols(code.slice(-CHECK));
  if (check >> BigInt(BOUND) !== bitsOf(content, WHOLE)) return { problem: 'damaged' };
  const kind = Number(fromSymbols(content.slice(0, 1)) >> 2n);
  if (kind === KINDS.handInOfRoom || kind === KINDS.joinOfRoom) {
    if (!isWithoutSlip(code)) return { problem: 'damaged' };
    const rest = check >> BigInt(SLIP_LENGTH * 5);
    const room = toSymbols((rest >> BigInt(BOUND_IN_ROOM)) & ones(ROOM), TAG_LENGTH);
    const bound = rest & ones(BOUND_IN_ROOM);
    const isBoundTo = (digest: string) => bound === boundInRoom(content, room, digest);
    return { frame: { kind, content, room, isBoundTo } };
  }
  const bound = check & ones(BOUND);
  return { frame: { kind, content, room: '', isBoundTo: (digest) => bound === boundTo(content, digest) } };
}

function ones(bits: number): bigint {
  return (1n << BigInt(bits)) - 1n;
}

function boundTo(content: string, digest: string): bigint {
  return bitsOf(`${digest}/${content}`, BOUND);
}

function boundInRoom(content: string, room: string, digest: string): bigint {
  return bitsOf(`${digest}/${room}/${content}`, BOUND_IN_ROOM);
}
