/** Any file of the others, locked with a passphrase: `waymark-locked` in docs/file-format.md, and why so in a decision. */
import { sha256 } from '@noble/hashes/sha2.js';
import { decrypt, encrypt, newNonce } from '../lock/cipher.ts';
import {
  type Bytes,
  ITERATIONS,
  isFairCost,
  type Keys,
  keysFrom,
  random,
  SALT_BYTES,
  utf8,
} from '../lock/keys.ts';
import { base64, fromBase64, fromHex, hex } from '../lock/letters.ts';
import { type Packing, pack, unpack } from '../lock/packing.ts';
import type { HandOnProblem, LockedFile, Unlocked } from '../session/hand-on/file.ts';
import { LARGEST } from './hostile.ts';
import { LOCKED_FORMAT } from './sealed.ts';

/** What the keys are for. */
export const PURPOSE = `${LOCKED_FORMAT} 1`;
const BEGINS = `{"format":"${LOCKED_FORMAT}"`;
const BODY = ',"body":"';
/** Letters before the body, with room for those of a later version. */
const HEAD_AT_MOST = 2000;

const HEAD =
  /^\{"format":"waymark-locked","version":1,"kdf":"PBKDF2-HMAC-SHA-256","iterations":([1-9]\d{0,15}),"salt":"([0-9a-f]{32})","cipher":"AES-256-GCM","nonce":"([0-9a-f]{24})","packing":"(gzip|none)","check":"([0-9a-f]{64})"$/;
const TAIL = /","digest":"([0-9a-f]{64})"\}\n?$/;
const TAIL_LETTERS = '","digest":""}\n'.length + 64;

/** @param iterations fewer only where tests do it a thousand times */
export async function writeLocked(
  text: string,
  passphrase: string,
  iterations = ITERATIONS,
): Promise<string> {
  const salt = random(SALT_BYTES);
  const nonce = newNonce();
  const [{ packing, packed }, { key, check }] = await Promise.all([
    pack(utf8(text)),
    keysFrom(passphrase, salt, iterations, PURPOSE),
  ]);
  const head = headOf({ iterations, salt, nonce, packing, check });
  const body = await encrypt(key, nonce, packed, utf8(head));
  const content = `${head}${BODY}${base64(body)}"`;
  return `${content},"digest":"${digestOf(content)}"}\n`;
}

interface Head {
  iterations: number;
  salt: Bytes;
  nonce: Bytes;
  packing: Packing;
  check: Bytes;
}

function headOf({ iterations, salt, nonce, packing, check }: Head): string {
  return `${BEGINS},"version":1,"kdf":"PBKDF2-HMAC-SHA-256","iterations":${iterations},"salt":"${hex(salt)}","cipher":"AES-256-GCM","nonce":"${hex(nonce)}","packing":"${packing}","check":"${hex(check)}"`;
}

/** Whether it says of itself that it is locked. */
export function saysLocked(bytes: Uint8Array): boolean {
  return ascii(bytes.subarray(0, BEGINS.length)) === BEGINS;
}

/**
 * Everything that can be known without the passphrase: damage, a later version, a cost that no Waymark asks for.
 * There is one way only to write each file, so that nothing in it can be changed and still mean the same.
 */
export function parseLocked(bytes: Uint8Array): { locked: LockedFile } | { problem: HandOnProblem } {
  const bound = ascii(bytes.subarray(0, HEAD_AT_MOST));
  const version = /^\{"format":"waymark-locked","version":([1-9]\d{0,8}),/.exec(bound)?.[1];
  // A later version may differ in anything, so that nothing else of it is judged.
  if (version !== undefined && Number(version) > 1)
    return { problem: { code: 'later', version: Number(version) } };
  const tail = TAIL.exec(ascii(bytes.subarray(-TAIL_LETTERS)));
  if (tail === null) return { problem: { code: 'cutOff' } };
  const end = bytes.length - tail[0].length;
  // With the quotation mark that ends the body.
  if (digestOf(bytes.subarray(0, end + 1)) !== tail[1]) return { problem: { code: 'altered' } };
  const at = bound.indexOf(BODY);
  const head = bound.slice(0, at);
  const fields = HEAD.exec(head);
  const body = fromBase64(ascii(bytes.subarray(at + BODY.length, end)));
  if (at < 0 || fields === null || body === undefined) return { problem: { code: 'altered' } };
  const [, iterations = '', salt = '', nonce = '', packing, check = ''] = fields;
  if (!isFairCost(Number(iterations))) return { problem: { code: 'unfairCost' } };
  return {
    locked: {
      head,
      iterations: Number(iterations),
      salt: fromHex(salt),
      nonce: fromHex(nonce),
      packing: packing === 'gzip' ? 'gzip' : 'none',
      check,
      body,
    },
  };
}

/** Never throws. A wrong passphrase is told before anything is decrypted, and so apart from a file that was changed. */
export async function openLocked(locked: LockedFile, passphrase: string): Promise<Unlocked> {
  const { salt, iterations } = locked;
  return openWith(await keysFrom(passphrase, salt, iterations, PURPOSE), locked);
}

/** @param keys of the passphrase, for the salt and the cost of the file. */
export async function openWith({ key, check: ours }: Keys, locked: LockedFile): Promise<Unlocked> {
  const { head, nonce, packing, check, body } = locked;
  // No secret: it stands in the file. So it need not take equally long whatever is wrong.
  if (hex(ours) !== check) return { problem: { code: 'wrongPassphrase' } };
  const packed = await decrypt(key, nonce, body, utf8(head));
  if (packed === undefined) return { problem: { code: 'altered' } };
  const unpacked = await unpack(packed, packing, LARGEST);
  return 'bytes' in unpacked ? unpacked : { problem: { code: unpacked.problem } };
}

function digestOf(content: string | Uint8Array): string {
  return hex(new Uint8Array(sha256(typeof content === 'string' ? utf8(content) : content)));
}

/** A letter for each byte: a file of ours has no others, and one that has is not ours. */
function ascii(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
