/** `npm run bench`: the engine beside hand-written closures and the peers, in one run, all agreeing first. */
import { cpus } from 'node:os';
import type { Sources } from '../../engine/compile/sources.ts';
import { type Call, callsOf } from './calls.ts';
import { largePack, type Size, sourcesOf } from './large-pack.ts';
import { type Effort, figure, type Measured, measured, table } from './measure.ts';
import { randomSubject, realSubject, type Subject } from './subject.ts';
import { changeContenders, disagreements, readyPeers, verdictContenders } from './verdicts.ts';

export { manySessions } from './many-sessions.ts';

interface Options {
  /** A run of under a minute: fewer rounds, and a smaller large pack. */
  short?: boolean;
}

/** Prints tables in Markdown. @returns the exit code */
export async function bench(root: string, { short = false }: Options = {}): Promise<number> {
  const effort: Effort = short ? { rounds: 3, slice: 60 } : { rounds: 9, slice: 200 };
  console.log(
    `Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}; medians of ${effort.rounds} rounds in turns.`,
  );
  const subjects = [
    () => realSubject(root),
    () => randomSubject({ questions: 20, rules: 12 }, sourcesOf),
    () => randomSubject(largeSize(short), sourcesOf),
  ];
  for (const make of subjects) if (!(await benchOf(make(), effort, short))) return 1;
  return 0;
}

/** What the browser is given to compile. */
export function largeSources(short: boolean): Sources {
  return sourcesOf(largePack(largeSize(short)));
}

function largeSize(short: boolean): Size {
  return short ? { questions: 200, rules: 400 } : { questions: 1000, rules: 2000 };
}

async function benchOf(subject: Subject, effort: Effort, short: boolean): Promise<boolean> {
  const { pack } = subject;
  console.log(`\n## ${subject.name}\n`);
  const peers = readyPeers(subject);
  const isLarge = pack.outputs.length > 100;
  const checks = isLarge ? 2 : 100;
  const differing = await disagreements(subject, peers, checks);
  if (differing.length > 0) {
    console.error(differing.slice(0, 20).join('\n'));
    return false;
  }
  const names = ['closures', 'waymark', ...peers.map(({ name }) => name)];
  console.log(
    `In ${2 * checks} situations, complete answers, all agree on each rule: ${names.join(', ')}.\n`,
  );
  const verdicts = await measured(verdictContenders(subject, peers, isLarge ? 20 : 1000), effort);
  console.log(`${rates(verdicts, 'verdicts', true)}\n`);
  const changes = await measured(changeContenders(subject, peers, 5000), effort);
  console.log(`${rates(changes, 'one changed answer')}\n`);
  console.log(callTable(callsOf(subject, short ? 10 : 100)));
  return true;
}

function rates(rows: readonly Measured[], what: string, evaluations = false): string {
  const head = [what, 'a second', 'to the first', ...(evaluations ? ['evaluations a second'] : [])];
  return table(
    head,
    rows.map(({ name, perSecond, ratio, each }) => [
      name,
      figure(perSecond),
      `${figure(ratio)} x`,
      ...(evaluations ? [figure(perSecond / each)] : []),
    ]),
  );
}

/** Milliseconds. */
export function callTable(rows: readonly Call[]): string {
  return table(
    ['one call, ms', 'median', '95 of 100 within'],
    rows.map(({ name, median, p95 }) => [name, figure(median), figure(p95)]),
  );
}
