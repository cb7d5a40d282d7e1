/** Everything around a verdict, against plain enumeration with the brute-force twin: on random packs and the real one. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/create-engine.ts';
import { createReasoner } from '../../src/engine/create-reasoner.ts';
import type { Output, Pack, Question } from '../../src/engine/pack.ts';
import type { Ground, Situation, Status } from '../../src/engine/verdict.ts';
import { randomSituation } from './random.ts';
import {
  agrees,
  answersTo,
  everyAnswer,
  expectedHinges,
  foundHinges,
  knowing,
  knownParts,
  mix,
  type Part,
  randomSamples,
  realSamples,
  type Sample,
  sorted,
  subsets,
  withAnswers,
} from './reasoner-twin.ts';

const ALL = Number.POSITIVE_INFINITY;
const SLOW = 240_000;
const isDecided = (output: Output) => output.when.kind !== 'undecided';
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

/** Name, samples of so many packs with so many situations each (one real pack), and how often something was seen. */
const SAMPLES = {
  random: (packs: number, situations: number) => randomSamples(packs, situations),
  real: (_packs: number, situations: number) => realSamples(situations * 4),
};

describe.each(['random', 'real'] as const)('on the %s pack', (which) => {
  const samplesOf = SAMPLES[which];

  it(
    'hinges are the minimal sets of questions with the answers that change the status, cheapest first',
    () => {
      let seen = 0;
      for (const sample of samplesOf(120, 3)) {
        const reasoner = createReasoner(sample.pack);
        for (const output of sample.pack.outputs) {
          if (tooMany(sample, output)) continue;
          const before = sample.twin.verdict(sample.situation, output).status;
          const { items, more } = reasoner.hinges(sample.situation, output.id, ALL);
          const label = `${sample.label}, ${output.id} ${JSON.stringify(sample.situation)}`;
          expect(more, label).toBe(false);
          expect(sorted(foundHinges(sample, items)), label).toEqual(
            sorted(expectedHinges(sample, output, before)),
          );
          const costs = items.map((h) => h.answers.length);
          expect(costs, label).toEqual([...costs].sort((a, b) => a - b));
          seen += items.length;
        }
      }
      expect(seen).toBeGreaterThan(500);
    },
    SLOW,
  );

  it(
    'hinges stop at the limit and say that there are more',
    () => {
      for (const { pack, situation } of samplesOf(40, 1)) {
        const reasoner = createReasoner(pack);
        for (const { id } of pack.outputs) {
          const all = reasoner.hinges(situation, id, ALL).items;
          expect(reasoner.hinges(situation, id, 2)).toEqual({ items: all.slice(0, 2), more: all.length > 2 });
          expect(reasoner.hinges(situation, id)).toEqual({ items: all.slice(0, 50), more: all.length > 50 });
        }
      }
    },
    SLOW,
  );

  it(
    'a goal is the minimal ways to make it hold, from here and from nothing',
    () => {
      let seen = 0;
      for (const sample of samplesOf(60, 2)) {
        const { pack, situation, twin } = sample;
        const reasoner = createReasoner(pack);
        const starts = [
          ['here', situation],
          ['nothing', { answers: {}, readings: situation.readings, ruledOut: {} }],
        ] as const;
        for (const output of pack.outputs)
          for (const [from, start] of starts) {
            if (tooMany(sample, output)) continue;
            const { items, more } = reasoner.goal(situation, output.id, from, ALL);
            const before = twin.verdict(start, output).status;
            const expected = expectedHinges({ ...sample, situation: start }, output, before);
            for (const key of expected.keys()) if (!key.startsWith('holds')) expected.delete(key);
            expect(more).toBe(false);
            expect(sorted(foundHinges({ ...sample, situation: start }, items)), sample.label).toEqual(
              sorted(expected),
            );
            seen += items.length;
          }
      }
      expect(seen).toBeGreaterThan(100);
    },
    SLOW,
  );

  it(
    'reasons are the minimal parts of what is known that force the value, in the author’s order',
    () => {
      let several = 0;
      for (const { pack, twin, situation, label } of samplesOf(150, 4)) {
        const reasoner = createReasoner(pack);
        for (const output of pack.outputs.filter(isDecided)) {
          const verdict = twin.verdict(situation, output);
          const { items, more } = reasoner.reasons(situation, output.id, ALL);
          expect(more).toBe(false);
          if (verdict.status === 'open' || (verdict.value === 'mixed' && verdict.status === 'fails')) {
            expect(items).toEqual([]);
            continue;
          }
          const mentioned = twin.mentioned(output);
          const parts = knownParts(
            pack.questions.filter(({ id }) => mentioned.includes(id)),
            situation,
          );
          if (parts.length > 8) continue;
          const stands = (known: Part[]): boolean => {
            const now = twin.verdict(knowing(known, situation), output);
            return verdict.value === 'mixed' ? now.status === 'holds' : now.value === verdict.value;
          };
          const sets = subsets(parts).sort((a, b) => a.length - b.length);
          const minimal: Part[][] = [];
          for (const set of sets)
            if (!minimal.some((m) => m.every((part) => set.includes(part))) && stands(set)) minimal.push(set);
          const names = (list: string[][]) => list.map((l) => [...l].sort().join()).sort();
          expect(names(items.map((grounds) => grounds.map(nameOf))), `${label}, ${output.id}`).toEqual(
            names(minimal.map((m) => m.map((part) => part.name))),
          );
          const written = asWritten(pack, output);
          for (const grounds of items) {
            const places = grounds
              .map((ground) => written.indexOf(`"question":"${nameOf(ground).split('/')[0]}"`))
              .filter((place) => place >= 0);
            expect(places, label).toEqual([...places].sort((a, b) => a - b));
          }
          if (minimal.length > 1) several++;
        }
      }
      expect(several).toBeGreaterThan(which === 'real' ? 10 : 40);
    },
    SLOW,
  );

  it(
    'counts are of distinct sets of applicable answers to the questions that the output mentions',
    () => {
      let large = 0;
      for (const { pack, twin, situation, label } of samplesOf(250, 3)) {
        const reasoner = createReasoner(pack);
        for (const output of pack.outputs.filter(isDecided)) {
          const expected = twin.counts(situation, output);
          expect(
            reasoner.counts(situation, output.id),
            `${label}, ${output.id} ${JSON.stringify(situation)}`,
          ).toEqual(expected);
          if (expected.holds > 4n) large++;
        }
      }
      expect(large).toBeGreaterThan(20);
    },
    SLOW,
  );

  it(
    'readings are tried one by one and in every combination',
    () => {
      let hanging = 0;
      for (const { pack, twin, situation, label } of samplesOf(250, 5)) {
        const reasoner = createReasoner(pack);
        for (const output of pack.outputs) {
          const report = reasoner.readings(situation, output.id);
          const touching = pack.readings.filter((r) =>
            report.readings.some((found) => found.reading === r.id),
          );
          const status = (readings: Record<string, string>): Status =>
            twin.verdict({ ...situation, readings: { ...situation.readings, ...readings } }, output).status;
          for (const { reading, statuses } of report.readings)
            for (const [letter, found] of Object.entries(statuses))
              expect(found, label).toBe(status({ [reading]: letter }));
          let combinations: Record<string, string>[] = [{}];
          for (const r of touching)
            combinations = combinations.flatMap((c) => r.letters.map((l) => ({ ...c, [r.id]: l.id })));
          expect(new Set(report.all), label).toEqual(new Set(combinations.map(status)));
          const hangs = touching
            .filter((r) =>
              combinations.some(
                (c) => new Set(r.letters.map((l) => status({ ...c, [r.id]: l.id }))).size > 1,
              ),
            )
            .map((r) => r.id);
          expect(report.hangsOn, label).toEqual(hangs);
          if (hangs.length > 0) hanging++;
        }
      }
      expect(hanging).toBeGreaterThan(which === 'real' ? 10 : 50);
    },
    SLOW,
  );

  it(
    'the next question is the one whose answers settle most on average, and says which it can settle',
    () => {
      let settled = 0;
      for (const { pack, twin, situation, label } of samplesOf(250, 2)) {
        const asked = pack.outputs.filter((o) => which === 'random' || o.modality !== undefined);
        const open = asked.filter(isDecided).filter((o) => twin.verdict(situation, o).value === 'mixed');
        const next = createReasoner(pack).next(situation, ids(asked));
        const measure = (question: Question) => {
          const answers = answersTo(question, situation).filter((a) =>
            agrees(situation.answers[question.id], a),
          );
          const by = open.map((o) => ({
            id: o.id,
            n: answers.filter(
              (a) => twin.verdict(withAnswers(situation, { [question.id]: a }), o).value !== 'mixed',
            ).length,
          }));
          return {
            settles: by.reduce((sum, { n }) => sum + n, 0) / answers.length,
            outputs: ids(by.filter(({ n }) => n > 0)),
          };
        };
        const left = new Set(open.flatMap((o) => twin.left(situation, o)));
        const expected = pack.questions
          .filter(({ id }) => left.has(id))
          .map((question) => ({ question: question.id, ...measure(question), exact: true }))
          .sort((a, b) => (Math.abs(b.settles - a.settles) < 1e-9 ? 0 : b.settles - a.settles));
        expect(next, label).toEqual(
          expected.map((one) => ({ ...one, settles: expect.closeTo(one.settles, 9) })),
        );
        settled += expected.reduce((sum, { settles }) => sum + settles, 0);
      }
      expect(settled).toBeGreaterThan(which === 'real' ? 15 : 100);
    },
    SLOW,
  );

  it(
    'the fewest questions are the least number whose answers can settle everything',
    () => {
      const seen = { several: 0, never: 0 };
      for (const { pack, twin, situation, label } of samplesOf(150, 5)) {
        const outputs = pack.outputs.filter((o) => which === 'random' || o.modality !== undefined);
        const open = outputs.filter(isDecided).filter((o) => twin.verdict(situation, o).value === 'mixed');
        const left = new Set(open.flatMap((o) => twin.left(situation, o)));
        const questions = pack.questions.filter(({ id }) => left.has(id));
        if (questions.length > 5) continue;
        const settles = (set: Question[]): boolean =>
          everyAnswer(set, situation)
            .filter((answers) => set.every((q) => agrees(situation.answers[q.id], answers[q.id] ?? '')))
            .some((answers) =>
              open.every((o) => twin.verdict(withAnswers(situation, answers), o).value !== 'mixed'),
            );
        const fewest = subsets(questions)
          .sort((a, b) => a.length - b.length)
          .find(settles);
        expect(createReasoner(pack).fewest(situation, ids(outputs)), label).toEqual(
          fewest === undefined ? { kind: 'never' } : { kind: 'fewest', count: fewest.length, exact: true },
        );
        if (fewest === undefined) seen.never++;
        else if (fewest.length > 1) seen.several++;
      }
      expect(seen.several).toBeGreaterThan(4);
      expect(seen.never).toBeGreaterThan(0);
    },
    SLOW,
  );

  it(
    'questions that no longer matter are left in no output',
    () => {
      let gone = 0;
      for (const { pack, twin, situation, label } of samplesOf(250, 3)) {
        const left = new Set(pack.outputs.flatMap((o) => twin.left(situation, o)));
        const expected = ids(pack.questions).filter((id) => left.has(id));
        expect(createEngine(pack).stillMatters(situation, ids(pack.outputs)), label).toEqual(expected);
        gone += pack.questions.length - expected.length;
      }
      expect(gone).toBeGreaterThan(50);
    },
    SLOW,
  );

  it(
    'differences name a smallest set of answers that makes each',
    () => {
      let seen = 0;
      for (const { pack, twin, situation, label, random } of samplesOf(150, 3)) {
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
          const mentioned = new Set(twin.mentioned(output));
          const parts = [...ids(pack.questions), ...ids(pack.readings)].filter((id) => mentioned.has(id));
          const enough = subsets(parts).filter(
            (set) => twin.verdict(mix(situation, other, set), output).status === to,
          );
          expect(found, label).toMatchObject({ from, to, smallest: true });
          expect(
            enough.map((set) => set.join()),
            label,
          ).toContain(parts.filter((id) => found?.by.includes(id)).join());
          expect(found?.by.length, label).toBe(Math.min(...enough.map((set) => set.length)));
          seen++;
        }
      }
      expect(seen).toBeGreaterThan(100);
    },
    SLOW,
  );
});

