/** Heights in one column: as near as possible to where lines would be level, in the order given, nothing overlapping. */

export interface Item {
  height: number;
  /** Least space above it: below the item before, or below the top. */
  above: number;
  /** Where its top would like to be. */
  wish: number;
}

/**
 * The tops that are nearest to the wishes (least squares), with the space kept and all within `height`: isotonic
 * regression by pooling adjacent violators, on tops from which what must be between is taken away.
 * `height` must have room for all of them.
 */
export function placeColumn(items: readonly Item[], height: number): number[] {
  const needed: number[] = [];
  let used = 0;
  for (const item of items) {
    used += item.above;
    needed.push(used);
    used += item.height;
  }
  const room = Math.max(0, height - used);
  const pools: { sum: number; count: number }[] = [];
  items.forEach((item, i) => {
    pools.push({ sum: item.wish - (needed[i] ?? 0), count: 1 });
    for (;;) {
      const last = pools.at(-1);
      const before = pools.at(-2);
      if (last === undefined || before === undefined) break;
      if (before.sum / before.count <= last.sum / last.count) break;
      pools.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  });
  const free = pools.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count));
  return free.map((value, i) => Math.min(Math.max(value, 0), room) + (needed[i] ?? 0));
}
