/** Parts of a code that came one by one, perhaps in several windows, until it is whole. */
import { readVisit, visitsAreHeld, writeVisit } from '../parts/visit.ts';

const STORE = 'waymark.parts';
/** Letters kept at most: a code of 99 parts. */
const ROOM = 20_000;

/** @returns this part and those of the same code that came before. */
export function withEarlier(part: string): string[] {
  if (!part.includes('.')) return [part];
  const code = codeOf(part);
  const parts = [...new Set([...read().filter((other) => codeOf(other) === code), part])];
  write(parts);
  return parts;
}

export function forgetParts(): void {
  write([]);
}

/** `2.3.1a2b3c4d.…`: of how many, and their digest. */
function codeOf(part: string): string {
  return part.split('.').slice(1, 3).join('.');
}

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(
      (visitsAreHeld() ? readVisit(STORE) : localStorage.getItem(STORE)) ?? '[]',
    );
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

function write(parts: readonly string[]): void {
  const text = JSON.stringify(parts);
  // They are answers: where those are locked, so are these, and must come in one window.
  if (visitsAreHeld()) {
    writeVisit(STORE, parts.length === 0 ? null : text);
    return;
  }
  try {
    if (parts.length === 0 || text.length > ROOM) localStorage.removeItem(STORE);
    else localStorage.setItem(STORE, text);
  } catch {
    // Then the parts must come in one window.
  }
}
