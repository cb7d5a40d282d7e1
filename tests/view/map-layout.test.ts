/** The layout of the map: laws on random drawings, and twins for what is clever. */
import { describe, expect, it } from 'vitest';
import type { Drawing, Layout } from '../../src/view/map/layout/drawing.ts';
import { layoutOf } from '../../src/view/map/layout/layout.ts';
import { crossingsIn, orderColumns, type Place, type Step } from '../../src/view/map/layout/order.ts';
import { type Item, placeColumn } from '../../src/view/map/layout/place.ts';
import { wrap } from '../../src/view/map/wrap.ts';
import { Random } from '../engine/random.ts';

const drawings = Array.from({ length: 200 }, (_, seed) => randomDrawing(new Random(seed)));

describe('a layout', () => {
  it('has every box once, inside the picture, and none overlaps another or a heading', () => {
    for (const drawing of drawings) {
      const layout = layoutOf(drawing);
      const boxes = drawing.columns.flatMap((column) => column.boxes);
      expect([...layout.boxes.keys()].sort()).toEqual(boxes.map(({ key }) => key).sort());
      const areas = [...layout.boxes.values(), ...headingsOf(drawing, layout)];
      areas.forEach((a, i) => {
        expect(a.x).toBeGreaterThanOrEqual(0);
        expect(a.y).toBeGreaterThan(-0.01);
        expect(a.y + a.height).toBeLessThan(layout.height + 0.01);
        expect(a.x + a.width).toBeLessThanOrEqual(layout.width);
        expect(
          areas.slice(i + 1).filter((b) => overlap(a, b)),
          a.key,
        ).toEqual([]);
      });
    }
  });

  it('draws every link as a chain from the one place to the other, and none that is not there', () => {
    for (const drawing of drawings) {
      const layout = layoutOf(drawing);
      for (const { key, from, to } of drawing.links) {
        const chain = layout.stretches
          .filter(({ links }) => links.includes(key))
          .map(({ path }) => endsOf(path));
        chain.sort((a, b) => a.start[0] - b.start[0]);
        const a = layout.boxes.get(from);
        const b = layout.boxes.get(to);
        if (a === undefined || b === undefined) throw new Error('a link leads nowhere');
        expect(chain[0]?.start).toEqual([near(a.x + a.width), near(a.portY)]);
        expect(chain.at(-1)?.end).toEqual([near(b.x), near(b.portY)]);
        expect(chain.slice(1).map(({ start }) => start)).toEqual(chain.slice(0, -1).map(({ end }) => end));
      }
      const known = [...drawing.links, ...drawing.brackets].map(({ key }) => key);
      for (const { links } of layout.stretches) for (const link of links) expect(known).toContain(link);
    }
  });

  it('leads no line through a box: what passes through a column has room of its own', () => {
    let passing = 0;
    for (const drawing of drawings) {
      const layout = layoutOf(drawing);
      for (const { path } of layout.stretches) {
        const level = /^M([-\d.]+) ([-\d.]+)H([-\d.]+)$/.exec(path);
        if (level === null) continue;
        passing++;
        const [x1 = 0, y = 0, x2 = 0] = level.slice(1).map(Number);
        for (const box of layout.boxes.values()) {
          const beside = x2 <= box.x || x1 >= box.x + box.width;
          expect(beside || y < box.y || y > box.y + box.height).toBe(true);
        }
      }
    }
    expect(passing).toBeGreaterThan(100);
  });

  it('keeps groups in their order, and fixed ones as they were given', () => {
    for (const drawing of drawings) {
      const layout = layoutOf(drawing);
      for (const { boxes, groups } of drawing.columns) {
        const down = [...boxes].sort((a, b) => top(layout, a.key) - top(layout, b.key));
        const order = down.map(({ group }) => groups.findIndex(({ id }) => id === group));
        expect(order).toEqual([...order].sort((a, b) => a - b));
        for (const { id, fixed } of groups)
          if (fixed)
            expect(down.filter(({ group }) => group === id)).toEqual(
              boxes.filter(({ group }) => group === id),
            );
      }
    }
  });

  it('is the same for the same drawing, whatever was laid out before', () => {
    const [first] = drawings;
    if (first === undefined) throw new Error('no drawing');
    const before = JSON.stringify(entries(layoutOf(structuredClone(first))));
    for (const drawing of drawings.slice(0, 20)) layoutOf(drawing);
    expect(JSON.stringify(entries(layoutOf(first)))).toBe(before);
  });
});

