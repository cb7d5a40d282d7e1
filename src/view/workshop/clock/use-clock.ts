/** The wall's clock as all windows of this browser see it: whoever steers sets it, the wall shows it. */
import { useEffect, useState } from 'preact/hooks';
import { type Clock, readClock } from './clock.ts';

/** Often enough that no second is seen to be left out. */
const TICK = 250;

export interface SetClock {
  clock: Clock | undefined;
  /** ms since 1970 */
  now: number;
  /** undefined takes it away. */
  set(clock: Clock | undefined): void;
}

/** @param room its id: another room has a clock of its own */
export function useClock(room: string): SetClock {
  const name = `waymark.clock.${room}`;
  const [clock, show] = useState(() => readClock(localStorage.getItem(name)));
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const hear = (event: StorageEvent) => {
      if (event.key === name || event.key === null) show(readClock(localStorage.getItem(name)));
    };
    addEventListener('storage', hear);
    const ticking = setInterval(() => setNow(Date.now()), TICK);
    return () => {
      removeEventListener('storage', hear);
      clearInterval(ticking);
    };
  }, [name]);
  return {
    clock,
    now,
    set(next) {
      if (next === undefined) localStorage.removeItem(name);
      else localStorage.setItem(name, JSON.stringify(next));
      setNow(Date.now());
      show(next);
    },
  };
}
