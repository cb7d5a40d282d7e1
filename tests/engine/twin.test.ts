import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/create-engine.ts';
import type { Pack } from '../../src/engine/pack.ts';
import type { Situation } from '../../src/engine/verdict.ts';
import { BruteForce } from './brute-force.ts';
import { packOf, Random, randomPack, randomSituation } from './random.ts';

function agree(pack: Pack, situation: Situation, label: string): void {
  const engine = createEngine(pack);
  const evaluation = engine.evaluate(situation);
  const twin = new BruteForce(pack);
  for (const output of pack.outputs)
    expect(evaluation.verdicts[output.id], `${label} ${output.id}`).toEqual(twin.verdict(situation, output));
  expect(evaluation.setAside, label).toEqual(twin.setAside(situation));
  const warnings = pack.warnings.filter((w) => twin.certain(situation, w.when)).map((w) => w.id);
  expect(evaluation.warnings, label).toEqual(warnings);
}

describe('the engine agrees with its brute-force twin', () => {
  it('in 20,000 random situations of 2,000 random packs', () => {
    for (let seed = 0; seed < 2000; seed++) {
      const random = new Random(seed);
      const pack = packOf(randomPack(random));
      for (let i = 0; i < 10; i++)
        agree(pack, randomSituation(random, pack), `seed ${seed}, situation ${i}:`);
    }
  });
});
