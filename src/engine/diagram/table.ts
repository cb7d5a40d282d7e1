/**
 * Reduced ordered multi-valued decision diagrams, hash-consed: two equal functions are the same number.
 * Bryant, "Graph-Based Algorithms for Boolean Function Manipulation", IEEE Trans. Computers 35(8), 1986;
 * with as many children as the variable has values: Kam et al., "Multi-valued decision diagrams", 1998.
 */

/** A node is an offset into `nodes`, or one of the two leaves. */
export const FALSE = -1;
export const TRUE = -2;
/** In a restricted diagram: the child of a value that is not possible. */
export const IMPOSSIBLE = -3;

/** Thrown inside the engine only: the builder turns it into a problem with the rule's name, a proof into "not shown". */
export class TooLarge extends Error {}

const FIRST_CAPACITY = 1024;
const FIRST_SLOTS = 256;
/** Variables on one way through a diagram: walks go as deep, and the stack must hold them on every machine. */
export const MOST_LEVELS = 1000;

export class Table {
  /** `[variable, child 0, child 1, ...]` one after the other. */
  nodes = new Int32Array(FIRST_CAPACITY);
  length = 0;
  #slots = new Int32Array(FIRST_SLOTS);
  #count = 0;
  #steps = 0;
  #limit = Number.POSITIVE_INFINITY;
  #depth = 0;
  /**
   * What was combined before: `[left, right with the operation, result]`. A new entry takes the place of another with
   * the same hash, so that memory stays in proportion to the nodes.
   */
  #combined = new Int32Array(3);
  readonly #not = new Map<number, number>();
  /** @param sizes number of values of each variable, in variable order */
  constructor(readonly sizes: ArrayLike<number>) {}

  /**
   * Runs it with at most `steps` further operations, so that it never hangs; within another such run, with no more
   * than that one has left.
   * @throws TooLarge
   */
  within<T>(steps: number, run: () => T): T {
    const [limit, depth] = [this.#limit, this.#depth];
    this.#limit = Math.min(limit, this.#steps + steps);
    try {
      return run();
    } finally {
      this.#limit = limit;
      this.#depth = depth;
    }
  }

  /** Allows at most `steps` further operations before TooLarge, from here on. */
  allow(steps: number): void {
    this.#limit = this.#steps + steps;
  }

  /** Steps taken since the table was made. */
  get steps(): number {
    return this.#steps;
  }

  /** Forgets the nodes made since the table had this length. */
  shrink(length: number): void {
    this.length = length;
    this.#count = 0;
    this.#slots = new Int32Array(FIRST_SLOTS);
    for (let node = 0; node < length; node += 1 + at(this.sizes, at(this.nodes, node))) {
      if (this.#count * 2 >= this.#slots.length) this.#rehash();
      this.#slots[this.#freeSlot(node)] = node + 1;
      this.#count++;
    }
    this.#combined = new Int32Array(3);
    this.#not.clear();
  }

  variable(node: number): number {
    return node < 0 ? this.sizes.length : at(this.nodes, node);
  }

  child(node: number, value: number): number {
    return at(this.nodes, node + 1 + value);
  }

  /** The node that tests `variable`; where all possible children are the same, that child. */
  make(variable: number, children: ArrayLike<number>): number {
    const size = at(this.sizes, variable);
    let first = IMPOSSIBLE;
    let same = true;
    for (let value = 0; value < size; value++) {
      const child = at(children, value);
      if (child === IMPOSSIBLE) continue;
      if (first === IMPOSSIBLE) first = child;
      else if (child !== first) same = false;
    }
    if (same) return first;
    return this.#find(variable, children, size);
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
    this.#step();
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
    this.#step();
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
    if (capacity < this.#slots.length) this.#combined = new Int32Array(3 * this.#slots.length);
    const entry = 3 * (hashOfTwo(low, high) & (this.#combined.length / 3 - 1));
    this.#combined[entry] = low;
    this.#combined[entry + 1] = high;
    this.#combined[entry + 2] = result;
  }

  #step(): void {
    if (++this.#steps > this.#limit) throw new TooLarge();
  }

  #descend(): void {
    if (++this.#depth > MOST_LEVELS) throw new TooLarge();
  }

  #find(variable: number, children: ArrayLike<number>, size: number): number {
    if (this.#count * 2 >= this.#slots.length) this.#rehash();
    const mask = this.#slots.length - 1;
    let slot = hash(variable, children, 0, size) & mask;
    for (let entry = at(this.#slots, slot); entry !== 0; entry = at(this.#slots, slot)) {
      if (this.#equals(entry - 1, variable, children, size)) return entry - 1;
      slot = (slot + 1) & mask;
    }
    this.#step();
    const node = this.length;
    this.#reserve(size + 1);
    this.nodes[node] = variable;
    for (let value = 0; value < size; value++) this.nodes[node + 1 + value] = at(children, value);
    this.length = node + 1 + size;
    this.#slots[slot] = node + 1;
    this.#count++;
    return node;
  }

  #equals(node: number, variable: number, children: ArrayLike<number>, size: number): boolean {
    if (this.nodes[node] !== variable) return false;
    for (let value = 0; value < size; value++)
      if (this.nodes[node + 1 + value] !== children[value]) return false;
    return true;
  }

  #reserve(more: number): void {
    if (this.length + more <= this.nodes.length) return;
    const larger = new Int32Array(this.nodes.length * 2 + more);
    larger.set(this.nodes);
    this.nodes = larger;
  }

  #rehash(): void {
    const entries = this.#slots;
    this.#slots = new Int32Array(entries.length * 2);
    for (const entry of entries) if (entry !== 0) this.#slots[this.#freeSlot(entry - 1)] = entry;
  }

  /** Where a node that is not in the slots would go. */
  #freeSlot(node: number): number {
    const variable = at(this.nodes, node);
    const mask = this.#slots.length - 1;
    let slot = hash(variable, this.nodes, node + 1, at(this.sizes, variable)) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }
}

/** An element known to be there: the diagrams are built by this module, so an index out of range is a bug. */
export function at(array: ArrayLike<number>, index: number): number {
  return array[index] as number;
}

function hashOfTwo(low: number, high: number): number {
  const h = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  return (h ^ (h >>> 15)) >>> 0;
}

function hash(variable: number, children: ArrayLike<number>, from: number, size: number): number {
  let h = variable + 0x9e3779b9;
  for (let i = 0; i < size; i++) h = Math.imul(h ^ at(children, from + i), 0x85ebca6b) ^ (h >>> 13);
  return (h ^ (h >>> 16)) >>> 0;
}
