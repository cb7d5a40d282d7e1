/** From checked conditions to the diagrams of a pack. Pure; reports what would grow too large, never hangs. */
import type { CheckedPack } from '../compile/checked.ts';
import type { Condition } from '../condition.ts';
import type { Diagrams, Question, Replacement } from '../pack.ts';
import { VariableIndex } from '../variables.ts';
import { at, FALSE, Table, TooLarge, TRUE } from './table.ts';

/** Steps allowed for one condition: far more than a readable rule needs, a fraction of a second at most. */
const LIMIT = 400_000;

export interface BuildProblem {
  about: { kind: 'output' | 'note' | 'warning' | 'question' | 'condition'; id: string };
  problem: 'too-large';
}

/** @param limit steps allowed for each condition before it is reported as too large */
export function buildDiagrams(
  checked: CheckedPack,
  limit = LIMIT,
): { diagrams: Diagrams; problems: BuildProblem[] } {
  const builder = new Builder(checked, limit);
  const diagrams = builder.build();
  return { diagrams, problems: builder.problems };
}

type Target = Replacement['target'];

class Builder {
  readonly problems: BuildProblem[] = [];
  readonly #index: VariableIndex;
  readonly #table: Table;
  readonly #named = new Map<string, number>();
  readonly #applies = new Map<string, number>();
  readonly #questions: Map<string, Question>;
  readonly #conditions: Map<string, Condition>;

  constructor(
    readonly checked: CheckedPack,
    readonly limit: number,
  ) {
    this.#index = new VariableIndex(checked);
    this.#table = new Table(this.#index.sizes);
    this.#questions = new Map(checked.questions.map((q) => [q.id, q]));
    this.#conditions = new Map(checked.conditions.map((c) => [c.id, c.when]));
  }

  build(): Diagrams {
    const { checked } = this;
    const applies = byId(checked.questions, (q) =>
      this.#guarded({ kind: 'question', id: q.id }, () => this.#appliesOf(q.id)),
    );
    const conditions = byId(checked.conditions, (c) =>
      this.#guarded({ kind: 'condition', id: c.id }, () => this.#namedOf(c.id)),
    );
    const outputs = byId(checked.outputs, (o) => this.#outputOf(o.id, o.when, o.lapses));
    const notes: Record<string, number> = {};
    for (const output of checked.outputs)
      for (const note of output.notes)
        notes[`${output.id}/${note.id}`] = this.#guarded(
          { kind: 'note', id: `${output.id}/${note.id}` },
          () => this.#build(note.when),
        );
    const warnings = byId(checked.warnings, (w) =>
      this.#guarded({ kind: 'warning', id: w.id }, () => this.#build(w.when)),
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
    let result = failed;
    this.#guarded({ kind: 'output', id }, () => {
      const c = this.#replaced('when', id, when);
      const d = this.#replaced('lapses', id, lapses ?? { kind: 'never' });
      result = { when: c, lapses: d, firm: this.#table.and(c, this.#table.not(d)) };
      return c;
    });
    return result;
  }

  /** The default, or under a letter that replaces it that letter's condition. */
  #replaced(target: Target, id: string, condition: Condition): number {
    let result = this.#build(condition);
    for (const reading of this.checked.readings) {
      reading.letters.forEach((letter, value) => {
        const replacement = letter.replaces.find((r) => r.target === target && targetId(r) === id);
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
    return remembered(this.#named, name, () =>
      this.#replaced('condition', name, this.#conditions.get(name) ?? { kind: 'never' }),
    );
  }

  #appliesOf(question: string): number {
    return remembered(this.#applies, question, () =>
      this.#replaced('applies', question, this.#questions.get(question)?.applies ?? { kind: 'always' }),
    );
  }

  #guarded(about: BuildProblem['about'], build: () => number): number {
    this.#table.allow(this.limit);
    try {
      return build();
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      this.problems.push({ about, problem: 'too-large' });
      return FALSE;
    }
  }
}

function targetId(replacement: Replacement): string {
  switch (replacement.target) {
    case 'when':
    case 'lapses':
      return replacement.output;
    case 'condition':
      return replacement.name;
    case 'applies':
      return replacement.question;
  }
}

function remembered(map: Map<string, number>, key: string, build: () => number): number {
  const known = map.get(key);
  if (known !== undefined) return known;
  const built = build();
  map.set(key, built);
  return built;
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
