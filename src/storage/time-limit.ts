import { Refusal } from './refusal.ts';

/** A point in time after which a call to the browser counts as refused: some never settle. */
export interface TimeLimit {
  /** Settles as the promise does, or rejects with the reason (a Refusal) when time is up; the promise itself goes on. */
  hold<T>(promise: Promise<T>, reason?: () => Error): Promise<T>;
}

/** Waits for it, and not longer: undefined once the time is up. */
export function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  return Promise.race([
    promise,
    new Promise<undefined>((resolve) => setTimeout(resolve, milliseconds, undefined)),
  ]);
}

/** @param milliseconds from now. */
export function timeLimit(milliseconds: number): TimeLimit {
  // Not Date.now(): the clock may be set while we wait.
  const end = performance.now() + milliseconds;
  return {
    hold: (promise, reason = () => new Refusal('timeout')) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(reason()), Math.max(0, end - performance.now()));
        promise.then(resolve, reject).finally(() => clearTimeout(timer));
      }),
  };
}