/** Enumerating all answers to all its questions would take the twin too long. */
function tooMany({ pack, twin, situation }: Sample, output: Output): boolean {
  const mentioned = twin.mentioned(output);
  const questions = pack.questions.filter(({ id }) => mentioned.includes(id));
  return questions.reduce((n, q) => n * (1 + answersTo(q, situation).length), 1) > 2_000;
}

function nameOf(ground: Ground): string {
  if (ground.kind === 'reading') return '';
  return ground.kind === 'tick' ? `${ground.question}/${ground.option}` : ground.question;
}

/** The condition and the defeater with named conditions written out. */
function asWritten(pack: Pack, { when, lapses }: Output): string {
  let text = JSON.stringify([when, lapses]);
  for (const { id, when: own } of pack.conditions.toReversed())
    text = text.replaceAll(JSON.stringify({ kind: 'named', name: id }), JSON.stringify(own));
  return text;
}

describe('of the real pack nothing is cut short', () => {
  it('with nothing answered, how few questions settle all advice is exact', () => {
    const [sample] = realSamples(1);
    if (sample === undefined) throw new Error('no sample');
    const nothing: Situation = { answers: {}, readings: {}, ruledOut: {} };
    const advice = ids(sample.pack.outputs.filter((o) => o.modality !== undefined));
    expect(createReasoner(sample.pack).fewest(nothing, advice)).toMatchObject({
      kind: 'fewest',
      exact: true,
    });
  });
});
