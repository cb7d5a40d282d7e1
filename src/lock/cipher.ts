/** AES-256-GCM: nobody can read what is locked, nor change a bit of it or of what is bound to it unseen. */
import { type Bytes, random } from './keys.ts';

/** As the standard has it. Drawn anew each time: with one key, never more than a few thousand million times. */
export const NONCE_BYTES = 12;

/** @param bound not hidden, but not to be changed either */
export async function encrypt(key: CryptoKey, nonce: Bytes, plain: Bytes, bound: Bytes): Promise<Bytes> {
  const locked = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: bound },
    key,
    plain,
  );
  return new Uint8Array(locked);
}

/** undefined: another key, or something of it was changed. */
export async function decrypt(
  key: CryptoKey,
  nonce: Bytes,
  locked: Bytes,
  bound: Bytes,
): Promise<Bytes | undefined> {
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: nonce, additionalData: bound },
      key,
      locked,
    );
    return new Uint8Array(plain);
  } catch {
    return undefined;
  }
}

export function newNonce(): Bytes {
  return random(NONCE_BYTES);
}
