/** Where an arrow key leads from a place: left and right along its links, up and down in its column. Pure. */
import type { MapLink } from '../../engine/brief-map.ts';
import type { Layout, Placed } from './layout/drawing.ts';
import { type Key, keyOf } from './scope.ts';

export type Way = 'left' | 'right' | 'up' | 'down';

const WAYS: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The way that a key stands for; none for other keys, and none together with a modifier, which is the browser's. */
export function wayOf(event: KeyboardEvent): Way | undefined {
  const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
  return isPlain ? WAYS[event.key] : undefined;
}

/** Along a link the lit ones come first, then what is nearest in height; undefined where nothing lies that way. */
export function stepFrom({ boxes }: Layout, links: readonly MapLink[], key: Key, way: Way): Key | undefined {
  const here = boxes.get(key);
  if (here === undefined) return undefined;
  const away = ({ portY }: Placed) => Math.abs(portY - here.portY);
  if (way === 'up' || way === 'down') {
    const isThere = ({ x, y }: Placed) => x === here.x && (way === 'up' ? y < here.y : y > here.y);
    return [...boxes.values()].filter(isThere).sort((a, b) => away(a) - away(b))[0]?.key;
  }
  const ends = links.flatMap(({ from, to, lit }) => {
    const [near, far] = way === 'left' ? [to, from] : [from, to];
    const end = keyOf(near) === key ? boxes.get(keyOf(far)) : undefined;
    // What only says when a question is asked stays in its column.
    return end === undefined || end.x === here.x ? [] : [{ end, lit }];
  });
  return ends.sort((a, b) => Number(b.lit) - Number(a.lit) || away(a.end) - away(b.end))[0]?.end.key;
}
