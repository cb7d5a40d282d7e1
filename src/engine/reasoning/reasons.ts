/** All reasons of a verdict: every minimal part of what is known that forces it. */
import type { Core } from '../core.ts';
import { valuesOf } from '../diagram/algebra.ts';
import { at, FALSE, TRUE } from '../diagram/nodes.ts';
import type { Table } from '../diagram/table.ts';
import type { Value } from '../verdict.ts';
import { tableFor, type Work } from './work.ts';

/**
 * Which parts of what is known force a diagram's value, as a diagram of its own: one yes/no variable for each known
 * thing, "is it kept?", in the order given. It is monotone, since knowing more never decides less.
 * @throws TooLarge
 */
export function forcingParts(
  core: Core,
  root: number,
  value: Exclude<Value, 'mixed'>,
  known: Int32Array,
  order: readonly number[],
  work: Work,
): { table: Table; node: number } {
  const table = tableFor(order.length, work);
  const everything = core.index.everything();
  const position = new Map(order.map((variable, i) => [variable, i]));
  const nodes = core.diagrams.nodes;
  const wanted = value === 'always' ? TRUE : FALSE;
  const done = new Map<number, number>();
  const forced = (node: number): number => {
    if (node < 0) return node === wanted ? TRUE : FALSE;
    const before = done.get(node);
    if (before !== undefined) return before;
    work.spend();
    const variable = at(nodes, node);
    const possible = at(known, variable);
    const child = (v: number): number => forced(at(nodes, node + 1 + v));
    let result = table.all(valuesOf(possible).map(child));
    const keep = position.get(variable);
    if (keep !== undefined) {
      const given = valuesOf(at(everything, variable) & ~possible).map(child);
      result = table.and(result, table.or(table.test(keep, [1]), table.all(given)));
    }
    done.set(node, result);
    return result;
  };
  return { table, node: forced(root) };
}

/**
 * The minimal sets of a monotone diagram, those with earlier variables first; one by one, so that a limit can stop it.
 * @throws TooLarge
 */
export function* minimalSets(table: Table, node: number, work: Work): Generator<number[]> {
  work.spend();
  if (node === FALSE) return;
  if (node === TRUE) {
    yield [];
    return;
  }
  const variable = table.variable(node);
  const without = table.child(node, 0);
  for (const rest of minimalSets(table, table.child(node, 1), work)) {
    work.spend(rest.length);
    if (!holdsWith(table, without, new Set(rest))) yield [variable, ...rest];
  }
  yield* minimalSets(table, without, work);
}

function holdsWith(table: Table, start: number, kept: ReadonlySet<number>): boolean {
  let node = start;
  while (node >= 0) node = table.child(node, kept.has(table.variable(node)) ? 1 : 0);
  return node === TRUE;
}
