/** What all files of sessions share: format, version, a digest over everything else, and the pack they carry. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../engine/canonical.ts';
import type { HandOnProblem } from '../session/hand-on/file.ts';
import { isObject, isTime } from './hostile.ts';

export const VERSION = 1;
/** Of backups: since 2 they hold workshops. */
export const BACKUP_VERSION = 2;
export const SESSION_FORMAT = 'waymark-session';
export const BACKUP_FORMAT = 'waymark-backup';
/** Anything of the others, locked with a passphrase. */
export const LOCKED_FORMAT = 'waymark-locked';

/** Letters of a version of the app. */
const APP = 64;

type Fields = Record<string, unknown>;

/** SHA-256 (hex) of the canonical JSON of a file without its digest. It shows damage; it is no signature. */
export function digestOf(file: Fields): string {
  const { digest: _, ...content } = file;
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(content))));
}

/** The text of a file, its digest last. */
export function sealed(file: Fields): string {
  return `${JSON.stringify({ ...file, digest: digestOf(file) })}\n`;
}

/** What kind of file it is, or why it is none that can be read here. */
export function formatOf(value: unknown): { format: string; file: Fields } | { problem: HandOnProblem } {
  if (!isObject(value)) return { problem: { code: 'notSuchAFile' } };
  const { format, version } = value;
  // One that we wrote is known by its first bytes (locked-file.ts); this was written anew, and fits nothing any more.
  if (format === LOCKED_FORMAT) return { problem: { code: 'altered' } };
  if ((format !== SESSION_FORMAT && format !== BACKUP_FORMAT) || !Number.isSafeInteger(version))
    return { problem: { code: 'notSuchAFile' } };
  // A later version may differ in anything, so that nothing else of it is judged.
  const last = format === BACKUP_FORMAT ? BACKUP_VERSION : VERSION;
  if (Number(version) > last) return { problem: { code: 'later', version: Number(version) } };
  return { format, file: value };
}

/** Of a file of sessions. @param checks the fields that such a file has beside those that all have. */
export function problemsOfHead(
  file: Fields,
  checks: Record<string, Check>,
  version = VERSION,
): HandOnProblem[] {
  return problemsOfFields(file, version, { pack: isSealedPack, ...checks });
}

/** @param checks the fields that such a file has beside format, version, when and by what written, and digest. */
export function problemsOfFields(
  file: Fields,
  version: number,
  checks: Record<string, Check>,
): HandOnProblem[] {
  const all: Record<string, Check> = {
    format: () => true,
    version: (value) => value === version,
    written: isTime,
    app: (value) => typeof value === 'string' && value.length <= APP,
    ...checks,
    digest: (value) => typeof value === 'string',
  };
  const unknown = Object.keys(file)
    .filter((field) => !Object.hasOwn(all, field))
    .map((field): HandOnProblem => ({ code: 'head', field, fault: 'unknown' }));
  const wrong = Object.entries(all).flatMap(([field, check]): HandOnProblem[] => {
    if (!Object.hasOwn(file, field)) return [{ code: 'head', field, fault: 'missing' }];
    return check(file[field]) ? [] : [{ code: 'head', field, fault: 'malformed' }];
  });
  const altered: HandOnProblem[] =
    typeof file.digest === 'string' && file.digest !== digestOf(file) ? [{ code: 'altered' }] : [];
  return [...altered, ...unknown, ...wrong];
}

export type Check = (value: unknown) => boolean;

/** The pack is whole: its hash is that of its content. Nothing else is looked at, since nothing of it is run. */
function isSealedPack(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { hash, ...content } = value;
  const named = typeof value.id === 'string' && typeof value.version === 'string';
  return named && hash === bytesToHex(sha256(utf8ToBytes(canonicalJson(content))));
}
