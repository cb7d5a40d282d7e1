/**
 * Texts sealed one by one. The same text at the same place comes to the same letters, so that a write that is done
 * twice is one write: its nonce comes from what is sealed (as in RFC 5297), so that no nonce serves two texts.
 */
import { decrypt, encrypt, NONCE_BYTES } from './cipher.ts';
import { type Bytes, utf8 } from './keys.ts';
import { base64, fromBase64 } from './letters.ts';
import type { VaultKeys } from './vault-key.ts';

const MARK = 'sealed:';
/** Texts are made as long as a multiple of this: how long one is would tell which answer it is. */
const PAD_BYTES = 256;

export interface Sealing {
  /** @param place what it is bound to: elsewhere it does not open. */
  seal(text: string, place: string): Promise<string>;
  /** undefined: it was not sealed with this key at this place, or was changed. */
  open(sealed: string, place: string): Promise<string | undefined>;
  /** 32 bytes that only this key gives, for another use. @param purpose its name, which begins with a letter */
  secretFor(purpose: string): Promise<Bytes>;
}

export function isSealed(text: string): boolean {
  return text.startsWith(MARK);
}

export function createSealing({ key, nonces }: VaultKeys): Sealing {
  return {
    async seal(text, place) {
      const plain = padded(text);
      const bound = utf8(place);
      const length = utf8(`${bound.length} `);
      const whole = new Uint8Array(await new Blob([length, bound, plain]).arrayBuffer());
      const nonce = new Uint8Array(await crypto.subtle.sign('HMAC', nonces, whole)).slice(0, NONCE_BYTES);
      const locked = await encrypt(key, nonce, plain, bound);
      return MARK + base64(new Uint8Array(await new Blob([nonce, locked]).arrayBuffer()));
    },
    async open(sealed, place) {
      const bytes = isSealed(sealed) ? fromBase64(sealed.slice(MARK.length)) : undefined;
      if (bytes === undefined) return undefined;
      const plain = await decrypt(key, bytes.slice(0, NONCE_BYTES), bytes.slice(NONCE_BYTES), utf8(place));
      return plain && new TextDecoder().decode(plain).replace(/\0+$/, '');
    },
    // No nonce is made from the same letters: what is sealed begins with a number.
    async secretFor(purpose) {
      return new Uint8Array(await crypto.subtle.sign('HMAC', nonces, utf8(purpose)));
    },
  };
}

/** With zeros, of which no text of ours has any. */
function padded(text: string): Bytes {
  const bytes = utf8(text);
  const whole = new Uint8Array(Math.ceil((bytes.length + 1) / PAD_BYTES) * PAD_BYTES);
  whole.set(bytes);
  return whole;
}
