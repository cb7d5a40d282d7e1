/** From checked conditions to the diagrams of a pack. Pure; reports what would grow too large, never hangs. */
import type { CheckedPack } from '../compile/checked.ts';
import type { Condition } from '../condition.ts';
import type { Diagrams, Question, Replacement } from '../pack.ts';
import { subjectOf } from '../replacements.ts';
import { VariableIndex } from '../variables.ts';
import { at, FALSE, TooLarge, TRUE } from './nodes.ts';
import { MOST_LEVELS, Table } from './table.ts';

/** What a pack may cost, so that compiling never hangs and every walk stays short. Far more than readable rules need. */
export interface Limits {
  /** Steps taken to build one condition. */
  steps: number;
  /** Steps taken for all of them, those refused included. */
  stepsTogether: number;
  /** Nodes of one condition's diagram. */
  nodes: number;
  /** Nodes of all diagrams, each counted by itself: what it takes to walk every one of them. */
  nodesTogether: number;
}

export const LIMITS: Limits = {
  steps: 200_000,
  stepsTogether: 4_000_000,
  nodes: 20_000,
  nodesTogether: 1_000_000,
};

export interface BuildProblem {
  about: { kind: 'output' | 'note' | 'warning' | 'question' | 'condition'; id: string };
  /** `together`: the pack's conditions are too much in all; from here on none was looked at. */
  problem: 'too-large' | 'together';
}

/** The diagrams are whole only where there are no problems. */
export function buildDiagrams(
  checked: CheckedPack,
  limits: Limits = LIMITS,
): { diagrams: Diagrams; problems: BuildProblem[] } {
  const builder = new Builder(checked, limits);
  const diagrams = builder.build();
  return { diagrams, problems: builder.problems };
}

type Target = Replacement['target'];

/** Thrown inside the builder only: what is being built hangs on something that was refused. */
class Refused extends Error {}

class Builder {
  readonly problems: BuildProblem[] = [];
  readonly #index: VariableIndex;
  readonly #table: Table;
  /** Guards and named conditions, built once; `undefined` where refused. */
  readonly #shared = new Map<string, number | undefined>();
  readonly #questions: Map<string, Question>;
  readonly #conditions: Map<string, Condition>;
  #nodesTogether = 0;
  #exhausted = false;

  constructor(
    readonly checked: CheckedPack,
    readonly limits: Limits,
  ) {
    this.#index = new VariableIndex(checked);
    this.#table = new Table(this.#index.sizes);
    this.#questions = new Map(checked.questions.map((q) => [q.id, q]));
    this.#conditions = new Map(checked.conditions.map((c) => [c.id, c.when]));
  }

