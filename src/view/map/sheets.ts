/** How the map is spread over pages: as large as a page allows, and over more of them where one is not enough. Pure. */
import type { BriefMap } from '../../engine/brief-map.ts';
import type { Output, Pack } from '../../engine/pack.ts';
import type { Drawn, Setting } from './drawn.ts';
import { FACES } from './faces.ts';
import { EDGE } from './layout/drawing.ts';
import type { Places } from './place.ts';
import { keyOf, mapTo } from './scope.ts';

/** Of the picture on the page (map.css), in millimetres: A4 across without its margins and the head. */
const PAPER = { width: 273, height: 167 };
/** Least height of the type on a page by which one can work, in points: a little less than the smallest in a note. */
const READABLE = 7;
const POINTS_PER_MM = 72 / 25.4;
/** Widths to choose from; the wider, the fewer lines a label takes. */
const WIDTHS = [760, 920, 1120, 1360, 1640, 2000];

/** Outputs that one column can always hold. */
const ONE_COLUMN = 20;
/** What leads to each of these is a page of its own where one page is not enough for all. */
const PARTS: readonly ((output: Output) => boolean)[] = [
  ({ modality }) => modality !== undefined,
  ({ kind }) => kind === 'scenario' || kind === 'consequence',
  ({ kind }) => kind === 'indicator',
  ({ kind }) => kind === 'silence',
];

export interface Sheet {
  map: BriefMap;
  drawn: Drawn;
}

/** The whole, and where its type is too small to work by, the ways to each part of its conclusions by themselves. */
export function sheetsOf(
  map: BriefMap,
  pack: Pack,
  drawnAs: (map: BriefMap) => { drawn: Drawn; scale: number },
): Sheet[] {
  const { drawn, scale } = drawnAs(map);
  const overview = { map, drawn };
  if (typeOf(scale) >= READABLE || map.outputs.length < 2) return [overview];
  const shown = new Set(map.outputs.map(({ id }) => id));
  const parts = PARTS.map((isIn) => pack.outputs.filter((output) => shown.has(output.id) && isIn(output)));
  const filled = parts.filter(({ length }) => length > 0);
  /** As one page, or where that is still too small as two. */
  const pagesOf = (outputs: readonly Output[]): Sheet[] => {
    const part = mapTo(map, outputs);
    const one = drawnAs(part);
    if (typeOf(one.scale) >= READABLE || outputs.length < 2) return [{ map: part, drawn: one.drawn }];
    const middle = Math.ceil(outputs.length / 2);
    return [...pagesOf(outputs.slice(0, middle)), ...pagesOf(outputs.slice(middle))];
  };
  return [overview, ...filled.flatMap(pagesOf)];
}

/** Height of the usual type on paper, in points. */
export function typeOf(scale: number): number {
  return scale * FACES.asked.size * POINTS_PER_MM;
}

/** The places of a part of the map. */
export function within({ all, byKey, headings }: Places, map: BriefMap): Places {
  const keys = new Set(
    [
      ...map.questions.map(({ id }) => ({ kind: 'question' as const, id })),
      ...map.conditions.map(({ id }) => ({ kind: 'condition' as const, id })),
      ...map.outputs.map(({ id }) => ({ kind: 'output' as const, id })),
    ].map(keyOf),
  );
  return { all: all.filter(({ key }) => keys.has(key)), byKey, headings };
}

/** The width at which everything is largest on the page, outputs in one column or, where there are many, in two. */
export function largest(
  { outputs }: BriefMap,
  drawnAt: (setting: Setting) => Drawn,
): { drawn: Drawn; scale: number } {
  const many = outputs.length > ONE_COLUMN;
  const settings = (many ? [false, true] : [false]).flatMap((halved) =>
    WIDTHS.map((width) => ({ width, halved })),
  );
  const tried = settings.map((setting) => {
    const drawn = drawnAt(setting);
    return { drawn, scale: scaleOn(drawn) };
  });
  const [first, ...more] = tried;
  if (first === undefined) throw new Error('there is no width to draw at');
  // In two columns only where that is worth it.
  return more.reduce((best, one) => (one.scale > best.scale * 1.02 ? one : best), first);
}

/** Millimetres on the page for a unit of the picture. */
export function scaleOn({ layout }: Drawn): number {
  return Math.min(PAPER.width / (layout.width + 2 * EDGE), PAPER.height / (layout.height + 2 * EDGE));
}
