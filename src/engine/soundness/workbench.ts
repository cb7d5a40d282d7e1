/** The diagrams of a pack, taken apart: under given letters, with a variable fixed, with questions left to chance. */
import { type Core, rootsOf } from '../core.ts';
import { Algebra } from '../diagram/algebra.ts';
import { at, TooLarge, TRUE } from '../diagram/nodes.ts';
import type { Table } from '../diagram/table.ts';
import type { Output } from '../pack.ts';

/** Letters by reading; the rest at their default. `any`: the letters stay variables. */
export type Letters = Record<string, string> | 'any';

/** Steps allowed for one search or one diagram put together here, so that a proof never hangs. */
const LIMIT = 200_000;

export class Workbench {
  readonly algebra: Algebra;
  readonly table: Table;
  readonly #everything: Int32Array;
  readonly #roots = new Map<string, number>();
  /** What is possible under letters, by their JSON. */
  readonly #bits = new Map<string, Int32Array>();

  constructor(readonly core: Core) {
    this.algebra = new Algebra(core.diagrams.nodes, core.index.sizes);
    this.table = this.algebra.table;
    this.#everything = core.index.everything();
  }

  /** One of the pack's own roots. */
  root(root: number | undefined, letters: Letters = {}): number {
    const under = JSON.stringify(letters);
    const key = `${root} ${under}`;
    const known = this.#roots.get(key);
    if (known !== undefined) return known;
    const node = this.algebra.restricted(root ?? TRUE, this.#possible(letters, under));
    this.#roots.set(key, node);
    return node;
  }

  #possible(letters: Letters, under: string): Int32Array {
    if (letters === 'any') return this.#everything;
    const known = this.#bits.get(under);
    const bits = known ?? this.core.index.bits({ answers: {}, readings: letters, ruledOut: {} });
    this.#bits.set(under, bits);
    return bits;
  }

  /** "Condition and not defeater". */
  firm(output: Output, letters: Letters = {}): number {
    return this.root(rootsOf(this.core.diagrams, output.id).firm, letters);
  }

  when(output: Output, letters: Letters = {}): number {
    return this.root(rootsOf(this.core.diagrams, output.id).when, letters);
  }

  applies(question: string, letters: Letters = {}): number {
    return this.root(this.core.diagrams.applies[question], letters);
  }

  /** The first without the second. */
  without(node: number, other: number): number {
    return this.table.and(node, this.table.not(other));
  }

  /** With one variable fixed. */
  fixed(root: number, variable: number, value: number): number {
    const done = new Map<number, number>();
    const visit = (node: number): number => {
      const own = this.table.variable(node);
      if (own > variable) return node;
      if (own === variable) return this.table.child(node, value);
      return this.#rebuilt(node, visit, done);
    };
    return visit(root);
  }

  /** True where it is true however these variables turn out. */
  forAll(root: number, variables: ReadonlySet<number>): number {
    const done = new Map<number, number>();
    const visit = (node: number): number => {
      if (node < 0) return node;
      if (!variables.has(this.table.variable(node))) return this.#rebuilt(node, visit, done);
      const known = done.get(node);
      if (known !== undefined) return known;
      const result = this.table.all(this.children(node).map(visit));
      done.set(node, result);
      return result;
    };
    return visit(root);
  }

  /** True where it is true for some way in which they can turn out. */
  forSome(root: number, variables: ReadonlySet<number>): number {
    return this.table.not(this.forAll(this.table.not(root), variables));
  }

  children(node: number): number[] {
    const size = at(this.table.sizes, this.table.variable(node));
    return Array.from({ length: size }, (_, value) => this.table.child(node, value));
  }

  /** The variables that the diagram tests. */
  support(root: number): Set<number> {
    const found = new Set<number>();
    const seen = new Set<number>();
    const visit = (node: number): void => {
      if (node < 0 || seen.has(node)) return;
      seen.add(node);
      found.add(this.table.variable(node));
      this.children(node).forEach(visit);
    };
    visit(root);
    return found;
  }

  /** Runs it within the limit of steps; `undefined` where it would take more. */
  within<T>(run: () => T): T | undefined {
    try {
      return this.table.within(LIMIT, run);
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      return undefined;
    }
  }

  #rebuilt(node: number, visit: (child: number) => number, done: Map<number, number>): number {
    const known = done.get(node);
    if (known !== undefined) return known;
    const result = this.table.make(this.table.variable(node), this.children(node).map(visit));
    done.set(node, result);
    return result;
  }
}
