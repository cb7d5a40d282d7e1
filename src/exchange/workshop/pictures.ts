/** Codes as pictures: made, and looked for in what a camera sees. What does both is loaded when it is needed. */
import type { Picture } from '../../session/workshop/workshop.ts';

/** What a QR code in a picture says; undefined where there is none. */
export async function readPicture(picture: Picture): Promise<string | undefined> {
  const { decodeQR } = await import('qr/decode.js');
  try {
    return decodeQR(picture);
  } catch {
    // Most pictures show none.
    return undefined;
  }
}

/** Rows of dark and light. */
export async function qr(text: string): Promise<boolean[][]> {
  const { encodeQR } = await import('qr');
  return encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
}
