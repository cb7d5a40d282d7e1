/** Which part of the map is shown, and what lies on the ways to and from one place of it. Pure. */
import type { BriefMap, MapEnd, MapLink } from '../../engine/brief-map.ts';
import type { Pack } from '../../engine/pack.ts';

/** `advice`: recommendations and options; `one`: what leads to one output. */
export type Scope = { kind: 'one'; output: string } | { kind: 'advice' } | { kind: 'all' };

/** `question:scenario`; no two places have the same. */
export type Key = string;

export function keyOf({ kind, id }: MapEnd): Key {
  return `${kind}:${id}`;
}

/** Between the same two places there may be a condition and a defeater. */
export function linkKeyOf({ from, to, role }: MapLink): string {
  return `${keyOf(from)} ${role} ${keyOf(to)}`;
}

/** The map without what leads to none of the outputs in scope; nothing that leads to them is left out. */
export function mapWithin(map: BriefMap, pack: Pack, scope: Scope): BriefMap {
  const wanted = pack.outputs.filter((output) => {
    if (scope.kind === 'all') return true;
    if (scope.kind === 'one') return output.id === scope.output;
    return output.modality !== undefined;
  });
  // A question that leads nowhere is still one of the brief's.
  return mapTo(map, wanted, scope.kind === 'all' ? map.questions : []);
}

/** All that leads to the outputs, and the questions, however little they lead to, that are to be there. */
export function mapTo(
  map: BriefMap,
  outputs: readonly { id: string }[],
  questions: readonly { id: string }[] = [],
): BriefMap {
  const wanted = [
    ...outputs.map(({ id }) => keyOf({ kind: 'output', id })),
    ...questions.map(({ id }) => keyOf({ kind: 'question', id })),
  ];
  const shown = reached(map.links, wanted, 'back');
  return {
    questions: map.questions.filter(({ id }) => shown.has(keyOf({ kind: 'question', id }))),
    conditions: map.conditions.filter(({ id }) => shown.has(keyOf({ kind: 'condition', id }))),
    outputs: map.outputs.filter(({ id }) => shown.has(keyOf({ kind: 'output', id }))),
    links: map.links.filter(({ from, to }) => shown.has(keyOf(from)) && shown.has(keyOf(to))),
  };
}

export interface Ways {
  /** The place itself, all that feeds it and all that it feeds. */
  keys: ReadonlySet<Key>;
  links: ReadonlySet<string>;
  /** One step before and after, in the map's order. */
  before: MapLink[];
  after: MapLink[];
}

export function waysThrough(links: readonly MapLink[], key: Key): Ways {
  const back = reached(links, [key], 'back');
  const on = reached(links, [key], 'on');
  const isOnWay = ({ from, to }: MapLink) =>
    (back.has(keyOf(from)) && back.has(keyOf(to))) || (on.has(keyOf(from)) && on.has(keyOf(to)));
  return {
    keys: new Set([...back, ...on]),
    links: new Set(links.filter(isOnWay).map(linkKeyOf)),
    before: links.filter(({ to }) => keyOf(to) === key),
    after: links.filter(({ from }) => keyOf(from) === key),
  };
}

function reached(links: readonly MapLink[], start: Iterable<Key>, way: 'back' | 'on'): Set<Key> {
  const found = new Set(start);
  // A set grows while it is walked.
  for (const key of found)
    for (const { from, to } of links) {
      const [near, far] = way === 'back' ? [to, from] : [from, to];
      if (keyOf(near) === key) found.add(keyOf(far));
    }
  return found;
}
