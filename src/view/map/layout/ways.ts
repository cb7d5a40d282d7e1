/** Links that lead past a column pass through it in a place of their own, so that they cross no label there. */
import type { Drawing } from './drawing.ts';
import type { Step } from './order.ts';

/** Where what leads on from a place passes through a column. All its links pass there together. */
export function passKey(from: string, column: number): string {
  return `${from} | ${column}`;
}

export function columnsOf({ columns }: Drawing): Map<string, number> {
  return new Map(columns.flatMap(({ boxes }, i) => boxes.map(({ key }) => [key, i])));
}

/** The places that a link touches one after the other, its two ends included. */
export function placesOnWay(from: string, to: string, column: ReadonlyMap<string, number>): string[] {
  const start = column.get(from);
  const end = column.get(to);
  if (start === undefined || end === undefined || start >= end)
    throw new Error(`No way from "${from}" to "${to}": links lead to the right.`);
  const between = Array.from({ length: end - start - 1 }, (_, i) => passKey(from, start + 1 + i));
  return [from, ...between, to];
}

/** By column the places at which links pass through it; and all steps from one column to the next, each once. */
export function waysOf(drawing: Drawing): { passes: string[][]; steps: Step[] } {
  const column = columnsOf(drawing);
  const passes = drawing.columns.map((): string[] => []);
  const steps = new Map<string, Step>();
  for (const { from, to } of drawing.links) {
    const places = placesOnWay(from, to, column);
    const start = column.get(from) ?? 0;
    places.forEach((place, i) => {
      const next = places[i + 1];
      if (next !== undefined) steps.set(`${place} > ${next}`, { from: place, to: next });
      const here = passes[start + i];
      const isPass = i > 0 && next !== undefined;
      if (isPass && here !== undefined && !here.includes(place)) here.push(place);
    });
  }
  return { passes, steps: [...steps.values()] };
}
