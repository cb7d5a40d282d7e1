/** The map of the shipped brief: what each part of it shows, and that no label is cut, crossed or under another. */
import { describe, expect, it } from 'vitest';
import { createReasoner } from '../../src/engine/create-reasoner.ts';
import type { OpenSession } from '../../src/session/desk.ts';
import { draw, type Setting } from '../../src/view/map/drawn.ts';
import { FACES, type Face } from '../../src/view/map/faces.ts';
import { NUMBER, SHAPE } from '../../src/view/map/label.ts';
import { placesOf } from '../../src/view/map/place.ts';
import { keyOf, linkKeyOf, mapWithin, type Scope, waysThrough } from '../../src/view/map/scope.ts';
import { largest, scaleOn, sheetsOf, typeOf, within } from '../../src/view/map/sheets.ts';
import { stepFrom, type Way } from '../../src/view/map/step.ts';
import { app, pack, startSession } from './real-brief.ts';

const reasoner = createReasoner(pack);
const mapOf = (session: OpenSession, scope: Scope) =>
  mapWithin(reasoner.map(session.situation.value), pack, scope);
const drawable = pack.outputs.filter(({ kind }) => kind !== 'background');
const scopes: Scope[] = [
  { kind: 'all' },
  { kind: 'advice' },
  ...drawable.map(({ id }): Scope => ({ kind: 'one', output: id })),
];
/** Wider than any real face, narrow letters as wide as others; `stretch` stands for longer languages. */
const measuring = (stretch: number) => (face: Face) => (text: string) =>
  text.length * FACES[face].size * 0.5 * stretch;

describe('a part of the map', () => {
  it('is everything, or all that leads to the outputs asked for', async () => {
    const session = await startSession('P2');
    const ids = (scope: Scope) => {
      const { questions, conditions, outputs } = mapOf(session, scope);
      return [questions, conditions, outputs].map((nodes) => nodes.map(({ id }) => id));
    };
    const [questions, conditions, outputs] = ids({ kind: 'all' });
    expect(questions).toEqual(pack.questions.map(({ id }) => id));
    expect(conditions).toEqual(pack.conditions.map(({ id }) => id));
    expect(outputs).toEqual(drawable.map(({ id }) => id));
    expect(ids({ kind: 'one', output: 'R6' })).toEqual([
      ['election_pres', 'election_parl'],
      ['elections_met'],
      ['R6'],
    ]);
    expect(ids({ kind: 'one', output: 'O3' })).toEqual([
      ['buyout', 'bidders_blocked', 'illegal_other'],
      ['russian_buyout', 'sanctionable_buyout'],
      ['O3'],
    ]);
    expect(ids({ kind: 'advice' })[2]).toEqual(['R1', 'R2a', 'R2b', 'O3', 'R4', 'R5', 'R6', 'R7']);
  });

  it('has the ways through a place: what feeds it however far, and what it feeds', async () => {
    const { links } = mapOf(await startSession('P2'), { kind: 'all' });
    const ways = waysThrough(links, 'condition:sanctionable_buyout');
    expect([...ways.keys].sort()).toEqual([
      'condition:russian_buyout',
      'condition:sanctionable_buyout',
      'output:N17',
      'output:N7',
      'output:O3',
      'question:bidders_blocked',
      'question:buyout',
      'question:illegal_other',
    ]);
    expect(ways.before.map(({ from }) => from.id)).toEqual([
      'russian_buyout',
      'bidders_blocked',
      'illegal_other',
    ]);
    expect(ways.after.map(({ to }) => to.id)).toEqual(['O3', 'N7', 'N17']);
  });
});

describe.each(['P2', 'brief', 'P6', undefined])('the picture of situation %s', (scenario) => {
  it.each([
    [360, 1],
    [360, 1.4],
    [736, 1],
    [736, 1.4],
    [1100, 1],
    [1100, 1.4],
    [1800, 1],
  ])('at %i units, text %d as long', async (width, stretch) => {
    const session = await startSession(
      scenario === 'brief' ? pack.scenarios.find((s) => s.origin === 'brief')?.id : scenario,
    );
    for (const scope of scopes)
      for (const halved of scope.kind === 'all' ? [false, true] : [false])
        look(session, scope, { width, halved, dense: halved }, stretch);
  });
});

