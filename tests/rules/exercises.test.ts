/** The exercises that ship: each holds, each question and each news can change a verdict, and tables really differ. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/create-engine.ts';
import type { Answer, Pack } from '../../src/engine/pack.ts';
import { createRoomReasoner } from '../../src/engine/room/create-room-reasoner.ts';
import type { Situation } from '../../src/engine/verdict.ts';
import { timesOf } from '../../src/session/workshop/times.ts';
import { loadPack } from '../../src/tools/cli/load.ts';
import { readExercises } from '../../src/tools/exercises.ts';
import { answersTo } from '../engine/reasoner-twin.ts';

const folder = join(import.meta.dirname, '../../rules/belarus-russia-2020');
const pack = loadPack(folder).pack as Pack;
const { exercises, problems } = readExercises(folder, pack);
const engine = createEngine(pack);
const said = (answers: Situation['answers']): Situation => ({ answers, readings: {}, ruledOut: {} });
const advice = pack.outputs
  .filter(({ kind }) => kind === 'recommendation' || kind === 'option')
  .map(({ id }) => id);

it('hold, and are two', () => {
  expect(problems).toEqual([]);
  expect(exercises.map(({ id }) => id)).toEqual(['the-fertiliser-sale', 'the-two-ballots']);
});

describe.each(exercises.map((exercise) => [exercise.id, exercise] as const))('%s', (_, exercise) => {
  const base = said(exercise.answers);
  const news = exercise.injects.map(({ answers }) => answers);
  const [first, ...after] = createRoomReasoner(pack).rehearse(base, exercise.questions, news);

  it('is hypothetical and says so, fills ninety minutes, and has six to eight questions and two injects', () => {
    const { texts, hypothetical, questions, injects } = exercise;
    expect([hypothetical, texts.en?.situation[0]?.startsWith('Hypothetical.')]).toEqual([true, true]);
    for (const { text } of Object.values(texts.en?.injects ?? {})) expect(text).toMatch(/^Hypothetical\./);
    expect(timesOf(exercise).total).toBe(90);
    expect(questions.length).toBeGreaterThanOrEqual(6);
    expect(questions.length).toBeLessThanOrEqual(8);
    expect(injects).toHaveLength(2);
    expect(texts.en?.hopes.length).toBeGreaterThan(3);
  });

  it('every open question can change a verdict from here, most of them advice', () => {
    expect(first?.unknown).toEqual([]);
    expect(first?.questions.filter(({ outputs }) => outputs.length === 0)).toEqual([]);
    const deciding = first?.questions.filter(({ outputs }) =>
      outputs.some((output) => advice.includes(output)),
    );
    expect(deciding?.length).toBeGreaterThanOrEqual(5);
  });

  it('every inject can change a verdict: by what it settles, or by what it asks again', () => {
    exercise.injects.forEach(({ touches }, i) => {
      const left = after[i]?.questions.filter(({ question }) => touches.includes(question)) ?? [];
      const turns = left.some(({ outputs }) => outputs.some((output) => advice.includes(output)));
      const settles = after[i]?.changes.some((output) => advice.includes(output)) === true;
      expect(turns || settles, exercise.injects[i]?.id).toBe(true);
    });
  });

  it('each question that decides advice splits a room: two tables that differ only there, and in a verdict', () => {
    const others = randomAnswers(exercise.questions);
    for (const { question, outputs } of first?.questions ?? []) {
      if (!outputs.some((output) => advice.includes(output))) continue;
      const of = pack.questions.find(({ id }) => id === question);
      const answers = of === undefined ? [] : answersTo(of, base);
      const splits = others.some((given) => {
        const seen = answers.map((answer: Answer) => {
          const { verdicts } = engine.evaluate(said({ ...exercise.answers, ...given, [question]: answer }));
          return advice.map((id) => verdicts[id]?.status).join();
        });
        return new Set(seen).size > 1;
      });
      expect(splits, question).toBe(true);
    }
  });

  it('two tables can each miss what both together have', () => {
    const pairs: Record<string, [Situation['answers'], Situation['answers'], string]> = {
      'the-fertiliser-sale': [
        { buyout: 'russian', bidders_blocked: 'no', illegal_other: 'suspected' },
        { buyout: 'planned', bidders_blocked: 'yes' },
        'O3',
      ],
      'the-two-ballots': [
        { election_pres: 'free_fair', election_parl: 'not_free_fair' },
        { election_pres: 'not_free_fair', election_parl: 'free_fair' },
        'R6',
      ],
    };
    const [one = {}, other = {}, output = ''] = pairs[exercise.id] ?? [];
    const tables = [one, other].map((answers) => said({ ...exercise.answers, ...answers }));
    const verdict = createRoomReasoner(pack)
      .verdicts(tables)
      .find((found) => found.output === output);
    expect(verdict?.statuses).toEqual(['fails', 'fails']);
    expect(verdict?.onlyCombined.map(({ status }) => status)).toContain('holds');
  });

  /** Answers to all of the questions, in many ways, the same each time. */
  function randomAnswers(questions: readonly string[]): Situation['answers'][] {
    return Array.from({ length: 400 }, (_, seed) =>
      Object.fromEntries(
        questions.map((id, i) => {
          const question = pack.questions.find((one) => one.id === id);
          const answers = question === undefined ? [] : answersTo(question, base);
          return [
            id,
            answers[Math.floor((seed * (i + 3) * 7 + (seed >> i)) % answers.length)] ?? 'dont_know',
          ];
        }),
      ),
    );
  }
});
