/** From places in words to the picture: columns, labels, layout. Pure, given how wide text is. */
import type { BriefMap, MapLink } from '../../engine/brief-map.ts';
import type { Value } from '../../engine/verdict.ts';
import type { Translate } from '../../messages/messages.ts';
import { FACES, type MeasureFace } from './faces.ts';
import { type Label, type Note, setLabel } from './label.ts';
import type { Column, Layout } from './layout/drawing.ts';
import { layoutOf } from './layout/layout.ts';
import type { MapPlace, Places } from './place.ts';
import { keyOf, linkKeyOf } from './scope.ts';
import { wrap } from './wrap.ts';

export interface Drawn {
  layout: Layout;
  labels: ReadonlyMap<string, Label>;
  /** Lines of each group's heading. */
  headings: ReadonlyMap<string, string[]>;
  /** How each stretch is drawn: as the best of its links. */
  weights: ReadonlyMap<string, Weight>;
}

/** `lit` leads on; `open` may; `none` does not now. */
export type Weight = 'lit' | 'open' | 'none';

export interface Setting {
  /** To be filled, in units of the picture; where labels need more, it becomes wider. */
  width: number;
  /** Little space between lines, for paper. */
  dense?: boolean;
  /** Outputs in two columns, where one would be far too tall. */
  halved?: boolean;
}

const SPACE = { dense: { pad: 1, rowGap: 2, groupGap: 9 }, airy: { pad: 3, rowGap: 5, groupGap: 16 } };

export function draw(
  map: BriefMap,
  places: Places,
  t: Translate,
  { width, dense = false, halved = false }: Setting,
  measure: MeasureFace,
): Drawn {
  const { pad, rowGap, groupGap } = SPACE[dense ? 'dense' : 'airy'];
  const layers = layersOf(map, places, halved);
  const { widths, gap } = columnsFor(
    layers,
    width,
    map.links.some(({ role }) => role === 'asked'),
  );
  const labels = new Map<string, Label>();
  const headings = new Map<string, string[]>();
  const columns = layers.map((own, i): Column => {
    const columnWidth = widths[i] ?? 0;
    const boxes = own.map((place) => {
      const label = setLabel(place, notesOf(t, place), columnWidth, pad, measure);
      labels.set(place.key, label);
      return { key: place.key, group: place.group, height: label.height, port: label.port };
    });
    const groups = [...new Set(own.map(({ group }) => group))].map((id) => {
      const text = places.headings.get(id) ?? '';
      const lines = wrap(text, () => columnWidth, measure('heading'));
      headings.set(id, lines);
      const heading = lines.length > 0 ? lines.length * FACES.heading.line + 8 : 0;
      return { id, heading, fixed: isInFixedOrder(own.find(({ group }) => group === id)) };
    });
    return { width: columnWidth, boxes, groups };
  });
  const asLine = (link: MapLink) => ({ key: linkKeyOf(link), from: keyOf(link.from), to: keyOf(link.to) });
  const layout = layoutOf({
    columns,
    links: map.links.filter(({ role }) => role !== 'asked').map(asLine),
    brackets: map.links.filter(({ role }) => role === 'asked').map(asLine),
    gap,
    rowGap,
    groupGap,
  });
  const byKey = new Map(map.links.map((link) => [linkKeyOf(link), link]));
  const weights = new Map(
    layout.stretches.map(({ key, links }) => [key, heaviest(links.flatMap((one) => byKey.get(one) ?? []))]),
  );
  return { layout, labels, headings, weights };
}

export function weightOf({ lit, value }: { lit: boolean; value: Value }): Weight {
  if (lit) return 'lit';
  return value === 'mixed' ? 'open' : 'none';
}

function heaviest(links: readonly MapLink[]): Weight {
  const weights = links.map(weightOf);
  return (['lit', 'open'] as const).find((weight) => weights.includes(weight)) ?? 'none';
}

/** Questions, conditions by how many lie before them, outputs. */
function layersOf({ links }: BriefMap, { all }: Places, halved: boolean): MapPlace[][] {
  const level = new Map<string, number>();
  const levelOf = (key: string): number => {
    const known = level.get(key);
    if (known !== undefined) return known;
    const before = links
      .filter(({ from, to }) => keyOf(to) === key && from.kind === 'condition')
      .map(({ from }) => levelOf(keyOf(from)));
    const own = Math.max(0, ...before) + 1;
    level.set(key, own);
    return own;
  };
  const conditions = all.filter(({ kind }) => kind === 'condition');
  const outputs = all.filter(({ kind }) => kind === 'output');
  const deepest = Math.max(0, ...conditions.map(({ key }) => levelOf(key)));
  return [
    all.filter(({ kind }) => kind === 'question'),
    ...Array.from({ length: deepest }, (_, i) => conditions.filter(({ key }) => levelOf(key) === i + 1)),
    ...(halved ? halvesOf(outputs) : [outputs]),
  ];
}

/** In two between groups, as even as they allow. */
function halvesOf(outputs: MapPlace[]): MapPlace[][] {
  const ends = outputs.flatMap(({ group }, i) => (group === outputs[i + 1]?.group ? [] : [i + 1]));
  const uneven = (end: number) => Math.abs(outputs.length - 2 * end);
  const end = ends.reduce((best, one) => (uneven(one) < uneven(best) ? one : best), outputs.length);
  return [outputs.slice(0, end), outputs.slice(end)].filter((half) => half.length > 0);
}

/** Questions stand as they are asked, advice as in every ledger; the rest where few lines cross. */
function isInFixedOrder(place: MapPlace | undefined): boolean {
  if (place?.kind === 'question') return true;
  return place?.kind === 'output' && place.output.modality !== undefined;
}

export function notesOf(t: Translate, place: MapPlace): Note[] {
  const notes: Note[] = [];
  if (place.kind === 'question' && place.unchecked)
    notes.push({ text: t('explain.unchecked'), face: 'quiet' });
  if (place.readings.length > 0) notes.push({ text: t('map.otherwise'), face: 'quiet' });
  if (place.kind === 'question' && place.here) notes.push({ text: t('map.here'), face: 'here' });
  return notes;
}

/** Room for brackets on the left. */
const INSET = 28;
const SHARES = { question: 0.38, condition: 0.18, output: 0.38 };
const LEAST = { question: 176, condition: 108, output: 152 };

function columnsFor(
  layers: readonly MapPlace[][],
  width: number,
  brackets: boolean,
): { widths: number[]; gap: number } {
  const kinds = layers.map(([first]) => first?.kind ?? 'question');
  const gap = Math.min(120, Math.max(32, width * 0.06));
  const room = width - gap * (layers.length - 1) - (brackets ? INSET : 0);
  const shares = kinds.reduce((sum, kind) => sum + SHARES[kind], 0);
  const least = kinds.reduce((sum, kind) => sum + LEAST[kind], 0);
  const more = Math.max(0, room - least);
  return {
    widths: kinds.map((kind) => Math.floor(LEAST[kind] + (more * SHARES[kind]) / shares)),
    gap,
  };
}
