/** Diagrams made from a pack's own: restricted to what is possible, quantified, combined. Each call starts afresh. */
import { at, FALSE, TRUE } from './nodes.ts';
import { Table } from './table.ts';

/** Which variables stay variables: a set of them, or whatever tells. */
type Kept = Pick<ReadonlySet<number>, 'has'>;

export class Algebra {
  readonly table: Table;
  readonly #nodes: ArrayLike<number>;

  /** @param nodes the pack's diagrams, see Diagrams */
  constructor(nodes: ArrayLike<number>, sizes: ArrayLike<number>) {
    this.#nodes = nodes;
    this.table = new Table(sizes);
  }

  /**
   * True where the pack's diagram is true however the variables that are not kept turn out, each within its bits.
   * Kept variables stay, with all their values.
   */
  always(root: number, bits: Int32Array, kept: Kept): number {
    return this.#quantified(root, bits, kept, (nodes) => this.table.all(nodes), new Map());
  }

  /** True where it is true for at least one way in which the variables that are not kept can turn out. */
  sometimes(root: number, bits: Int32Array, kept: Kept): number {
    return this.#quantified(root, bits, kept, (nodes) => this.table.any(nodes), new Map());
  }

  /** The pack's diagram with every variable kept that can still turn out in several ways. */
  restricted(root: number, bits: Int32Array): number {
    return this.always(root, bits, {
      has: (variable) => (at(bits, variable) & (at(bits, variable) - 1)) !== 0,
    });
  }

  /** True where the variables have one of their possible values. */
  within(bits: Int32Array, variables: Iterable<number>): number {
    const tests: number[] = [];
    for (const variable of variables) tests.push(this.table.test(variable, valuesOf(at(bits, variable))));
    return this.table.all(tests);
  }

  /** Whether a diagram of this table is true everywhere within the bits. */
  holdsWithin(node: number, bits: Int32Array, done = new Map<number, boolean>()): boolean {
    if (node < 0) return node === TRUE;
    const known = done.get(node);
    if (known !== undefined) return known;
    const possible = valuesOf(at(bits, this.table.variable(node)));
    const result = possible.every((value) => this.holdsWithin(this.table.child(node, value), bits, done));
    done.set(node, result);
    return result;
  }

  /**
   * How many assignments of these variables (in ascending order), each within its bits, make the diagram true. It
   * may test no others.
   */
  count(root: number, variables: readonly number[], bits: Int32Array): bigint {
    const weights = variables.map((variable) => BigInt(valuesOf(at(bits, variable)).length));
    const position = new Map(variables.map((variable, i) => [variable, i]));
    const done = new Map<number, bigint>();
    // Assignments of the variables from this node's own on.
    const below = (node: number): bigint => {
      const known = done.get(node);
      if (known !== undefined) return known;
      const level = position.get(this.table.variable(node)) ?? variables.length;
      const total = valuesOf(at(bits, variables[level] ?? 0)).reduce(
        (sum, value) => sum + from(this.table.child(node, value), level + 1),
        0n,
      );
      done.set(node, total);
      return total;
    };
    const from = (node: number, level: number): bigint => {
      if (node === FALSE) return 0n;
      const end = node === TRUE ? variables.length : (position.get(this.table.variable(node)) ?? 0);
      const skipped = weights.slice(level, end).reduce((product, weight) => product * weight, 1n);
      return node === TRUE ? skipped : skipped * below(node);
    };
    return from(root, 0);
  }

  #quantified(
    node: number,
    bits: Int32Array,
    kept: Kept,
    join: (nodes: number[]) => number,
    done: Map<number, number>,
  ): number {
    if (node < 0) return node;
    const known = done.get(node);
    if (known !== undefined) return known;
    const variable = at(this.#nodes, node);
    const child = (value: number): number =>
      this.#quantified(at(this.#nodes, node + 1 + value), bits, kept, join, done);
    let result: number;
    if (kept.has(variable)) {
      const children = Array.from({ length: at(this.table.sizes, variable) }, (_, value) => child(value));
      result = this.table.make(variable, children);
    } else result = join(valuesOf(at(bits, variable)).map(child));
    done.set(node, result);
    return result;
  }
}

/** The values of a set of bits, ascending. */
export function valuesOf(bits: number): number[] {
  const values: number[] = [];
  for (let rest = bits, value = 0; rest !== 0; rest >>>= 1, value++) if ((rest & 1) !== 0) values.push(value);
  return values;
}
