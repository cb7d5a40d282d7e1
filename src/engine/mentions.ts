/** Which variables a condition speaks of, in the order in which its author mentions them. */
import type { Condition } from './condition.ts';
import type { Letter, Output, Pack, Question, Replacement } from './pack.ts';

export class Mentions {
  readonly #questions: Map<string, Question>;
  readonly #conditions: Map<string, Condition>;
  readonly #replacements: Replacement[];

  constructor(pack: Pick<Pack, 'questions' | 'conditions' | 'readings'>) {
    this.#questions = new Map(pack.questions.map((q) => [q.id, q]));
    this.#conditions = new Map(pack.conditions.map((c) => [c.id, c.when]));
    this.#replacements = pack.readings.flatMap((r) => r.letters.flatMap((l: Letter) => l.replaces));
  }

  /** Question ids in order of first mention: condition, defeater, what readings put in their place, then guards. */
  ofOutput(output: Output): string[] {
    const own = this.#replacements.filter(
      (r) => (r.target === 'when' || r.target === 'lapses') && r.output === output.id,
    );
    const conditions = [
      output.when,
      ...(output.lapses ? [output.lapses] : []),
      ...own.map((r) => r.condition),
    ];
    return this.#collect(conditions);
  }

  /** Questions on which it hangs whether this one applies. */
  ofGuard(question: string): string[] {
    return this.#collect(this.#guards(question));
  }

  #collect(conditions: readonly Condition[]): string[] {
    const found = new Set<string>();
    const named = new Set<string>();
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
