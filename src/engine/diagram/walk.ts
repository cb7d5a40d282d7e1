/** Walks on a diagram under a set of possible values for each variable: which leaves are reached, what is left. */
import type { Value } from '../verdict.ts';
import { at, IMPOSSIBLE, Nodes } from './nodes.ts';

/** Which leaves can be reached, as bits. */
export type Leaves = number;
export const REACHES_FALSE: Leaves = 1;
export const REACHES_TRUE: Leaves = 2;
export const REACHES_BOTH: Leaves = 3;

const HIGHEST = 0x80000000;

export class Walker {
  readonly #nodes: Int32Array;
  readonly #sizes: Int32Array;
  /** Restricted diagrams live here for the length of one call. */
  readonly #scratch: Nodes;
  /** The last walk that met a node. */
  readonly #stamps: Int32Array;
  /** Nodes that a walk has still to look at. */
  readonly #stack: Int32Array;
  #stamp = 0;

  constructor(nodes: ArrayLike<number>, sizes: Int32Array) {
    this.#nodes = Int32Array.from(nodes);
    this.#sizes = sizes;
    this.#scratch = new Nodes(sizes);
    this.#stamps = new Int32Array(this.#nodes.length);
    this.#stack = new Int32Array(this.#nodes.length);
  }

  /** Which leaves can still be reached. */
  value(root: number, bits: Int32Array): Value {
    const reached = this.leaves(root, bits);
    return reached === REACHES_TRUE ? 'always' : reached === REACHES_FALSE ? 'never' : 'mixed';
  }

  /**
   * The same as bits, for whoever asks often. Each node is met once at most, and both leaves end the search. The
   * hottest loop of all: without calls, and indexed directly.
   */
  leaves(root: number, bits: Int32Array): Leaves {
    const nodes = this.#nodes;
    const stack = this.#stack;
    const stamp = ++this.#stamp;
    let waiting = 0;
    let reached: Leaves = 0;
    let node = root;
    for (;;) {
      while (node >= 0) {
        const possible = bits[nodes[node] as number] as number;
        let others = possible & (possible - 1);
        if (others !== 0) {
          if (this.#stamps[node] === stamp) break;
          this.#stamps[node] = stamp;
          do {
            const child = nodes[node + 32 - Math.clz32(others)] as number;
            // FALSE is -1 and TRUE is -2: the leaf's own bit, turned round.
            if (child < 0) reached |= -child;
            else stack[waiting++] = child;
            others ^= HIGHEST >>> Math.clz32(others);
          } while (others !== 0);
          if (reached === REACHES_BOTH) return reached;
        }
        node = nodes[node + 32 - Math.clz32(possible & -possible)] as number;
      }
      if (node < 0) reached |= -node;
      if (reached === REACHES_BOTH || waiting === 0) return reached;
      node = stack[--waiting] as number;
    }
  }

  /**
   * The variables on which the diagram still depends: those left once it is restricted to what is possible and
   * reduced again. Exact: each of them changes the outcome of some pair of completions that differ only there.
   */
  support(root: number, bits: Int32Array): Set<number> {
    this.#scratch.shrink(0);
    const restricted = this.#restrict(root, bits, new Map());
    const found = new Set<number>();
    const seen = new Set<number>();
    const visit = (node: number): void => {
      if (node < 0 || seen.has(node)) return;
      seen.add(node);
      const variable = this.#scratch.variable(node);
      found.add(variable);
      for (let value = 0; value < at(this.#sizes, variable); value++) visit(this.#scratch.child(node, value));
    };
    visit(restricted);
    return found;
  }

  /**
   * Whether two diagrams are the same function, each under what is possible. The two may differ only in variables
   * of which one value is possible (readings taken): those are gone once restricted.
   */
  same(left: number, leftBits: Int32Array, right: number, rightBits: Int32Array): boolean {
    this.#scratch.shrink(0);
    return this.#restrict(left, leftBits, new Map()) === this.#restrict(right, rightBits, new Map());
  }

  #restrict(node: number, bits: Int32Array, done: Map<number, number>): number {
    if (node < 0) return node;
    const known = done.get(node);
    if (known !== undefined) return known;
    const variable = at(this.#nodes, node);
    const possible = at(bits, variable);
    const children: number[] = [];
    for (let value = 0; value < at(this.#sizes, variable); value++) {
      const isPossible = (possible & (1 << value)) !== 0;
      children.push(isPossible ? this.#restrict(at(this.#nodes, node + 1 + value), bits, done) : IMPOSSIBLE);
    }
    const result = this.#scratch.make(variable, children);
    done.set(node, result);
    return result;
  }
}
