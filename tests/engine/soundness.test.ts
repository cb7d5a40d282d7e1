/** The proof report against the brute-force twin: every witness does what is said, and where there is none, there is none. */
import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/engine/compile/checked.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import type { Output, Pack } from '../../src/engine/pack.ts';
import { proveSoundness } from '../../src/engine/soundness/prove-soundness.ts';
import { witnessChecks } from '../../src/engine/soundness/recheck.ts';
import type { Soundness } from '../../src/engine/soundness/soundness.ts';
import type { Situation } from '../../src/engine/verdict.ts';
import { loadPack } from '../../src/tools/cli/load.ts';
import { BruteForce } from './brute-force.ts';
import { packOf, Random, randomPack, randomSituation } from './random.ts';
import { everyAnswer } from './reasoner-twin.ts';

const NOTHING: Situation = { answers: {}, readings: {}, ruledOut: {} };
const NONE_DECLARED = { standing: [], informative: [], exclusive: [] };

interface Small {
  label: string;
  pack: Pack;
  twin: BruteForce;
  report: Soundness;
  /** Complete answers to all its questions. */
  all: Situation[];
}

/** Every pair of outputs of them is declared exclusive, to see the report find out which are not. */
const smalls: Small[] = Array.from({ length: 80 }, (_, seed): Small => {
  const pack = packOf(randomPack(new Random(seed + 4_000)));
  const exclusive = pack.outputs.map(({ id }, i) => ({
    output: id,
    others: pack.outputs.slice(i + 1).map((other) => other.id),
  }));
  return {
    label: `seed ${seed}`,
    pack,
    twin: new BruteForce(pack),
    report: proveSoundness(pack, [], { ...NONE_DECLARED, exclusive }),
    all: everyAnswer(pack.questions, NOTHING).map((answers) => ({ ...NOTHING, answers })),
  };
}).filter(({ all }) => all.length <= 1500);

