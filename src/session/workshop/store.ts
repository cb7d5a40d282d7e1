/** What keeping workshops asks of the device. Implemented by storage/, handed over by main. */
import type { SaveResult } from '../store.ts';

/**
 * Exercises by digest, rooms by id, what a table works on by exercise and table; when a room was given away to
 * another device, and whether this device goes round its tables, by its id; exercises that are being written, by the
 * draft's.
 */
export type WorkshopKind = 'exercise' | 'room' | 'table' | 'given' | 'passing' | 'draft';

export interface WorkshopRecord {
  kind: WorkshopKind;
  key: string;
  /** Not yet judged: it is read as anything from outside is. undefined: it is damaged. */
  value: unknown;
  /** Drawn by chance at each writing, so that a later one can be told; records of before that have none. */
  mark?: string;
}

export interface WorkshopStore {
  list(): Promise<WorkshopRecord[]>;
  /**
   * Resolves only after it is certain to be kept. `change` is given what is there (undefined: nothing), in one step
   * with the writing, so that what another tab wrote meanwhile is never lost; what it returns is kept.
   */
  update(kind: WorkshopKind, key: string, change: (stored: unknown) => unknown): Promise<SaveResult>;
  remove(kind: WorkshopKind, key: string): Promise<SaveResult>;
  /** Called when another tab changed something. Returns a function that stops listening. */
  onChange(listener: () => void): () => void;
}
