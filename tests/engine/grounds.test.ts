import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/create-engine.ts';
import type { Output, Pack } from '../../src/engine/pack.ts';
import type { Ground, Situation } from '../../src/engine/verdict.ts';
import { BruteForce } from './brute-force.ts';
import { packOf, Random, randomPack, randomSituation } from './random.ts';

/** The situation in which nothing is known but the grounds; the readings are as they were. */
function knowingOnly(pack: Pack, grounds: readonly Ground[], readings: Situation['readings']): Situation {
  const situation: Situation = { answers: {}, readings, ruledOut: {} };
  for (const ground of grounds) {
    if (ground.kind === 'reading') continue;
    if (ground.kind === 'one') {
      const options = pack.questions.find((q) => q.id === ground.question)?.options ?? [];
      const out = options.map((o) => o.id).filter((o) => !ground.possible.includes(o));
      situation.ruledOut[ground.question] = out;
    } else if (ground.ticked) {
      const ticks = situation.answers[ground.question] ?? ['dont_know'];
      situation.answers[ground.question] = [ground.option, ...ticks];
    } else {
      situation.ruledOut[ground.question] = [...(situation.ruledOut[ground.question] ?? []), ground.option];
    }
  }
  return situation;
}

/** What the grounds are grounds of: the exact value, or where the defeater is unsure, that it holds. */
function outcome(twin: BruteForce, situation: Situation, output: Output): string {
  const { status, value } = twin.verdict(situation, output);
  return value === 'mixed' ? status : value;
}

describe('grounds', () => {
  it('force the verdict and none of them can be missed, in 2,000 random situations', () => {
    let seen = 0;
    let withReading = 0;
    for (let seed = 0; seed < 500; seed++) {
      const random = new Random(seed);
      const pack = packOf(randomPack(random));
      const engine = createEngine(pack);
      const twin = new BruteForce(pack);
      for (let i = 0; i < 4; i++) {
        const situation = randomSituation(random, pack);
        for (const output of pack.outputs.filter((o) => o.when.kind !== 'undecided')) {
          const before = outcome(twin, situation, output);
          const grounds = engine.grounds(situation, output.id);
          const label = `seed ${seed}, situation ${i}, ${output.id}`;
          if (before === 'open' || before === 'fails') {
            expect(grounds, label).toEqual([]);
            continue;
          }
          seen += grounds.length;
          withReading += grounds.filter((g) => g.kind === 'reading').length;
          const knowing = (part: Ground[]) =>
            outcome(twin, knowingOnly(pack, part, situation.readings), output);
          expect(stands(knowing(grounds), before), label).toBe(true);
          for (const ground of grounds.filter((g) => g.kind !== 'reading'))
            expect(stands(knowing(grounds.filter((g) => g !== ground)), before), label).toBe(false);
        }
      }
    }
    expect(seen).toBeGreaterThan(1500);
    expect(withReading).toBeGreaterThan(10);
  });

  it('keep a weak answer only where the verdict cannot be forced without it', () => {
    let rests = 0;
    for (let seed = 0; seed < 600; seed++) {
      const random = new Random(seed);
      const pack = packOf(randomPack(random));
      const engine = createEngine(pack);
      const twin = new BruteForce(pack);
      const situation = randomSituation(random, pack);
      const weak = random.some(Object.keys(situation.answers), 0.5);
      const strong: Situation = {
        ...situation,
        answers: Object.fromEntries(Object.entries(situation.answers).filter(([id]) => !weak.includes(id))),
        ruledOut: Object.fromEntries(Object.entries(situation.ruledOut).filter(([id]) => !weak.includes(id))),
      };
      for (const output of pack.outputs.filter((o) => o.when.kind !== 'undecided')) {
        const before = outcome(twin, situation, output);
        if (before === 'open' || before === 'fails') continue;
        const grounds = engine.grounds(situation, output.id, weak);
        const resting = grounds.some((g) => g.kind !== 'reading' && weak.includes(g.question));
        expect(resting, `seed ${seed}, ${output.id}`).toBe(!stands(outcome(twin, strong, output), before));
        if (resting) rests++;
      }
    }
    expect(rests).toBeGreaterThan(50);
  });
});

/** Knowing less may confirm more by accident of the defeater; what was forced must be forced still. */
function stands(now: string, before: string): boolean {
  return now === before || (before === 'holds' && now === 'always');
}
