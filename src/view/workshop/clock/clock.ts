/** The clock on the wall: the one that counts in the room. Plain functions of what it was set to, and of the time. */

/** `ends`: when it runs out (ms since 1970). `left`: it is held, with so many ms to go (below 0: run out before). */
export type Clock = { step: string; ends: number } | { step: string; left: number };

export const MINUTE = 60_000;

/** What a window wrote of it, for the room that it was set in; undefined: none is set there, or it is none. */
export function readClock(text: string | null, room: string): Clock | undefined {
  if (text === null) return undefined;
  try {
    const { room: of, step, ends, left } = JSON.parse(text);
    if (of !== room || typeof step !== 'string') return undefined;
    if (Number.isFinite(ends)) return { step, ends };
    return Number.isFinite(left) ? { step, left } : undefined;
  } catch {
    return undefined;
  }
}

/** Milliseconds to go; below 0 where it has run out. */
export function leftOf(clock: Clock, now: number): number {
  return 'ends' in clock ? clock.ends - now : clock.left;
}

export function held(clock: Clock, now: number): Clock {
  return { step: clock.step, left: leftOf(clock, now) };
}

export function goneOn(clock: Clock, now: number): Clock {
  return { step: clock.step, ends: now + leftOf(clock, now) };
}

/** A minute more from what is left, or from now where it has run out. */
export function longer(clock: Clock, now: number): Clock {
  const left = Math.max(0, leftOf(clock, now)) + MINUTE;
  return 'ends' in clock ? { step: clock.step, ends: now + left } : { step: clock.step, left };
}

/** "4:09": minutes and seconds to go, a begun second counting whole; never below "0:00". */
export function face(left: number): string {
  const seconds = Math.max(0, Math.ceil(left / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
