/** Names that every object has by birth: looked up in a record, they find what nobody put there. */

const INHERITED: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
]);

/**
 * Whether a name from outside can be no id and no key: `valueOf`, `__proto__`, `constructor` and the like. The one list:
 * whoever reads files, journals, codes or packs refuses these.
 */
export function isInherited(name: string): boolean {
  return INHERITED.has(name);
}

/** What a record itself has under a key from outside, and nothing that it inherits. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The first such name among the keys of a tree, however deep; undefined where there is none. */
export function inheritedIn(root: unknown): string | undefined {
  const open: unknown[] = [root];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    for (const [name, member] of Object.entries(next)) {
      if (isInherited(name)) return name;
      open.push(member);
    }
  }
  return undefined;
}
