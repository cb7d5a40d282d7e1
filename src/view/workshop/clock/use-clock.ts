/** The wall's clock as all windows of this browser see it: whoever steers sets it, the wall shows it. */
import { useEffect, useState } from 'preact/hooks';
import { type Clock, readClock } from './clock.ts';

/** One for all rooms: what was left of another room's is gone with the next. */
const NAME = 'waymark.clock';
/** Often enough that no second is seen to be left out. */
const TICK = 250;

export interface SetClock {
  clock: Clock | undefined;
  /** ms since 1970 */
  now: number;
  /** undefined takes it away. */
  set(clock: Clock | undefined): void;
}

/** @param room its id: another room's clock is none here */
export function useClock(room: string): SetClock {
  const [clock, show] = useState(() => kept(room));
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const hear = (event: StorageEvent) => {
      if (event.key === NAME || event.key === null) show(kept(room));
    };
    addEventListener('storage', hear);
    const ticking = setInterval(() => setNow(Date.now()), TICK);
    return () => {
      removeEventListener('storage', hear);
      clearInterval(ticking);
    };
  }, [room]);
  return {
    clock,
    now,
    set(next) {
      keep(room, next);
      setNow(Date.now());
      show(next);
    },
  };
}

function kept(room: string): Clock | undefined {
  try {
    return readClock(localStorage.getItem(NAME), room);
  } catch {
    return undefined;
  }
}

/** Where nothing can be kept, it runs in this window alone. */
function keep(room: string, clock: Clock | undefined): void {
  try {
    if (clock === undefined) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, JSON.stringify({ room, ...clock }));
  } catch {
    // Storage is blocked or full.
  }
}
