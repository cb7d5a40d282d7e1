/** Everything around a verdict, against plain enumeration with the brute-force twin. */
import { describe, expect, it } from 'vitest';
import { createReasoner } from '../../src/engine/create-reasoner.ts';
import type { Answer, Output, Pack, Question } from '../../src/engine/pack.ts';
import type { Hinge, NewAnswer } from '../../src/engine/reasoner.ts';
import type { Situation, Status } from '../../src/engine/verdict.ts';
import { BruteForce } from './brute-force.ts';
import { packOf, Random, randomPack, randomSituation } from './random.ts';

const ALL = Number.POSITIVE_INFINITY;

interface Sample {
  pack: Pack;
  twin: BruteForce;
  situation: Situation;
  label: string;
  random: Random;
}

function samples(packs: number, situations: number): Sample[] {
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

/** Complete answers to a question, but for what was ruled out. */
function answersTo(question: Question, situation: Situation): Answer[] {
  const out = situation.ruledOut[question.id] ?? [];
  if (question.kind === 'one') return question.options.map((o) => o.id).filter((o) => !out.includes(o));
  const exclusive = question.options.filter((o) => o.exclusive).map((o) => o.id);
  let sets: string[][] = [[]];
  for (const { id } of question.options.filter((o) => !o.exclusive && !out.includes(o.id)))
    sets = sets.flatMap((s) => [s, [...s, id]]);
  return sets.map((set) => (set.length > 0 ? set : exclusive));
}

function subsets<T>(items: readonly T[]): T[][] {
  let all: T[][] = [[]];
  for (const item of items) all = all.flatMap((s) => [s, [...s, item]]);
  return all;
}

function everyAnswer(questions: readonly Question[], situation: Situation): Record<string, Answer>[] {
  let all: Record<string, Answer>[] = [{}];
  for (const q of questions)
    all = all.flatMap((one) => answersTo(q, situation).map((answer) => ({ ...one, [q.id]: answer })));
  return all;
}

const withAnswers = (situation: Situation, answers: Record<string, Answer>): Situation => ({
  ...situation,
  answers: { ...situation.answers, ...answers },
});

function fits(answer: Answer, change: NewAnswer): boolean {
  if (change.kind === 'one') return typeof answer === 'string' && change.options.includes(answer);
  return change.ticked.every((o) => answer.includes(o)) && !change.unticked.some((o) => answer.includes(o));
}

/** By status: each minimal set of questions with the complete answers that give the status, as sorted text. */
function expectedHinges(
  { pack, twin, situation }: Sample,
  output: Output,
  before: Status,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const minimal: { to: Status; ids: string[] }[] = [];
  const sets = subsets(pack.questions).sort((a, b) => a.length - b.length);
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

function foundHinges({ pack, situation }: Sample, hinges: readonly Hinge[]): Map<string, string[]> {
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

describe('hinges', () => {
  it('are exactly the minimal sets of questions with the answers that change the status', () => {
    let seen = 0;
    for (const sample of samples(120, 3)) {
      if (sample.pack.questions.length > 4) continue;
      const reasoner = createReasoner(sample.pack);
      for (const output of sample.pack.outputs) {
        const before = sample.twin.verdict(sample.situation, output).status;
        const { items, more } = reasoner.hinges(sample.situation, output.id, ALL);
        expect(more).toBe(false);
        const label = `${sample.label}, ${output.id} ${JSON.stringify(sample.situation)}`;
        expect(sorted(foundHinges(sample, items)), label).toEqual(
          sorted(expectedHinges(sample, output, before)),
        );
        expect(
          items.map((h) => h.answers.length),
          label,
        ).toEqual(items.map((h) => h.answers.length).sort((a, b) => a - b));
        seen += items.length;
      }
    }
    expect(seen).toBeGreaterThan(500);
  }, 120_000);

  it('stop at the limit and say that there are more', () => {
    for (const { pack, situation } of samples(40, 1)) {
      const reasoner = createReasoner(pack);
      for (const output of pack.outputs) {
        const all = reasoner.hinges(situation, output.id, ALL).items;
        const some = reasoner.hinges(situation, output.id, 2);
        expect(some).toEqual({ items: all.slice(0, 2), more: all.length > 2 });
      }
    }
  });
});

describe('a goal', () => {
  it('from nothing is what makes the output hold with nothing answered', () => {
    for (const { pack, situation } of samples(60, 1)) {
      const reasoner = createReasoner(pack);
      const nothing: Situation = { answers: {}, readings: situation.readings, ruledOut: {} };
      for (const output of pack.outputs) {
        const expected = reasoner.hinges(nothing, output.id, ALL).items.filter((h) => h.to === 'holds');
        expect(reasoner.goal(situation, output.id, 'nothing', ALL).items).toEqual(expected);
      }
    }
  });
});

describe('reasons', () => {
  it('are exactly the minimal parts of what is known that force the value', () => {
    let several = 0;
    for (const sample of samples(150, 2)) {
      const { pack, twin, situation } = sample;
      const reasoner = createReasoner(pack);
      for (const output of pack.outputs.filter((o) => o.when.kind !== 'undecided')) {
        const verdict = twin.verdict(situation, output);
        const found = reasoner.reasons(situation, output.id, ALL).items;
        if (verdict.status === 'open' || (verdict.value === 'mixed' && verdict.status === 'fails')) {
          expect(found).toEqual([]);
          continue;
        }
        const parts = knownParts(pack, situation);
        if (parts.length > 9) continue;
        const stands = (known: Part[]): boolean => {
          const now = twin.verdict(knowing(known, situation), output);
          return verdict.value === 'mixed' ? now.status === 'holds' : now.value === verdict.value;
        };
        const sets = subsets(parts).sort((a, b) => a.length - b.length);
        const minimal: Part[][] = [];
        for (const set of sets)
          if (!minimal.some((m) => m.every((part) => set.includes(part))) && stands(set)) minimal.push(set);
        const names = (list: string[][]) => list.map((l) => [...l].sort().join()).sort();
        expect(
          names(
            found.map((grounds) =>
              grounds.map((g) =>
                'option' in g ? `${g.question}/${g.option}` : 'question' in g ? g.question : '',
              ),
            ),
          ),
          `${sample.label}, ${output.id}`,
        ).toEqual(names(minimal.map((m) => m.map((part) => part.name))));
        if (minimal.length > 1) several++;
      }
    }
    expect(several).toBeGreaterThan(40);
  }, 120_000);
});

interface Part {
  name: string;
  add: (situation: Situation) => void;
}

/** Each known thing by itself: a single choice (answered or narrowed), a tick known to be so or not. */
function knownParts(pack: Pack, situation: Situation): Part[] {
  return pack.questions.flatMap((question): Part[] => {
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

function knowing(parts: readonly Part[], { readings }: Situation): Situation {
  const situation: Situation = { answers: {}, readings, ruledOut: {} };
  for (const part of parts) part.add(situation);
  return situation;
}

describe('counts', () => {
  it('are of distinct sets of applicable answers to the questions that the output mentions', () => {
    let large = 0;
    for (const { pack, twin, situation, label } of samples(250, 2)) {
      const reasoner = createReasoner(pack);
      for (const output of pack.outputs.filter((o) => o.when.kind !== 'undecided')) {
        const expected = twin.counts(situation, output);
        expect(
          reasoner.counts(situation, output.id),
          `${label}, ${output.id} ${JSON.stringify(situation)}`,
        ).toEqual(expected);
        if (expected.holds > 4n) large++;
      }
    }
    expect(large).toBeGreaterThan(50);
  }, 120_000);
});

describe('readings', () => {
  it('are tried one by one and in every combination', () => {
    let hanging = 0;
    for (const { pack, twin, situation, label } of samples(250, 2)) {
      const reasoner = createReasoner(pack);
      for (const output of pack.outputs) {
        const report = reasoner.readings(situation, output.id);
        const touching = pack.readings.filter((r) => report.readings.some((found) => found.reading === r.id));
        const status = (readings: Record<string, string>): Status =>
          twin.verdict({ ...situation, readings: { ...situation.readings, ...readings } }, output).status;
        for (const { reading, statuses } of report.readings)
          for (const [letter, found] of Object.entries(statuses))
            expect(found, label).toBe(status({ [reading]: letter }));
        let combinations: Record<string, string>[] = [{}];
        for (const r of touching)
          combinations = combinations.flatMap((c) => r.letters.map((l) => ({ ...c, [r.id]: l.id })));
        const all = new Set(combinations.map(status));
        expect(new Set(report.all), label).toEqual(all);
        const hangs = touching
          .filter((r) =>
            combinations.some((c) => new Set(r.letters.map((l) => status({ ...c, [r.id]: l.id }))).size > 1),
          )
          .map((r) => r.id);
        expect(report.hangsOn, label).toEqual(hangs);
        if (hangs.length > 0) hanging++;
      }
    }
    expect(hanging).toBeGreaterThan(50);
  }, 120_000);
});

describe('the next question', () => {
  it('is the one whose answers settle most on average', () => {
    let settled = 0;
    for (const { pack, twin, situation, label } of samples(250, 2)) {
      const outputs = pack.outputs.filter((o) => o.when.kind !== 'undecided');
      const open = outputs.filter((o) => twin.verdict(situation, o).value === 'mixed');
      const next = createReasoner(pack).next(
        situation,
        pack.outputs.map((o) => o.id),
      );
      for (const { question: id, settles } of next) {
        const question = pack.questions.find((q) => q.id === id);
        if (question === undefined) throw new Error(id);
        const answers = answersTo(question, situation).filter((a) => agrees(situation.answers[id], a));
        const counts = answers.map(
          (a) =>
            open.filter((o) => twin.verdict(withAnswers(situation, { [id]: a }), o).value !== 'mixed').length,
        );
        const average = counts.reduce((a, b) => a + b, 0) / counts.length;
        expect(settles, `${label}, ${id}`).toBeCloseTo(average, 6);
        settled += average;
      }
      expect(next.map((n) => n.settles)).toEqual(next.map((n) => n.settles).sort((a, b) => b - a));
      const hanging = new Set(
        open.flatMap((o) => [
          ...twin.verdict(situation, o).dependsOn,
          ...twin.verdict(situation, o).unconfirmed,
        ]),
      );
      for (const id of hanging)
        if (id.startsWith('q'))
          expect(
            next.map((n) => n.question),
            label,
          ).toContain(id);
    }
    expect(settled).toBeGreaterThan(100);
  }, 120_000);

  it('comes with the fewest that can settle everything', () => {
    let counted = 0;
    for (const { pack, twin, situation, label } of samples(150, 2)) {
      if (pack.questions.length > 4) continue;
      const outputs = pack.outputs.filter((o) => o.when.kind !== 'undecided');
      const settledBy = (set: Question[]): boolean =>
        everyAnswer(set, situation)
          .filter((answers) => set.every((q) => agrees(situation.answers[q.id], answers[q.id] ?? '')))
          .some((answers) =>
            outputs.every((o) => twin.verdict(withAnswers(situation, answers), o).value !== 'mixed'),
          );
      const sizes = subsets(pack.questions)
        .filter(settledBy)
        .map((s) => s.length);
      const found = createReasoner(pack).fewest(
        situation,
        pack.outputs.map((o) => o.id),
      );
      if (sizes.length === 0) expect(found, label).toBeUndefined();
      else expect(found, label).toEqual({ count: Math.min(...sizes), exact: true });
      if (sizes.length > 0 && Math.min(...sizes) > 1) counted++;
    }
    expect(counted).toBeGreaterThan(10);
  }, 120_000);
});

/** A complete answer that says what was said already. */
function agrees(given: Answer | undefined, answer: Answer): boolean {
  if (given === undefined || given === 'dont_know') return true;
  if (typeof given === 'string') return given === answer;
  if (given.length === 0) return true;
  const unsure = given.includes('dont_know');
  return (
    given.every((o) => o === 'dont_know' || answer.includes(o)) && (unsure || answer.length === given.length)
  );
}

describe('differences between two situations', () => {
  it('name a smallest set of answers that makes each', () => {
    let seen = 0;
    for (const { pack, twin, situation, label, random } of samples(150, 2)) {
      const other = randomSituation(random, pack);
      const differences = createReasoner(pack).differences(situation, other);
      for (const output of pack.outputs) {
        const from = twin.verdict(situation, output).status;
        const to = twin.verdict(other, output).status;
        const found = differences.find((d) => d.output === output.id);
        if (from === to) {
          expect(found, label).toBeUndefined();
          continue;
        }
        const ids = [...pack.questions.map((q) => q.id), ...pack.readings.map((r) => r.id)];
        const enough = subsets(ids).filter(
          (set) => twin.verdict(mix(situation, other, set), output).status === to,
        );
        expect(found, label).toMatchObject({ from, to });
        expect(
          enough.map((set) => set.join()),
          label,
        ).toContain(ids.filter((id) => found?.by.includes(id)).join());
        expect(found?.by.length, label).toBe(Math.min(...enough.map((set) => set.length)));
        seen++;
      }
    }
    expect(seen).toBeGreaterThan(100);
  }, 120_000);
});

function mix(a: Situation, b: Situation, ids: readonly string[]): Situation {
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

function sorted<T>(map: Map<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
