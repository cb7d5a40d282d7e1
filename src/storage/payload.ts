/**
 * The one place through which what people wrote passes on its way into both stores and out of them again, as plain
 * JSON values: whatever is to be done to all of it, such as locking it, is done here and nowhere else.
 *
 * - The database of sessions: each record of a journal (session-store.ts, first-store.ts). Beside them it holds a row
 *   a session with no text of anybody's: id, place, times, count, hash.
 * - The database of own additions: each addition (addition-database.ts).
 * - The second copy: each line (copy/copy.ts), so that its worker needs the same codec as the page.
 *
 * Transactions of IndexedDB do not wait for other promises, so `seal` comes before them and `open` after.
 */
export interface Codec {
  /**
   * @param values of which what a store finds them by must stay as it is: `session` and `seq` of a record, `pack`,
   * `id` and `revision` of an addition, `id` of a line.
   */
  seal<T extends object>(values: readonly T[]): Promise<T[]>;
  /** What `seal` was given; a value that it cannot open comes out as it is, and counts as damaged. */
  open(values: readonly unknown[]): Promise<unknown[]>;
}

/** As it is. */
export const PLAIN: Codec = {
  seal: async (values) => [...values],
  open: async (values) => [...values],
};
