/**
 * The second copy in two files of the origin's private file system, written through synchronous handles. The files
 * are made once, since making and deleting files touches records of the browser that are never synced. One is in use;
 * compaction writes the other, reads it again, and only then goes over. The first line of a file is written last, so
 * that one that was not finished is known by the zeros in its place.
 */
import { lineOf, scan } from './lines.ts';
import { CopyFailure, isSame, type Medium } from './medium.ts';
import { highestId } from './records.ts';

/** What is used of FileSystemSyncAccessHandle. */
export interface SyncFile {
  getSize(): number;
  /** Both return how many bytes it was, which may be fewer. */
  read(into: Uint8Array, options: { at: number }): number;
  write(bytes: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

export type FileName = 'a' | 'b';

export interface Folder {
  /** Makes the file where it is not there. Rejects while another handle on it is open. */
  open(name: FileName): Promise<SyncFile>;
  /** The file's bytes, without a handle; none where it is not there. */
  look(name: FileName): Promise<Uint8Array>;
  /** The size of the file that has this name now; undefined where there is none. */
  sizeOf(name: FileName): Promise<number | undefined>;
}

const HEAD = lineOf({ waymark: 'second copy' });
const LINE_FEED = new Uint8Array([10]);
/** A handle is let go some 55 ms after the end of the tab that had it. */
const RETRY_MS = 2000;
const RETRY_EVERY_MS = 50;

/** @throws what opening threw, where neither file can be opened; where one can, that one is used. */
export async function openFileMedium(folder: Folder): Promise<Medium> {
  const files: Record<FileName, SyncFile | undefined> = { a: undefined, b: undefined };
  let failure: unknown;
  const until = performance.now() + RETRY_MS;
  for (const name of ['a', 'b'] as const) {
    try {
      files[name] = await openPatiently(folder, name, until);
    } catch (error) {
      failure = error;
    }
  }
  if (files.a === undefined && files.b === undefined) throw failure;
  try {
    return await mediumOn(folder, files);
  } catch (error) {
    // A handle that stays open keeps its file from every later attempt.
    for (const handle of [files.a, files.b]) handle?.close();
    throw error;
  }
}

/** @param files at least one of them is open. */
async function mediumOn(
  folder: Folder,
  files: Readonly<Record<FileName, SyncFile | undefined>>,
): Promise<Medium> {
  const found = { a: await bytesOf('a'), b: await bytesOf('b') };
  const newest: FileName = lastIdIn(found.b) > lastIdIn(found.a) ? 'b' : 'a';
  /** The file in use. */
  let name: FileName = files[newest] === undefined ? otherThan(newest) : newest;
  let file = files[name] as SyncFile; // One of the two is open.
  const lines = found[newest].subarray(HEAD.length);
  const { end } = scan(lines);
  // Where the newest cannot be written, the other becomes what it is.
  if (name !== newest || end === 0) put(file, lines.subarray(0, end));
  // Only a bad tail is cut, so that what is appended begins a line of its own.
  else if (end < lines.length) truncate(file, HEAD.length + end);
  /** A write went wrong and could not be cut off. */
  let torn = false;

  async function bytesOf(name: FileName): Promise<Uint8Array> {
    const handle = files[name];
    if (handle === undefined) return folder.look(name).catch(() => new Uint8Array());
    return readAll(handle);
  }

  return {
    kind: 'file',
    read: async () => [...partsOf(await bytesOf(otherThan(name))), ...partsOf(await bytesOf(name))],
    async append(bytes) {
      const size = file.getSize();
      const whole = torn ? joined([LINE_FEED, bytes]) : bytes;
      let failure: unknown;
      try {
        // A full disk is told by a short write, not by an error.
        if (file.write(whole, { at: size }) === whole.length) {
          file.flush();
          const found = new Uint8Array(whole.length);
          file.read(found, { at: size });
          if (!isSame(found, whole)) throw new CopyFailure('unknown');
          torn = false;
          return;
        }
      } catch (error) {
        failure = error;
      }
      torn = true;
      truncate(file, size);
      torn = false;
      throw failure ?? new CopyFailure('quota');
    },
    async replace(bytes) {
      const other = files[otherThan(name)];
      if (other === undefined) throw new CopyFailure('unknown');
      put(other, bytes);
      const old = file;
      file = other;
      name = otherThan(name);
      // What was removed for good must not stay behind.
      truncate(old, 0);
    },
    size: () => file.getSize(),
    isThere: async () => (await folder.sizeOf(name)) === file.getSize(),
    close() {
      for (const handle of [files.a, files.b]) handle?.close();
    },
  };
}

/** Writes a whole file, its first line last, and reads it again. */
function put(file: SyncFile, lines: Uint8Array): void {
  let failure: unknown;
  try {
    file.truncate(0);
    const written = file.write(lines, { at: HEAD.length });
    file.flush();
    if (written === lines.length && file.write(HEAD, { at: 0 }) === HEAD.length) {
      file.flush();
      if (isSame(readAll(file), joined([HEAD, lines]))) return;
    }
  } catch (error) {
    failure = error;
  }
  truncate(file, 0);
  throw failure ?? new CopyFailure('quota');
}

function truncate(file: SyncFile, size: number): void {
  file.truncate(size);
  file.flush();
}

async function openPatiently(folder: Folder, name: FileName, until: number): Promise<SyncFile> {
  for (;;) {
    try {
      return await folder.open(name);
    } catch (error) {
      if (!isTaken(error) || performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_EVERY_MS));
    }
  }
}

export function isTaken(error: unknown): boolean {
  return (error as { name?: unknown } | null)?.name === 'NoModificationAllowedError';
}

function readAll(file: SyncFile): Uint8Array {
  const bytes = new Uint8Array(file.getSize());
  return bytes.subarray(0, file.read(bytes, { at: 0 }));
}

/** The first line apart, so that damage to it does not take the second along. */
function partsOf(bytes: Uint8Array): Uint8Array[] {
  return [bytes.subarray(0, HEAD.length), bytes.subarray(HEAD.length)];
}

/** The highest id in a file: the higher, the newer. -1 where it is empty, or was not finished. */
function lastIdIn(bytes: Uint8Array): number {
  if (bytes.subarray(0, HEAD.length).every((byte) => byte === 0)) return -1;
  const ids = scan(bytes.subarray(HEAD.length)).values.map((value) => (value as { id?: unknown } | null)?.id);
  return highestId(ids);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const otherThan = (name: FileName): FileName => (name === 'a' ? 'b' : 'a');
