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

/** Thrown inside the engine only; the builder turns it into a problem with the rule's name. */
export class TooLarge extends Error {}

const FIRST_CAPACITY = 1024;

export class Table {
  /** `[variable, child 0, child 1, ...]` one after the other. */
  nodes = new Int32Array(FIRST_CAPACITY);
  length = 0;
  #slots = new Int32Array(256);
  #count = 0;
  #steps = 0;
  #limit = Number.POSITIVE_INFINITY;
  readonly #and = new Map<number, number>();
  readonly #not = new Map<number, number>();
  /** @param sizes number of values of each variable, in variable order */
  constructor(readonly sizes: ArrayLike<number>) {}

  /** Allows at most `steps` further operations before TooLarge, so that building never hangs. */
  allow(steps: number): void {
    this.#limit = this.#steps + steps;
  }

  /** Forgets all nodes, keeps the memory. */
  clear(): void {
    this.length = 0;
    this.#count = 0;
    this.#slots.fill(0);
    this.#and.clear();
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
    const variable = this.variable(node);
    const size = at(this.sizes, variable);
    const children: number[] = [];
    for (let value = 0; value < size; value++) children.push(this.not(this.child(node, value)));
    const result = this.make(variable, children);
    this.#not.set(node, result);
    return result;
  }

  and(left: number, right: number): number {
    if (left === right || right === TRUE) return left;
    if (left === TRUE) return right;
    if (left === FALSE || right === FALSE) return FALSE;
    const low = Math.min(left, right);
    const key = low * 2 ** 26 + (left + right - low);
    const known = this.#and.get(key);
    if (known !== undefined) return known;
    this.#step();
    const leftVariable = this.variable(left);
    const rightVariable = this.variable(right);
    const variable = Math.min(leftVariable, rightVariable);
    const size = at(this.sizes, variable);
    const children: number[] = [];
    for (let value = 0; value < size; value++) {
      const l = leftVariable === variable ? this.child(left, value) : left;
      const r = rightVariable === variable ? this.child(right, value) : right;
      children.push(this.and(l, r));
    }
    const result = this.make(variable, children);
    this.#and.set(key, result);
    return result;
  }

  or(left: number, right: number): number {
    return this.not(this.and(this.not(left), this.not(right)));
  }

  /** All of them. Those that test later variables first: each step then works near the leaves. */
  all(nodes: readonly number[]): number {
    const sorted = [...nodes].sort((a, b) => this.variable(b) - this.variable(a));
    return sorted.reduce((result, node) => this.and(node, result), TRUE);
  }

  any(nodes: readonly number[]): number {
    return this.not(this.all(nodes.map((node) => this.not(node))));
  }

  #step(): void {
    if (++this.#steps > this.#limit) throw new TooLarge();
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
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (const entry of this.#slots) {
      if (entry === 0) continue;
      const size = at(this.sizes, at(this.nodes, entry - 1));
      let slot = hash(at(this.nodes, entry - 1), this.nodes, entry, size) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = entry;
    }
    this.#slots = slots;
  }
}

/** An element known to be there: the diagrams are built by this module, so an index out of range is a bug. */
export function at(array: ArrayLike<number>, index: number): number {
  return array[index] as number;
}

function hash(variable: number, children: ArrayLike<number>, from: number, size: number): number {
  let h = variable + 0x9e3779b9;
  for (let i = 0; i < size; i++) h = Math.imul(h ^ at(children, from + i), 0x85ebca6b) ^ (h >>> 13);
  return (h ^ (h >>> 16)) >>> 0;
}
