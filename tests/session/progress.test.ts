import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Answers } from '../../src/engine/pack.ts';
import { fitSituation } from '../../src/session/fit.ts';
import { restsOnUnchecked } from '../../src/session/progress.ts';
import { smallEngine, smallPack } from './small-pack.ts';

const answers: fc.Arbitrary<Answers> = fc
  .tuple(
    ...smallPack.questions.map(({ id, kind, options }) => {
      const option = fc.constantFrom(...options.map((o) => o.id), 'dont_know');
      const answer = kind === 'one' ? option : option.map((one) => [one]);
      return fc.option(
        answer.map((given): [string, typeof given] => [id, given]),
        { nil: undefined },
      );
    }),
  )
  .map((given) => Object.fromEntries(given.filter((one) => one !== undefined)));

it('names unchecked answers exactly where the verdict would not stand without them', {
  timeout: 60_000,
}, () => {
  let [resting, standing] = [0, 0];
  fc.assert(
    fc.property(answers, fc.infiniteStream(fc.boolean()), (all, coins) => {
      const unchecked = Object.keys(all).filter(() => coins.next().value);
      const checked = Object.fromEntries(Object.entries(all).filter(([id]) => !unchecked.includes(id)));
      const of = (given: Answers) =>
        fitSituation(smallPack, { answers: given, readings: {}, ruledOut: {} }).situation;
      const [full, without] = [smallEngine.evaluate(of(all)), smallEngine.evaluate(of(checked))];
      for (const { id } of smallPack.outputs) {
        const [now, then] = [full.verdicts[id], without.verdicts[id]];
        const stands = now?.status === then?.status && now?.value === then?.value;
        expect(restsOnUnchecked(smallEngine, of(all), unchecked, id).length === 0).toBe(stands);
        if (stands) standing += 1;
        else resting += 1;
      }
    }),
    { numRuns: 500 },
  );
  // Otherwise the property would say little.
  expect(Math.min(resting, standing)).toBeGreaterThan(100);
});
