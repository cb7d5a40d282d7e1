/** Lists of which one member must not end the others. */

/** @returns what came of looking at each, in order, and the ids of those at which looking threw. */
export function eachAlone<T, R>(
  all: Iterable<readonly [id: string, one: T]>,
  look: (one: T) => R,
): { found: R[]; broken: string[] } {
  const found: R[] = [];
  const broken: string[] = [];
  for (const [id, one] of all)
    try {
      found.push(look(one));
    } catch {
      broken.push(id);
    }
  return { found, broken };
}
