/** What tells a room from the others of its exercise, short enough to stand in a code and to be compared by eye. */
import { bitsOf, TAG_LENGTH } from './framed.ts';
import { toSymbols } from './symbols.ts';

/** Three characters, 15 bits: 1 in 32,768 that two rooms have the same. @param room its id */
export function roomTag(room: string): string {
  return toSymbols(bitsOf(`room/${room}`, TAG_LENGTH * 5), TAG_LENGTH);
}
