/** What an output's status becomes when some questions get new answers and everything else stays as it is. */
import { type Core, isKnown, rootsOf } from '../core.ts';
import { type Algebra, valuesOf } from '../diagram/algebra.ts';
import { FALSE, TRUE } from '../diagram/nodes.ts';
import type { Output } from '../pack.ts';
import type { NewAnswer } from '../reasoner.ts';
import type { Situation, Status } from '../verdict.ts';
import { algebraFor, type Work, weightOf } from './work.ts';

export class Change {
  readonly algebra: Algebra;
  readonly #possible: Int32Array;

  readonly #weight: number;

  constructor(
    readonly core: Core,
    readonly situation: Situation,
    readonly output: Output,
    readonly work: Work,
  ) {
    this.algebra = algebraFor(core, work);
    const { when, firm } = rootsOf(core.diagrams, output.id);
    this.#weight = weightOf(core, when) + weightOf(core, firm);
    // A new answer may be any but what was ruled out.
    this.#possible = core.index.bits({ ...situation, answers: {} });
  }

  /** All variables of these questions. */
  variablesOf(questions: readonly string[]): Set<number> {
    return new Set(questions.flatMap((question) => this.core.index.allOf(question)));
  }

  /**
   * The new answers to these questions (all of them given anew) under which the output has the status.
   * @throws TooLarge, as all that follows
   */
  towards(to: Status, questions: readonly string[]): number {
    this.work.spend(this.#weight);
    const kept = this.variablesOf(questions);
    const bits = this.core.index.bits(this.situation);
    const table = this.algebra.table;
    const allowed = this.algebra.within(this.#possible, kept);
    return table.and(allowed, this.#status(to, bits, kept));
  }

  #status(to: Status, bits: Int32Array, kept: ReadonlySet<number>): number {
    const { output } = this;
    const table = this.algebra.table;
    if (output.when.kind === 'undecided') {
      // Any answer decides; without one it is undecided wherever the question applies for some completion.
      const { question } = output.when;
      const own = this.core.index.allOf(question);
      const answered = own.every((variable) => kept.has(variable) || isKnown(bits[variable] ?? 0));
      const applies = this.algebra.sometimes(this.core.diagrams.applies[question] ?? TRUE, bits, kept);
      const undecided = answered ? FALSE : applies;
      return to === 'holds' ? undecided : to === 'fails' ? table.not(undecided) : FALSE;
    }
    const { when, firm } = rootsOf(this.core.diagrams, output.id);
    const possible = this.algebra.sometimes(firm, bits, kept);
    const holds = table.and(this.algebra.always(when, bits, kept), possible);
    const silent = output.kind === 'scenario' || output.kind === 'silence';
    switch (to) {
      case 'holds':
        return holds;
      case 'fails':
        return silent ? table.not(holds) : table.not(possible);
      case 'open':
        return silent ? FALSE : table.and(possible, table.not(holds));
    }
  }

  /** The ways in which a diagram of new answers can be met: each names no more than it must. */
  *ways(node: number, questions: readonly string[]): Generator<NewAnswer[]> {
    const seen = new Set<string>();
    for (const path of this.#paths(node)) {
      const way = this.#described(this.#shortened(node, path), questions);
      const key = JSON.stringify(way);
      if (seen.has(key)) continue;
      seen.add(key);
      yield way;
    }
  }

  /** Paths to the true leaf: by variable, the values that lead on. Values with the same way on go together. */
  *#paths(node: number): Generator<Map<number, number>> {
    this.work.spend();
    if (node === FALSE) return;
    if (node === TRUE) {
      yield new Map();
      return;
    }
    const table = this.algebra.table;
    const variable = table.variable(node);
    const byChild = new Map<number, number>();
    for (const value of valuesOf(this.core.index.everything()[variable] ?? 0)) {
      const child = table.child(node, value);
      byChild.set(child, (byChild.get(child) ?? 0) | (1 << value));
    }
    // "Yes" first: what must be there reads better than what must not.
    for (const [child, values] of [...byChild].sort((a, b) => b[1] - a[1]))
      for (const rest of this.#paths(child)) yield new Map([[variable, values], ...rest]);
  }

  /** Without the parts of a path that the rest does not need; the last go first. */
  #shortened(node: number, path: Map<number, number>): Map<number, number> {
    const bits = Int32Array.from(this.#possible);
    for (const [variable, values] of path) bits[variable] = values;
    const short = new Map(path);
    for (const [variable, values] of [...path].reverse()) {
      bits[variable] = this.#possible[variable] ?? 0;
      const walked = new Map<number, boolean>();
      if (this.algebra.holdsWithin(node, bits, walked)) short.delete(variable);
      else bits[variable] = values;
      this.work.spend(walked.size);
    }
    return short;
  }

  #described(path: Map<number, number>, questions: readonly string[]): NewAnswer[] {
    return questions.map((id): NewAnswer => {
      const question = this.core.pack.questions.find((q) => q.id === id);
      const variables = this.core.index.allOf(id);
      if (question?.kind === 'one') {
        const values = path.get(variables[0] ?? 0) ?? this.#possible[variables[0] ?? 0] ?? 0;
        const options = question.options.filter((_, i) => (values & (1 << i)) !== 0).map((o) => o.id);
        return { kind: 'one', question: id, options };
      }
      const ticks = question?.options.filter((o) => !o.exclusive).map((o) => o.id) ?? [];
      const where = (bits: number): string[] => ticks.filter((_, i) => path.get(variables[i] ?? 0) === bits);
      return { kind: 'several', question: id, ticked: where(2), unticked: where(1) };
    });
  }
}
