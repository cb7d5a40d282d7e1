/** The log of the runs: a table in Markdown, a line a run, which is also what is known of what was tried. */
import { type Moment, nameOf } from './moments.ts';

export interface Run {
  /** Hash of the sources and tests that were run. */
  tree: string;
  moment: Moment;
  /** Two loops ran beside it. */
  busy: boolean;
  seconds: number;
  passed: number;
  failed: number;
  skipped: number;
  /** '' where none failed. */
  firstFailing: string;
}

export const HEAD = `# Runs of the clock

What \`npm run campaign -- clock\` has seen ([reliability.md](reliability.md#the-clock)): every test, with the clock of its runner set to two minutes before a day or an hour changes. A line a run, in the order in which they were run; \`tree\` is a hash of \`src\`, \`tests\` and what else is tested, so that lines with the same one are of the same state. Nothing here is written by hand.

| tree | clock | what is particular | load | seconds | passed | failed | skipped | first to fail |
|---|---|---|---|---|---|---|---|---|
`;

export function lineOf(run: Run): string {
  const { tree, moment, busy, seconds, passed, failed, skipped, firstFailing } = run;
  const cells = [
    tree,
    nameOf(moment),
    moment.about,
    busy ? 'busy' : 'idle',
    Math.round(seconds),
    passed,
    failed,
    skipped,
    firstFailing.replaceAll('|', '/').replaceAll('\n', ' '),
  ];
  return `| ${cells.join(' | ')} |\n`;
}

/** The first moment that has no line yet at this state; the first of all where each has one. */
export function nextMoment(log: string, tree: string, moments: readonly Moment[]): Moment | undefined {
  const isThere = (moment: Moment) => log.includes(`\n| ${tree} | ${nameOf(moment)} |`);
  return moments.find((moment) => !isThere(moment)) ?? moments[0];
}