/** Draws it, and holds every label against the edges of its column, the other labels and all lines. */
function look(session: OpenSession, scope: Scope, setting: Setting, stretch: number): void {
  const measure = measuring(stretch);
  const map = mapOf(session, scope);
  const places = placesOf(app, session, map, 'map');
  const { layout, labels, weights } = draw(map, places, app.t, setting, measure);
  const said = `${JSON.stringify(scope)} ${JSON.stringify(setting)}`;

  expect([...layout.boxes.keys()].sort(), said).toEqual(places.all.map(({ key }) => key).sort());
  const drawn = new Set(layout.stretches.flatMap(({ links }) => links));
  expect([...drawn].sort(), said).toEqual(map.links.map(linkKeyOf).sort());
  for (const { key, links } of layout.stretches) {
    const lit = map.links.some((link) => links.includes(linkKeyOf(link)) && link.lit);
    expect(weights.get(key) === 'lit', said).toBe(lit);
  }

  const words = places.all.flatMap((place) => {
    const box = layout.boxes.get(place.key);
    const label = labels.get(place.key);
    if (box === undefined || label === undefined) throw new Error(`${place.key} is not drawn`);
    const text = label.lines.map((line) => line.text).join(' ');
    for (const word of [...place.title.split(' '), ...place.state.split(' ')])
      expect(text.replaceAll(' ', ''), said).toContain(word);
    return label.lines.map((line) => {
      const width = measure(line.face)(line.text);
      const left = box.x + (line.end ? line.x - width : line.x);
      const least = box.x + (place.kind === 'question' ? NUMBER : place.kind === 'output' ? SHAPE : 0);
      expect(left, `${said} ${line.text}`).toBeGreaterThanOrEqual(least - 0.01);
      expect(left + width, `${said} ${line.text}`).toBeLessThanOrEqual(box.x + box.width + 0.01);
      const { size } = FACES[line.face];
      return {
        text: line.text,
        left,
        right: left + width,
        top: box.y + line.y - size * 0.75,
        bottom: box.y + line.y + size * 0.22,
      };
    });
  });
  words.forEach((a, i) => {
    for (const b of words.slice(i + 1)) {
      const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      if (!apart) expect.fail(`${said}: ${a.text} / ${b.text}`);
    }
  });
  for (const { path } of layout.stretches)
    for (const [x, y] of pointsOn(path))
      for (const word of words) {
        const crosses = x > word.left && x < word.right && y > word.top && y < word.bottom;
        // Millions of points: an assertion for each would take minutes.
        if (crosses) expect.fail(`${said}: a line crosses "${word.text}"`);
      }
}

/** Along a curve, a level line or a bracket. */
function pointsOn(path: string): [number, number][] {
  const curve = /^M(\S+) (\S+)C(\S+) (\S+) (\S+) (\S+) (\S+) (\S+)$/.exec(path);
  const steps = Array.from({ length: 21 }, (_, i) => i / 20);
  if (curve !== null) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = curve.slice(1).map(Number);
    const at = (s: number, a: number, b: number, c: number, d: number) =>
      (1 - s) ** 3 * a + 3 * (1 - s) ** 2 * s * b + 3 * (1 - s) * s ** 2 * c + s ** 3 * d;
    return steps.map((s) => [at(s, x0, x1, x2, x3), at(s, y0, y1, y2, y3)]);
  }
  const [x0 = 0, y0 = 0] = [...path.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);
  const xs = [...path.matchAll(/H(-?[\d.]+)/g)].map(([, x]) => Number(x));
  const y1 = Number(/V(-?[\d.]+)/.exec(path)?.[1] ?? y0);
  const low = xs[0] ?? x0;
  return steps.flatMap((s): [number, number][] => [
    [x0 + s * (low - x0), y0],
    [low, y0 + s * (y1 - y0)],
  ]);
}

