/** Bytes as letters that a link and a QR code can hold. */

/** Base 64 as addresses have it, without filling. */
export function toText(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** undefined: no such letters, or far too many. */
export function fromText(text: string): Uint8Array | undefined {
  if (!/^[\w-]{1,20000}$/.test(text)) return undefined;
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(bytes, (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
