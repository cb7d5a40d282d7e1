/** What follows a situation as it changes says at each step what is said of that situation when it is looked at anew. */
import { expect, it } from 'vitest';
import { createEngine } from '../../src/engine/create-engine.ts';
import type { Pack } from '../../src/engine/pack.ts';
import type { Situation } from '../../src/engine/verdict.ts';
import { packOf, Random, randomPack, randomSituation } from './random.ts';

/** The situation with one thing taken from another: an answer, what is ruled out of a question, or a reading. */
function stepped(random: Random, pack: Pack, from: Situation): Situation {
  const other = randomSituation(random, pack);
  const next = structuredClone(from);
  if (pack.readings.length > 0 && random.chance(0.1)) {
    const { id } = random.pick(pack.readings);
    put(next.readings, id, other.readings[id]);
    return next;
  }
  // An answer and what is ruled out go together: apart, they could contradict each other.
  const { id } = random.pick(pack.questions);
  put(next.answers, id, other.answers[id]);
  put(next.ruledOut, id, other.ruledOut[id]);
  return next;
}

function put<T>(record: Record<string, T>, id: string, value: T | undefined): void {
  if (value === undefined) delete record[id];
  else record[id] = value;
}

/** Calls back at each step of long random walks through random packs. */
function walks(step: (pack: Pack, now: Situation, label: string) => void): void {
  for (let seed = 0; seed < 300; seed++) {
    const random = new Random(seed);
    const pack = packOf(randomPack(random));
    let before: Situation = { answers: {}, readings: {}, ruledOut: {} };
    for (let i = 0; i < 40; i++) {
      // Now and then everything changes at once.
      const now = random.chance(0.05) ? randomSituation(random, pack) : stepped(random, pack, before);
      step(pack, now, `seed ${seed}, step ${i}`);
      before = now;
    }
  }
}

it('a following engine gives at each step what a fresh one gives', () => {
  let last: Pack | undefined;
  let fresh = createEngine(packOf(randomPack(new Random(0))));
  let following = fresh.following();
  walks((pack, now, label) => {
    if (pack !== last) {
      last = pack;
      fresh = createEngine(pack);
      following = fresh.following();
    }
    expect(JSON.stringify(following.evaluate(now)), label).toBe(JSON.stringify(fresh.evaluate(now)));
    expect(following.stillMatters(now), label).toEqual(fresh.stillMatters(now));
    const some = pack.outputs.slice(0, 1).map(({ id }) => id);
    expect(following.stillMatters(now, some), label).toEqual(fresh.stillMatters(now, some));
    expect(following.deciding(now.readings), label).toEqual(fresh.deciding(now.readings));
  });
});

it('what no changed question leads to is not judged again', () => {
  const pack = packOf(randomPack(new Random(3)));
  const following = createEngine(pack).following();
  const situation = randomSituation(new Random(4), pack);
  const once = following.evaluate(situation);
  const again = following.evaluate(structuredClone(situation));
  expect(again.verdicts).toBe(once.verdicts);
  expect(again.applies).toBe(once.applies);
  expect(again.notes).toBe(once.notes);
});
