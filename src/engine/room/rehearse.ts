/** Before a workshop: which open questions, and which news, can change a verdict from here. */

import { type Core, isKnown, rootsOf } from '../core.ts';
import type { Algebra } from '../diagram/algebra.ts';
import { FALSE, TRUE } from '../diagram/nodes.ts';
import { applying } from '../evaluation.ts';
import type { Output } from '../pack.ts';
import { algebraFor, unlessTooLarge, Work } from '../reasoning/work.ts';
import type { Situation } from '../verdict.ts';
import type { RehearsedPart } from './room-reasoner.ts';

/** The situation at first and after each news, with the questions that tables then still answer. */
interface Stage {
  bits: Int32Array;
  open: string[];
  /** Variables of the open questions. */
  kept: ReadonlySet<number>;
}

export function rehearse(
  core: Core,
  base: Situation,
  open: readonly string[],
  news: readonly Situation['answers'][],
): RehearsedPart[] {
  const asked = core.questionsAmong(open);
  const stages = [{}, ...news].map((settled): Stage => {
    const left = asked.filter((question) => settled[question] === undefined);
    return {
      bits: core.index.bits({ ...base, answers: { ...base.answers, ...settled } }),
      open: left,
      kept: new Set(left.flatMap((question) => core.index.allOf(question))),
    };
  });
  const told = core.pack.outputs.map((output) => ofOutput(core, output, stages));
  return stages.map(({ open: left }, at) => ({
    questions: left.map((question) => ({
      question,
      outputs: told.filter(({ hanging }) => hanging[at]?.has(question)).map(({ id }) => id),
    })),
    changes: told.filter(({ changed }) => changed[at]).map(({ id }) => id),
    unknown: told.filter(({ tooLarge }) => tooLarge).map(({ id }) => id),
  }));
}

interface Told {
  id: string;
  /** By stage: open questions on which the exact value hangs; whether it is another function of them than at first. */
  hanging: Set<string>[];
  changed: boolean[];
  tooLarge: boolean;
}

function ofOutput(core: Core, output: Output, stages: readonly Stage[]): Told {
  const { id } = output;
  const told = (): Told => {
    const algebra = algebraFor(core, new Work());
    const values = stages.map((stage) => valueOver(core, algebra, output, stage));
    return {
      id,
      hanging: values.map(({ roots, besides }) => {
        const tested = new Set(roots.flatMap((root) => testedBy(algebra, root)));
        return new Set([...core.names(tested), ...besides]);
      }),
      changed: values.map(
        ({ roots, besides }) =>
          roots.some((root, i) => root !== values[0]?.roots[i]) ||
          besides.join() !== values[0]?.besides.join(),
      ),
      tooLarge: false,
    };
  };
  return unlessTooLarge(told, { id, hanging: [], changed: [], tooLarge: true });
}

/**
 * The exact value as functions of the open questions; whatever else is unknown stays so, and is judged over every
 * completion. `besides`: questions on which it hangs although no function shows it.
 */
function valueOver(
  core: Core,
  algebra: Algebra,
  output: Output,
  { bits, open, kept }: Stage,
): { roots: number[]; besides: string[] } {
  if (output.when.kind !== 'undecided') {
    const { firm } = rootsOf(core.diagrams, output.id);
    return {
      roots: [algebra.always(firm, bits, kept), algebra.sometimes(firm, bits, kept)],
      besides: [],
    };
  }
  const { question } = output.when;
  const applies = core.diagrams.applies[question] ?? TRUE;
  // An answer decides it and "don't know" does not: no complete answers tell that.
  if (open.includes(question))
    return {
      roots: [algebra.sometimes(applies, bits, kept)],
      besides: applying(core, question, bits) === 'never' ? [] : [question],
    };
  const isOpen = core.index.allOf(question).some((variable) => !isKnown(bits[variable] ?? 0));
  return { roots: [isOpen ? algebra.sometimes(applies, bits, kept) : FALSE], besides: [] };
}

function testedBy({ table }: Algebra, root: number): number[] {
  const tested = new Set<number>();
  const seen = new Set([root]);
  // A set grows while it is walked.
  for (const node of seen) {
    if (node < 0) continue;
    tested.add(table.variable(node));
    for (let value = 0; value < (table.sizes[table.variable(node)] ?? 0); value++)
      seen.add(table.child(node, value));
  }
  return [...tested];
}
