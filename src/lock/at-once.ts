/**
 * Seals texts without waiting, which the browser's own cipher cannot: for what has to be written before a page that is
 * left is gone. XChaCha20-Poly1305, whose nonces are long enough to be drawn by chance each time.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { managedNonce } from '@noble/ciphers/utils.js';
import { type Bytes, utf8 } from './keys.ts';
import { base64, fromBase64 } from './letters.ts';

export const SECRET_BYTES = 32;
const texts = new TextDecoder('utf-8', { ignoreBOM: true });

export interface AtOnce {
  /** @param place what it is bound to: elsewhere it does not open */
  seal(text: string, place: string): string;
  /** undefined: it was not sealed with this secret at this place, or was changed. */
  open(sealed: string, place: string): string | undefined;
}

/** @param secret of 32 bytes */
export function sealingAtOnce(secret: Bytes): AtOnce {
  const cipher = (place: string) => managedNonce(xchacha20poly1305)(secret, utf8(place));
  return {
    seal: (text, place) => base64(cipher(place).encrypt(utf8(text))),
    open(sealed, place) {
      try {
        return texts.decode(cipher(place).decrypt(fromBase64(sealed) ?? new Uint8Array()));
      } catch {
        return undefined;
      }
    },
  };
}
