/** Brackets to the left of the first column: from a question to those that it decides whether to ask. */
import type { Drawing, Placed, Stretch } from './drawing.ts';
import { n } from './stretches.ts';

const STEP = 8;
const CORNER = 4;
/** Space between the outermost bracket and the edge of the picture. */
const EDGE = 4;

/** How far to the left the brackets reach: one that spans another stands outside it. */
export function depthOf(drawing: Drawing): number {
  return EDGE + STEP * (1 + Math.max(-1, ...levels(drawing).values()));
}

export function bracketsOf(drawing: Drawing, placed: ReadonlyMap<string, Placed>): Stretch[] {
  const level = levels(drawing);
  return drawing.brackets.flatMap(({ key, from, to }) => {
    const a = placed.get(from);
    const b = placed.get(to);
    if (a === undefined || b === undefined) return [];
    const x = a.x - STEP * (1 + (level.get(from) ?? 0));
    const way = b.portY > a.portY ? 1 : -1;
    const path =
      `M${n(a.x)} ${n(a.portY)}H${n(x + CORNER)}Q${n(x)} ${n(a.portY)} ${n(x)} ${n(a.portY + way * CORNER)}` +
      `V${n(b.portY - way * CORNER)}Q${n(x)} ${n(b.portY)} ${n(x + CORNER)} ${n(b.portY)}H${n(b.x)}`;
    return [{ key: `bracket ${key}`, links: [key], path }];
  });
}

/** By the place where a bracket begins: how far outside it stands, from 0. All that begins there is one bracket. */
function levels({ columns, brackets }: Drawing): Map<string, number> {
  const row = new Map(columns[0]?.boxes.map(({ key }, i) => [key, i]));
  const spans = new Map<string, { first: number; last: number }>();
  for (const { from, to } of brackets) {
    const ends = [row.get(from) ?? 0, row.get(to) ?? 0];
    const known = spans.get(from);
    spans.set(from, {
      first: Math.min(...ends, known?.first ?? Number.POSITIVE_INFINITY),
      last: Math.max(...ends, known?.last ?? 0),
    });
  }
  const level = new Map<string, number>();
  const byLength = [...spans].sort(([, a], [, b]) => a.last - a.first - (b.last - b.first));
  for (const [from, span] of byLength) {
    const taken = [...level].flatMap(([other, at]) => {
      const its = spans.get(other);
      return its && its.first <= span.last && span.first <= its.last ? [at] : [];
    });
    level.set(from, taken.length > 0 ? Math.max(...taken) + 1 : 0);
  }
  return level;
}
