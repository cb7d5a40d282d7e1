/** A file from anywhere, before anything of it is believed: its size, its text, how deep it goes, the names in it. */
import { LONGEST_TEXT } from '../session/action.ts';
import type { HandOnProblem } from '../session/hand-on/file.ts';

/** Bytes of a file: some 3,000 sessions of a hundred entries each. What is packed stops there when it is unpacked. */
export const LARGEST = 100_000_000;
/** Levels of lists and objects. A session has eight, the conditions of a pack some twenty. */
const DEEPEST = 100;
/** Names under which objects keep what is theirs by birth. */
const BORN_WITH = ['__proto__', 'constructor', 'prototype'];

export type Parsed = { value: unknown } | { problem: HandOnProblem };

/** @param bytes of the file; UTF-8, with or without a mark at its beginning. */
export function parseHostile(bytes: Uint8Array): Parsed {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { problem: { code: 'notText' } };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // An engine may give up on depth here already; a file of ours that is cut off says what it was meant to be.
    return { problem: { code: /^\s*\{\s*"format":\s*"waymark-/.test(text) ? 'cutOff' : 'notSuchAFile' } };
  }
  const problem = hostileIn(value);
  return problem === undefined ? { value } : { problem };
}

/** Without recursion: what is too deep must not be the end of the one who looks. */
function hostileIn(root: unknown): HandOnProblem | undefined {
  const open: [value: unknown, depth: number][] = [[root, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, depth] = next;
    if (typeof value === 'string' && value.length > LONGEST_TEXT) return { code: 'tooLarge' };
    if (typeof value !== 'object' || value === null) continue;
    if (depth === DEEPEST) return { code: 'tooDeep' };
    for (const [name, member] of Object.entries(value)) {
      if (BORN_WITH.includes(name)) return { code: 'badName', name };
      open.push([member, depth + 1]);
    }
  }
  return undefined;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An ISO 8601 time in UTC, as `toISOString` writes it. */
export function isTime(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 30) return false;
  const time = new Date(value);
  return !Number.isNaN(time.getTime()) && time.toISOString() === value;
}
