/**
 * The key of a vault: drawn by chance, so that it never has to change, and wrapped with a key from the passphrase, so
 * that changing the passphrase leaves everything else as it is.
 */
import { decrypt, encrypt, NONCE_BYTES, newNonce } from './cipher.ts';
import { type Bytes, ITERATIONS, isFairCost, keysFrom, random, SALT_BYTES, utf8 } from './keys.ts';
import { base64, fromBase64, fromHex, hex } from './letters.ts';

const PURPOSE = 'waymark-vault 1';
const SECRET_BYTES = 32;

/** What stands on the disk: nothing of it is a secret. Bytes as letters. */
export interface Wrapped {
  iterations: number;
  salt: string;
  /** Whether a passphrase is right; nobody comes from it to the key. */
  check: string;
  /** Nonce, then the secret, encrypted. */
  secret: string;
}

/** What opens and seals; neither can be taken out of the browser's keeping. */
export interface VaultKeys {
  key: CryptoKey;
  /** For nonces that come from what is sealed (sealing.ts). */
  nonces: CryptoKey;
}

/** @param iterations fewer only where tests do it often */
export function newSecret(passphrase: string, iterations = ITERATIONS): Promise<Wrapped> {
  return wrap(random(SECRET_BYTES), passphrase, iterations);
}

/** undefined: not this passphrase. */
export async function rewrapped(
  wrapped: Wrapped,
  passphrase: string,
  next: string,
): Promise<Wrapped | undefined> {
  const secret = await secretOf(wrapped, passphrase);
  return secret && wrap(secret, next, wrapped.iterations);
}

/** undefined: not this passphrase. */
export async function unwrapped(wrapped: Wrapped, passphrase: string): Promise<VaultKeys | undefined> {
  const secret = await secretOf(wrapped, passphrase);
  if (secret === undefined) return undefined;
  const { subtle } = crypto;
  const master = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const part = (name: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: utf8(`${PURPOSE} ${name}`),
  });
  const [key, nonces] = await Promise.all([
    subtle.deriveKey(part('seal'), master, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    subtle.deriveKey(part('nonce'), master, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']),
  ]);
  return { key, nonces };
}

async function wrap(secret: Bytes, passphrase: string, iterations: number): Promise<Wrapped> {
  const salt = random(SALT_BYTES);
  const { key, check } = await keysFrom(passphrase, salt, iterations, PURPOSE);
  const nonce = newNonce();
  const locked = await encrypt(key, nonce, secret, boundTo(iterations, hex(salt)));
  return {
    iterations,
    salt: hex(salt),
    check: hex(check),
    secret: base64(new Uint8Array([...nonce, ...locked])),
  };
}

async function secretOf(
  { iterations, salt, check, secret }: Wrapped,
  passphrase: string,
): Promise<Bytes | undefined> {
  if (!isFairCost(iterations)) throw new RangeError(`${iterations} iterations`);
  const keys = await keysFrom(passphrase, fromHex(salt), iterations, PURPOSE);
  const bytes = fromBase64(secret);
  if (hex(keys.check) !== check || bytes === undefined) return undefined;
  const nonce = bytes.slice(0, NONCE_BYTES);
  return decrypt(keys.key, nonce, bytes.slice(NONCE_BYTES), boundTo(iterations, salt));
}

function boundTo(iterations: number, salt: string): Bytes {
  return utf8(`${PURPOSE} ${iterations} ${salt}`);
}
