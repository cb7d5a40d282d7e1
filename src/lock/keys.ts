/**
 * From a passphrase to keys: PBKDF2-HMAC-SHA-256, slow on purpose, then HKDF-SHA-256 into a key that locks and a value
 * that shows whether the passphrase is right. Knowing the one helps nobody to the other.
 */
import { asItCounts } from './passphrase.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** What OWASP names for PBKDF2-HMAC-SHA-256: some tenths of a second on a tablet, and as much for each guess. */
export const ITERATIONS = 600_000;
/** With fewer a passphrase is guessed too soon; with more opening would take minutes. Looked at before any work. */
const FEWEST = 100_000;
const MOST = 10_000_000;
export const SALT_BYTES = 16;
const KEY_BITS = 256;

export interface Keys {
  /** AES-256-GCM. Cannot be taken out of the browser's keeping. */
  key: CryptoKey;
  /** 32 bytes: the same only for the same passphrase, salt and iterations. */
  check: Bytes;
}

export function isFairCost(iterations: number): boolean {
  return Number.isSafeInteger(iterations) && iterations >= FEWEST && iterations <= MOST;
}

/**
 * @param purpose what the keys are for, so that two uses of one passphrase share nothing
 * @throws RangeError where the cost is none that we would ask for
 */
export async function keysFrom(
  passphrase: string,
  salt: Bytes,
  iterations: number,
  purpose: string,
): Promise<Keys> {
  if (!isFairCost(iterations)) throw new RangeError(`${iterations} iterations`);
  const { subtle } = crypto;
  const typed = utf8(asItCounts(passphrase));
  const base = await subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const slow = await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, base, KEY_BITS);
  const master = await subtle.importKey('raw', slow, 'HKDF', false, ['deriveKey', 'deriveBits']);
  const part = (name: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: utf8(`${purpose} ${name}`),
  });
  const [key, check] = await Promise.all([
    subtle.deriveKey(part('key'), master, { name: 'AES-GCM', length: KEY_BITS }, false, [
      'encrypt',
      'decrypt',
    ]),
    subtle.deriveBits(part('check'), master, KEY_BITS),
  ]);
  return { key, check: new Uint8Array(check) };
}

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

export function random(bytes: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(bytes));
}
