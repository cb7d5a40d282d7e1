/** A long code in parts, each small enough for a QR code that a camera reads: `2.3.1a2b3c4d.` and its letters. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { JoinedParts } from '../session/hand-on/answers.ts';

/** More parts than anybody shows to a camera. */
const MOST = 99;
const PART = /^(\d{1,2})\.(\d{1,2})\.([0-9a-f]{8})\.([\w-]{1,20000})$/;

/** @param room letters of one part, with what it says of itself. The code itself, where that fits. */
export function partsOf(code: string, room: number): string[] {
  if (code.length <= room) return [code];
  const each = Math.max(1, room - '99.99.01234567.'.length);
  const of = Math.ceil(code.length / each);
  if (of > MOST) throw new Error(`a code of ${code.length} letters does not fit into ${MOST} parts`);
  const digest = digestOf(code);
  return Array.from(
    { length: of },
    (_, i) => `${i + 1}.${of}.${digest}.${code.slice(i * each, (i + 1) * each)}`,
  );
}

/** @param texts a code, or parts of one in any order, each perhaps more than once. */
export function joinParts(texts: readonly string[]): JoinedParts {
  const [only] = texts;
  if (texts.length === 1 && only !== undefined && !only.includes('.')) return { code: only };
  const parts = texts.map((text) => PART.exec(text));
  const [first] = parts;
  if (first === undefined || parts.includes(null)) return { problem: 'notSuchACode' };
  const of = Number(first?.[2]);
  const digest = first?.[3];
  const letters = new Map<number, string>();
  for (const part of parts) {
    const number = Number(part?.[1]);
    if (Number(part?.[2]) !== of || part?.[3] !== digest) return { problem: 'mixed' };
    if (number < 1 || number > of) return { problem: 'damaged' };
    if ((letters.get(number) ?? part?.[4]) !== part?.[4]) return { problem: 'mixed' };
    letters.set(number, part?.[4] ?? '');
  }
  const numbers = Array.from({ length: of }, (_, i) => i + 1);
  const missing = numbers.filter((number) => !letters.has(number));
  if (missing.length > 0) return { missing, of };
  const code = numbers.map((number) => letters.get(number)).join('');
  return digestOf(code) === digest ? { code } : { problem: 'damaged' };
}

function digestOf(code: string): string {
  return bytesToHex(sha256(utf8ToBytes(code))).slice(0, 8);
}
