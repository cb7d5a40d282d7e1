/** A limit to what a call may cost, counted in steps and not in time: the same on every device. */
import type { Core } from '../core.ts';
import { Algebra } from '../diagram/algebra.ts';
import { at, TooLarge } from '../diagram/nodes.ts';
import { Table } from '../diagram/table.ts';

/** Far more than a readable rule needs; a tenth of a second, or a second on a slow tablet. */
export const MOST_STEPS = 150_000;

export class Work {
  #left: number;

  /** @param most steps that may be taken */
  constructor(readonly most = MOST_STEPS) {
    this.#left = most;
  }

  /** @throws TooLarge where that many are not left */
  spend(steps = 1): void {
    this.#left -= steps;
    if (this.#left < 0) throw new TooLarge();
  }
}

/** Diagrams made from the pack's own, with as many steps of their own as the work may take. */
export function algebraFor(core: Core, work: Work): Algebra {
  const algebra = new Algebra(core.diagrams.nodes, core.index.sizes);
  algebra.table.allow(work.most);
  return algebra;
}

/** An empty table of yes/no variables, limited in the same way. */
export function tableFor(variables: number, work: Work): Table {
  const table = new Table(new Array<number>(variables).fill(2));
  table.allow(work.most);
  return table;
}

/** Runs it; `otherwise` where it would cost more than it may. What it had handed out by then stays. */
export function unlessTooLarge<T, O>(run: () => T, otherwise: O): T | O {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    return otherwise;
  }
}

/** Nodes of a diagram of the pack: what one walk over all of it costs. */
export function weightOf({ diagrams, index }: Core, root: number): number {
  const seen = new Set([root]);
  // A set grows while it is walked.
  for (const node of seen) {
    if (node < 0) continue;
    const size = at(index.sizes, at(diagrams.nodes, node));
    for (let value = 0; value < size; value++) seen.add(at(diagrams.nodes, node + 1 + value));
  }
  return seen.size;
}
