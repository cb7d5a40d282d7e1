/** What keeping additions asks of the device. Implemented by storage/, handed over by main. */
import type { SaveResult } from '../store.ts';
import type { Addition } from './addition.ts';

export interface AdditionStore {
  /** All of them, deleted ones and those of other packs too. `damaged`: how many records are no additions. */
  list(): Promise<{ additions: Addition[]; damaged: number }>;
  /**
   * Keeps all of them or none; resolves only after that is certain. `stale`: one of them does not follow what is
   * stored (its revision is not the next one), since another tab was first.
   */
  put(additions: readonly Addition[]): Promise<SaveResult>;
  /** Removes for good, unless another tab changed it after this revision. */
  remove(addition: Addition): Promise<SaveResult>;
  /** Called when another tab changed something. Returns a function that stops listening. */
  onChange(listener: () => void): () => void;
}