const outputOf = (pack: Pack, id: string): Output => {
  const found = pack.outputs.find((output) => output.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const judged = ({ pack }: Small) =>
  pack.outputs.filter((o) => o.kind !== 'background' && o.when.kind !== 'undecided');
/** By output, over all complete answers: whether condition and not defeater. */
const firmIn = (small: Small, situation: Situation, id: string): boolean =>
  small.twin.verdict(situation, outputOf(small.pack, id)).value === 'always';

describe('on random packs', () => {
  it('has enough of them, with every kind of finding among them', () => {
    expect(smalls.length).toBeGreaterThan(40);
    const some = (is: (report: Soundness) => boolean) => smalls.filter(({ report }) => is(report)).length;
    expect(some((r) => r.outputs.some(({ holds }) => holds === null))).toBeGreaterThan(0);
    expect(some((r) => r.outputs.some(({ fails }) => fails === null))).toBeGreaterThan(0);
    expect(some((r) => r.questions.some(({ matters }) => matters === null))).toBeGreaterThan(0);
    expect(some((r) => r.exclusive.some(({ both }) => both === null))).toBeGreaterThan(0);
    expect(some((r) => r.exclusive.some(({ both }) => both !== null))).toBeGreaterThan(0);
    expect(some((r) => r.readings.some(({ pairs }) => pairs.length > 0))).toBeGreaterThan(0);
  });

  it('outputs: a witness makes it hold or fail, and where there is none no answers do', () => {
    for (const small of smalls)
      for (const { id } of judged(small)) {
        const found = small.report.outputs.find((one) => one.id === id);
        const can = (holds: boolean) => small.all.some((s) => firmIn(small, s, id) === holds);
        expect(found?.holds != null, `${small.label} ${id} holds`).toBe(can(true));
        expect(found?.fails != null, `${small.label} ${id} fails`).toBe(can(false));
        if (found?.holds) expect(firmIn(small, found.holds, id), `${small.label} ${id}`).toBe(true);
        if (found?.fails)
          expect(small.twin.verdict(found.fails, outputOf(small.pack, id)).value, small.label).toBe('never');
      }
  });

  it('questions: what matters does by this answer alone, and what does not never does', () => {
    for (const small of smalls)
      for (const { id, matters, asked, notAsked } of small.report.questions) {
        const at = `${small.label} ${id}`;
        expect(asked !== null, at).toBe(small.all.some((s) => small.twin.applies(s, id) === 'always'));
        expect(notAsked !== null, at).toBe(small.all.some((s) => small.twin.applies(s, id) === 'never'));
        if (asked) expect(small.twin.applies(asked, id), at).toBe('always');
        if (notAsked) expect(small.twin.applies(notAsked, id), at).toBe('never');
        if (matters !== null && outputOf(small.pack, matters.output).when.kind !== 'undecided') {
          const output = outputOf(small.pack, matters.output);
          const rest = ({ answers }: Situation) =>
            JSON.stringify({ ...answers, [id]: undefined }, Object.keys({ ...answers, [id]: '' }).sort());
          expect(rest(matters.holds), at).toBe(rest(matters.fails));
          expect(small.twin.verdict(matters.holds, output).value, at).toBe('always');
          expect(small.twin.verdict(matters.fails, output).value, at).toBe('never');
        }
        if (matters !== null) continue;
        // By the default readings and by every letter of each.
        const letters = small.pack.readings.reduce<Record<string, string>[]>(
          (sets, reading) =>
            sets.flatMap((set) => reading.letters.map(({ id: l }) => ({ ...set, [reading.id]: l }))),
          [{}],
        );
        for (const readings of letters)
          for (const output of judged(small)) {
            const seen = new Map<string, boolean>();
            for (const situation of small.all) {
              const { [id]: _, ...others } = situation.answers;
              const key = JSON.stringify(others);
              const is = firmIn(small, { ...situation, readings }, output.id);
              expect(seen.get(key) ?? is, `${at} ${output.id}`).toBe(is);
              seen.set(key, is);
            }
          }
      }
  });

  it('exclusive outputs: a witness makes both hold, and where there is none nothing does', () => {
    for (const small of smalls) {
      const random = new Random(7);
      const some = Array.from({ length: 100 }, () => ({
        ...randomSituation(random, small.pack),
        readings: {},
      }));
      const partly = partlyKnown(small.pack);
      for (const { outputs, both, beyond } of small.report.exclusive) {
        if (beyond) continue;
        const holding = (situation: Situation) =>
          outputs.every((id) => small.twin.verdict(situation, outputOf(small.pack, id)).status === 'holds');
        if (both !== null) expect(holding(both), `${small.label} ${outputs.join(' ')}`).toBe(true);
        else
          expect(
            [...partly, ...small.all, ...some].find(holding),
            `${small.label} ${outputs.join(' ')}`,
          ).toBeUndefined();
      }
    }
  });

  it('exclusive outputs: finds that both hold where what would defeat each is not known', () => {
    const checked = randomPack(new Random(1));
    const [question] = checked.questions;
    const [output] = checked.outputs;
    if (question === undefined || output === undefined) throw new Error('the pack is empty');
    const is = (option: string): Output['when'] => ({
      kind: 'answer',
      question: question.id,
      options: [option],
    });
    const always = { kind: 'always' } as const;
    const defeated = (id: string, by: string): Output => ({
      ...output,
      id,
      kind: 'consequence',
      when: always,
      lapses: is(by),
    });
    const pack = packOf({
      ...checked,
      questions: [
        {
          ...question,
          kind: 'one',
          applies: always,
          options: ['o0', 'o1'].map((id) => ({ id, exclusive: false })),
        },
      ],
      conditions: [],
      outputs: [defeated('a', 'o0'), defeated('b', 'o1')],
      readings: [],
      warnings: [],
    });
    const declared = { ...NONE_DECLARED, exclusive: [{ output: 'a', others: ['b'] }] };
    const [found] = proveSoundness(pack, [], declared).exclusive;
    expect(found?.both).toEqual(NOTHING);
    expect(new BruteForce(pack).verdict(NOTHING, outputOf(pack, 'a')).status).toBe('holds');
  });

  it('readings: letters that differ do so where it is said, and others never do', () => {
    for (const small of smalls)
      for (const { id, pairs } of small.report.readings)
        for (const { letters, differs } of pairs) {
          const under = (situation: Situation, letter: string): Situation => ({
            ...situation,
            readings: { ...situation.readings, [id]: letter },
          });
          const isSo = (situation: Situation, letter: string, where: { kind: string; id: string }) =>
            where.kind === 'question'
              ? small.twin.applies(under(situation, letter), where.id) === 'always'
              : firmIn(small, under(situation, letter), where.id);
          if (differs === null) {
            for (const situation of small.all)
              for (const output of judged(small))
                expect(firmIn(small, under(situation, letters[0]), output.id), small.label).toBe(
                  firmIn(small, under(situation, letters[1]), output.id),
                );
          } else if (differs.in.kind !== 'condition') {
            const other = letters.find((letter) => letter !== differs.holdsUnder) ?? '';
            expect(isSo(differs.situation, differs.holdsUnder, differs.in), small.label).toBe(true);
            expect(isSo(differs.situation, other, differs.in), small.label).toBe(false);
          }
        }
  });

  it('counts every different set of applicable answers once', () => {
    for (const small of smalls) {
      const seen = new Set(
        small.all.map((situation) =>
          JSON.stringify(
            small.pack.questions.flatMap(({ id }) =>
              small.twin.applies(situation, id) === 'always' ? [[id, situation.answers[id]]] : [],
            ),
          ),
        ),
      );
      expect(small.report.situations, small.label).toBe(String(seen.size));
    }
  });

  it('cases that close the gaps leave none open', () => {
    for (const { label, pack, report } of smalls.slice(0, 40)) {
      const cases = casesOf(pack, report);
      const closed = proveSoundness(pack, cases, NONE_DECLARED);
      expect(closed.figures.branches[0], label).toBe(closed.figures.branches[1]);
      expect(closed.coverage.closing, label).toEqual([]);
    }
  });
});

describe('the shipped pack', () => {
  const { pack, cases, declared } = loadPack('rules/belarus-russia-2020');
  if (pack === undefined) throw new Error('the shipped pack does not compile');
  const report = proveSoundness(pack, cases, declared);
  const twin = new BruteForce(pack);

  it('is sound in every respect', () => {
    expect(report.figures).toMatchObject({
      sound: true,
      outputs: [53, 53],
      questions: [20, 20],
      exclusive: [10, 10],
    });
    expect(report.figures.statements).toEqual([79, 79]);
    expect(report.figures.branches[0]).toBeGreaterThanOrEqual(240);
  });

  it('has witnesses that the twin confirms', () => {
    for (const { id, holds, fails } of report.outputs) {
      const output = outputOf(pack, id);
      if (holds) expect(twin.verdict(holds, output).status, id).toBe('holds');
      if (fails) expect(twin.verdict(fails, output).value, id).toBe('never');
    }
    for (const { id, asked, notAsked } of report.questions) {
      if (asked) expect(twin.applies(asked, id), id).toBe('always');
      if (notAsked) expect(twin.applies(notAsked, id), id).toBe('never');
    }
  });

  it('has witnesses that a device can check, and a check that notices a wrong one', () => {
    const checks = witnessChecks(createEngine(pack), report);
    expect(checks.length).toBeGreaterThan(180);
    expect(checks.filter((check) => !check.comesOut()).map(({ claim }) => claim)).toEqual([]);
    const [first] = report.outputs.filter(({ holds, fails }) => holds && fails);
    const turned = { ...report, outputs: [{ ...first, holds: first?.fails ?? null }] } as Soundness;
    expect(witnessChecks(createEngine(pack), turned).filter((check) => !check.comesOut())).toHaveLength(1);
  });

  it('would have every branch exercised by the cases that the report names', () => {
    const closed = proveSoundness(pack, [...cases, ...casesOf(pack, report)], declared);
    expect(closed.figures.branches[0]).toBe(closed.figures.branches[1]);
  });
});

/** With each question answered or not, as far as that is few enough to try. */
function partlyKnown(pack: Pack): Situation[] {
  let all: Situation['answers'][] = [{}];
  for (const question of pack.questions) {
    const answered = everyAnswer([question], NOTHING);
    const next = all.flatMap((known) => [known, ...answered.map((answer) => ({ ...known, ...answer }))]);
    if (next.length > 3000) break;
    all = next;
  }
  return all.map((answers) => ({ ...NOTHING, answers }));
}

/** The closing cases as an author who agrees with them would write them. */
function casesOf(pack: Pack, { coverage }: Soundness): Case[] {
  const engine = createEngine(pack);
  return coverage.closing.map(({ situation }, i) => {
    const { verdicts, setAside, warnings } = engine.evaluate(situation);
    const concluded = pack.outputs.filter(({ kind }) => kind !== 'background').map(({ id }) => id);
    return {
      id: `closing ${i}`,
      title: '',
      input: situation,
      situation,
      expected: {
        verdicts: Object.fromEntries(
          concluded.flatMap((id) => {
            const verdict = verdicts[id];
            if (verdict === undefined) return [];
            const { status, dependsOn, unconfirmed } = verdict;
            return [[id, { status, dependsOn, unconfirmed }]];
          }),
        ),
        setAside,
        warnings,
      },
    };
  });
}
