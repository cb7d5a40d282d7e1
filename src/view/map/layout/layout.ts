/** Where everything on the picture stands. Pure: the same drawing gives the same layout. */
import { bracketsOf, depthOf } from './brackets.ts';
import type { Box, Drawing, Layout, Placed } from './drawing.ts';
import { orderColumns, type Place, type Step } from './order.ts';
import { placeColumn } from './place.ts';
import { stretchesOf } from './stretches.ts';
import { waysOf } from './ways.ts';

/** The height that a line takes which passes through a column. */
const PASS = 10;

export function layoutOf(drawing: Drawing): Layout {
  const { columns, groupGap, rowGap } = drawing;
  const { passes, steps } = waysOf(drawing);
  const boxes = new Map<string, Box>(columns.flatMap(({ boxes }) => boxes.map((box) => [box.key, box])));
  const ordered = orderColumns(
    columns.map((column, i) => [...placesOf(column), ...(passes[i] ?? []).map((key) => passing(key))]),
    steps,
  );
  const rows = ordered.map((places, i) =>
    places.map((place, k) => {
      const box = boxes.get(place.key);
      const isFirst = k === 0 || places[k - 1]?.group !== place.group;
      const heading = isFirst ? (columns[i]?.groups[place.group]?.heading ?? 0) : 0;
      const space = k === 0 ? 0 : isFirst && heading > 0 ? groupGap : rowGap;
      return {
        key: place.key,
        group: place.group,
        heading,
        height: box?.height ?? PASS,
        port: box?.port ?? PASS / 2,
        above: space + heading,
      };
    }),
  );
  const height = Math.max(0, ...rows.map(sumOf));
  const tops = settle(rows, steps, height);

  const inset = drawing.brackets.length > 0 ? depthOf(drawing) : 0;
  const placed = new Map<string, Placed>();
  const headings: Layout['headings'] = [];
  let x = inset;
  columns.forEach(({ width, groups }, i) => {
    (rows[i] ?? []).forEach((row, k) => {
      const y = tops[i]?.[k] ?? 0;
      placed.set(row.key, { key: row.key, x, y, width, height: row.height, portY: y + row.port });
      if (row.heading > 0)
        headings.push({ group: groups[row.group]?.id ?? '', x, y: y - row.heading, width });
    });
    x += width + drawing.gap;
  });
  const stretches = [...stretchesOf(drawing, placed), ...bracketsOf(drawing, placed)];
  for (const key of passes.flat()) placed.delete(key);
  return { width: x - drawing.gap, height, boxes: placed, headings, stretches };
}

function placesOf({ boxes, groups }: Drawing['columns'][number]): Place[] {
  return boxes.map(({ key, group }) => {
    const at = groups.findIndex(({ id }) => id === group);
    return { key, group: Math.max(0, at), fixed: groups[at]?.fixed ?? false };
  });
}

function passing(key: string): Place {
  return { key, group: 0, fixed: false };
}

interface Row {
  key: string;
  height: number;
  port: number;
  above: number;
}

function sumOf(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + row.above + row.height, 0);
}

/**
 * The tallest column is set as it is; from there outwards, each stands where its lines are most level. The first is
 * spread out: bunched up, its lines would be steep.
 */
function settle(rows: readonly Row[][], steps: readonly Step[], height: number): number[][] {
  const tallest = rows.reduce((best, row, i) => (sumOf(row) > sumOf(rows[best] ?? []) ? i : best), 0);
  const tops: number[][] = rows.map(() => []);
  const ports = new Map<string, number>();
  const set = (i: number, sides: readonly ('from' | 'to')[]) => {
    const column = rows[i] ?? [];
    const last = column.at(-1)?.height ?? 0;
    const spread = (height - last) / Math.max(1, sumOf(column) - last);
    let natural = 0;
    const items = column.map((row) => {
      natural += row.above;
      // Without a line it stands where it would in a column spread out evenly.
      const even = natural * spread;
      natural += row.height;
      const ends = steps.flatMap((step) =>
        sides.flatMap((side) =>
          step[side] === row.key ? (ports.get(side === 'to' ? step.from : step.to) ?? []) : [],
        ),
      );
      const wish = ends.length > 0 ? ends.reduce((a, b) => a + b, 0) / ends.length - row.port : even;
      return { height: row.height, above: row.above, wish };
    });
    const found = placeColumn(items, height);
    tops[i] = found;
    column.forEach((row, k) => {
      ports.set(row.key, (found[k] ?? 0) + row.port);
    });
  };
  set(tallest, []);
  for (let i = tallest + 1; i < rows.length; i++) set(i, ['to']);
  for (let i = tallest - 1; i > 0; i--) set(i, ['from']);
  if (tallest > 0) set(0, []);
  // Between two columns that stand, the middle is the better place.
  for (let i = 1; i + 1 < rows.length; i++) if (i !== tallest) set(i, ['from', 'to']);
  return tops;
}
