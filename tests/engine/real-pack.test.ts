/** The shipped pack against the twin: every answer to the questions that an output mentions, and random situations. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/create-engine.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { Answer, Output, Pack, Question } from '../../src/engine/pack.ts';
import { parseSituation } from '../../src/engine/situation.ts';
import type { Situation } from '../../src/engine/verdict.ts';
import { loadPack } from '../../src/tools/cli/load.ts';
import { BruteForce } from './brute-force.ts';
import { Random, randomSituation } from './random.ts';

const SITUATIONS = 20_000;
/** None takes long by itself. */
const PARTS = [0, 1, 2, 3];

let pack: Pack;
let engine: Engine;
let twin: BruteForce;
beforeAll(() => {
  const loaded = loadPack('rules/belarus-russia-2020');
  if (loaded.pack === undefined) throw new Error(loaded.diagnostics.map((d) => d.message).join('\n'));
  pack = loaded.pack;
  engine = createEngine(pack);
  twin = new BruteForce(pack);
});

describe('the shipped pack agrees with the brute-force twin', () => {
  it('for each output over all answers and all readings that it mentions', () => {
    let compared = 0;
    for (const output of pack.outputs) {
      const questions = pack.questions.filter((q) => engine.mentions(output.id).includes(q.id));
      const readings = pack.readings.filter((r) => engine.readingsOf(output.id).includes(r.id));
      for (const answers of product(questions.map((q) => [q.id, allAnswers(q)] as const)))
        for (const letters of product(
          readings.map((r) => [r.id, [...r.letters.map((l) => l.id), 'any']] as const),
        )) {
          const situation = situationOf(answers, letters);
          expect(
            engine.evaluate(situation).verdicts[output.id],
            `${output.id} ${JSON.stringify(situation)}`,
          ).toEqual(twin.verdict(situation, output));
          compared++;
        }
    }
    // The silence on measures and bodies alone is 256 x 16 situations.
    expect(compared).toBeGreaterThan(9_000);
  });

  // What the twin has said once it says again, from one part to the next.
  const known = new Map<string, unknown>();
  it.each(PARTS)(
    `in ${SITUATIONS} random situations, readings and ruled-out options among them: part %i`,
    (part) => {
      const random = new Random(2020 + part);
      const ruled = new Set<string>();
      for (let i = 0; i < SITUATIONS / PARTS.length; i++) {
        const situation = randomSituation(random, pack);
        expect(parseSituation(pack, situation), 'the situation is valid').toHaveProperty('situation');
        for (const id of Object.keys(situation.ruledOut)) ruled.add(id);
        const evaluation = engine.evaluate(situation);
        for (const output of pack.outputs) {
          const expected = remembered(known, seenBy(situation, output), () =>
            twin.verdict(situation, output),
          );
          same(evaluation.verdicts[output.id], expected, `part ${part}, situation ${i}, ${output.id}`);
        }
        same(evaluation.setAside, twin.setAside(situation), `part ${part}, situation ${i}, set aside`);
        const warnings = pack.warnings.filter((w) => twin.certain(situation, w.when)).map((w) => w.id);
        same(evaluation.warnings, warnings, `part ${part}, situation ${i}, warnings`);
      }
      expect(ruled.size).toBe(pack.questions.length);
    },
  );

  /** What of the situation the output can see, so that the twin is asked once for each. */
  function seenBy(situation: Situation, output: Output): string {
    const seen = [...engine.mentions(output.id), ...engine.readingsOf(output.id)];
    if (output.when.kind === 'undecided') seen.push(output.when.question);
    const of = (record: Record<string, unknown>) => seen.map((id) => record[id] ?? null);
    return JSON.stringify([output.id, of(situation.answers), of(situation.ruledOut), of(situation.readings)]);
  }
});

/** A million comparisons: the assertion library is asked only where there is something to show. */
function same(found: unknown, expected: unknown, label: string): void {
  if (JSON.stringify(found) !== JSON.stringify(expected)) expect(found, label).toEqual(expected);
}

function remembered(known: Map<string, unknown>, key: string, make: () => unknown): unknown {
  if (!known.has(key)) known.set(key, make());
  return known.get(key);
}

function situationOf(answers: Record<string, Answer | null>, readings: Record<string, string>): Situation {
  const given = Object.entries(answers).filter((entry): entry is [string, Answer] => entry[1] !== null);
  return { answers: Object.fromEntries(given), readings, ruledOut: {} };
}

/** Unanswered (null), every option, and for several answers every set of ticks, sure and not sure of the rest. */
function allAnswers(question: Question): (Answer | null)[] {
  if (question.kind === 'one') return [null, ...question.options.map((o) => o.id)];
  let sets: string[][] = [[]];
  for (const { id } of question.options.filter((o) => !o.exclusive))
    sets = sets.flatMap((s) => [s, [...s, id]]);
  const ticked = sets.filter((s) => s.length > 0);
  const exclusive = question.options.filter((o) => o.exclusive).map((o) => [o.id]);
  return [null, ...exclusive, ...ticked, ...ticked.map((s) => [...s, 'dont_know'])];
}

function product<T>(parts: readonly (readonly [string, readonly T[]])[]): Record<string, T>[] {
  let all: Record<string, T>[] = [{}];
  for (const [id, values] of parts)
    all = all.flatMap((one) => values.map((value) => ({ ...one, [id]: value })));
  return all;
}
