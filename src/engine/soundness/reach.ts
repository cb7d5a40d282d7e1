/** Whether everything that can be concluded can turn out both ways. */
import { FALSE, TRUE } from '../diagram/nodes.ts';
import type { Output } from '../pack.ts';
import type { Situation } from '../verdict.ts';
import type { BothWays } from './soundness.ts';
import type { Witnesses } from './witness.ts';
import type { Workbench } from './workbench.ts';

/** @param standing notes as `output/note` and warnings that their author declares standing */
export function reachOf(
  bench: Workbench,
  witnesses: Witnesses,
  standing: readonly string[],
): { outputs: BothWays[]; warnings: BothWays[]; notes: BothWays[] } {
  const { pack } = bench.core;
  const bothWays = (id: string, node: number, declared: boolean): BothWays => ({
    id,
    standing: declared,
    holds: witnesses.shortest(node) ?? null,
    fails: witnesses.shortest(bench.table.not(node)) ?? null,
  });
  return {
    outputs: concluded(pack.outputs).map((output) =>
      output.when.kind === 'undecided'
        ? undecided(bench, witnesses, output, output.when.question)
        : bothWays(output.id, bench.firm(output), output.standing),
    ),
    warnings: pack.warnings.map(({ id }) =>
      bothWays(id, bench.root(pack.diagrams.warnings[id]), standing.includes(id)),
    ),
    notes: Object.entries(pack.diagrams.notes).map(([id, root]) =>
      bothWays(id, bench.root(root), standing.includes(id)),
    ),
  };
}

/** All but the background panels. */
export function concluded(outputs: readonly Output[]): Output[] {
  return outputs.filter((output) => output.kind !== 'background');
}

/** It holds with the question open, and fails with any answer. */
function undecided(bench: Workbench, witnesses: Witnesses, output: Output, question: string): BothWays {
  const applies = bench.applies(question);
  const first = bench.core.pack.questions.find((q) => q.id === question)?.options[0]?.id ?? '';
  const answered: Situation = { answers: { [question]: first }, readings: {}, ruledOut: {} };
  const notAsked = witnesses.shortest(bench.table.not(applies));
  const nothing: Situation = { answers: {}, readings: {}, ruledOut: {} };
  return {
    id: output.id,
    standing: output.standing,
    holds: applies === FALSE ? null : nothing,
    fails: applies === TRUE ? answered : (notAsked ?? answered),
  };
}

/** As many as there are, and as must be: declared standing and so, or both ways. */
export function isAsDeclared({ standing, holds, fails }: BothWays): boolean {
  return standing ? (holds === null) !== (fails === null) : holds !== null && fails !== null;
}
