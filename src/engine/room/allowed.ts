/** What a diagram over choices comes to where only some answers may be taken. */
import { at, FALSE, TRUE } from '../diagram/nodes.ts';
import type { Table } from '../diagram/table.ts';
import type { Allowed } from './choices.ts';

/** Whether it is true (or false, with `leaf`) for some choice among what is allowed. */
export function reaches(table: Table, root: number, allowed: Allowed, leaf: number): boolean {
  const seen = new Set([root]);
  // A set grows while it is walked.
  for (const node of seen) {
    if (node === leaf) return true;
    if (node < 0) continue;
    for (const value of allowed[table.variable(node)] ?? []) seen.add(table.child(node, value));
  }
  return false;
}

/** The choices on which it hangs within what is allowed: restricted to that, and reduced again. */
export function hangsOn(table: Table, root: number, allowed: Allowed): Set<number> {
  const found = new Set<number>();
  for (let choice = 0; choice < allowed.length; choice++)
    if (dependsOn(table, root, allowed, choice)) found.add(choice);
  return found;
}

/** Two choices that differ only there and come to different leaves. Nodes of an equal function are the same number. */
function dependsOn(table: Table, root: number, allowed: Allowed, choice: number): boolean {
  const values = allowed[choice] ?? [];
  if (values.length < 2) return false;
  const [first, ...others] = values.map((value) =>
    restricted(table, root, allowed, choice, value, new Map()),
  );
  return others.some((other) => other !== first);
}

/** With one answer taken for the choice, and of all others only what is allowed. */
function restricted(
  table: Table,
  node: number,
  allowed: Allowed,
  choice: number,
  taken: number,
  done: Map<number, number>,
): number {
  if (node < 0) return node;
  const known = done.get(node);
  if (known !== undefined) return known;
  const variable = table.variable(node);
  const below = (value: number) => restricted(table, table.child(node, value), allowed, choice, taken, done);
  let result: number;
  if (variable === choice) result = below(taken);
  else {
    // What is not allowed goes the way of what is: two functions equal within what is allowed become one node.
    const values = allowed[variable] ?? [];
    const fallback = values[0] ?? 0;
    const children = Array.from({ length: at(table.sizes, variable) }, (_, value) =>
      below(values.includes(value) ? value : fallback),
    );
    result = table.make(variable, children);
  }
  done.set(node, result);
  return result;
}

/** The leaf at one choice of everything. */
export function leafAt(table: Table, root: number, chosen: readonly number[]): typeof TRUE | typeof FALSE {
  let node = root;
  while (node >= 0) node = table.child(node, chosen[table.variable(node)] ?? 0);
  return node === TRUE ? TRUE : FALSE;
}

/**
 * A choice that makes it true, by choice, without those that can be left out one after the other: whatever is chosen
 * there, it is true. undefined where nothing allowed makes it true.
 */
export function smallWay(table: Table, root: number, allowed: Allowed): Map<number, number> | undefined {
  const way = new Map<number, number>();
  const hopeless = new Set<number>();
  const find = (node: number): boolean => {
    if (node < 0) return node === TRUE;
    if (hopeless.has(node)) return false;
    const choice = table.variable(node);
    for (const value of allowed[choice] ?? []) {
      way.set(choice, value);
      if (find(table.child(node, value))) return true;
    }
    way.delete(choice);
    hopeless.add(node);
    return false;
  };
  if (!find(root)) return undefined;
  for (const choice of [...way.keys()]) {
    const rest = Array.from({ length: table.sizes.length }, (_, other) => {
      const value = other === choice ? undefined : way.get(other);
      return value === undefined ? every(at(table.sizes, other)) : [value];
    });
    if (!reaches(table, root, rest, FALSE)) way.delete(choice);
  }
  return way;
}

function every(size: number): number[] {
  return Array.from({ length: size }, (_, value) => value);
}
