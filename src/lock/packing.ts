/** Made smaller before it is locked, where the browser can; and unpacked with an eye on how large it becomes. */
import type { Bytes } from './keys.ts';

export type Packing = 'gzip' | 'none';

export async function pack(bytes: Bytes): Promise<{ packing: Packing; packed: Bytes }> {
  if (typeof CompressionStream === 'undefined') return { packing: 'none', packed: bytes };
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return { packing: 'gzip', packed: new Uint8Array(await new Response(stream).arrayBuffer()) };
}

/**
 * @param largest bytes: unpacking stops there, since a few hundred bytes can swell to gigabytes.
 */
export async function unpack(
  packed: Bytes,
  packing: Packing,
  largest: number,
): Promise<{ bytes: Bytes } | { problem: 'tooLarge' | 'altered' | 'oldBrowser' }> {
  if (packing === 'none') return packed.length > largest ? { problem: 'tooLarge' } : { bytes: packed };
  if (typeof DecompressionStream === 'undefined') return { problem: 'oldBrowser' };
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Bytes[] = [];
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > largest) {
        void reader.cancel().catch(() => undefined);
        return { problem: 'tooLarge' };
      }
      parts.push(next.value);
    }
  } catch {
    return { problem: 'altered' };
  }
  return { bytes: new Uint8Array(await new Blob(parts).arrayBuffer()) };
}
