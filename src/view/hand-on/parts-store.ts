/** Parts of a code that came one by one, perhaps in several windows, until it is whole. */
import { readShared, writeShared } from '../parts/visit.ts';

const STORE = 'waymark.parts';
/** Letters kept at most: a code of 99 parts. */
const ROOM = 20_000;

/** @returns this part and those of the same code that came before. */
export async function withEarlier(part: string): Promise<string[]> {
  if (!part.includes('.')) return [part];
  const code = codeOf(part);
  const parts = [...new Set([...(await read()).filter((other) => codeOf(other) === code), part])];
  const text = JSON.stringify(parts);
  await writeShared(STORE, text.length > ROOM ? null : text);
  return parts;
}

export function forgetParts(): Promise<void> {
  return writeShared(STORE, null);
}

/** `2.3.1a2b3c4d.…`: of how many, and their digest. */
function codeOf(part: string): string {
  return part.split('.').slice(1, 3).join('.');
}

async function read(): Promise<string[]> {
  try {
    const kept: unknown = JSON.parse((await readShared(STORE)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
