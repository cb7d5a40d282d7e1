/**
 * The engine's twin: the same contract by trying every completion, with plain booleans and no diagrams. Slow and
 * obvious on purpose. It shares no code with the engine but the types.
 */
import type { Condition } from '../../src/engine/condition.ts';
import type { Output, Pack, Question } from '../../src/engine/pack.ts';
import type { Situation, Value, Verdict } from '../../src/engine/verdict.ts';

type TwinPack = Omit<Pack, 'diagrams' | 'hash' | 'format'>;
/** One answer to every question and one letter for every reading; a multiple choice is its set of ticks. */
type Completion = Map<string, string | ReadonlySet<string>>;

export class BruteForce {
  readonly #questions: Map<string, Question>;
  readonly #exclusive: Map<string, string | undefined>;
  /** By target and what it is about: the reading, its letter, what stands there instead. */
  readonly #replacements = new Map<string, { reading: string; letter: string; condition: Condition }[]>();
  readonly #known = new Map<string, string[]>();

  constructor(readonly pack: TwinPack) {
    this.#questions = new Map(pack.questions.map((q) => [q.id, q]));
    this.#exclusive = new Map(pack.questions.map((q) => [q.id, q.options.find((o) => o.exclusive)?.id]));
    for (const reading of pack.readings)
      for (const letter of reading.letters)
        for (const r of letter.replaces) {
          const about = r.target === 'condition' ? r.name : r.target === 'applies' ? r.question : r.output;
          const key = `${r.target}/${about}`;
          const found = { reading: reading.id, letter: letter.id, condition: r.condition };
          this.#replacements.set(key, [...(this.#replacements.get(key) ?? []), found]);
        }
  }

