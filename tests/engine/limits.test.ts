/** Whatever is written, compiling ends: within the limits with a pack, beyond them with the place of what is too large. */
import { describe, expect, it, test } from 'vitest';
import type { CheckedPack } from '../../src/engine/compile/checked.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import { buildDiagrams, LIMITS } from '../../src/engine/diagram/build.ts';
import { prove } from '../../src/engine/prove.ts';
import { compileTexts as compileLarge, largePack } from '../../src/tools/bench/large-pack.ts';
import {
  all,
  any,
  equalHalves,
  hiddenWeightedBit,
  is,
  middleBitOfProduct,
  named,
  packFor,
  pairs,
  range,
} from './adversary.ts';
import { changed, compileTexts, told } from './compile/small-pack.ts';
import { packOf } from './random.ts';

type Told = string[] | 'compiles';

/** What is refused, the first three of it. */
function refused(pack: CheckedPack): Told {
  const { problems } = buildDiagrams(pack);
  if (problems.length === 0) return 'compiles';
  return problems.slice(0, 3).map(({ about, problem }) => `${about.kind} ${about.id}: ${problem}`);
}

const weighted = (n: number): CheckedPack => {
  const { conditions, rule } = hiddenWeightedBit(n);
  return packFor(n, [rule], { conditions });
};
const product = (n: number): CheckedPack => {
  const { conditions, rule } = middleBitOfProduct(n);
  return packFor(2 * n, [rule], { conditions });
};
const shared = (n: number): CheckedPack =>
  packFor(
    100,
    range(10).map((i) => all([named('big'), is(90 + i)])),
    { conditions: [{ id: 'big', when: pairs(n) }] },
  );

const r0 = ['output r0: too-large'];
test.each<[string, CheckedPack, Told]>([
  ['ten pairs', packFor(20, [pairs(10)]), 'compiles'],
  ['twenty pairs', packFor(40, [pairs(20)]), r0],
  ['five hundred pairs', packFor(1000, [pairs(500)]), r0],
  ['halves of ten equal', packFor(20, [equalHalves(10)]), 'compiles'],
  ['halves of thirty equal', packFor(60, [equalHalves(30)]), r0],
  ['the hidden weighted bit of ten', weighted(10), 'compiles'],
  ['the hidden weighted bit of sixty', weighted(60), r0],
  ['a product of four bits each', product(4), 'compiles'],
  ['one of all of a thousand', packFor(1000, [any(range(1000).map(is))]), 'compiles'],
  ['one of all of five thousand', packFor(5000, [any(range(5000).map(is))]), r0],
  [
    'one of each of two thousands',
    packFor(2000, [
      all([any(range(1000).map((i) => is(2 * i))), any(range(1000).map((i) => is(2 * i + 1)))]),
    ]),
    r0,
  ],
  ['a named condition that ten rules use, told once', shared(20), ['condition big: too-large']],
  ['a guard', packFor(42, [is(41)], { guards: { 41: pairs(20) } }), ['question q41: too-large']],
  [
    'rules beside one that is too large, untouched',
    packFor(60, [pairs(3), pairs(30), pairs(4)]),
    ['output r1: too-large'],
  ],
])('%s', (_, pack, expected) => {
  expect(refused(pack)).toEqual(expected);
});

describe('together', () => {
  it('two thousand rules that are each too large are given up before long', () => {
    const { problems } = buildDiagrams(
      packFor(
        100,
        range(2000).map(() => pairs(50)),
      ),
    );
    expect(problems.slice(0, -1).every(({ problem }) => problem === 'too-large')).toBe(true);
    expect(problems.at(-1)?.problem).toBe('together');
    expect(problems.length).toBeLessThan(100);
  });

  it('and so are rules that each pass alone and are too much to walk together', () => {
    const rules = range(2000).map(() => pairs(12));
    expect(refused(packFor(24, rules.slice(0, 10)))).toBe('compiles');
    expect(buildDiagrams(packFor(24, rules)).problems.map(({ problem }) => problem)).toEqual(['together']);
  });

  it('the limits hold for what compiles', () => {
    const pack = packFor(20, [pairs(8), equalHalves(10)]);
    const { diagrams } = buildDiagrams(pack);
    expect(diagrams.nodes.length / 4).toBeLessThan(2 * LIMITS.nodes);
    for (const limits of [
      { ...LIMITS, steps: 1000 },
      { ...LIMITS, nodes: 500 },
    ])
      expect(buildDiagrams(pack, limits).problems).toHaveLength(2);
  });
});

it('what was refused leaves nothing behind: the other rules come out as without it', () => {
  const rules = [pairs(3), pairs(30), all([is(3), named('n')]), pairs(4)];
  const conditions = [{ id: 'n', when: pairs(5) }];
  const { diagrams } = buildDiagrams(packFor(60, rules, { conditions }));
  const without = buildDiagrams(
    packFor(
      60,
      [rules[0], all([]), rules[2], rules[3]].map((r) => r ?? all([])),
      { conditions },
    ),
  );
  expect(diagrams.nodes).toEqual(without.diagrams.nodes);
});

it('a proof that would take too long says so and ends', () => {
  // Each guard alone is small: pairs among every fourth question. Where all are met at once, their sizes multiply.
  const everyFourth = (first: number) =>
    any(range(6).map((i) => all([is(4 * i + first), is(4 * (i + 6) + first)])));
  const guards = Object.fromEntries(range(4).map((i) => [52 + i, everyFourth(i)]));
  const guard = all(range(4).map((i) => is(52 + i)));
  const pack = packFor(57, [is(56), ...range(56).map(is)], { guards: { ...guards, 56: guard } });
  const { perhapsDeadEnds } = prove(packOf(pack), []);
  expect(perhapsDeadEnds).toContain('q56');
});

it('a rule that is too large is told with its place', () => {
  const questions = range(40)
    .map((i) => `- { id: q${i}, section: second, kind: one, options: [a, b], find_out: hint }\n`)
    .join('');
  const words = range(40)
    .map(
      (i) =>
        `  q${i}: { title: Q?, whether: q, why: So., find_out: Ask., options: { a: { label: A, says: a }, b: { label: B, says: b } } }\n`,
    )
    .join('');
  const when = `{ any: [${range(20)
    .map((i) => `{ all: [{ q${i}: a }, { q${i + 20}: a }] }`)
    .join(', ')}] }`;
  const texts = changed(
    ['questions.yaml', '- id: vote', `${questions}- id: vote`],
    ['consequences.yaml', 'when: { not: { vote: yes } }', `when: ${when}`],
    ['locales/en.yaml', '  vote:\n', `${words}  vote:\n`],
  );
  expect(told(compileTexts(texts))).toEqual([
    'consequences.yaml:2:3 too-large | The condition of output "C1" weighs too many things against each other to be exact about | Simplify it, or move questions that are tested together next to each other in questions.yaml.',
  ]);
});

it('a random pack of a thousand questions and two thousand rules compiles without a complaint', () => {
  const { pack, diagnostics } = compileLarge(largePack({ questions: 1000, rules: 2000 }));
  expect(diagnostics).toEqual([]);
  expect([pack?.questions.length, pack?.outputs.length]).toEqual([1000, 2000]);
  if (pack === undefined) return;
  const nothing = { answers: {}, readings: {}, ruledOut: {} };
  expect(
    Object.values(createEngine(pack).evaluate(nothing).verdicts).some(({ status }) => status === 'open'),
  ).toBe(true);
});
