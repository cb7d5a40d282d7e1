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

/** Where a question's variables begin, and which bit an option has there. */
interface QuestionBits {
  question: Question;
  first: number;
  /** Single choice: bit of the option's value. Several: index of its variable; exclusive options have none. */
  options: Map<string, number>;
  /** Several: number of variables. */
  ticks: number;
}

/** Where each question's and reading's variables begin, and how a situation becomes bits. */
export class VariableIndex {
  readonly variables: Variable[];
  readonly sizes: Int32Array;
  readonly #everything: Int32Array;
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
      first += question.kind === 'one' ? 1 : found.ticks;
    }
  }

  /** Index of the question's first (for a single choice: only) variable. */
  ofQuestion(id: string): number {
    return this.#questions.get(id)?.first ?? missing(id);
  }

  /** All variables of a question, in order. */
  allOf(id: string): number[] {
    const { first, question, ticks } = this.#questions.get(id) ?? missing(id);
    return question.kind === 'one' ? [first] : Array.from({ length: ticks }, (_, tick) => first + tick);
  }

  ofReading(id: string): number {
    return this.#readingAt.get(id) ?? missing(id);
  }

  /** All values of each variable. */
  everything(): Int32Array {
    return this.#everything.slice();
  }

  /** What is possible for each variable in the situation (which must be valid). */
  bits(situation: Situation): Int32Array {
    const bits = this.everything();
    for (const reading of this.#pack.readings)
      this.#setReading(bits, reading, situation.readings[reading.id]);
    for (const found of this.#questions.values()) {
      const answer = situation.answers[found.question.id];
      const ruledOut = situation.ruledOut[found.question.id];
      if (answer === undefined && ruledOut === undefined) continue;
      if (found.question.kind === 'one') setOne(bits, found, answer, ruledOut);
      else setSeveral(bits, found, answer, ruledOut);
    }
    return bits;
  }

  #setReading(bits: Int32Array, reading: Reading, letter: string | undefined): void {
    if (letter === ANY) return;
    const taken = letter ?? reading.default;
    bits[this.ofReading(reading.id)] = 1 << reading.letters.findIndex((l) => l.id === taken);
  }
}

function questionBits(question: Question, first: number): QuestionBits {
  const own = question.kind === 'one' ? question.options : question.options.filter((o) => !o.exclusive);
  const options = new Map(own.map((option, i) => [option.id, question.kind === 'one' ? 1 << i : i]));
  return { question, first, options, ticks: own.length };
}

function setOne(
  bits: Int32Array,
  { first, options }: QuestionBits,
  answer: Answer | undefined,
  ruledOut: readonly string[] = [],
): void {
  const answered = typeof answer === 'string' ? options.get(answer) : undefined;
  if (answered !== undefined) bits[first] = answered;
  else for (const option of ruledOut) bits[first] = bit(bits, first) & ~(options.get(option) ?? 0);
}

function setSeveral(
  bits: Int32Array,
  { first, options, ticks }: QuestionBits,
  answer: Answer | undefined = [],
  ruledOut: readonly string[] = [],
): void {
  const unsure = answer.length === 0 || answer.includes(DONT_KNOW);
  if (!unsure) bits.fill(UNTICKED, first, first + ticks);
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
