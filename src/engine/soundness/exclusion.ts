/** Whether two outputs can both be told to hold in one situation, however much of it is left open. */
import type { Declared } from '../compile/checked.ts';
import { FALSE, TRUE } from '../diagram/nodes.ts';
import { DONT_KNOW, type Output, type Question } from '../pack.ts';
import type { Situation } from '../verdict.ts';
import type { Exclusion } from './soundness.ts';
import { answerOf, type Witnesses } from './witness.ts';
import type { Workbench } from './workbench.ts';

/** What it takes for an output to hold: its condition in every completion, and the whole of it in one at least. */
interface Holding {
  when: number;
  firm: number;
  /** A variable of which more than one value must be left possible. */
  open?: number;
}

/** Variables of which not all values stay possible, and those that do, as bits; the first variable first. */
type Region = 'anywhere' | { variable: number; bits: number; then: Region };

/** Each pair once, in the order in which they are declared. */
export function exclusionsOf(
  bench: Workbench,
  witnesses: Witnesses,
  declared: Declared['exclusive'],
): Exclusion[] {
  const seen = new Set<string>();
  return declared.flatMap(({ output, others }) =>
    others.flatMap((other): Exclusion[] => {
      const key = [output, other].sort().join(' ');
      if (seen.has(key)) return [];
      seen.add(key);
      const pair = [bench.core.output(output), bench.core.output(other)] as const;
      const both = bench.within(() => bothHold(bench, witnesses, pair));
      return [
        { outputs: [output, other], ...(both === undefined ? { both: null, beyond: true } : { both }) },
      ];
    }),
  );
}

/** A situation in which both hold, the readings at their default; null where there is none. */
function bothHold(
  bench: Workbench,
  witnesses: Witnesses,
  outputs: readonly [Output, Output],
): Situation | null {
  const [a, b] = [holding(bench, outputs[0]), holding(bench, outputs[1])];
  const open = new Set([a.open, b.open].filter((variable) => variable !== undefined));
  const together = open.size > 0 ? FALSE : bench.table.and(a.firm, b.firm);
  const plain = witnesses.shortest(together);
  if (plain !== undefined) return plain;
  // Only then it matters that one can hold while what would defeat it is not known.
  const found = new Search(bench, open).find(bench.table.and(a.when, b.when), a.firm, b.firm);
  return found === undefined ? null : regionOf(bench, found);
}

function holding(bench: Workbench, output: Output): Holding {
  if (output.when.kind !== 'undecided') return { when: bench.when(output), firm: bench.firm(output) };
  const { question } = output.when;
  return { when: TRUE, firm: bench.applies(question), open: bench.core.index.ofQuestion(question) };
}

/**
 * Looks for two completions, each with the whole of one output, such that both conditions hold wherever each variable
 * has the value of one or of the other: the smallest situation that leaves both completions possible.
 */
class Search {
  readonly #done = new Map<string, Region | undefined>();

  constructor(
    readonly bench: Workbench,
    readonly open: ReadonlySet<number>,
  ) {}

  find(when: number, first: number, second: number): Region | undefined {
    if (when === FALSE || first === FALSE || second === FALSE) return undefined;
    if (when === TRUE && first === TRUE && second === TRUE) return 'anywhere';
    const key = `${when} ${first} ${second}`;
    if (this.#done.has(key)) return this.#done.get(key);
    const found = this.#branch(when, first, second);
    this.#done.set(key, found);
    return found;
  }

  #branch(when: number, first: number, second: number): Region | undefined {
    const { table } = this.bench;
    const variable = Math.min(...[when, first, second].map((node) => table.variable(node)));
    const at = (node: number, value: number): number =>
      table.variable(node) === variable ? table.child(node, value) : node;
    const size = this.bench.core.index.sizes[variable] ?? 0;
    const values = Array.from({ length: size }, (_, value) => value);
    for (const v of values)
      for (const w of values) {
        const apart = this.open.has(variable);
        if (apart ? v >= w : v > w) continue;
        const both = table.and(at(when, v), at(when, w));
        for (const [x, y] of v === w
          ? [[v, v]]
          : [
              [v, w],
              [w, v],
              [v, v],
              [w, w],
            ]) {
          const then = this.find(both, at(first, x ?? v), at(second, y ?? w));
          if (then !== undefined) return { variable, bits: (1 << v) | (1 << w), then };
        }
      }
    return undefined;
  }
}

function regionOf(bench: Workbench, found: Region): Situation {
  const bits = bench.core.index.everything();
  for (let part = found; part !== 'anywhere'; part = part.then) bits[part.variable] = part.bits;
  const situation: Situation = { answers: {}, readings: {}, ruledOut: {} };
  for (const question of bench.core.pack.questions)
    describe(
      question,
      bench.core.index.allOf(question.id).map((variable) => bits[variable] ?? 0),
      situation,
    );
  return situation;
}

/** Says of one question what is possible: an answer, an answer that is not sure of the rest, or options ruled out. */
function describe(question: Question, bits: readonly number[], situation: Situation): void {
  if (question.kind === 'one') {
    const possible = question.options.filter((_, i) => ((bits[0] ?? 0) & (1 << i)) !== 0);
    const out = question.options.filter((option) => !possible.includes(option)).map((option) => option.id);
    if (possible.length === 1) situation.answers[question.id] = possible[0]?.id ?? '';
    else if (out.length > 0) situation.ruledOut[question.id] = out;
    return;
  }
  const known = bits.map((possible) => (possible === 1 ? 0 : possible === 2 ? 1 : undefined));
  const answer = answerOf(question, known);
  if (answer === undefined) return;
  if (!known.includes(undefined)) {
    situation.answers[question.id] = answer;
    return;
  }
  const ticks = question.options.filter((option) => !option.exclusive).map((option) => option.id);
  const ticked = ticks.filter((_, i) => known[i] === 1);
  const out = ticks.filter((_, i) => known[i] === 0);
  if (ticked.length > 0) situation.answers[question.id] = [...ticked, DONT_KNOW];
  if (out.length > 0) situation.ruledOut[question.id] = out;
}
