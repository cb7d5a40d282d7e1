/** A file from anywhere, before anything of it is believed: its size, its text, how deep it goes, the names in it. */
import { canonicalJson } from '../engine/canonical.ts';
import { isInherited } from '../engine/inherited.ts';
import { LONGEST_TEXT } from '../session/action.ts';
import type { HandOnProblem } from '../session/hand-on/file.ts';

/** Bytes of a file: some 3,000 sessions of a hundred entries each. What is packed stops there when it is unpacked. */
export const LARGEST = 100_000_000;
/** Levels of lists and objects. A session has eight, the conditions of a pack some twenty. */
const DEEPEST = 100;

/** `badName`: the first name in it that every object has by birth. Who reads parts one by one refuses those alone. */
export type Parsed = { value: unknown; badName?: string } | { problem: HandOnProblem };

/** @param bytes of the file; UTF-8, with or without a mark at its beginning. */
export function parseHostile(bytes: Uint8Array): Parsed {
  const parsed = parseInParts(bytes);
  if ('problem' in parsed || parsed.badName === undefined) return parsed;
  return { problem: { code: 'badName', name: parsed.badName } };
}

/** The same, where what bears a bad name is for the caller to find and to refuse. */
export function parseInParts(bytes: Uint8Array): Parsed {
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
  return looked(value, text);
}

/** Without recursion: what is too deep must not be the end of the one who looks. */
function looked(root: unknown, text: string): Parsed {
  let names = 0;
  let badName: string | undefined;
  const open: [value: unknown, depth: number][] = [[root, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, depth] = next;
    if (typeof value === 'string' && value.length > LONGEST_TEXT) return { problem: { code: 'tooLarge' } };
    // As `1e400` is read; nothing that is written has it.
    if (typeof value === 'number' && !Number.isFinite(value)) return { problem: { code: 'badNumber' } };
    if (typeof value !== 'object' || value === null) continue;
    if (depth === DEEPEST) return { problem: { code: 'tooDeep' } };
    for (const [name, member] of Object.entries(value)) {
      if (!Array.isArray(value)) {
        names += 1;
        if (isInherited(name)) badName ??= name;
      }
      open.push([member, depth + 1]);
    }
  }
  // Of a name that is there twice the last is read, and whoever looks at the text sees the first.
  if (names !== namesIn(text)) return { problem: { code: 'doubledName' } };
  return badName === undefined ? { value: root } : { value: root, badName };
}

/** How many names a text has that is known to be JSON: strings that a colon follows. */
function namesIn(text: string): number {
  let names = 0;
  for (let open = text.indexOf('"'); open !== -1; open = text.indexOf('"', open)) {
    let close = text.indexOf('"', open + 1);
    while (isEscaped(text, close)) close = text.indexOf('"', close + 1);
    open = close + 1;
    while (SPACE.includes(text.charAt(open)) && open < text.length) open += 1;
    if (text.charAt(open) === ':') names += 1;
  }
  return names;
}

/** What JSON may have between two tokens. */
const SPACE = ' \t\r\n';

/** An odd number of backslashes stands before it. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text.charAt(before - 1) === '\\') before -= 1;
  return (at - before) % 2 === 1;
}

/** Whether a file can hold it, and read it back to the same: what a database keeps need be no JSON. */
export function isPlain(value: unknown): boolean {
  try {
    const bytes = new TextEncoder().encode(canonicalJson(value));
    return 'value' in parseHostile(bytes);
  } catch {
    return false;
  }
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
