/** The room's twin: every combination of the tables' answers, one after the other, each judged by brute force. */
import type { Output, Pack } from '../../src/engine/pack.ts';
import type { RoomVerdict } from '../../src/engine/room/room-reasoner.ts';
import type { Situation, Status, Value } from '../../src/engine/verdict.ts';
import type { BruteForce } from './brute-force.ts';

/** What a table says to one question. */
type Said = Pick<Situation, 'answers' | 'ruledOut'>;

export function saidTo(question: string, { answers, ruledOut }: Situation): Said {
  const answer = answers[question];
  const out = ruledOut[question];
  return {
    answers: answer === undefined ? {} : { [question]: answer },
    ruledOut: out === undefined ? {} : { [question]: out },
  };
}

export function together(readings: Situation['readings'], parts: readonly Said[]): Situation {
  return {
    readings,
    answers: Object.assign({}, ...parts.map(({ answers }) => answers)),
    ruledOut: Object.assign({}, ...parts.map(({ ruledOut }) => ruledOut)),
  };
}

/** For each question one of these tables, in every way. */
export function mixes(questions: number, tables: readonly number[]): number[][] {
  let all: number[][] = [[]];
  for (let i = 0; i < questions; i++) all = all.flatMap((mix) => tables.map((table) => [...mix, table]));
  return all;
}

export class RoomTwin {
  readonly #known = new Map<string, { status: Status; value: Value }>();
  readonly questions: string[];

  constructor(
    readonly pack: Pack,
    readonly twin: BruteForce,
    readonly tables: readonly Situation[],
    /** Only these can play a part; in all others every table may count. */
    readonly output: Output,
  ) {
    const mentioned = twin.mentioned(output);
    this.questions = pack.questions.map(({ id }) => id).filter((id) => mentioned.includes(id));
  }

  verdict(mix: readonly number[]): { status: Status; value: Value } {
    const key = mix.join();
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const parts = this.questions.map((id, i) => saidTo(id, this.tables[mix[i] ?? 0] as Situation));
    const { status, value } = this.twin.verdict(together(this.tables[0]?.readings ?? {}, parts), this.output);
    this.#known.set(key, { status, value });
    return { status, value };
  }

  at(table: number): { status: Status; value: Value } {
    return this.verdict(this.questions.map(() => table));
  }

  get all(): number[][] {
    return mixes(
      this.questions.length,
      this.tables.map((_, table) => table),
    );
  }

  /** Whether the question turns the value somewhere among these mixes of tables. */
  turns(question: string, tables: readonly number[]): boolean {
    const at = this.questions.indexOf(question);
    return mixes(this.questions.length, tables).some((mix) =>
      tables.some((table) => this.verdict(mix.with(at, table)).value !== this.verdict(mix).value),
    );
  }

  expected(): Pick<RoomVerdict, 'statuses' | 'values' | 'combined' | 'splits'> {
    const numbers = this.tables.map((_, table) => table);
    const statuses = numbers.map((table) => this.at(table).status);
    const values = numbers.map((table) => this.at(table).value);
    const found = new Set(this.all.map((mix) => this.verdict(mix).status));
    const pairs = numbers.flatMap((a) =>
      numbers.filter((b) => b > a && values[a] !== values[b]).map((b) => [a, b]),
    );
    const splits = this.questions
      .filter((question) => this.turns(question, numbers))
      .map((question): RoomVerdict['splits'][number] => {
        const at = this.questions.indexOf(question);
        const own = (table: number) => this.questions.map(() => table);
        return {
          question,
          matters: pairs.some((pair) => this.turns(question, pair)) ? 'tables' : 'combinations',
          alone: numbers.filter((table) =>
            numbers.some((other) => this.verdict(own(table).with(at, other)).value !== values[table]),
          ),
        };
      });
    return {
      statuses,
      values,
      combined: (['holds', 'open', 'fails'] as const).filter((status) => found.has(status)),
      splits,
    };
  }

  /** The mixes in which these answers were taken. */
  with(answers: RoomVerdict['onlyCombined'][number]['answers']): number[][] {
    return this.all.filter((mix) =>
      answers.every(({ question, tables }) => tables.includes(mix[this.questions.indexOf(question)] ?? -1)),
    );
  }
}
