/** The smallest changes that give an output another status. */
import type { Core } from '../core.ts';
import { FALSE } from '../diagram/table.ts';
import type { Hinge, Some } from '../reasoner.ts';
import type { Situation, Status } from '../verdict.ts';
import { Change } from './change.ts';

/** Sets of questions looked at before giving up; what is found by then is told, and that there may be more. */
const MOST_SETS = 20_000;

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
  const output = core.output(id);
  const change = new Change(core, situation);
  const questions = core.mentions.ofOutput(output);
  const items: Hinge[] = [];
  const found = new Map<Status, string[][]>(to.map((status) => [status, []]));
  let looked = 0;
  for (let size = 1; size <= questions.length; size++)
    for (const set of combinations(questions, size)) {
      if (++looked > MOST_SETS) return { items, more: true };
      for (const status of to) {
        const smaller = found.get(status) ?? [];
        if (smaller.some((known) => known.every((question) => set.includes(question)))) continue;
        const node = change.towards(output, status, set);
        if (node === FALSE) continue;
        smaller.push(set);
        for (const answers of change.ways(node, set)) {
          if (items.length >= limit) return { items, more: true };
          items.push({ to: status, answers });
        }
      }
    }
  return { items, more: false };
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
