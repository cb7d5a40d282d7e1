/** What the screens may do to protect what is on this device. Made by main. */
import type { ReadonlySignal } from '@preact/signals';

/** What was looked for after everything was wiped, and where. */
export interface Proof {
  /** Texts that people typed, such as titles and notes. */
  texts: number;
  sessions: number;
  additions: number;
  places: {
    place: 'databases' | 'files' | 'caches' | 'settings';
    /** So many things are there still. */
    left: number;
    /** So many of the texts and sessions were found in them. */
    found: number;
  }[];
}

/**
 * `blocked`: another window does not let go. `damaged`: a session cannot be read, and so cannot be locked. `unlike`:
 * what was read back is not what was written. Others as in SaveResult.
 */
export type ProtectionRefusal = string;

export interface Protection {
  /** There is a passphrase, and all that is kept is locked with it. */
  readonly locked: boolean;
  drawPassphrase(): Promise<string>;
  /** Locks everything that is kept here; the page is then loaded anew and asks. '' or why not. */
  lockAll(passphrase: string): Promise<ProtectionRefusal>;
  /** `wrong`: the old one is. */
  change(old: string, next: string): Promise<ProtectionRefusal>;
  /** Keeps everything in the open again; the page is then loaded anew. `wrong`: it is not the passphrase. */
  takeOff(passphrase: string): Promise<ProtectionRefusal>;
  /** In all windows. */
  lockNow(): Promise<void>;
  /** Minutes without a touch or a key after which it locks by itself; 0: never. */
  readonly idleMinutes: ReadonlySignal<number>;
  setIdleMinutes(minutes: number): void;
  /** Removes everything that anybody put here, keeps the app, and looks whether it is gone. */
  wipe(): Promise<Proof | { refused: ProtectionRefusal }>;
  /** To be called once the proof was read: nothing of before is in memory afterwards. */
  startAfresh(): void;
}
