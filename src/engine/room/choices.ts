/** The tables' answers as choices: for each question on which they differ, a variable with a value per answer given. */
import type { Core } from '../core.ts';
import { valuesOf } from '../diagram/algebra.ts';
import { at, FALSE, TRUE } from '../diagram/nodes.ts';
import { Table } from '../diagram/table.ts';
import { MOST_STEPS } from '../reasoning/work.ts';

/** A question that tables answered differently. */
interface Choice {
  question: string;
  first: number;
  count: number;
  /** What each different answer leaves possible for the question's variables. */
  answers: number[][];
  /** By table: which of the answers it gave. */
  given: number[];
}

/** Which answers may be taken, by choice: a set as bits would end at thirty tables. */
export type Allowed = readonly (readonly number[])[];

/**
 * Diagrams over the choices. A combination takes for each question one table's answer as a whole, so that what is
 * unknown within it stays unknown: "always" asks of every completion of the answers chosen, and is itself a function
 * of the choices. Going down the pack's diagram, a node that tests a question's variable becomes: for each answer,
 * that answer is chosen and the same holds of the children that it leaves possible.
 */
export class Choices {
  readonly choices: Choice[];
  readonly table: Table;
  readonly #core: Core;
  readonly #fixed: Int32Array;
  /** By variable of the pack: which choice it belongs to, or -1. */
  readonly #choiceOf: Int32Array;

  /** @param tables of each table what is possible, at least one */
  constructor(
    core: Core,
    readonly tables: readonly Int32Array[],
  ) {
    const [first] = tables;
    if (first === undefined) throw new Error('a room without tables has no verdicts');
    this.#core = core;
    this.#fixed = first;
    this.choices = core.pack.questions.flatMap(({ id }) => choiceOf(core, id, tables));
    this.table = new Table(this.choices.map(({ answers }) => answers.length));
    this.#choiceOf = new Int32Array(core.index.sizes.length).fill(-1);
    this.choices.forEach(({ first: from, count }, choice) => {
      this.#choiceOf.fill(choice, from, from + count);
    });
  }

  /** Steps for one output; beyond that it is too large to tell. */
  allow(): void {
    this.table.allow(MOST_STEPS);
  }

  /** True for the choices under which the pack's diagram is true in every completion. */
  always(root: number): number {
    return this.#over(root, (nodes) => this.table.all(nodes), new Map());
  }

  /** True for the choices under which it is true in some completion. */
  sometimes(root: number): number {
    return this.#over(root, (nodes) => this.table.any(nodes), new Map());
  }

  /** True for the choices that leave more than one answer to the question possible. */
  undecided(question: string): number {
    const { first, count } = this.#core.index.bitsOf(question);
    const open = (bits: ArrayLike<number>, from: number): boolean =>
      Array.from({ length: count }, (_, i) => at(bits, from + i)).some((b) => (b & (b - 1)) !== 0);
    const choice = at(this.#choiceOf, first);
    if (choice === -1) return open(this.#fixed, first) ? TRUE : FALSE;
    const answers = this.choices[choice]?.answers ?? [];
    return this.table.test(
      choice,
      answers.flatMap((answer, i) => (open(answer, 0) ? [i] : [])),
    );
  }

  /** What one table chose, or these tables: their answers in every mix. */
  of(...tables: readonly number[]): Allowed {
    return this.choices.map(({ given }) => [...new Set(tables.map((table) => at(given, table)))]);
  }

  all(): Allowed {
    return this.choices.map(({ answers }) => answers.map((_, i) => i));
  }

  #over(node: number, join: (nodes: number[]) => number, done: Map<number, number>): number {
    if (node < 0) return node;
    const known = done.get(node);
    if (known !== undefined) return known;
    const { nodes } = this.#core.diagrams;
    const variable = at(nodes, node);
    const among = (bits: number): number =>
      join(valuesOf(bits).map((value) => this.#over(at(nodes, node + 1 + value), join, done)));
    const choice = at(this.#choiceOf, variable);
    const result = choice === -1 ? among(at(this.#fixed, variable)) : this.#chosen(choice, variable, among);
    done.set(node, result);
    return result;
  }

  /** Children may test the same choice again: a multiple choice is many variables and one answer. */
  #chosen(choice: number, variable: number, among: (bits: number) => number): number {
    const { first, answers } = this.choices[choice] as Choice;
    const byBits = new Map<number, number[]>();
    answers.forEach((answer, i) => {
      const bits = at(answer, variable - first);
      byBits.set(bits, [...(byBits.get(bits) ?? []), i]);
    });
    return this.table.any(
      [...byBits].map(([bits, chosen]) => this.table.and(this.table.test(choice, chosen), among(bits))),
    );
  }
}

function choiceOf(core: Core, question: string, tables: readonly Int32Array[]): Choice[] {
  const { first, count } = core.index.bitsOf(question);
  const answers: number[][] = [];
  const numbers = new Map<string, number>();
  const given = tables.map((bits) => {
    const answer = [...bits.subarray(first, first + count)];
    const known = numbers.get(answer.join());
    if (known !== undefined) return known;
    numbers.set(answer.join(), answers.length);
    return answers.push(answer) - 1;
  });
  return answers.length > 1 ? [{ question, first, count, answers, given }] : [];
}
