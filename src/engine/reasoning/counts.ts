/** How many distinct sets of applicable answers make an output true. Exact at any size; no probability. */
import { type Core, rootsOf } from '../core.ts';
import { FALSE, TRUE } from '../diagram/nodes.ts';
import type { Counts } from '../reasoner.ts';
import type { Situation } from '../verdict.ts';
import { algebraFor, unlessTooLarge, Work } from './work.ts';

/**
 * Answers to a question that does not apply make no difference, so of them only the first possible one is counted:
 * the diagram is joined with "each question applies, or has its first possible answer". Open readings count as
 * questions about the text. undefined: too large to count.
 */
export function countsOf(core: Core, situation: Situation, id: string): Counts | undefined {
  return unlessTooLarge(() => counted(core, situation, id), undefined);
}

function counted(core: Core, situation: Situation, id: string): Counts {
  const output = core.output(id);
  const bits = core.index.bits(situation);
  const algebra = algebraFor(core, new Work());
  const { table } = algebra;
  const questions = core.mentions.ofOutput(output);
  const once = table.all(
    questions.map((question) => {
      const applies = algebra.restricted(core.diagrams.applies[question] ?? TRUE, bits);
      const first = core.index.allOf(question).map((variable) => {
        const possible = bits[variable] ?? 0;
        return table.test(variable, [31 - Math.clz32(possible & -possible)]);
      });
      return table.or(applies, table.all(first));
    }),
  );
  const root = output.when.kind === 'undecided' ? FALSE : rootsOf(core.diagrams, id).firm;
  const firm = algebra.restricted(root, bits);
  const touched = core.mentions.readingsOf(output).map((reading) => core.index.ofReading(reading));
  const variables = [...touched, ...questions.flatMap((q) => core.index.allOf(q))].sort((a, b) => a - b);
  return {
    holds: algebra.count(table.and(once, firm), variables, bits),
    fails: algebra.count(table.and(once, table.not(firm)), variables, bits),
  };
}