it('names no two places the same', async () => {
  const map = mapOf(await startSession(), { kind: 'all' });
  const keys = [
    ...map.questions.map(({ id }) => keyOf({ kind: 'question', id })),
    ...map.conditions.map(({ id }) => keyOf({ kind: 'condition', id })),
    ...map.outputs.map(({ id }) => keyOf({ kind: 'output', id })),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});

describe('arrow keys', () => {
  const stepping = async (scope: Scope) => {
    const session = await startSession('P2');
    const map = mapOf(session, scope);
    const { layout } = draw(map, placesOf(app, session, map, 'map'), app.t, { width: 756 }, measuring(1));
    return { map, layout, step: (key: string, way: Way) => stepFrom(layout, map.links, key, way) };
  };

  it.each<[string, Way, string | undefined]>([
    ['condition:sanctionable_buyout', 'right', 'output:O3'],
    ['output:O3', 'left', 'condition:sanctionable_buyout'],
    // Two lit links come from there: the nearer in height.
    ['condition:sanctionable_buyout', 'left', 'question:bidders_blocked'],
    ['question:buyout', 'right', 'condition:russian_buyout'],
    ['question:buyout', 'left', undefined],
    ['question:buyout', 'up', undefined],
    ['question:buyout', 'down', 'question:bidders_blocked'],
    ['question:illegal_other', 'up', 'question:bidders_blocked'],
    ['question:illegal_other', 'down', undefined],
    ['output:O3', 'right', undefined],
    ['output:R6', 'left', undefined],
  ])('from %s to the %s: %s', async (key, way, next) => {
    const { step } = await stepping({ kind: 'one', output: 'O3' });
    expect(step(key, way)).toBe(next);
  });

  it('lead right and left along links only, and up and down through all of a column, one by one', async () => {
    const { map, layout, step } = await stepping({ kind: 'all' });
    const linked = new Set(map.links.map(({ from, to }) => `${keyOf(from)} ${keyOf(to)}`));
    const litTo = new Set(map.links.filter(({ lit }) => lit).map(({ to }) => keyOf(to)));
    const lit = new Set(
      map.links.filter((one) => one.lit).map(({ from, to }) => `${keyOf(from)} ${keyOf(to)}`),
    );
    const all = [...layout.boxes.values()];
    const columns = [...new Set(all.map(({ x }) => x))].map((x) => all.filter((box) => box.x === x));
    for (const key of layout.boxes.keys()) {
      const [left, right] = [step(key, 'left'), step(key, 'right')];
      if (left !== undefined) expect(linked).toContain(`${left} ${key}`);
      if (litTo.has(key) && key.startsWith('output')) expect(lit).toContain(`${left} ${key}`);
      if (right !== undefined) expect(linked).toContain(`${key} ${right}`);
    }
    for (const column of columns) {
      const sorted = column.sort((a, b) => a.y - b.y).map(({ key }) => key);
      expect(sorted.map((key) => step(key, 'down'))).toEqual([...sorted.slice(1), undefined]);
      expect(sorted.map((key) => step(key, 'up'))).toEqual([undefined, ...sorted.slice(0, -1)]);
    }
  });
});

describe('on paper', () => {
  const printed = async (scope: Scope) => {
    const session = await startSession('P2');
    const map = mapOf(session, scope);
    const places = placesOf(app, session, map, 'map');
    const sheets = sheetsOf(map, pack, (part) =>
      largest(part, (setting) =>
        draw(part, within(places, part), app.t, { ...setting, dense: true }, measuring(1)),
      ),
    );
    return { sheets, map };
  };
  const idsOf = (outputs: readonly { id: string }[]) => outputs.map(({ id }) => id).sort();

  it('is one page where that can be read', async () => {
    const { sheets } = await printed({ kind: 'advice' });
    expect(sheets.map(({ drawn }) => typeOf(scaleOn(drawn)) >= 7)).toEqual([true]);
  });

  it('is otherwise an overview and pages that have each conclusion once, larger', async () => {
    const { sheets, map } = await printed({ kind: 'all' });
    const [overview, ...parts] = sheets;
    expect(idsOf(overview?.map.outputs ?? [])).toEqual(idsOf(map.outputs));
    expect(idsOf(parts.flatMap((part) => part.map.outputs))).toEqual(idsOf(map.outputs));
    for (const { drawn } of parts) expect(typeOf(scaleOn(drawn))).toBeGreaterThanOrEqual(7);
    const lit = parts.flatMap((part) => part.map.links.filter((link) => link.lit).map(linkKeyOf));
    expect(new Set(lit)).toEqual(new Set(map.links.filter((link) => link.lit).map(linkKeyOf)));
  });
});
