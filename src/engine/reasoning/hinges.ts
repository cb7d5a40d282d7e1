/** The smallest changes that give an output another status. */
import type { Core } from '../core.ts';
import { FALSE } from '../diagram/nodes.ts';
import type { Hinge, Some } from '../reasoner.ts';
import type { Situation, Status } from '../verdict.ts';
import { Change } from './change.ts';
import { unlessTooLarge, Work } from './work.ts';

/**
 * Question sets by size, none that contains one found before: so each is minimal by inclusion. For each, the ways to
 * answer it anew. A set whose new answers would equal the old ones changes nothing and is never found.
 */
export function hingesTo(
  core: Core,
  situation: Situation,
  id: string,
  to: readonly Status[],
  limit: number,
): Some<Hinge> {
  const items: Hinge[] = [];
  const search = (): boolean => {
    for (const hinge of allHinges(core, situation, id, to)) {
      if (items.length >= limit) return true;
      items.push(hinge);
    }
    return false;
  };
  // What was found stands, and whether there is more is not known: so there may be.
  const more = unlessTooLarge(search, true);
  return { items, more };
}

function* allHinges(core: Core, situation: Situation, id: string, to: readonly Status[]): Generator<Hinge> {
  const output = core.output(id);
  const work = new Work();
  const change = new Change(core, situation, output, work);
  const questions = core.mentions.ofOutput(output);
  const found = new Map<Status, string[][]>(to.map((status) => [status, []]));
  for (let size = 1; size <= questions.length; size++)
    for (const set of combinations(questions, size))
      for (const status of to) {
        const smaller = found.get(status) ?? [];
        work.spend(1 + smaller.length);
        if (smaller.some((known) => known.every((question) => set.includes(question)))) continue;
        const node = change.towards(status, set);
        if (node === FALSE) continue;
        smaller.push(set);
        for (const answers of change.ways(node, set)) yield { to: status, answers };
      }
}

/** Subsets of the given size, in the order of the items. */
export function* combinations<T>(items: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i <= items.length - size; i++) {
    const item = items[i];
    if (item === undefined) continue;
    for (const rest of combinations(items, size - 1, i + 1)) yield [item, ...rest];
  }
}
