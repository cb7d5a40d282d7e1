/** A hand-in as a file (docs/file-format.md): the very characters of its code, so that it is judged as a typed one is. */
import type { HandInFile } from '../../session/workshop/hand-in.ts';
import { readWorkshopFile, type WrittenBy, writeWorkshopFile } from './workshop-file.ts';

export const HAND_IN_FILE = 'waymark-hand-in';

export function writeHandInFile(by: WrittenBy, code: string): string {
  return writeWorkshopFile(HAND_IN_FILE, by, 'code', code);
}

/** Whose code it is, is judged where it is taken. Never throws, whatever the file is. */
export function readHandInFile(bytes: Uint8Array): HandInFile {
  const read = readWorkshopFile(bytes, HAND_IN_FILE, 'code');
  if ('problems' in read) return read;
  if (typeof read.value !== 'string') return { problems: [{ code: 'notSuchAFile' }] };
  return { code: read.value };
}
