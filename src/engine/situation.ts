/** What a user, a file or a script says about a situation, checked: everything that is wrong is told at once. */
import { nearest } from './nearest.ts';
import type { Answer, Pack, Question } from './pack.ts';
import { ANY, DONT_KNOW } from './pack.ts';
import type { Situation } from './verdict.ts';

export interface SituationProblem {
  /** Where, e.g. `answers.buyout` or `ruledOut.scenario[2]`. */
  path: string;
  /** What is wrong. */
  message: string;
  /** What would be right. */
  advice: string;
}

type Questions = Pick<Pack, 'questions' | 'readings'>;
const FULL_KEYS = ['answers', 'readings', 'ruledOut'] as const;

/**
 * Reads a set of answers, or (recognised by any of the three keys) an object of answers, readings and ruledOut.
 * Empty lists are left out of the result: they mean unanswered.
 */
export function parseSituation(
  pack: Questions,
  input: unknown,
): { situation: Situation } | { problems: SituationProblem[] } {
  const reader = new Reader(pack);
  const situation = reader.read(input);
  return reader.problems.length > 0 ? { problems: reader.problems } : { situation };
}

class Reader {
  readonly problems: SituationProblem[] = [];
  constructor(readonly pack: Questions) {}

  read(input: unknown): Situation {
    const situation: Situation = { answers: {}, readings: {}, ruledOut: {} };
    if (!isObject(input)) {
      this.#report(
        '',
        `${described(input)} is not a situation`,
        'Write an object of answers, {"question": "option", ...}.',
      );
      return situation;
    }
    const full = FULL_KEYS.some((key) => Object.hasOwn(input, key));
    if (!full) {
      situation.answers = this.#answers(input, '');
      return situation;
    }
    for (const key of Object.keys(input))
      if (!FULL_KEYS.some((known) => known === key))
        this.#report(
          key,
          `"${key}" is not known here`,
          `Beside "answers", "readings" and "ruledOut" nothing is read; put answers under "answers".`,
        );
    const part = (key: (typeof FULL_KEYS)[number]): Record<string, unknown> => {
      if (!Object.hasOwn(input, key)) return {};
      const value = input[key];
      if (isObject(value)) return value;
      this.#report(key, `${described(value)} is not an object`, `Write "${key}": {...}, or leave it out.`);
      return {};
    };
    situation.answers = this.#answers(part('answers'), 'answers.');
    situation.readings = this.#readings(part('readings'));
    situation.ruledOut = this.#ruledOut(part('ruledOut'), situation.answers);
    return situation;
  }

  #answers(input: Record<string, unknown>, prefix: string): Record<string, Answer> {
    const answers: [string, Answer][] = [];
    for (const [id, value] of Object.entries(input)) {
      const question = this.#question(id, prefix + id);
      if (question === undefined) continue;
      const answer =
        question.kind === 'one'
          ? this.#one(question, value, prefix + id)
          : this.#several(question, value, prefix + id);
      if (answer !== undefined) answers.push([id, answer]);
    }
    return Object.fromEntries(answers);
  }

  #one(question: Question, value: unknown, path: string): string | undefined {
    const offered = [...question.options.map((o) => o.id), DONT_KNOW];
    if (typeof value !== 'string') {
      const text =
        value === null
          ? 'null is not an answer'
          : `${described(value)} is not an answer to a question with one answer`;
      this.#report(path, text, `Write one of ${list(offered)} as text, or leave the question out.`);
      return undefined;
    }
    if (offered.includes(value)) return value;
    this.#unknown(path, `"${value}" is not an option of "${question.id}"`, value, offered);
    return undefined;
  }

  #several(question: Question, value: unknown, path: string): string[] | undefined {
    const offered = [...question.options.map((o) => o.id), DONT_KNOW];
    if (!Array.isArray(value)) {
      const text = value === null ? 'null is not an answer' : `${described(value)} is not a list`;
      this.#report(
        path,
        `${text}; "${question.id}" takes several answers`,
        `Write a list of ${list(offered)}; [] means unanswered.`,
      );
      return undefined;
    }
    const options = this.#options(question, value, offered, path);
    const exclusive = question.options.find((o) => o.exclusive && options.includes(o.id));
    if (exclusive !== undefined && options.length > 1)
      this.#report(
        path,
        `"${exclusive.id}" stands alone and cannot be beside ${list(options.filter((o) => o !== exclusive.id))}`,
        `Write ["${exclusive.id}"], or leave "${exclusive.id}" out.`,
      );
    return options.length === 0 ? undefined : options;
  }

  /** The options of a list that are offered, each once. */
  #options(question: Question, value: unknown[], offered: string[], path: string): string[] {
    const options: string[] = [];
    value.forEach((item, position) => {
      const place = `${path}[${position}]`;
      if (typeof item !== 'string')
        this.#report(
          place,
          `${described(item)} is not an option of "${question.id}"`,
          `Write one of ${list(offered)} as text.`,
        );
      else if (!offered.includes(item))
        this.#unknown(place, `"${item}" is not an option of "${question.id}"`, item, offered);
      else if (options.includes(item)) this.#report(place, `"${item}" is given twice`, 'Write it once.');
      else options.push(item);
    });
    return options;
  }

  #readings(input: Record<string, unknown>): Record<string, string> {
    const readings: [string, string][] = [];
    for (const [id, letter] of Object.entries(input)) {
      const path = `readings.${id}`;
      const reading = this.pack.readings.find((r) => r.id === id);
      if (reading === undefined) {
        this.#unknown(
          path,
          `"${id}" is not a reading`,
          id,
          this.pack.readings.map((r) => r.id),
        );
        continue;
      }
      const offered = [...reading.letters.map((l) => l.id), ANY];
      if (typeof letter === 'string' && offered.includes(letter)) readings.push([id, letter]);
      else
        this.#report(
          path,
          `${described(letter)} is not a letter of "${id}"`,
          `Write one of ${list(offered)} as text, or leave it out for "${reading.default}".`,
        );
    }
    return Object.fromEntries(readings);
  }

  #ruledOut(input: Record<string, unknown>, answers: Record<string, Answer>): Record<string, string[]> {
    const ruledOut: [string, string[]][] = [];
    for (const [id, value] of Object.entries(input)) {
      const path = `ruledOut.${id}`;
      const question = this.#question(id, path);
      if (question === undefined) continue;
      const offered = question.options.filter((o) => !o.exclusive).map((o) => o.id);
      if (!Array.isArray(value)) {
        this.#report(path, `${described(value)} is not a list`, `Write a list of ${list(offered)}.`);
        continue;
      }
      const options = this.#options(question, value, [...question.options.map((o) => o.id), DONT_KNOW], path);
      this.#contradictions(question, options, answers[id] ?? [], path);
      if (options.length > 0) ruledOut.push([id, options]);
    }
    return Object.fromEntries(ruledOut);
  }

  #contradictions(question: Question, ruledOut: string[], answer: Answer, path: string): void {
    const given = typeof answer === 'string' ? [answer] : answer;
    for (const option of ruledOut) {
      if (option === DONT_KNOW)
        this.#report(path, '"dont_know" cannot be ruled out', 'Rule out options, or leave the question out.');
      else if (question.options.some((o) => o.exclusive && o.id === option))
        this.#report(
          path,
          `"${option}" cannot be ruled out: it means none of the others`,
          'Tick what is so instead, beside "dont_know" where the rest is unsure.',
        );
      else if (given.includes(option))
        this.#report(path, `"${option}" is ruled out and answered at once`, `Take it out of one of the two.`);
    }
    if (question.kind === 'one' && question.options.every((o) => ruledOut.includes(o.id)))
      this.#report(path, `every option of "${question.id}" is ruled out`, 'Leave at least one possible.');
  }

  #question(id: string, path: string): Question | undefined {
    const question = this.pack.questions.find((q) => q.id === id);
    if (question === undefined)
      this.#unknown(
        path,
        `"${id}" is not a question`,
        id,
        this.pack.questions.map((q) => q.id),
      );
    return question;
  }

  #unknown(path: string, message: string, given: string, offered: string[]): void {
    const near = nearest(given, offered);
    this.#report(
      path,
      message,
      near === undefined
        ? `Write one of ${list(offered)}.`
        : `Did you mean "${near}"? There are ${list(offered)}.`,
    );
  }

  #report(path: string, message: string, advice: string): void {
    this.problems.push({ path, message, advice });
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function described(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return JSON.stringify(value) ?? String(value);
}

function list(ids: readonly string[]): string {
  return ids.map((id) => `"${id}"`).join(', ');
}
