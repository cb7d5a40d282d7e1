/** Times things side by side: in turns, so that a busy machine slows all of them alike. */

export interface Contender {
  name: string;
  /** How many of what is counted one run does. */
  units: number;
  /** Of these, how many make one evaluation. */
  each?: number;
  /** The result is kept, so that nothing is optimised away. */
  run: () => unknown;
}

export interface Measured {
  name: string;
  /** Median over the rounds. */
  perSecond: number;
  /** Units of one evaluation, as the contender says. */
  each: number;
  /** To the first contender, taken in each round; the median of these. */
  ratio: number;
}

export interface Effort {
  rounds: number;
  /** Milliseconds for each contender in each round; a run that has begun is finished. */
  slice: number;
}

/** Milliseconds of one run, beyond which a contender takes part in the first two rounds only. */
const SLOW = 2000;

/** @returns in the order of the contenders */
export async function measured(
  contenders: readonly Contender[],
  { rounds, slice }: Effort,
): Promise<Measured[]> {
  const rates = contenders.map((): number[] => []);
  const isSlow = contenders.map(() => false);
  // The first round warms up.
  for (let round = 0; round <= rounds; round++)
    for (const [i, contender] of contenders.entries()) {
      // Of one that takes seconds, two rounds tell enough.
      if (isSlow[i] && round > 2) continue;
      const start = performance.now();
      const rate = await rateOf(contender, slice);
      isSlow[i] ||= performance.now() - start > SLOW;
      if (round > 0) rates[i]?.push(rate);
    }
  const floor = rates[0] ?? [];
  return contenders.map(({ name, each = 1 }, i) => {
    const own = rates[i] ?? [];
    return {
      name,
      each,
      perSecond: median(own),
      ratio: median(own.map((rate, round) => rate / (floor[round] ?? rate))),
    };
  });
}

let kept: unknown;

async function rateOf({ units, run }: Contender, slice: number): Promise<number> {
  const start = performance.now();
  let times = 0;
  do {
    kept = run();
    if (kept instanceof Promise) await kept;
    times++;
  } while (performance.now() - start < slice);
  return (times * units) / ((performance.now() - start) / 1000);
}

/** Milliseconds of each call, in turns; median and 95th percentile. */
export function timed(calls: readonly (() => unknown)[]): { median: number; p95: number } {
  const times = calls.map((call) => {
    const start = performance.now();
    kept = call();
    return performance.now() - start;
  });
  return { median: median(times), p95: quantile(times, 0.95) };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Lines of a table in Markdown, numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** Three figures that count: `1,230,000`, `45.6`, `0.00123`. */
export function figure(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return '0';
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumSignificantDigits: 3 });
}
