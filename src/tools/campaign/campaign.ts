/** What each campaign is: a way to do harm, again and again, and counts of what came of it. */
import type { Driven } from './chromium.ts';

export type Row = Record<string, string | number>;

export type BrowserName = 'chromium' | 'firefox';

export interface Harm {
  /** Address of the built app; the same at each start. */
  url: string;
  browser: BrowserName;
  /** Starts the browser on a profile: a folder, made where it is not there. */
  start(profile: string): Promise<Driven>;
  /** Folder for the browser's profile; empty. */
  profile: string;
  /** How often. */
  times: number;
  /** Which part of a run this is that is cut into several: 0, 1, ...; each does what the others do not. */
  part?: number;
  /** Of so many. */
  parts?: number;
  /** From 0 to 1, by a seed that is printed. */
  random: () => number;
  progress(text: string): void;
}

export interface Campaign {
  name: string;
  about: string;
  /** How often in the full form, and in the short one that the tests run: so much less, and otherwise the same. */
  full: number;
  short: number;
  /** So many tests the short form is cut into, where all of it would take one too long. */
  parts?: number;
  browsers: readonly BrowserName[];
  /** `failed`: what must be 0. */
  run(harm: Harm): Promise<{ rows: Row[]; failed: number }>;
}

/** A row for each line, its columns named in the first. */
export function tableOf(rows: readonly Row[]): string {
  const names = Object.keys(rows[0] ?? {});
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [
    line(names),
    line(names.map(() => '---')),
    ...rows.map((row) => line(names.map((n) => row[n] ?? ''))),
  ].join('\n');
}

/** Random numbers that come again with the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
