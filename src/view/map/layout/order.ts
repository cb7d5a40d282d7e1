/**
 * The order in each column, so that few lines cross: barycentres, swept forth and back, then neighbours swapped
 * while that helps (Sugiyama, Tagawa and Toda 1981; Gansner et al. 1993). Deterministic: ties keep their order.
 */

/** A place in a column; `fixed` ones keep their order among those of their group. */
export interface Place {
  key: string;
  group: number;
  fixed: boolean;
}

/** A line between neighbouring columns, from left to right. */
export interface Step {
  from: string;
  to: string;
}

const SWEEPS = 12;

/** @param steps each between column i and column i + 1 */
export function orderColumns(columns: readonly Place[][], steps: readonly Step[]): Place[][] {
  let now = columns.map((column) => [...column].sort((a, b) => a.group - b.group));
  let best = now;
  let fewest = crossingsIn(now, steps);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    now = swapped(swept(now, steps, sweep % 2 === 0), steps);
    const crossings = crossingsIn(now, steps);
    if (crossings >= fewest) continue;
    best = now;
    fewest = crossings;
  }
  return best;
}

/** How many pairs of lines cross between neighbouring columns. */
export function crossingsIn(columns: readonly Place[][], steps: readonly Step[]): number {
  let crossings = 0;
  for (let i = 0; i + 1 < columns.length; i++) {
    const left = positions(columns[i] ?? []);
    const right = positions(columns[i + 1] ?? []);
    const ends = steps.flatMap(({ from, to }) => {
      const a = left.get(from);
      const b = right.get(to);
      return a === undefined || b === undefined ? [] : [[a, b] as const];
    });
    ends.forEach(([a, b], k) => {
      for (const [c, d] of ends.slice(k + 1)) if ((a - c) * (b - d) < 0) crossings++;
    });
  }
  return crossings;
}

function swept(columns: readonly Place[][], steps: readonly Step[], forth: boolean): Place[][] {
  const next = columns.map((column) => [...column]);
  const order = [...next.keys()];
  for (const i of forth ? order : order.reverse()) {
    const near = next[forth ? i - 1 : i + 1];
    const column = next[i];
    if (near === undefined || column === undefined) continue;
    const at = positions(near);
    const own = positions(column);
    const wish = new Map(
      column.map(({ key }) => {
        const ends = steps
          .filter(({ from, to }) => (forth ? to : from) === key)
          .flatMap(({ from, to }) => at.get(forth ? from : to) ?? []);
        return [key, ends.length > 0 ? mean(ends) : (own.get(key) ?? 0)];
      }),
    );
    column.sort((a, b) => a.group - b.group || (wish.get(a.key) ?? 0) - (wish.get(b.key) ?? 0));
    restoreFixed(column, own);
  }
  return next;
}

/** Fixed ones take the places that fixed ones of their group have, in the order that they had. */
function restoreFixed(column: Place[], own: ReadonlyMap<string, number>): void {
  const places = [...column.keys()].filter((i) => column[i]?.fixed);
  const inOrder = places
    .flatMap((i) => column[i] ?? [])
    .sort((a, b) => a.group - b.group || (own.get(a.key) ?? 0) - (own.get(b.key) ?? 0));
  places.forEach((i, k) => {
    const place = inOrder[k];
    if (place !== undefined) column[i] = place;
  });
}

/** Neighbours are swapped as long as lines that cross become fewer. Only their own lines can cross otherwise then. */
function swapped(columns: Place[][], steps: readonly Step[]): Place[][] {
  const before = endsBy(steps, 'to', 'from');
  const after = endsBy(steps, 'from', 'to');
  for (let better = true; better; ) {
    better = false;
    columns.forEach((column, at) => {
      const left = positions(columns[at - 1] ?? []);
      const right = positions(columns[at + 1] ?? []);
      const ends = new Map(
        column.map(({ key }) => [key, [found(left, before.get(key)), found(right, after.get(key))] as const]),
      );
      for (let i = 0; i + 1 < column.length; i++) {
        const a = column[i];
        const b = column[i + 1];
        if (a === undefined || b === undefined || a.group !== b.group || a.fixed || b.fixed) continue;
        const [aLeft, aRight] = ends.get(a.key) ?? [[], []];
        const [bLeft, bRight] = ends.get(b.key) ?? [[], []];
        if (gain(aLeft, bLeft) + gain(aRight, bRight) <= 0) continue;
        column[i] = b;
        column[i + 1] = a;
        better = true;
      }
    });
  }
  return columns;
}

/** By how many fewer lines would cross if the one with the ends `a` stood after the one with the ends `b`. */
function gain(a: readonly number[], b: readonly number[]): number {
  let gained = 0;
  for (const x of a) for (const y of b) gained += Math.sign(x - y);
  return gained;
}

function endsBy(steps: readonly Step[], own: keyof Step, other: keyof Step): Map<string, string[]> {
  const ends = new Map<string, string[]>();
  for (const step of steps) {
    const list = ends.get(step[own]);
    if (list === undefined) ends.set(step[own], [step[other]]);
    else list.push(step[other]);
  }
  return ends;
}

function found(at: ReadonlyMap<string, number>, keys: readonly string[] = []): number[] {
  return keys.flatMap((key) => at.get(key) ?? []);
}

function positions(column: readonly Place[]): Map<string, number> {
  return new Map(column.map(({ key }, i) => [key, i]));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
