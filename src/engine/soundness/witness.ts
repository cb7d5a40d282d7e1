/** The situation with the fewest answers in which a diagram is certainly true. */
import type { Core } from '../core.ts';
import { FALSE, TRUE } from '../diagram/nodes.ts';
import type { Answer, Question } from '../pack.ts';
import type { Situation } from '../verdict.ts';
import type { Workbench } from './workbench.ts';

/** Values chosen for variables, the first variable first, and what they cost. */
interface Way {
  /** Questions answered, and readings taken away from their default. */
  questions: number;
  /** Values chosen for them. */
  values: number;
  step?: { variable: number; value: number; then: Way };
}

const NOTHING: Way = { questions: 0, values: 0 };

export class Witnesses {
  readonly #core: Core;
  /** By variable: the question or reading that it belongs to, and for a reading the value of its default letter. */
  readonly #owners: { owner: string; usual: number | undefined }[];
  readonly #variables = new Map<string, Set<number>>();

  constructor(readonly bench: Workbench) {
    this.#core = bench.core;
    this.#owners = this.#core.index.variables.map((variable) => {
      if (variable.kind !== 'reading') return { owner: variable.question, usual: undefined };
      const reading = this.#core.pack.readings.find((r) => r.id === variable.reading);
      const usual = reading?.letters.findIndex((letter) => letter.id === reading.default);
      return { owner: `reading ${variable.reading}`, usual };
    });
    this.#owners.forEach(({ owner }, variable) => {
      this.#variables.set(owner, (this.#variables.get(owner) ?? new Set()).add(variable));
    });
  }

  /**
   * As few questions answered as any, and of those ways as few options named; undefined where the diagram (of the
   * bench's table) is never true. Each answer is complete: ticks that play no part are not ticked. In a diagram that
   * is too large to search, some situation that need not be the smallest.
   */
  shortest(node: number): Situation | undefined {
    if (node === FALSE) return undefined;
    const way = this.bench.within(() => this.#best(node, '', new Map()));
    return this.#situation(way ?? this.#somePath(node));
  }

  /** The shortest over several diagrams, and to which it belongs; the first of equals. */
  shortestOf<T>(nodes: Iterable<readonly [T, number]>): { of: T; situation: Situation } | undefined {
    let best: { of: T; situation: Situation } | undefined;
    for (const [of, node] of nodes) {
      const situation = this.shortest(node);
      if (situation !== undefined && (best === undefined || sizeOf(situation) < sizeOf(best.situation)))
        best = { of, situation };
    }
    return best;
  }

  /**
   * Branch by branch: answer the question that is next, or leave it open and ask for what is true however it turns
   * out. Exact, since each way of leaving some open and answering others is met.
   * @param paid the question that is being answered already: further ticks of it cost no further question
   */
  #best(node: number, paid: string, done: Map<string, Way | undefined>): Way | undefined {
    if (node === TRUE) return NOTHING;
    if (node === FALSE) return undefined;
    const variable = this.bench.table.variable(node);
    const { owner, usual } = this.#owners[variable] ?? { owner: '', usual: undefined };
    const key = `${node} ${paid === owner}`;
    if (done.has(key)) return done.get(key);
    const ways: (Way | undefined)[] = [];
    if (usual !== undefined) ways.push(...this.#letters(node, usual, done));
    else if (paid !== owner) {
      const open = this.bench.forAll(node, this.#variables.get(owner) ?? new Set());
      const answered = this.#best(node, owner, done);
      ways.push(this.#best(open, '', done), answered && { ...answered, questions: answered.questions + 1 });
    } else {
      ways.push(this.#best(this.bench.table.all(this.bench.children(node)), owner, done));
      ways.push(...this.#values(node, owner, done));
    }
    const best = cheapest(ways);
    done.set(key, best);
    return best;
  }

  #values(node: number, owner: string, done: Map<string, Way | undefined>): (Way | undefined)[] {
    const variable = this.bench.table.variable(node);
    const children = this.bench.children(node).map((child, value) => ({ child, value }));
    // What is there reads better than what is not.
    if (this.#core.index.variables[variable]?.kind === 'tick') children.reverse();
    return children.map(({ child, value }) => {
      const then = this.#best(child, owner, done);
      return then && { ...then, values: then.values + 1, step: { variable, value, then } };
    });
  }

  /** A reading that is not mentioned is at its default. */
  #letters(node: number, usual: number, done: Map<string, Way | undefined>): (Way | undefined)[] {
    const variable = this.bench.table.variable(node);
    return this.bench.children(node).map((child, value) => {
      const then = this.#best(child, '', done);
      const cost = value === usual ? 0 : 1;
      return (
        then && { questions: then.questions + cost, values: then.values, step: { variable, value, then } }
      );
    });
  }

  #somePath(node: number): Way {
    if (node < 0) return NOTHING;
    const value = this.bench.children(node).findIndex((child) => child !== FALSE);
    const then = this.#somePath(this.bench.table.child(node, value));
    return { ...then, step: { variable: this.bench.table.variable(node), value, then } };
  }

  #situation(way: Way): Situation {
    const chosen = new Map<number, number>();
    for (let step = way.step; step !== undefined; step = step.then.step)
      chosen.set(step.variable, step.value);
    const { pack, index } = this.#core;
    const situation: Situation = { answers: {}, readings: {}, ruledOut: {} };
    for (const reading of pack.readings) {
      const letter = reading.letters[chosen.get(index.ofReading(reading.id)) ?? -1];
      if (letter !== undefined && letter.id !== reading.default) situation.readings[reading.id] = letter.id;
    }
    for (const question of pack.questions) {
      const values = index.allOf(question.id).map((variable) => chosen.get(variable));
      const answer = answerOf(question, values);
      if (answer !== undefined) situation.answers[question.id] = answer;
    }
    return situation;
  }
}

/** A complete answer from values of the question's variables; undefined where none is given. */
export function answerOf(question: Question, values: readonly (number | undefined)[]): Answer | undefined {
  if (values.every((value) => value === undefined)) return undefined;
  if (question.kind === 'one') return question.options[values[0] ?? 0]?.id;
  const ticks = question.options.filter((option) => !option.exclusive);
  const ticked = ticks.filter((_, i) => values[i] === 1);
  return (ticked.length > 0 ? ticked : question.options.filter((o) => o.exclusive)).map((o) => o.id);
}

/** Questions answered and readings taken away from their default. */
export function sizeOf({ answers, readings }: Situation): number {
  return Object.keys(answers).length + Object.keys(readings).length;
}

function cheapest(ways: readonly (Way | undefined)[]): Way | undefined {
  let best: Way | undefined;
  for (const way of ways)
    if (
      way !== undefined &&
      (best === undefined ||
        way.questions < best.questions ||
        (way.questions === best.questions && way.values < best.values))
    )
      best = way;
  return best;
}
