/** The lines of the picture: curves between columns, level where they pass through one. */
import type { Drawing, Placed, Stretch } from './drawing.ts';
import { columnsOf, placesOnWay } from './ways.ts';

/** Every link is the chain of the stretches that name it. */
export function stretchesOf(drawing: Drawing, placed: ReadonlyMap<string, Placed>): Stretch[] {
  const column = columnsOf(drawing);
  const found = new Map<string, Stretch>();
  const add = (key: string, link: string, path: string) => {
    const known = found.get(key);
    if (known === undefined) found.set(key, { key, links: [link], path });
    else if (!known.links.includes(link)) known.links.push(link);
  };
  for (const { key, from, to } of drawing.links) {
    const places = placesOnWay(from, to, column);
    places.forEach((place, i) => {
      const here = placed.get(place);
      const next = placed.get(places[i + 1] ?? '');
      if (here === undefined || next === undefined) return;
      add(`${place} > ${next.key}`, key, curve(here.x + here.width, here.portY, next.x, next.portY));
      if (i + 2 < places.length)
        add(next.key, key, `M${n(next.x)} ${n(next.portY)}H${n(next.x + next.width)}`);
    });
  }
  return [...found.values()];
}

/** Level at both ends, and never outside the space between them. */
function curve(x1: number, y1: number, x2: number, y2: number): string {
  const middle = (x1 + x2) / 2;
  return `M${n(x1)} ${n(y1)}C${n(middle)} ${n(y1)} ${n(middle)} ${n(y2)} ${n(x2)} ${n(y2)}`;
}

/** A hundredth of a unit is finer than any screen. */
export function n(value: number): number {
  return Math.round(value * 100) / 100;
}
