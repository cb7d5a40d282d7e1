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

/** Where a question's variables begin, how many they are, and which bit an option has there. */
export interface QuestionBits {
  question: Question;
  first: number;
  count: number;
  /** Single choice: bit of the option's value. Several: index of its variable; exclusive options have none. */
  options: Map<string, number>;
}

/** Where each question's and reading's variables begin, and how a situation becomes bits. */
export class VariableIndex {
  readonly variables: Variable[];
  readonly sizes: Int32Array;
  readonly #everything: Int32Array;
  /** Nothing answered, each reading at its default. */
  readonly #nothingKnown: Int32Array;
  readonly #questions = new Map<string, QuestionBits>();
  readonly #readingAt = new Map<string, number>();
  readonly #pack: Pick<Pack, 'questions' | 'readings'>;

  constructor(pack: Pick<Pack, 'questions' | 'readings'>) {
    this.#pack = pack;
    this.variables = variablesOf(pack);
    this.sizes = Int32Array.from(this.variables, (v) => v.size);
    this.#everything = Int32Array.from(this.variables, (v) => (1 << v.size) - 1);
    let first = 0;
    for (const reading of pack.readings) this.#readingAt.set(reading.id, first++);
    for (const question of pack.questions) {
      const found = questionBits(question, first);
      this.#questions.set(question.id, found);
      first += found.count;
    }
    this.#nothingKnown = this.#everything.slice();
    for (const reading of pack.readings) this.#setReading(this.#nothingKnown, reading, reading.default);
  }

  /** Index of the question's first (for a single choice: only) variable. */
  ofQuestion(id: string): number {
    return this.#questions.get(id)?.first ?? missing(id);
  }

  bitsOf(id: string): QuestionBits {
    return this.#questions.get(id) ?? missing(id);
  }

  /** All variables of a question, in order. */
  allOf(id: string): number[] {
    const { first, count } = this.bitsOf(id);
    return Array.from({ length: count }, (_, i) => first + i);
  }

  ofReading(id: string): number {
    return this.#readingAt.get(id) ?? missing(id);
  }

  /** All values of each variable. */
  everything(): Int32Array {
    return this.#everything.slice();
  }

  /** What is possible for each variable in the situation (which must be valid). */
  bits({ answers, readings, ruledOut }: Situation): Int32Array {
    const bits = this.#nothingKnown.slice();
    for (const reading of this.#pack.readings) {
      const letter = readings[reading.id];
      if (letter !== undefined) this.#setReading(bits, reading, letter);
    }
    // What is said, not what could be: most of a large pack is not answered.
    for (const id in answers) {
      const found = this.#questions.get(id);
      if (found !== undefined) set(bits, found, answers[id], ruledOut[id]);
    }
    for (const id in ruledOut) {
      const found = answers[id] === undefined ? this.#questions.get(id) : undefined;
      if (found !== undefined) set(bits, found, undefined, ruledOut[id]);
    }
    return bits;
  }

  #setReading(bits: Int32Array, reading: Reading, letter: string): void {
    const variable = this.ofReading(reading.id);
    bits[variable] =
      letter === ANY
        ? bit(this.#everything, variable)
        : 1 << reading.letters.findIndex((l) => l.id === letter);
  }
}

const NONE: string[] = [];

function questionBits(question: Question, first: number): QuestionBits {
  const own = question.kind === 'one' ? question.options : question.options.filter((o) => !o.exclusive);
  const options = new Map(own.map((option, i) => [option.id, question.kind === 'one' ? 1 << i : i]));
  return { question, first, options, count: question.kind === 'one' ? 1 : own.length };
}

function set(
  bits: Int32Array,
  found: QuestionBits,
  answer: Answer | undefined,
  ruledOut: readonly string[] | undefined,
): void {
  if (found.question.kind === 'one') setOne(bits, found, answer, ruledOut);
  else setSeveral(bits, found, answer, ruledOut);
}

function setOne(
  bits: Int32Array,
  { first, options }: QuestionBits,
  answer: Answer | undefined,
  ruledOut: readonly string[] = NONE,
): void {
  const answered = typeof answer === 'string' ? options.get(answer) : undefined;
  if (answered !== undefined) bits[first] = answered;
  else for (const option of ruledOut) bits[first] = bit(bits, first) & ~(options.get(option) ?? 0);
}

function setSeveral(
  bits: Int32Array,
  { first, options, count }: QuestionBits,
  answer: Answer | undefined = NONE,
  ruledOut: readonly string[] = NONE,
): void {
  const unsure = answer.length === 0 || answer.includes(DONT_KNOW);
  if (!unsure) for (let tick = first; tick < first + count; tick++) bits[tick] = UNTICKED;
  for (const option of ruledOut) {
    const tick = options.get(option);
    if (tick !== undefined) bits[first + tick] = UNTICKED;
  }
  for (const option of answer) {
    const tick = options.get(option);
    if (tick !== undefined) bits[first + tick] = TICKED;
  }
}

/** A tick's values are 0 no and 1 yes; as bits of what is possible: */
const UNTICKED: Bits = 1;
const TICKED: Bits = 2;

function bit(bits: Int32Array, index: number): Bits {
  return bits[index] as number;
}

function missing(id: string): never {
  throw new Error(`No variable for "${id}": the pack was not checked.`);
}
