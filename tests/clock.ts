/**
 * The one place where tests read the clock; tests/clock.test.ts holds them to it. A test that only needs some time
 * takes a fixed one: it says the same on every day. This is for what is judged by the clock of the machine itself,
 * such as a certificate, or for how long something took.
 */

/** Milliseconds since 1970. */
export function now(): number {
  return Date.now();
}

/** The same moment as a date. */
export function today(): Date {
  return new Date(now());
}
