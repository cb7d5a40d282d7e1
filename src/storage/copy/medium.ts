/** Where the bytes of the second copy lie. */
import { isFull } from '../refusal.ts';

export interface Medium {
  readonly kind: 'file' | 'cache';
  /** Everything that is there, part by part, the newest last: it says again what the others said. */
  read(): Promise<Uint8Array[]>;
  /** Resolves when the bytes are on the disk; on failure what was there before is there still. */
  append(bytes: Uint8Array): Promise<void>;
  /** Puts this in the place of everything, in such a way that at each moment one of the two is whole. */
  replace(bytes: Uint8Array): Promise<void>;
  /** In bytes. */
  size(): number;
  /** Whether what is written still arrives: after site data was cleared, writing goes on into nothing. */
  isThere(): Promise<boolean>;
  close(): void;
}

/** Why the second copy did not take something, as a code that the view words. */
export type CopyFault =
  /** No room. */
  | 'quota'
  /** Another window holds it and does not answer. */
  | 'elsewhere'
  /** No answer in time. */
  | 'timeout'
  /** The browser has no store for it. */
  | 'missing'
  /** It holds something that does not go together with this. */
  | 'diverged'
  | 'unknown';

export class CopyFailure extends Error {
  override readonly name = 'CopyFailure';
  constructor(
    readonly fault: CopyFault,
    cause?: unknown,
  ) {
    super(`second copy: ${fault}`, { cause });
  }
}

/** @param error whatever a call to the browser threw. */
export function faultOf(error: unknown): CopyFault {
  if (error instanceof CopyFailure) return error.fault;
  return isFull(error) ? 'quota' : 'unknown';
}

/** Of what was written and what was read back. */
export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
