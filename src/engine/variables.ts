/** The variables of a pack's diagrams, and what a situation says about each of them. */
import type { Answer, Pack, Question, Reading, Variable } from './pack.ts';
import { ANY, DONT_KNOW } from './pack.ts';
import type { Situation } from './verdict.ts';

/** A set of possible values as bits: value v is possible where bit v is set. At most 30 values. */
export type Bits = number;
export const MOST_VALUES = 30;

/**
 * Readings come first: with the readings taken, a diagram is walked from below them and costs nothing for them.
 * Then the questions in the author's order, whose guards come before what they guard.
 */
export function variablesOf(pack: Pick<Pack, 'questions' | 'readings'>): Variable[] {
  return [
    ...pack.readings.map((r): Variable => ({ kind: 'reading', reading: r.id, size: r.letters.length })),
    ...pack.questions.flatMap(variablesOfQuestion),
  ];
}

function variablesOfQuestion(question: Question): Variable[] {
  if (question.kind === 'one') return [{ kind: 'one', question: question.id, size: question.options.length }];
  return question.options
    .filter((option) => !option.exclusive)
    .map((option) => ({ kind: 'tick', question: question.id, option: option.id, size: 2 }));
}

/** Where each question's and reading's variables begin, and how a situation becomes bits. */
export class VariableIndex {
  readonly variables: Variable[];
  readonly sizes: Int32Array;
  readonly #questionAt = new Map<string, number>();
  readonly #readingAt = new Map<string, number>();
  readonly #pack: Pick<Pack, 'questions' | 'readings'>;

  constructor(pack: Pick<Pack, 'questions' | 'readings'>) {
    this.#pack = pack;
    this.variables = variablesOf(pack);
    this.sizes = Int32Array.from(this.variables, (v) => v.size);
    this.variables.forEach((variable, index) => {
      const [map, id] =
        variable.kind === 'reading'
          ? ([this.#readingAt, variable.reading] as const)
          : ([this.#questionAt, variable.question] as const);
      if (!map.has(id)) map.set(id, index);
    });
  }

  /** Index of the question's first (for a single choice: only) variable. */
  ofQuestion(id: string): number {
    return this.#questionAt.get(id) ?? missing(id);
  }

  ofReading(id: string): number {
    return this.#readingAt.get(id) ?? missing(id);
  }

  /** All values of each variable. */
  everything(): Int32Array {
    return Int32Array.from(this.variables, (v) => (1 << v.size) - 1);
  }

  /** What is possible for each variable in the situation (which must be valid). */
  bits(situation: Situation): Int32Array {
    const bits = this.everything();
    for (const reading of this.#pack.readings) this.setReading(bits, reading, situation.readings[reading.id]);
    for (const question of this.#pack.questions)
      this.#setQuestion(
        bits,
        question,
        situation.answers[question.id] ?? [],
        situation.ruledOut[question.id] ?? [],
      );
    return bits;
  }

  setReading(bits: Int32Array, reading: Reading, letter: string | undefined): void {
    if (letter === ANY) return;
    const taken = letter ?? reading.default;
    bits[this.ofReading(reading.id)] = 1 << reading.letters.findIndex((l) => l.id === taken);
  }

  #setQuestion(bits: Int32Array, question: Question, answer: Answer, ruledOut: readonly string[]): void {
    const first = this.ofQuestion(question.id);
    if (question.kind === 'one') {
      question.options.forEach((option, value) => {
        const known = typeof answer === 'string' && answer !== DONT_KNOW;
        if (known ? answer !== option.id : ruledOut.includes(option.id))
          bits[first] = bit(bits, first) & ~(1 << value);
      });
      return;
    }
    const ticked = new Set(answer);
    const unsure = ticked.size === 0 || ticked.has(DONT_KNOW);
    question.options
      .filter((option) => !option.exclusive)
      .forEach((option, tick) => {
        if (ticked.has(option.id)) bits[first + tick] = 2;
        else if (!unsure || ruledOut.includes(option.id)) bits[first + tick] = 1;
      });
  }
}

function bit(bits: Int32Array, index: number): Bits {
  return bits[index] as number;
}

function missing(id: string): never {
  throw new Error(`No variable for "${id}": the pack was not checked.`);
}