describe('the order in the columns', () => {
  it('never has more lines cross than the order given', () => {
    let better = 0;
    for (let seed = 0; seed < 200; seed++) {
      const { columns, steps } = randomColumns(new Random(seed));
      const before = crossingsIn(columns, steps);
      const after = crossingsIn(orderColumns(columns, steps), steps);
      expect(after).toBeLessThanOrEqual(before);
      if (after < before) better++;
    }
    expect(better).toBeGreaterThan(100);
  });

  it('has as few as any order where the first column is given, in nearly all small drawings', () => {
    let best = 0;
    const seeds = 60;
    for (let seed = 0; seed < seeds; seed++) {
      const random = new Random(seed + 500);
      const left = places('a', 5, true);
      const right = places('b', 5, false);
      const steps = left.flatMap((a) => random.some(right, 0.4).map((b) => ({ from: a.key, to: b.key })));
      const fewest = Math.min(...permutations(right).map((order) => crossingsIn([left, order], steps)));
      const found = crossingsIn(orderColumns([left, right], steps), steps);
      expect(found).toBeGreaterThanOrEqual(fewest);
      if (found === fewest) best++;
    }
    expect(best).toBeGreaterThan(seeds * 0.9);
  });

  it('counts crossings as pairs of lines whose ends are the other way round', () => {
    const columns = [places('a', 3, true), places('b', 3, true)];
    const lines = (...pairs: [number, number][]) => pairs.map(([a, b]) => ({ from: `a${a}`, to: `b${b}` }));
    expect(crossingsIn(columns, lines([0, 0], [1, 1], [2, 2]))).toBe(0);
    expect(crossingsIn(columns, lines([0, 2], [1, 1], [2, 0]))).toBe(3);
    expect(crossingsIn(columns, lines([0, 0], [0, 2], [1, 0]))).toBe(1);
  });
});

describe('heights in a column', () => {
  it('are as near to the wishes as any that keep the space: no better pooling exists', () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = new Random(seed);
      const items = Array.from({ length: 1 + random.below(7) }, () => ({
        height: 10 + random.below(20),
        above: random.below(12),
        wish: random.below(200) - 20,
      }));
      const least = items.reduce((sum, item) => sum + item.above + item.height, 0);
      const height = least + random.below(80);
      const found = placeColumn(items, height);
      found.forEach((y, i) => {
        const before = items[i - 1];
        const from = before === undefined ? 0 : (found[i - 1] ?? 0) + before.height;
        expect(y - from).toBeGreaterThan((items[i]?.above ?? 0) - 1e-9);
        expect(y + (items[i]?.height ?? 0)).toBeLessThan(height + 1e-9);
      });
      expect(costOf(items, found)).toBeCloseTo(leastCost(items, height), 6);
    }
  });
});

describe('wrapping', () => {
  const measure = (text: string) => text.length * 10;
  it.each([
    ['short', 100, ['short']],
    ['two words', 60, ['two', 'words']],
    ['three little words', 120, ['three little', 'words']],
    ['unbreakable', 50, ['unbre', 'akabl', 'e']],
    ['a unbreakable', 50, ['a', 'unbre', 'akabl', 'e']],
    ['should\u00a0…', 80, ['should\u00a0…']],
    ['', 50, []],
    ['wide', 5, ['w', 'i', 'd', 'e']],
  ] as const)('%j in %i', (text, width, lines) => {
    expect(wrap(text, () => width, measure)).toEqual(lines);
  });

  it('has a room of its own for each line', () => {
    expect(wrap('one two three', (line) => (line === 0 ? 30 : 90), measure)).toEqual(['one', 'two three']);
  });
});

