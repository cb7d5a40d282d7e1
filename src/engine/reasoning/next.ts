/** What to find out next. The measure: docs/decisions/010-next-question.md. */
import { type Core, rootsOf } from '../core.ts';
import type { Algebra } from '../diagram/algebra.ts';
import { TRUE } from '../diagram/nodes.ts';
import type { Output } from '../pack.ts';
import type { NextQuestion } from '../reasoner.ts';
import type { Situation } from '../verdict.ts';
import { algebraFor, MOST_STEPS, unlessTooLarge, Work, weightOf } from './work.ts';

/** Steps for one output and one question; the whole call may take as many as ten other calls. */
const MOST_FOR_ONE = 20_000;

interface Measured {
  question: string;
  /** Answers that settle an output, summed over the outputs; of `all` answers to the question. */
  settling: bigint;
  all: bigint;
  outputs: string[];
  exact: boolean;
}

export function nextQuestions(core: Core, situation: Situation, ids: readonly string[]): NextQuestion[] {
  const bits = core.index.bits(situation);
  const left = leftIn(core, openOutputs(core, ids, bits), bits);
  const together = new Work(MOST_STEPS * 10);
  const found = core.pack.questions
    .filter(({ id }) => left.has(id))
    .map(({ id }) => measured(core, bits, id, left.get(id) ?? [], together));
  // In whole numbers, and sorting is stable: where two settle as much, the author's order decides.
  found.sort((a, b) => compare(b.settling * a.all, a.settling * b.all));
  return found.map(({ question, settling, all, outputs, exact }) => ({
    question,
    settles: Number(settling) / Number(all),
    outputs,
    exact,
  }));
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By question: the outputs in whose restricted diagrams it is left. */
export function leftIn(core: Core, outputs: readonly Output[], bits: Int32Array): Map<string, Output[]> {
  const left = new Map<string, Output[]>();
  for (const output of outputs)
    for (const name of core.names(core.support(output, bits))) {
      const known = left.get(name);
      if (known === undefined) left.set(name, [output]);
      else known.push(output);
    }
  return left;
}

function measured(
  core: Core,
  bits: Int32Array,
  question: string,
  touched: readonly Output[],
  together: Work,
): Measured {
  const variables = core.index.allOf(question);
  const result: Measured = { question, settling: 0n, all: 1n, outputs: [], exact: true };
  // Without a condition, every answer is counted.
  result.all = algebraFor(core, new Work()).count(TRUE, variables, bits);
  for (const output of touched) {
    const settling = unlessTooLarge(() => {
      const algebra = algebraFor(core, new Work(MOST_FOR_ONE));
      together.spend(weightOf(core, rootsOf(core.diagrams, output.id).firm));
      return algebra.count(settledBy(core, algebra, bits, output, new Set(variables)), variables, bits);
    }, undefined);
    if (settling === undefined) result.exact = false;
    else if (settling > 0n) result.outputs.push(output.id);
    result.settling += settling ?? 0n;
  }
  return result;
}

/** The answers to the kept variables under which the output's exact value is known. */
export function settledBy(
  core: Core,
  algebra: Algebra,
  bits: Int32Array,
  output: Output,
  kept: ReadonlySet<number>,
): number {
  const { firm } = rootsOf(core.diagrams, output.id);
  const never = algebra.table.not(algebra.sometimes(firm, bits, kept));
  return algebra.table.or(algebra.always(firm, bits, kept), never);
}

/** Those of which the exact value is not known yet. */
export function openOutputs(core: Core, ids: readonly string[], bits: Int32Array): Output[] {
  return ids
    .map((id) => core.output(id))
    .filter((o) => o.when.kind !== 'undecided')
    .filter((o) => core.walker.value(rootsOf(core.diagrams, o.id).firm, bits) === 'mixed');
}
