/** How few questions can still settle everything. */
import { type Core, rootsOf } from '../core.ts';
import { FALSE } from '../diagram/nodes.ts';
import type { Output } from '../pack.ts';
import type { FewestQuestions } from '../reasoner.ts';
import type { Situation } from '../verdict.ts';
import { combinations } from './hinges.ts';
import { leftIn, openOutputs, settledBy } from './next.ts';
import { algebraFor, unlessTooLarge, Work, weightOf } from './work.ts';

/** Outputs that share open questions. */
interface Group {
  outputs: Output[];
  questions: string[];
}

export function fewestQuestions(core: Core, situation: Situation, ids: readonly string[]): FewestQuestions {
  const bits = core.index.bits(situation);
  let count = 0;
  let exact = true;
  let unknown = false;
  for (const group of groupsOf(core, openOutputs(core, ids, bits), bits)) {
    const found = unlessTooLarge(() => exactly(core, bits, group), undefined) ?? bound(core, bits, group);
    if (found.kind === 'never') return found;
    if (found.kind === 'unknown') unknown = true;
    else {
      count += found.count;
      exact &&= found.exact;
    }
  }
  return unknown ? { kind: 'unknown' } : { kind: 'fewest', count, exact };
}

/** Sets of questions by size: the first with answers that settle all outputs. */
function exactly(core: Core, bits: Int32Array, { outputs, questions }: Group): FewestQuestions {
  const work = new Work();
  const algebra = algebraFor(core, work);
  const weight = outputs.reduce((sum, { id }) => sum + weightOf(core, rootsOf(core.diagrams, id).firm), 0);
  const possible = (set: readonly string[]): boolean => {
    work.spend(weight);
    const kept = new Set(set.flatMap((question) => core.index.allOf(question)));
    const settled = outputs.map((output) => settledBy(core, algebra, bits, output, kept));
    return algebra.table.all([algebra.within(bits, kept), ...settled]) !== FALSE;
  };
  if (!possible(questions)) return { kind: 'never' };
  for (let size = 1; size < questions.length; size++)
    for (const set of combinations(questions, size))
      if (possible(set)) return { kind: 'fewest', count: size, exact: true };
  return { kind: 'fewest', count: questions.length, exact: true };
}

/** One answer to every question, the first or the last of each; then without those that are not needed for it. */
function bound(core: Core, bits: Int32Array, { outputs, questions }: Group): FewestQuestions {
  const left = leftIn(core, outputs, bits);
  const counts = [lowest, highest].flatMap((pick) => {
    const known = bits.slice();
    for (const v of questions.flatMap((q) => core.index.allOf(q))) known[v] = pick(known[v] ?? 0);
    const settled = (some: readonly Output[]): boolean =>
      some.every((o) => core.walker.value(rootsOf(core.diagrams, o.id).firm, known) !== 'mixed');
    if (!settled(outputs)) return [];
    const needed = questions.filter((question) => {
      const variables = core.index.allOf(question);
      const given = variables.map((v) => known[v] ?? 0);
      for (const v of variables) known[v] = bits[v] ?? 0;
      // An output can hang on a question only where it is left in its diagram before anything is answered.
      if (settled(left.get(question) ?? [])) return false;
      variables.forEach((v, i) => {
        known[v] = given[i] ?? 0;
      });
      return true;
    });
    return [needed.length];
  });
  if (counts.length === 0) return { kind: 'unknown' };
  return { kind: 'fewest', count: Math.min(...counts), exact: false };
}

const lowest = (possible: number): number => possible & -possible;
const highest = (possible: number): number => 1 << (31 - Math.clz32(possible));

/** Outputs that share no open question are settled apart. */
function groupsOf(core: Core, outputs: readonly Output[], bits: Int32Array): Group[] {
  const groups: Group[] = [];
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
