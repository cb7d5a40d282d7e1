/** What to find out next, and how little can still settle everything. The measure: docs/decisions/010-next-question.md. */
import { type Core, rootsOf } from '../core.ts';
import { Algebra } from '../diagram/algebra.ts';
import { FALSE } from '../diagram/table.ts';
import type { Output } from '../pack.ts';
import type { FewestQuestions, NextQuestion } from '../reasoner.ts';
import type { Situation } from '../verdict.ts';
import { combinations } from './hinges.ts';

/** Sets of questions looked at for one group of outputs; beyond that the count is an upper bound. */
const MOST_SETS = 5_000;

export function nextQuestions(core: Core, situation: Situation, ids: readonly string[]): NextQuestion[] {
  const bits = core.index.bits(situation);
  const open = openOutputs(core, ids, bits);
  const found = core.questionsLeft(open, bits).map((question) => {
    const touched = open.filter((output) => core.names(core.support(output, bits)).includes(question));
    const settles = touched.reduce((sum, output) => sum + settledShare(core, bits, output, question), 0);
    return { question, settles };
  });
  // Sorting is stable: where two settle as much, the author's order decides.
  return found.sort((a, b) => b.settles - a.settles);
}

/** Over all answers that are still possible to the question, how often the output's value is then always or never. */
function settledShare(core: Core, bits: Int32Array, output: Output, question: string): number {
  const algebra = new Algebra(core.diagrams.nodes, core.index.sizes);
  const variables = core.index.allOf(question);
  const settled = settledBy(core, algebra, bits, output, new Set(variables));
  const all = algebra.count(-2, variables, bits);
  return Number((algebra.count(settled, variables, bits) * 1_000_000_000n) / all) / 1e9;
}

/** The answers to the kept variables under which the output's exact value is known. */
function settledBy(
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

function openOutputs(core: Core, ids: readonly string[], bits: Int32Array): Output[] {
  return ids
    .map((id) => core.output(id))
    .filter((o) => o.when.kind !== 'undecided')
    .filter((o) => core.walker.value(rootsOf(core.diagrams, o.id).firm, bits) === 'mixed');
}

/** undefined: no answers can settle them, since a reading is left open on which one hangs. */
export function fewestQuestions(
  core: Core,
  situation: Situation,
  ids: readonly string[],
): FewestQuestions | undefined {
  const bits = core.index.bits(situation);
  let count = 0;
  let exact = true;
  for (const group of groupsOf(core, openOutputs(core, ids, bits), bits)) {
    const fewest = fewestOf(core, bits, group.outputs, group.questions);
    if (fewest === undefined) return undefined;
    count += fewest.count;
    exact &&= fewest.exact;
  }
  return { count, exact };
}

function fewestOf(
  core: Core,
  bits: Int32Array,
  outputs: readonly Output[],
  questions: readonly string[],
): FewestQuestions | undefined {
  const algebra = new Algebra(core.diagrams.nodes, core.index.sizes);
  const possible = (set: readonly string[]): boolean => {
    const kept = new Set(set.flatMap((question) => core.index.allOf(question)));
    const settled = outputs.map((output) => settledBy(core, algebra, bits, output, kept));
    return algebra.table.all([algebra.within(bits, kept), ...settled]) !== FALSE;
  };
  if (!possible(questions)) return undefined;
  let looked = 0;
  for (let size = 1; size < questions.length; size++)
    for (const set of combinations(questions, size)) {
      if (++looked > MOST_SETS) return { count: questions.length, exact: false };
      if (possible(set)) return { count: size, exact: true };
    }
  return { count: questions.length, exact: true };
}

/** Outputs that share no open question are settled apart. */
function groupsOf(
  core: Core,
  outputs: readonly Output[],
  bits: Int32Array,
): { outputs: Output[]; questions: string[] }[] {
  const groups: { outputs: Output[]; questions: string[] }[] = [];
  for (const output of outputs) {
    const own = core.questionsLeft([output], bits);
    const joined = groups.filter((group) => group.questions.some((question) => own.includes(question)));
    const merged = {
      outputs: [...joined.flatMap((group) => group.outputs), output],
      questions: [...new Set([...joined.flatMap((group) => group.questions), ...own])],
    };
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups;
}