  verdict(situation: Situation, output: Output): Verdict {
    if (output.when.kind === 'undecided') return this.#undecided(situation, output.when.question);
    const conditionOf = (completion: Completion): boolean =>
      this.#holds(this.#replaced('when', output.id, output.when, completion), completion);
    const defeaterOf = (completion: Completion): boolean =>
      this.#holds(
        this.#replaced('lapses', output.id, output.lapses ?? { kind: 'never' }, completion),
        completion,
      );
    const ids = this.#mentioned([output.when, output.lapses ?? { kind: 'never' }], output.id);
    const table = this.#table(situation, ids);
    const c = table.map(conditionOf);
    const d = table.map(defeaterOf);
    const firm = c.map((held, i) => held && !d[i]);
    const value = valueOver(firm);
    if (value === 'never') return { status: 'fails', value, dependsOn: [], unconfirmed: [] };
    if (c.every(Boolean))
      return { status: 'holds', value, dependsOn: [], unconfirmed: this.#depends(table, d) };
    if (output.kind === 'scenario' || output.kind === 'silence')
      return { status: 'fails', value, dependsOn: [], unconfirmed: [] };
    return { status: 'open', value, dependsOn: this.#depends(table, firm), unconfirmed: [] };
  }

  /** Questions and readings that can play a part in it. */
  mentioned(output: Output): string[] {
    if (output.when.kind === 'undecided')
      return this.#mentioned([{ kind: 'answer', question: output.when.question, options: [] }], output.id);
    return this.#mentioned([output.when, output.lapses ?? { kind: 'never' }], output.id);
  }

  /** Those on which its exact value, or its condition alone, still hangs. */
  left(situation: Situation, output: Output): string[] {
    if (output.when.kind === 'undecided') {
      const { question } = output.when;
      if (this.#possible(situation, question).length < 2) return [];
      const table = this.#table(situation, this.mentioned(output));
      const guard = table.map((completion) => this.#applies(question, completion));
      return [question, ...this.#depends(table, guard)];
    }
    const never: Condition = { kind: 'never' };
    const table = this.#table(situation, this.mentioned(output));
    const c = table.map((one) => this.#holds(this.#replaced('when', output.id, output.when, one), one));
    const d = table.map((one) =>
      this.#holds(this.#replaced('lapses', output.id, output.lapses ?? never, one), one),
    );
    const firm = c.map((held, i) => held && !d[i]);
    return [...new Set([...this.#depends(table, firm), ...this.#depends(table, c)])];
  }

  applies(situation: Situation, question: string): Value {
    const of = this.pack.questions.find((q) => q.id === question)?.applies ?? { kind: 'always' };
    const table = this.#table(situation, this.#mentioned([of], question));
    return valueOver(table.map((completion) => this.#applies(question, completion)));
  }

  /** Over all completions, readings left open included. */
  value(situation: Situation, condition: Condition): Value {
    const table = this.#table(situation, this.#mentioned([condition], ''));
    return valueOver(table.map((completion) => this.#holds(condition, completion)));
  }

  certain(situation: Situation, condition: Condition): boolean {
    const table = this.#table(situation, this.#mentioned([condition], ''));
    return table.every((completion) => this.#holds(condition, completion));
  }

  setAside(situation: Situation): string[] {
    return this.pack.questions
      .filter((q) => {
        const answer = situation.answers[q.id];
        const given = answer === undefined ? [] : typeof answer === 'string' ? [answer] : answer;
        return given.some((o) => o !== 'dont_know') && this.applies(situation, q.id) === 'never';
      })
      .map((q) => q.id);
  }

  /** Distinct sets of applicable answers (and letters of open readings), by whether the output then holds. */
  counts(situation: Situation, output: Output): { holds: bigint; fails: bigint } {
    const lapses = output.lapses ?? { kind: 'never' };
    const ids = this.#mentioned([output.when, lapses], output.id);
    const seen = new Map<string, boolean>();
    for (const completion of this.#table(situation, ids)) {
      const applicable = ids.filter((id) => !this.#questions.has(id) || this.#applies(id, completion));
      const key = applicable.map((id) => {
        const answer = completion.get(id) ?? '';
        return `${id}=${typeof answer === 'string' ? answer : [...answer].join('+')}`;
      });
      const held =
        this.#holds(this.#replaced('when', output.id, output.when, completion), completion) &&
        !this.#holds(this.#replaced('lapses', output.id, lapses, completion), completion);
      seen.set(key.join('&'), held);
    }
    const holds = [...seen.values()].filter(Boolean).length;
    return { holds: BigInt(holds), fails: BigInt(seen.size - holds) };
  }

  #undecided(situation: Situation, question: string): Verdict {
    const possible =
      this.#possible(situation, question).length > 1 && this.applies(situation, question) !== 'never';
    return {
      status: possible ? 'holds' : 'fails',
      value: possible ? 'always' : 'never',
      dependsOn: [],
      unconfirmed: [],
    };
  }

  /** Ids for which two completions that differ only there differ in the outcome: questions, then readings. */
  #depends(table: Completion[], outcome: boolean[]): string[] {
    const all = [...this.pack.questions.map((q) => q.id), ...this.pack.readings.map((r) => r.id)];
    const ids = [...(table[0]?.keys() ?? [])];
    const texts = table.map((completion) =>
      [...completion.values()].map((a) => (typeof a === 'string' ? a : [...a].join('+'))),
    );
    return all.filter((id) => {
      const position = ids.indexOf(id);
      if (position < 0) return false;
      const seen = new Map<string, boolean>();
      return texts.some((answers, i) => {
        const rest = answers.with(position, '').join('&');
        const before = seen.get(rest);
        seen.set(rest, outcome[i] ?? false);
        return before !== undefined && before !== outcome[i];
      });
    });
  }

  #table(situation: Situation, ids: readonly string[]): Completion[] {
    let table: (string | ReadonlySet<string>)[][] = [[]];
    for (const id of ids) {
      const possible = this.#possible(situation, id);
      table = table.flatMap((answers) => possible.map((answer) => [...answers, answer]));
    }
    return table.map((answers) => new Map(answers.map((answer, i) => [ids[i] ?? '', answer])));
  }

  #possible(situation: Situation, id: string): (string | ReadonlySet<string>)[] {
    const reading = this.pack.readings.find((r) => r.id === id);
    if (reading !== undefined) {
      const taken = situation.readings[id] ?? reading.default;
      return taken === 'any' ? reading.letters.map((l) => l.id) : [taken];
    }
    const question = this.pack.questions.find((q) => q.id === id);
    if (question === undefined) throw new Error(`no ${id}`);
    return question.kind === 'one'
      ? this.#possibleOne(situation, question)
      : this.#possibleTicks(situation, question);
  }

  #possibleOne(situation: Situation, question: Question): string[] {
    const answer = situation.answers[question.id];
    if (typeof answer === 'string' && answer !== 'dont_know') return [answer];
    const ruledOut = situation.ruledOut[question.id] ?? [];
    return question.options.map((o) => o.id).filter((o) => !ruledOut.includes(o));
  }

  #possibleTicks(situation: Situation, question: Question): ReadonlySet<string>[] {
    const answer = situation.answers[question.id] ?? [];
    const given = typeof answer === 'string' ? [answer] : answer;
    const unsure = given.length === 0 || given.includes('dont_know');
    const ruledOut = situation.ruledOut[question.id] ?? [];
    let sets: string[][] = [[]];
    for (const option of question.options.filter((o) => !o.exclusive)) {
      const withIt = sets.map((ticks) => [...ticks, option.id]);
      if (given.includes(option.id)) sets = withIt;
      else if (unsure && !ruledOut.includes(option.id)) sets = [...sets, ...withIt];
    }
    return sets.map((ticks) => new Set(ticks));
  }

  #holds(condition: Condition, completion: Completion): boolean {
    switch (condition.kind) {
      case 'always':
        return true;
      case 'never':
      case 'undecided':
        return false;
      case 'all':
        return condition.of.every((part) => this.#holds(part, completion));
      case 'any':
        return condition.of.some((part) => this.#holds(part, completion));
      case 'not':
        return !this.#holds(condition.of, completion);
      case 'named': {
        const own = this.pack.conditions.find((c) => c.id === condition.name)?.when ?? { kind: 'never' };
        return this.#holds(this.#replaced('condition', condition.name, own, completion), completion);
      }
      case 'answer':
        return (
          this.#applies(condition.question, completion) &&
          condition.options.some((option) => this.#has(condition.question, option, completion))
        );
    }
  }

  #has(question: string, option: string, completion: Completion): boolean {
    const answer = completion.get(question);
    if (answer === undefined) throw new Error(`${question} is not in the completion`);
    if (typeof answer === 'string') return answer === option;
    const exclusive = this.#exclusive.get(question);
    return option === exclusive ? answer.size === 0 : answer.has(option);
  }

  #applies(question: string, completion: Completion): boolean {
    const own = this.#questions.get(question)?.applies ?? { kind: 'always' };
    return this.#holds(this.#replaced('applies', question, own, completion), completion);
  }

  #replaced(target: string, id: string, own: Condition, completion: Completion): Condition {
    for (const found of this.#replacements.get(`${target}/${id}`) ?? [])
      if (completion.get(found.reading) === found.letter) return found.condition;
    return own;
  }

  /** Questions and readings that can play a part, directly, through names, guards or what letters replace. */
  #mentioned(conditions: readonly Condition[], id: string): string[] {
    const key = JSON.stringify([conditions, id]);
    const known = this.#known.get(key) ?? this.#collect(conditions, id);
    this.#known.set(key, known);
    return known;
  }

  #collect(conditions: readonly Condition[], id: string): string[] {
    const questions = new Set<string>();
    const readings = new Set<string>();
    const names = new Set<string>();
    const about = (target: string): void => {
      for (const reading of this.pack.readings)
        for (const r of reading.letters.flatMap((l) => l.replaces)) {
          const name = r.target === 'condition' ? r.name : r.target === 'applies' ? r.question : r.output;
          if (name !== target) continue;
          readings.add(reading.id);
          visit(r.condition);
        }
    };
    const visit = (condition: Condition): void => {
      if (condition.kind === 'all' || condition.kind === 'any') condition.of.forEach(visit);
      if (condition.kind === 'not') visit(condition.of);
      if (condition.kind === 'named' && !names.has(condition.name)) {
        names.add(condition.name);
        const own = this.pack.conditions.find((c) => c.id === condition.name);
        if (own !== undefined) visit(own.when);
        about(condition.name);
      }
      if (condition.kind === 'answer' && !questions.has(condition.question)) {
        questions.add(condition.question);
        const question = this.pack.questions.find((q) => q.id === condition.question);
        if (question !== undefined) visit(question.applies);
        about(condition.question);
      }
    };
    about(id);
    conditions.forEach(visit);
    return [...questions, ...readings];
  }
}

function valueOver(outcomes: readonly boolean[]): Value {
  if (outcomes.every(Boolean)) return 'always';
  return outcomes.some(Boolean) ? 'mixed' : 'never';
}
