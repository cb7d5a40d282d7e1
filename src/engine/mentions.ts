/** Which variables a condition speaks of, in the order in which its author mentions them. */
import type { Condition } from './condition.ts';
import type { Letter, Output, Pack, Question, Reading, Replacement } from './pack.ts';

export class Mentions {
  readonly #questions: Map<string, Question>;
  readonly #conditions: Map<string, Condition>;
  readonly #replacements: Replacement[];
  readonly #readings: Reading[];

  constructor(pack: Pick<Pack, 'questions' | 'conditions' | 'readings'>) {
    this.#questions = new Map(pack.questions.map((q) => [q.id, q]));
    this.#conditions = new Map(pack.conditions.map((c) => [c.id, c.when]));
    this.#readings = pack.readings;
    this.#replacements = pack.readings.flatMap((r) => r.letters.flatMap((l: Letter) => l.replaces));
  }

  /** Question ids in order of first mention: condition, defeater, what readings put in their place, then guards. */
  ofOutput(output: Output): string[] {
    return this.#collect(this.#conditionsOf(output));
  }

  /** Readings that put something in the place of a part of the output, of a name it uses, or of a guard. */
  readingsOf(output: Output): string[] {
    const names = new Set<string>();
    const questions = this.#collect(this.#conditionsOf(output), names);
    const about = (r: Replacement): boolean => {
      switch (r.target) {
        case 'when':
        case 'lapses':
          return r.output === output.id;
        case 'condition':
          return names.has(r.name);
        case 'applies':
          return questions.includes(r.question);
      }
    };
    return this.#readings.filter((r) => r.letters.some((l) => l.replaces.some(about))).map((r) => r.id);
  }

  /** Questions on which it hangs whether this one applies. */
  ofGuard(question: string): string[] {
    return this.#collect(this.#guards(question));
  }

  #conditionsOf(output: Output): Condition[] {
    const own = this.#replacements.filter(
      (r) => (r.target === 'when' || r.target === 'lapses') && r.output === output.id,
    );
    return [output.when, ...(output.lapses ? [output.lapses] : []), ...own.map((r) => r.condition)];
  }

  /** @param named takes the names met on the way */
  #collect(conditions: readonly Condition[], named = new Set<string>()): string[] {
    const found = new Set<string>();
    const visit = (condition: Condition): void => {
      switch (condition.kind) {
        case 'always':
        case 'never':
          return;
        case 'all':
        case 'any':
          condition.of.forEach(visit);
          return;
        case 'not':
          visit(condition.of);
          return;
        case 'answer':
        case 'undecided':
          found.add(condition.question);
          return;
        case 'named':
          if (named.has(condition.name)) return;
          named.add(condition.name);
          for (const part of this.#definitions(condition.name)) visit(part);
      }
    };
    conditions.forEach(visit);
    // A set grows while it is walked: guards of guards are met in turn.
    for (const question of found) this.#guards(question).forEach(visit);
    return [...found];
  }

  #definitions(name: string): Condition[] {
    const own = this.#conditions.get(name);
    const letters = this.#replacements.filter((r) => r.target === 'condition' && r.name === name);
    return [...(own ? [own] : []), ...letters.map((r) => r.condition)];
  }

  #guards(question: string): Condition[] {
    const own = this.#questions.get(question)?.applies;
    const letters = this.#replacements.filter((r) => r.target === 'applies' && r.question === question);
    return [...(own ? [own] : []), ...letters.map((r) => r.condition)];
  }
}
