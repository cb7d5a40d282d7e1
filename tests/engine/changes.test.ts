/** What follows a situation as it changes says at each step what is said of that situation when it is looked at anew. */
import { expect, it } from 'vitest';
import { createEngine } from '../../src/engine/create-engine.ts';
import { createLiveValues } from '../../src/engine/live-values.ts';
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
function walks(step: (pack: Pack, before: Situation, now: Situation, label: string) => void): void {
  for (let seed = 0; seed < 300; seed++) {
    const random = new Random(seed);
    const pack = packOf(randomPack(random));
    let before: Situation = { answers: {}, readings: {}, ruledOut: {} };
    for (let i = 0; i < 40; i++) {
      // Now and then everything changes at once.
      const now = random.chance(0.05) ? randomSituation(random, pack) : stepped(random, pack, before);
      step(pack, before, now, `seed ${seed}, step ${i}`);
      before = now;
    }
  }
}

it('a following engine gives at each step what a fresh one gives', () => {
  let last: Pack | undefined;
  let fresh = createEngine(packOf(randomPack(new Random(0))));
  let following = fresh.following();
  walks((pack, _, now, label) => {
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

it('live values are at each step the exact values, and so many changed as differ', () => {
  let last: Pack | undefined;
  let live = createLiveValues(packOf(randomPack(new Random(0))));
  let engine = createEngine(packOf(randomPack(new Random(0))));
  walks((pack, before, now, label) => {
    if (pack !== last) {
      last = pack;
      live = createLiveValues(pack);
      engine = createEngine(pack);
    }
    const then = [...live.begin(before)];
    const exact = Object.values(engine.evaluate(now).verdicts).map(({ value }) =>
      ['', 'never', 'always', 'mixed'].indexOf(value),
    );
    const readings = JSON.stringify(before.readings) !== JSON.stringify(now.readings);
    if (readings) live.begin(now);
    let changed = 0;
    if (!readings)
      for (const { id } of pack.questions)
        if (differ(before, now, id)) {
          const here = [...live.values];
          const told = live.answer(id, now.answers[id], now.ruledOut[id]);
          expect(told, label).toBe(here.filter((value, i) => value !== live.values[i]).length);
          changed += told;
        }
    expect([...live.values], label).toEqual(exact);
    if (!readings && then.some((value, i) => value !== exact[i])) expect(changed, label).toBeGreaterThan(0);
    expect([...live.beginWith(live.possible(now))], label).toEqual(exact);
  });
});

function differ(before: Situation, now: Situation, question: string): boolean {
  const said = ({ answers, ruledOut }: Situation) => JSON.stringify([answers[question], ruledOut[question]]);
  return said(before) !== said(now);
}
