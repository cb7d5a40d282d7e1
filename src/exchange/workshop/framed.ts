/** What every code of a workshop has: what kind it is at its beginning, and two checks at its end. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromSymbols, plainSymbols, toSymbols } from './symbols.ts';

/** The first three bits. Kinds to come are of a later version. */
export const KINDS = { handIn: 1, join: 2 } as const;

/** 13 bits that show damage whatever the code is about, and 32 that bind it to the exercise. */
const WHOLE = 13;
const BOUND = 32;
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

export interface Frame {
  kind: number;
  content: string;
  isBoundTo(digest: string): boolean;
}

/** What was typed or scanned, if nothing was lost on the way. Never throws. */
export function unframed(text: string): { frame: Frame } | { problem: 'notSuchACode' | 'damaged' } {
  const code = plainSymbols(text);
  if (code === undefined || code.length < SHORTEST) return { problem: 'notSuchACode' };
  const content = code.slice(0, -CHECK);
  const check = fromSymbols(code.slice(-CHECK));
  if (check >> BigInt(BOUND) !== bitsOf(content, WHOLE)) return { problem: 'damaged' };
  const bound = check & ((1n << BigInt(BOUND)) - 1n);
  const kind = Number(fromSymbols(content.slice(0, 1)) >> 2n);
  return { frame: { kind, content, isBoundTo: (digest) => bound === boundTo(content, digest) } };
}

function boundTo(content: string, digest: string): bigint {
  return bitsOf(`${digest}/${content}`, BOUND);
}