  build(): Diagrams {
    const { checked } = this;
    const applies = byId(checked.questions, (q) => this.#unlessRefused(FALSE, () => this.#appliesOf(q.id)));
    const conditions = byId(checked.conditions, (c) => this.#unlessRefused(FALSE, () => this.#namedOf(c.id)));
    const outputs = byId(checked.outputs, (o) => this.#outputOf(o.id, o.when, o.lapses));
    const notes: Record<string, number> = {};
    for (const output of checked.outputs)
      for (const note of output.notes) {
        const id = `${output.id}/${note.id}`;
        notes[id] = this.#unlessRefused(FALSE, () =>
          this.#limited({ kind: 'note', id }, () => this.#build(note.when)),
        );
      }
    const warnings = byId(checked.warnings, ({ id, when }) =>
      this.#unlessRefused(FALSE, () => this.#limited({ kind: 'warning', id }, () => this.#build(when))),
    );
    return compact(this.#table, {
      variables: this.#index.variables,
      nodes: [],
      outputs,
      notes,
      warnings,
      applies,
      conditions,
    });
  }

  #outputOf(id: string, when: Condition, lapses: Condition | undefined): Diagrams['outputs'][string] {
    const failed = { when: FALSE, lapses: FALSE, firm: FALSE };
    if (when.kind === 'undecided') return failed; // judged from the situation, not by a diagram
    return this.#unlessRefused(failed, () => {
      let parts = failed;
      this.#limited({ kind: 'output', id }, () => {
        const c = this.#replaced('when', id, when);
        const d = this.#weighed(this.#replaced('lapses', id, lapses ?? { kind: 'never' }));
        // Without a defeater the two are one.
        if (d !== FALSE) this.#weighed(c);
        parts = { when: c, lapses: d, firm: this.#table.and(c, this.#table.not(d)) };
        return parts.firm;
      });
      return parts;
    });
  }

  /** The default, or under a letter that replaces it that letter's condition. */
  #replaced(target: Target, id: string, condition: Condition): number {
    let result = this.#build(condition);
    for (const reading of this.checked.readings) {
      reading.letters.forEach((letter, value) => {
        const replacement = letter.replaces.find((r) => r.target === target && subjectOf(r) === id);
        if (replacement === undefined) return;
        const taken = this.#table.test(this.#index.ofReading(reading.id), [value]);
        const instead = this.#build(replacement.condition);
        result = this.#table.or(
          this.#table.and(taken, instead),
          this.#table.and(this.#table.not(taken), result),
        );
      });
    }
    return result;
  }

  #build(condition: Condition): number {
    switch (condition.kind) {
      case 'always':
        return TRUE;
      case 'never':
      case 'undecided':
        return FALSE;
      case 'all':
        return this.#table.all(condition.of.map((part) => this.#build(part)));
      case 'any':
        return this.#table.any(condition.of.map((part) => this.#build(part)));
      case 'not':
        return this.#table.not(this.#build(condition.of));
      case 'named':
        return this.#namedOf(condition.name);
      case 'answer':
        return this.#table.and(this.#appliesOf(condition.question), this.#answered(condition));
    }
  }

  /** That answer, whether or not the question applies. */
  #answered({ question: id, options }: { question: string; options: string[] }): number {
    const question = this.#questions.get(id);
    if (question === undefined) throw new Error(`Unknown question "${id}": the pack was not checked.`);
    const first = this.#index.ofQuestion(id);
    if (question.kind === 'one')
      return this.#table.test(
        first,
        options.map((option) => question.options.findIndex((o) => o.id === option)),
      );
    const ticks = question.options.filter((option) => !option.exclusive).map((option) => option.id);
    const ticked = (option: string): number => {
      const tick = ticks.indexOf(option);
      if (tick >= 0) return this.#table.test(first + tick, [1]);
      // The exclusive option means "none of the others".
      return this.#table.all(ticks.map((_, other) => this.#table.test(first + other, [0])));
    };
    return this.#table.any(options.map(ticked));
  }

  #namedOf(name: string): number {
    return this.#remembered({ kind: 'condition', id: name }, () =>
      this.#replaced('condition', name, this.#conditions.get(name) ?? { kind: 'never' }),
    );
  }

  #appliesOf(question: string): number {
    return this.#remembered({ kind: 'question', id: question }, () =>
      this.#replaced('applies', question, this.#questions.get(question)?.applies ?? { kind: 'always' }),
    );
  }

  #remembered(about: BuildProblem['about'], build: () => number): number {
    const key = `${about.kind}:${about.id}`;
    if (!this.#shared.has(key)) {
      this.#shared.set(key, undefined);
      this.#shared.set(key, this.#limited(about, build));
    }
    const known = this.#shared.get(key);
    if (known === undefined) throw new Refused();
    return known;
  }

  /** Builds within the limits, or tells what is too large. What it refuses leaves no nodes behind. */
  #limited(about: BuildProblem['about'], build: () => number): number {
    const { limits } = this;
    const table = this.#table;
    if (this.#exhausted) throw new Refused();
    if (table.steps > limits.stepsTogether || this.#nodesTogether > limits.nodesTogether) {
      this.#exhausted = true;
      this.problems.push({ about, problem: 'together' });
      throw new Refused();
    }
    const before = table.length;
    try {
      return table.within(limits.steps, () => this.#weighed(build()));
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      this.problems.push({ about, problem: 'too-large' });
      table.shrink(before);
      // What was built on the way went with it, and is built again where it is needed.
      for (const [key, node] of this.#shared)
        if (node !== undefined && node >= before) this.#shared.delete(key);
      throw new Refused();
    }
  }

  /** Counts the nodes of a finished diagram. */
  #weighed(root: number): number {
    this.#nodesTogether += weight(this.#table, root, this.limits.nodes);
    return root;
  }

  #unlessRefused<T>(otherwise: T, build: () => T): T {
    try {
      return build();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return otherwise;
    }
  }
}

/**
 * Number of nodes of a diagram.
 * @throws TooLarge where there are more than `most`, or more variables than a walk may go deep
 */
function weight(table: Table, root: number, most: number): number {
  if (root < 0) return 0;
  const seen = new Set([root]);
  const variables = new Set<number>();
  // A set grows while it is walked.
  for (const node of seen) {
    const variable = table.variable(node);
    variables.add(variable);
    for (let value = 0; value < at(table.sizes, variable); value++) {
      const child = table.child(node, value);
      if (child >= 0) seen.add(child);
    }
    if (seen.size > most || variables.size > MOST_LEVELS) throw new TooLarge();
  }
  return seen.size;
}

function byId<T extends { id: string }, R>(items: readonly T[], value: (item: T) => R): Record<string, R> {
  return Object.fromEntries(items.map((item) => [item.id, value(item)]));
}

/** Keeps only the nodes that some root needs, numbered in the order in which the roots meet them. */
function compact(table: Table, diagrams: Diagrams): Diagrams {
  const moved = new Map<number, number>();
  const nodes: number[] = [];
  const move = (node: number): number => {
    if (node < 0) return node;
    const known = moved.get(node);
    if (known !== undefined) return known;
    const variable = table.variable(node);
    const size = at(table.sizes, variable);
    const children: number[] = [];
    for (let value = 0; value < size; value++) children.push(move(table.child(node, value)));
    const offset = nodes.length;
    nodes.push(variable, ...children);
    moved.set(node, offset);
    return offset;
  };
  const all = (roots: Record<string, number>): Record<string, number> =>
    Object.fromEntries(Object.entries(roots).map(([id, root]) => [id, move(root)]));
  return {
    variables: diagrams.variables,
    outputs: Object.fromEntries(
      Object.entries(diagrams.outputs).map(([id, o]) => [
        id,
        { when: move(o.when), lapses: move(o.lapses), firm: move(o.firm) },
      ]),
    ),
    notes: all(diagrams.notes),
    warnings: all(diagrams.warnings),
    applies: all(diagrams.applies),
    conditions: all(diagrams.conditions),
    nodes,
  };
}