interface Area {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

function headingsOf({ columns }: Drawing, layout: Layout): Area[] {
  return layout.headings.map(({ group, x, y, width }) => {
    const height = columns.flatMap(({ groups }) => groups).find(({ id }) => id === group)?.heading ?? 0;
    return { key: `heading ${group}`, x, y, width, height };
  });
}

function overlap(a: Area, b: Area): boolean {
  const within = 1e-6;
  return (
    a.x + a.width > b.x + within &&
    b.x + b.width > a.x + within &&
    a.y + a.height > b.y + within &&
    b.y + b.height > a.y + within
  );
}

const near = (value: number) => Math.round(value * 100) / 100;
const top = (layout: Layout, key: string) => layout.boxes.get(key)?.y ?? 0;
const entries = (layout: Layout) => ({ ...layout, boxes: [...layout.boxes] });

/** Of a curve or a level line. */
function endsOf(path: string): { start: [number, number]; end: [number, number] } {
  const numbers = [...path.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);
  const [x = 0, y = 0] = numbers;
  const end: [number, number] = path.includes('H')
    ? [numbers.at(-1) ?? 0, y]
    : [numbers.at(-2) ?? 0, numbers.at(-1) ?? 0];
  return { start: [x, y], end };
}

function randomDrawing(random: Random): Drawing {
  const columns = Array.from({ length: 2 + random.below(3) }, (_, c) => {
    const groups = Array.from({ length: 1 + random.below(3) }, (_, g) => ({
      id: `${c}g${g}`,
      heading: random.chance(0.6) ? 20 : 0,
      fixed: random.chance(0.3),
    }));
    const boxes = groups.flatMap(({ id }) =>
      Array.from({ length: 1 + random.below(4) }, (_, b) => {
        const height = 15 + random.below(60);
        return { key: `${id}b${b}`, group: id, height, port: random.below(height) };
      }),
    );
    return { width: 100 + random.below(100), boxes, groups };
  });
  const links = columns.flatMap(({ boxes }, c) =>
    boxes.flatMap((from) =>
      columns
        .slice(c + 1)
        .flatMap((column) => random.some(column.boxes, 0.25))
        .map((to) => ({ key: `${from.key} to ${to.key}`, from: from.key, to: to.key })),
    ),
  );
  const first = columns[0]?.boxes ?? [];
  const brackets = first.flatMap((from, i) =>
    random
      .some(first.slice(i + 1), 0.3)
      .map((to) => ({ key: `${from.key} asks ${to.key}`, from: from.key, to: to.key })),
  );
  return { columns, links, brackets, gap: 50, rowGap: 5, groupGap: 12 };
}

function places(name: string, count: number, fixed: boolean): Place[] {
  return Array.from({ length: count }, (_, i) => ({ key: `${name}${i}`, group: 0, fixed }));
}

function randomColumns(random: Random): { columns: Place[][]; steps: Step[] } {
  const columns = ['a', 'b', 'c'].map((name, i) => places(name, 3 + random.below(5), i === 0));
  const steps = [0, 1].flatMap((i) =>
    (columns[i] ?? []).flatMap((a) =>
      random.some(columns[i + 1] ?? [], 0.35).map((b) => ({ from: a.key, to: b.key })),
    ),
  );
  return { columns, steps };
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, i) =>
    permutations(items.filter((_, k) => k !== i)).map((rest) => [item, ...rest]),
  );
}

function costOf(items: readonly Item[], tops: readonly number[]): number {
  return items.reduce((sum, { wish }, i) => sum + (wish - (tops[i] ?? 0)) ** 2, 0);
}

/** Every way to pool neighbours, each pool at the mean of its wishes or at a bound: the best of those in order. */
function leastCost(items: readonly Item[], height: number): number {
  const needed: number[] = [];
  let used = 0;
  for (const item of items) {
    used += item.above;
    needed.push(used);
    used += item.height;
  }
  const room = height - used;
  let least = Number.POSITIVE_INFINITY;
  for (let cuts = 0; cuts < 2 ** (items.length - 1); cuts++) {
    const pools: number[][] = [[]];
    items.forEach((_, i) => {
      pools.at(-1)?.push(i);
      if (cuts & (1 << i)) pools.push([]);
    });
    const values = pools.flatMap((pool) => {
      const wishes = pool.map((i) => (items[i]?.wish ?? 0) - (needed[i] ?? 0));
      const mean = wishes.reduce((a, b) => a + b, 0) / Math.max(1, wishes.length);
      return pool.map(() => Math.min(Math.max(mean, 0), room));
    });
    if (values.some((value, i) => i > 0 && value < (values[i - 1] ?? 0) - 1e-9)) continue;
    least = Math.min(
      least,
      costOf(
        items,
        values.map((value, i) => value + (needed[i] ?? 0)),
      ),
    );
  }
  return least;
}
