/**
 * Moving between screens: the route as a signal, scroll positions kept for Back and Forward, and the focus on the
 * heading of the screen that was reached.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Route } from './app.ts';
import { useApp } from './context.ts';
import { newId } from './new-id.ts';
import { setTitle } from './parts/cover.tsx';
import { readMark, writeMark } from './parts/marks.ts';
import { parseRoute } from './routes.ts';

const STORE = 'waymark.scroll';
/** The element that scrolls: the page inside the frame, or the window where nothing is pinned. */
const PAGE = 'page';

interface Place {
  page: number;
  window: number;
}

let places: Record<string, Place> = {};
let entry = '';
/** From a change of the address until the new screen stands: what scrolls meanwhile is not the reader. */
let moving = false;
/** The screen the app was opened with does not take the focus. */
let moved = false;

/** Starts listening to the address bar; called once. The signal follows it from then on. */
export function startNavigation(): ReadonlySignal<Route> {
  const route = signal(parseRoute(location.hash));
  history.scrollRestoration = 'manual';
  places = readPlaces();
  entry = markEntry();
  addEventListener('hashchange', () => {
    moving = true;
    moved = true;
    entry = markEntry();
    route.value = parseRoute(location.hash);
  });
  // Scroll events do not bubble; capturing sees those of the page inside the frame too.
  addEventListener('scroll', rememberPlace, { capture: true, passive: true });
  addEventListener('pagehide', () => writeMark(STORE, JSON.stringify(places)));
  return route;
}

/** Goes to an address (`#/...`). `replace`: Back will not come here again. */
export function go(address: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') {
    location.hash = address;
    return;
  }
  history.replaceState({ ...history.state }, '', address);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

/** True where Back stays in Waymark: some screen of it was shown before this one. */
export function cameFromWithin(): boolean {
  return moved;
}

/**
 * For the h1 of each screen: `<h1 ref={useHeading(title)} tabIndex={-1}>`. Sets the document's title; when another
 * screen has been reached, moves the focus to the heading and restores where the reader was, or the top.
 * `screen` tells one screen from the next; by default the route's name and view, and a question's id.
 */
export function useHeading(title: string, screen?: string): RefObject<HTMLHeadingElement | null> {
  const { t, route } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  const here = screen ?? screenOf(route.value);
  useLayoutEffect(() => {
    setTitle(t('app.documentTitle', { title }));
  }, [title, t('app.name')]);
  useLayoutEffect(() => {
    if (moved) heading.current?.focus({ preventScroll: true });
    // Scrolling and focusing make the browser lay the screen out at once; the first one is at its top already.
    if (!moved && places[entry] === undefined) return;
    const place = places[entry] ?? { page: 0, window: 0 };
    document.getElementById(PAGE)?.scrollTo(0, place.page);
    window.scrollTo(0, place.window);
  }, [here]);
  // After every move, also one that stays on its screen: from here on, whoever scrolls is the reader.
  useLayoutEffect(() => {
    moving = false;
  }, [route.value]);
  return heading;
}

function screenOf(route: Route): string {
  if (route.name !== 'session') return route.name;
  const item = route.view === 'question' ? route.item : '';
  return `${route.id}/${route.view}/${item}`;
}

function rememberPlace(): void {
  if (moving) return;
  places[entry] = { page: document.getElementById(PAGE)?.scrollTop ?? 0, window: window.scrollY };
}

/** The key of the history entry shown now; a new one gets its key here. */
function markEntry(): string {
  const state: unknown = history.state;
  if (typeof state === 'object' && state !== null && 'entry' in state && typeof state.entry === 'string') {
    return state.entry;
  }
  const key = newId();
  history.replaceState({ entry: key }, '');
  return key;
}

function readPlaces(): Record<string, Place> {
  try {
    return JSON.parse(readMark(STORE) ?? '{}') as Record<string, Place>;
  } catch {
    return {}; // Where a reader was is worth nothing once it cannot be read.
  }
}
