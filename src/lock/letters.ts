/** Bytes as letters, hexadecimal or base 64, each in one way only: another spelling of the same bytes is refused. */
import type { Bytes } from './keys.ts';

export function hex(bytes: Bytes): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param text an even number of 0-9 and a-f */
export function fromHex(text: string): Bytes {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Bytes at a time: a multiple of three, so that the pieces join without padding. */
const PIECE = 24_000;

export function base64(bytes: Bytes): string {
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += PIECE)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(from, from + PIECE))));
  return pieces.join('');
}

/** undefined: it is not base 64 as RFC 4648 (4) writes it, with padding. */
export function fromBase64(text: string): Bytes | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  const letters = (PIECE / 3) * 4;
  for (let from = 0, at = 0; from < text.length; from += letters, at += PIECE) {
    const piece = text.slice(from, from + letters);
    let decoded: string;
    try {
      decoded = atob(piece);
    } catch {
      return undefined;
    }
    // Blanks, padding within and bits that are not used would be another spelling.
    if (btoa(decoded) !== piece) return undefined;
    for (let i = 0; i < decoded.length; i++) bytes[at + i] = decoded.charCodeAt(i);
  }
  return bytes;
}
