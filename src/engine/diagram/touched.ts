/** Which items hang on a variable, so that a change of it leads to them and to no others. */
import { at } from './nodes.ts';

export class Touched {
  /** For each variable the positions of its items, one list after the other. */
  readonly #items: Int32Array;
  readonly #first: Int32Array;

  /** @param items the variables of each item */
  constructor(variables: number, items: readonly Iterable<number>[]) {
    const lists = Array.from({ length: variables }, (): number[] => []);
    items.forEach((own, item) => {
      for (const variable of own) lists[variable]?.push(item);
    });
    this.#first = new Int32Array(variables + 1);
    lists.forEach((list, variable) => {
      this.#first[variable + 1] = at(this.#first, variable) + list.length;
    });
    this.#items = Int32Array.from(lists.flat());
  }

  /** Where the items of a variable begin; they end where those of the next begin. */
  from(variable: number): number {
    return this.#first[variable] as number;
  }

  item(position: number): number {
    return this.#items[position] as number;
  }
}

/** Each variable that some of the diagrams tests. */
export function testedIn(
  nodes: ArrayLike<number>,
  sizes: ArrayLike<number>,
  roots: readonly number[],
): Set<number> {
  const variables = new Set<number>();
  const seen = new Set(roots);
  // A set grows while it is walked.
  for (const node of seen) {
    if (node < 0) continue;
    const variable = at(nodes, node);
    variables.add(variable);
    for (let value = 0; value < at(sizes, variable); value++) seen.add(at(nodes, node + 1 + value));
  }
  return variables;
}
