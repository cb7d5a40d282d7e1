/** What the reasoner's tests enumerate, and the random and real situations that they do it for. */
import type { Answer, Output, Pack, Question } from '../../src/engine/pack.ts';
import type { Hinge, NewAnswer } from '../../src/engine/reasoner.ts';
import type { Situation, Status } from '../../src/engine/verdict.ts';
import { loadPack } from '../../src/tools/cli/load.ts';
import { BruteForce } from './brute-force.ts';
import { packOf, Random, randomPack, randomSituation } from './random.ts';

export interface Sample {
  pack: Pack;
  twin: BruteForce;
  situation: Situation;
  label: string;
  random: Random;
}

/** Random situations of random packs. */
export function randomSamples(packs: number, situations: number): Sample[] {
  return Array.from({ length: packs }, (_, seed) => {
    const random = new Random(seed + 77_000);
    const pack = packOf(randomPack(random));
    const twin = new BruteForce(pack);
    return Array.from({ length: situations }, (_, i) => ({
      pack,
      twin,
      situation: randomSituation(random, pack),
      label: `seed ${seed}, situation ${i}`,
      random,
    }));
  }).flat();
}

/** Random situations of the shipped pack. */
export function realSamples(situations: number): Sample[] {
  const { pack } = loadPack('rules/belarus-russia-2020');
  if (pack === undefined) throw new Error('the shipped pack does not compile');
  const random = new Random(2020);
  const twin = new BruteForce(pack);
  return Array.from({ length: situations }, (_, i) => ({
    pack,
    twin,
    situation: i === 0 ? { answers: {}, readings: {}, ruledOut: {} } : randomSituation(random, pack),
    label: `the shipped pack, situation ${i}`,
    random,
  }));
}

/** Complete answers to a question, but for what was ruled out. */
export function answersTo(question: Question, situation: Situation): Answer[] {
  const out = situation.ruledOut[question.id] ?? [];
  if (question.kind === 'one') return question.options.map((o) => o.id).filter((o) => !out.includes(o));
  const exclusive = question.options.filter((o) => o.exclusive).map((o) => o.id);
  let sets: string[][] = [[]];
  for (const { id } of question.options.filter((o) => !o.exclusive && !out.includes(o.id)))
    sets = sets.flatMap((s) => [s, [...s, id]]);
  return sets.map((set) => (set.length > 0 ? set : exclusive));
}

export function subsets<T>(items: readonly T[]): T[][] {
  let all: T[][] = [[]];
  for (const item of items) all = all.flatMap((s) => [s, [...s, item]]);
  return all;
}

export function everyAnswer(questions: readonly Question[], situation: Situation): Record<string, Answer>[] {
  let all: Record<string, Answer>[] = [{}];
  for (const q of questions)
    all = all.flatMap((one) => answersTo(q, situation).map((answer) => ({ ...one, [q.id]: answer })));
  return all;
}

export const withAnswers = (situation: Situation, answers: Record<string, Answer>): Situation => ({
  ...situation,
  answers: { ...situation.answers, ...answers },
});

export function fits(answer: Answer, change: NewAnswer): boolean {
  if (change.kind === 'one') return typeof answer === 'string' && change.options.includes(answer);
  return change.ticked.every((o) => answer.includes(o)) && !change.unticked.some((o) => answer.includes(o));
}

/** By status: each minimal set of questions with the complete answers that give the status, as sorted text. */
export function expectedHinges(
  { pack, twin, situation }: Sample,
  output: Output,
  before: Status,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const minimal: { to: Status; ids: string[] }[] = [];
  // What plays no part in it changes nothing.
  const parts = twin.mentioned(output);
  const sets = subsets(pack.questions.filter(({ id }) => parts.includes(id))).sort(
    (a, b) => a.length - b.length,
  );
  for (const set of sets) {
    const ids = set.map((q) => q.id);
    for (const answers of everyAnswer(set, situation)) {
      const to = twin.verdict(withAnswers(situation, answers), output).status;
      if (to === before) continue;
      if (
        minimal.some((m) => m.to === to && m.ids.length < ids.length && m.ids.every((id) => ids.includes(id)))
      )
        continue;
      minimal.push({ to, ids });
      const key = `${to}: ${ids.join()}`;
      found.set(key, [...(found.get(key) ?? []), JSON.stringify(answers)]);
    }
  }
  for (const [key, list] of found) found.set(key, list.sort());
  return found;
}

export function foundHinges({ pack, situation }: Sample, hinges: readonly Hinge[]): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const { to, answers } of hinges) {
    const questions = pack.questions.filter((q) => answers.some((a) => a.question === q.id));
    const key = `${to}: ${questions.map((q) => q.id).join()}`;
    const own = found.get(key) ?? new Set();
    found.set(key, own);
    for (const complete of everyAnswer(questions, situation))
      if (answers.every((change) => fits(complete[change.question] ?? '', change)))
        own.add(JSON.stringify(complete));
  }
  return new Map([...found].map(([key, set]) => [key, [...set].sort()]));
}

export interface Part {
  name: string;
  add: (situation: Situation) => void;
}

/** Each known thing by itself: a single choice (answered or narrowed), a tick known to be so or not. */
export function knownParts(questions: readonly Question[], situation: Situation): Part[] {
  return questions.flatMap((question): Part[] => {
    const answer = situation.answers[question.id] ?? [];
    const out = situation.ruledOut[question.id] ?? [];
    if (question.kind === 'one') {
      const known = typeof answer === 'string' && answer !== 'dont_know';
      if (!known && out.length === 0) return [];
      const ruledOut = known ? question.options.map((o) => o.id).filter((o) => o !== answer) : out;
      return [
        {
          name: question.id,
          add: (s) => {
            s.ruledOut[question.id] = ruledOut;
          },
        },
      ];
    }
    const unsure = answer.length === 0 || answer.includes('dont_know');
    return question.options
      .filter((o) => !o.exclusive)
      .flatMap(({ id }): Part[] => {
        const name = `${question.id}/${id}`;
        if (answer.includes(id))
          return [
            {
              name,
              add: (s) => {
                s.answers[question.id] = [id, ...(s.answers[question.id] ?? ['dont_know'])];
              },
            },
          ];
        if (unsure && !out.includes(id)) return [];
        return [
          {
            name,
            add: (s) => {
              s.ruledOut[question.id] = [...(s.ruledOut[question.id] ?? []), id];
            },
          },
        ];
      });
  });
}

export function knowing(parts: readonly Part[], { readings }: Situation): Situation {
  const situation: Situation = { answers: {}, readings, ruledOut: {} };
  for (const part of parts) part.add(situation);
  return situation;
}

/** A complete answer that says what was said already. */
export function agrees(given: Answer | undefined, answer: Answer): boolean {
  if (given === undefined || given === 'dont_know') return true;
  if (typeof given === 'string') return given === answer;
  if (given.length === 0) return true;
  const unsure = given.includes('dont_know');
  return (
    given.every((o) => o === 'dont_know' || answer.includes(o)) && (unsure || answer.length === given.length)
  );
}

export function mix(a: Situation, b: Situation, ids: readonly string[]): Situation {
  const of = <T>(x: Record<string, T>, y: Record<string, T>): Record<string, T> => {
    const result: Record<string, T> = { ...x };
    for (const id of ids) {
      const value = y[id];
      if (value === undefined) delete result[id];
      else result[id] = value;
    }
    return result;
  };
  return {
    answers: of(a.answers, b.answers),
    readings: of(a.readings, b.readings),
    ruledOut: of(a.ruledOut, b.ruledOut),
  };
}

export function sorted<T>(map: Map<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
