/** Which branches of the conditions the worked cases exercise, and why the rest cannot be. */
import type { Case } from '../compile/checked.ts';
import { FALSE } from '../diagram/nodes.ts';
import type { Output } from '../pack.ts';
import { judge } from '../verdicts.ts';
import { Branches } from './branches.ts';
import { closingCases, type OpenBranch } from './closing.ts';
import { decisionsOf } from './decision.ts';
import { Impossible } from './impossible.ts';
import { shows } from './observed.ts';
import type { About, Branch, ClosingCase, Coverage, DecisionCoverage } from './soundness.ts';
import type { Witnesses } from './witness.ts';
import type { Workbench } from './workbench.ts';

export function coverageOf(bench: Workbench, witnesses: Witnesses, cases: readonly Case[]): Coverage {
  const branches = new Branches(bench);
  const impossible = new Impossible(bench);
  const given = cases.map((one) => ({ one, bits: bench.core.index.bits(one.situation) }));
  const open: OpenBranch[] = [];

  const judged = decisionsOf(bench.core.pack).map((decision): DecisionCoverage => {
    const { about, tree } = decision;
    if (tree === undefined) return { about, tests: [], tooLarge: true };
    const seen = given.filter(({ one }) => shows(one, about));
    const branch = (test: number, met: boolean, node: number): Branch => {
      if (node === FALSE) return impossible.explain(tree, test, met);
      const exercising = seen.filter(({ bits }) => bench.algebra.holdsWithin(node, bits));
      const [first] = exercising;
      if (first !== undefined) return { kind: 'exercised', cases: exercising.length, first: first.one.id };
      open.push({ about, test, met, node, decision: branches.node(tree) });
      return { kind: 'open' };
    };
    const tests = branches.of(tree).map(({ test, met, notMet }, i) => ({
      question: test.question,
      option: test.option,
      where: test.where,
      met: branch(i, true, met),
      notMet: branch(i, false, notMet),
    }));
    return { about, tests };
  });

  const undecided = bench.core.pack.outputs.flatMap((output) => undecidedOf(bench, output, cases));
  return {
    decisions: inOrder(bench, [...judged, ...undecided.map(({ coverage }) => coverage)]),
    closing: [...undecided.flatMap(({ closing }) => closing), ...closingCases(bench, witnesses, open)],
  };
}

/** Judged from the situation itself: it holds while the question is open, and fails once it is answered. */
function undecidedOf(
  bench: Workbench,
  { id, when }: Output,
  cases: readonly Case[],
): { coverage: DecisionCoverage; closing: ClosingCase[] }[] {
  if (when.kind !== 'undecided') return [];
  const { question } = when;
  const output = bench.core.output(id);
  const about: About = { kind: 'output', id };
  const branch = (status: 'holds' | 'fails'): Branch => {
    const exercising = cases
      .filter((one) => shows(one, about))
      .filter(
        ({ situation }) => judge(bench.core, output, bench.core.index.bits(situation)).status === status,
      );
    const [first] = exercising;
    if (first === undefined) return { kind: 'open' };
    return { kind: 'exercised', cases: exercising.length, first: first.id };
  };
  const where = { part: 'when' as const, letters: [], names: [] };
  const test = { question, where, met: branch('holds'), notMet: branch('fails') };
  const first = bench.core.pack.questions.find((q) => q.id === question)?.options[0]?.id ?? '';
  const closing = ([true, false] as const)
    .filter((met) => (met ? test.met : test.notMet).kind === 'open')
    .map(
      (met): ClosingCase => ({
        situation: { answers: met ? {} : { [question]: first }, readings: {}, ruledOut: {} },
        closes: [{ about, is: met ? 'holds' : 'fails', branches: [{ test: 0, met }] }],
      }),
    );
  return [{ coverage: { about, tests: [test] }, closing }];
}

/** Outputs in pack order, then warnings, then questions. */
function inOrder(bench: Workbench, decisions: readonly DecisionCoverage[]): DecisionCoverage[] {
  const order = bench.core.pack.outputs.map(({ id }) => id);
  const outputs = decisions.filter(({ about }) => about.kind === 'output');
  outputs.sort((a, b) => order.indexOf(a.about.id) - order.indexOf(b.about.id));
  return [...outputs, ...decisions.filter(({ about }) => about.kind !== 'output')];
}
