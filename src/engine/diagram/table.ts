/** Diagrams combined: not, and, or, each within bounds of steps and depth. */
import { at, FALSE, Nodes, TooLarge, TRUE } from './nodes.ts';

/** Variables on one way through a diagram: walks go as deep, and the stack must hold them on every machine. */
export const MOST_LEVELS = 1000;

export class Table extends Nodes {
  #depth = 0;
  /**
   * What was combined before: `[left, right with the operation, result]`. A new entry takes the place of another with
   * the same hash, so that memory stays in proportion to the nodes.
   */
  #combined = new Int32Array(3);
  readonly #not = new Map<number, number>();

  /**
   * Runs it with at most `steps` further operations, so that it never hangs; within another such run, with no more
   * than that one has left.
   * @throws TooLarge
   */
  within<T>(steps: number, run: () => T): T {
    const [limit, depth] = [this.limit, this.#depth];
    this.limit = Math.min(limit, this.taken + steps);
    try {
      return run();
    } finally {
      this.limit = limit;
      this.#depth = depth;
    }
  }

  /** Allows at most `steps` further operations before TooLarge, from here on. */
  allow(steps: number): void {
    this.limit = this.taken + steps;
  }

  /** Steps taken since the table was made. */
  get steps(): number {
    return this.taken;
  }

  override shrink(length: number): void {
    super.shrink(length);
    this.#combined = new Int32Array(3);
    this.#not.clear();
  }

  /** 1 where the variable has one of the values, else 0. */
  test(variable: number, values: readonly number[]): number {
    const children = new Array<number>(at(this.sizes, variable)).fill(FALSE);
    for (const value of values) children[value] = TRUE;
    return this.make(variable, children);
  }

  not(node: number): number {
    if (node === TRUE) return FALSE;
    if (node === FALSE) return TRUE;
    const known = this.#not.get(node);
    if (known !== undefined) return known;
    this.step();
    this.#descend();
    const variable = this.variable(node);
    const size = at(this.sizes, variable);
    const children: number[] = [];
    for (let value = 0; value < size; value++) children.push(this.not(this.child(node, value)));
    this.#depth--;
    const result = this.make(variable, children);
    this.#not.set(node, result);
    return result;
  }

  and(left: number, right: number): number {
    return this.#combine(left, right, FALSE);
  }

  or(left: number, right: number): number {
    return this.#combine(left, right, TRUE);
  }

  /** All of them. Those that test later variables first: each step then works near the leaves. */
  all(nodes: readonly number[]): number {
    return this.#latestFirst(nodes).reduce((result, node) => this.and(node, result), TRUE);
  }

  any(nodes: readonly number[]): number {
    return this.#latestFirst(nodes).reduce((result, node) => this.or(node, result), FALSE);
  }

  #latestFirst(nodes: readonly number[]): number[] {
    return [...nodes].sort((a, b) => this.variable(b) - this.variable(a));
  }

  /** @param absorbing the leaf that decides whatever the other is: FALSE for "and", TRUE for "or" */
  #combine(left: number, right: number, absorbing: typeof FALSE | typeof TRUE): number {
    if (left === right) return left;
    if (left === absorbing || right === absorbing) return absorbing;
    if (left < 0) return right;
    if (right < 0) return left;
    const low = Math.min(left, right);
    // Operations are told apart by sign; 0 is for an empty entry.
    const high = absorbing === FALSE ? Math.max(left, right) : -Math.max(left, right);
    const entry = 3 * (hashOfTwo(low, high) & (this.#combined.length / 3 - 1));
    if (this.#combined[entry + 1] === high && this.#combined[entry] === low)
      return at(this.#combined, entry + 2);
    this.step();
    this.#descend();
    const leftVariable = this.variable(left);
    const rightVariable = this.variable(right);
    const variable = Math.min(leftVariable, rightVariable);
    const size = at(this.sizes, variable);
    const children: number[] = [];
    for (let value = 0; value < size; value++) {
      const l = leftVariable === variable ? this.child(left, value) : left;
      const r = rightVariable === variable ? this.child(right, value) : right;
      children.push(this.#combine(l, r, absorbing));
    }
    this.#depth--;
    const result = this.make(variable, children);
    this.#remember(low, high, result);
    return result;
  }

  #remember(low: number, high: number, result: number): void {
    const capacity = this.#combined.length / 3;
    // The old entries are not moved: they are few beside those to come.
    if (capacity < this.capacity) this.#combined = new Int32Array(3 * this.capacity);
    const entry = 3 * (hashOfTwo(low, high) & (this.#combined.length / 3 - 1));
    this.#combined[entry] = low;
    this.#combined[entry + 1] = high;
    this.#combined[entry + 2] = result;
  }

  #descend(): void {
    if (++this.#depth > MOST_LEVELS) throw new TooLarge();
  }
}

function hashOfTwo(low: number, high: number): number {
  const h = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  return (h ^ (h >>> 15)) >>> 0;
}
