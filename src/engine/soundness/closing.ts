/** Few situations that together exercise what no worked case does. */
import { FALSE } from '../diagram/nodes.ts';
import type { Situation } from '../verdict.ts';
import { isAnswered } from './observed.ts';
import type { About, ClosingCase } from './soundness.ts';
import type { Witnesses } from './witness.ts';
import type { Workbench } from './workbench.ts';

/** A branch that can occur and that no worked case exercises. */
export interface OpenBranch {
  about: About;
  /** Position among the tests of the decision. */
  test: number;
  met: boolean;
  /** Where it is exercised: a diagram. */
  node: number;
  /** Where the decision is true. */
  decision: number;
}

/**
 * One after the other: the first branch that is left, joined by all others that can occur with it and ask about one
 * of its questions, so that each situation is about something. Whatever else a situation exercises is counted too.
 */
export function closingCases(
  bench: Workbench,
  witnesses: Witnesses,
  open: readonly OpenBranch[],
): ClosingCase[] {
  const cases: ClosingCase[] = [];
  // Whether a question is asked can be seen from an answer to it alone, which no verdict needs: those come last.
  let left = [...open].sort(
    (a, b) => Number(a.about.kind === 'question') - Number(b.about.kind === 'question'),
  );
  for (let first = left[0]; first !== undefined; first = left[0]) {
    const situation = answering(bench, first, witnesses.shortest(joined(bench, first, left)));
    const bits = bench.core.index.bits(situation);
    const closed = left.filter(
      (branch) =>
        (branch.about.kind !== 'question' || isAnswered(situation, branch.about.id)) &&
        bench.algebra.holdsWithin(branch.node, bits),
    );
    // It closes the one that it was made for, so that this comes to an end.
    left = left.filter((branch) => branch !== first && !closed.includes(branch));
    cases.push({ situation, closes: told(bench, closed, bits) });
  }
  return cases;
}

/** Where as many as possible occur at once, taken in their order. */
function joined(bench: Workbench, first: OpenBranch, all: readonly OpenBranch[]): number {
  if (first.about.kind === 'question') return first.node;
  const questionsOf = (node: number) => bench.core.names(bench.support(node));
  const own = questionsOf(first.node);
  let node = first.node;
  for (const other of all) {
    if (other === first || other.about.kind === 'question') continue;
    if (!questionsOf(other.node).some((question) => own.includes(question))) continue;
    const both = bench.within(() => bench.table.and(node, other.node));
    if (both !== undefined && both !== FALSE) node = both;
  }
  return node;
}

/** With an answer to the question where it is the asking that is to be seen. */
function answering(bench: Workbench, { about }: OpenBranch, found: Situation | undefined): Situation {
  const situation = found ?? { answers: {}, readings: {}, ruledOut: {} };
  if (about.kind !== 'question' || isAnswered(situation, about.id)) return situation;
  const question = bench.core.pack.questions.find(({ id }) => id === about.id);
  const option = question?.options[0]?.id ?? '';
  const answer = question?.kind === 'one' ? option : [option];
  return { ...situation, answers: { ...situation.answers, [about.id]: answer } };
}

function told(bench: Workbench, closed: readonly OpenBranch[], bits: Int32Array): ClosingCase['closes'] {
  const closes: ClosingCase['closes'] = [];
  for (const { about, test, met, decision } of closed) {
    const known = closes.find((one) => one.about.kind === about.kind && one.about.id === about.id);
    const entry = known ?? {
      about,
      is: bench.algebra.holdsWithin(decision, bits) ? 'holds' : 'fails',
      branches: [],
    };
    if (known === undefined) closes.push(entry);
    entry.branches.push({ test, met });
  }
  return closes;
}
