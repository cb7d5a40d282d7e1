/**
 * Nodes of reduced ordered multi-valued decision diagrams, hash-consed: two equal functions are the same number.
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
export class Nodes {
  /** `[variable, child 0, child 1, ...]` one after the other. */
  nodes = new Int32Array(FIRST_CAPACITY);
  length = 0;
  /** Nodes and operations since this was made, and how many there may be before TooLarge. */
  protected taken = 0;
  protected limit = Number.POSITIVE_INFINITY;
  #slots = new Int32Array(FIRST_SLOTS);
  #count = 0;
  /** @param sizes number of values of each variable, in variable order */
  constructor(readonly sizes: ArrayLike<number>) {}

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

  protected step(): void {
    if (++this.taken > this.limit) throw new TooLarge();
  }

  protected get capacity(): number {
    return this.#slots.length;
  }

  #find(variable: number, children: ArrayLike<number>, size: number): number {
    if (this.#count * 2 >= this.#slots.length) this.#rehash();
    const mask = this.#slots.length - 1;
    let slot = hash(variable, children, 0, size) & mask;
    for (let entry = at(this.#slots, slot); entry !== 0; entry = at(this.#slots, slot)) {
      if (this.#equals(entry - 1, variable, children, size)) return entry - 1;
      slot = (slot + 1) & mask;
    }
    this.step();
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

function hash(variable: number, children: ArrayLike<number>, from: number, size: number): number {
  let h = variable + 0x9e3779b9;
  for (let i = 0; i < size; i++) h = Math.imul(h ^ at(children, from + i), 0x85ebca6b) ^ (h >>> 13);
  return (h ^ (h >>> 16)) >>> 0;
}
