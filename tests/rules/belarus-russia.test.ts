/** The pack against the brief as it was modelled: nothing lost, nothing added, the scenarios as foreseen. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compilePack } from '../../src/engine/compile/compile.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import type { Output, OutputKind } from '../../src/engine/pack.ts';
import { parseSituation } from '../../src/engine/situation.ts';
import type { Evaluation, Situation } from '../../src/engine/verdict.ts';
import { readPack } from '../../src/tools/pack-reader.ts';

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
const read = readPack(join(import.meta.dirname, '../../rules/belarus-russia-2020'));
const compiled = compilePack(read.files, sha256);
const { cases, words } = compiled;

function compiledPack() {
  if (compiled.pack === undefined)
    throw new Error(compiled.diagnostics.map((d) => `${d.at.file}:${d.at.line} ${d.message}`).join('\n'));
  return compiled.pack;
}
const pack = compiledPack();
const engine = createEngine(pack);

function situationOf(input: unknown): Situation {
  const parsed = parseSituation(pack, input);
  if ('problems' in parsed) throw new Error(parsed.problems.map((p) => `${p.path}: ${p.message}`).join('\n'));
  return parsed.situation;
}

const idsOf = (list: string) => list.split(' ');
const holding = ({ verdicts }: Evaluation) =>
  pack.outputs.filter((o) => o.kind !== 'background' && verdicts[o.id]?.status === 'holds').map((o) => o.id);
const open = ({ verdicts }: Evaluation) =>
  Object.fromEntries(
    pack.outputs.flatMap((o) => {
      const verdict = verdicts[o.id];
      return verdict?.status === 'open' ? [[o.id, verdict.dependsOn.join(' ')]] : [];
    }),
  );
const ofKinds = (...kinds: OutputKind[]) => pack.outputs.filter((o) => kinds.includes(o.kind));

test('compiles without a complaint', () => {
  expect([...read.diagnostics, ...compiled.diagnostics]).toEqual([]);
});

describe('holds all of the brief', () => {
  test.each([
    ['statements', pack.statements.length, 79],
    ['questions', pack.questions.length, 20],
    ['recommendations and options', ofKinds('recommendation', 'option').length, 8],
    ['consequences', ofKinds('consequence').length, 14],
    ['indicators', ofKinds('indicator').length, 9],
    ['scenario outputs', ofKinds('scenario').length, 5],
    ['silences', ofKinds('silence').length, 17],
    ['background panels', ofKinds('background').length, 5],
    ['named conditions', pack.conditions.length, 5],
    ['ambiguities', pack.readings.length + pack.remarks.length, 20],
    ['readings', pack.readings.length, 10],
    ['warnings', pack.warnings.length, 4],
    ['scenarios', pack.scenarios.length, 7],
    ['paragraphs', new Set(pack.statements.map((s) => s.at.paragraph)).size, pack.brief.paragraphs],
    ['sentences', new Set(pack.statements.map((s) => `${s.at.paragraph}.${s.at.sentence}`)).size, 47],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });

  test('every statement is shown with an output or a question', () => {
    const shown = new Set([
      ...pack.outputs.flatMap((o) => o.source),
      ...pack.questions.flatMap((q) => q.statements),
    ]);
    expect(pack.statements.map((s) => s.id).filter((id) => !shown.has(id))).toEqual([]);
  });

  test('every output but a silence rests on a statement, and no silence does', () => {
    const without = pack.outputs.filter((o) => o.source.length === 0);
    expect(without).toEqual(ofKinds('silence'));
  });
});

describe('says what the brief says, in its modality', () => {
  const leadIn = (output: Output): RegExp => {
    if (output.modality === 'may') return /^The EU may /;
    if (output.modality === 'worthwhile') return /^It is worthwhile for the EU to /;
    const who = output.actors?.includes('eu') ? 'The EU' : 'Member States';
    return new RegExp(`^${who} (and each Member State )?should `);
  };

  test.each(ofKinds('recommendation', 'option').map((o) => [o.id, o] as const))('%s', (id, output) => {
    expect(words.en?.outputs[id]?.title).toMatch(leadIn(output));
    expect(words.en?.outputs[id]?.line !== undefined).toBe(output.act === 'say');
  });

  test.each([
    ['should', 'R1 R2a R2b R4 R6 R7'],
    ['worthwhile', 'R5'],
    ['may', 'O3'],
  ])('%s', (modality, expected) => {
    expect(pack.outputs.filter((o) => o.modality === modality).map((o) => o.id)).toEqual(idsOf(expected));
  });

  test('a silence says that there is no advice', () => {
    for (const { id } of ofKinds('silence'))
      expect(words.en?.outputs[id]?.title).toMatch(/^The brief gives no advice on /);
  });
});

test('the short path asks what decides advice, and nothing else', () => {
  expect(engine.deciding({})).toEqual(
    idsOf(
      'decisions mandate_social mandate_political narrative buyout bidders_blocked illegal_other ' +
        'constitution constitution_actors election_pres election_parl',
    ),
  );
});

describe('worked cases', () => {
  test.each(cases.map((c) => [`${c.id} ${c.title}`, c] as const))('%s', (_, { input, expected }) => {
    const found = engine.evaluate(situationOf(input));
    for (const [id, { status, dependsOn = [], unconfirmed = [] }] of Object.entries(expected.verdicts))
      expect({ id, ...found.verdicts[id] }).toMatchObject({ id, status, dependsOn, unconfirmed });
    expect(found.setAside).toEqual(expected.setAside);
    expect(found.warnings).toEqual(expected.warnings);
  });

  test('reach every letter of every reading, and every warning', () => {
    const letters = new Set(
      cases.flatMap(({ input }) =>
        Object.entries(situationOf(input).readings).map((taken) => taken.join(' ')),
      ),
    );
    const others = pack.readings.flatMap((r) =>
      r.letters.flatMap((l) => (l.id === r.default ? [] : [`${r.id} ${l.id}`])),
    );
    expect(others.filter((letter) => !letters.has(letter))).toEqual([]);
    expect([...new Set(cases.flatMap((c) => c.expected.warnings))].sort()).toEqual(
      pack.warnings.map((w) => w.id),
    );
  });
});

describe('scenarios', () => {
  test.each([
    ['P1', 'R1 R2a R2b R4 R5 C1 C2 C3 C4 C5 C10 C11 I1 I4 I5 I9 SC1 N2 N5 N9 N12'],
    ['P2', 'R1 R2b O3 R4 R5 C1 C2 C3 C4 C5 C11 I1 I4 I5 SC1 N5 N12 N17'],
    ['P3', 'R4 C1 C2 C3 C4 C5 I1 I2 I6 SC1 N1 N6 N11 N12'],
    ['P4', 'R2a R2b R4 R5 C11 C12 C14 I5 SC3 N2 N4 N5 N10 N16'],
    ['P5', 'R2b R4 R6 R7 C13 C14 I5 SC4 N2 N4 N5 N13'],
    [
      'P6',
      'R1 R2a R2b R4 C1 C2 C3 C4 C6 C7 C9 C10 C12 I1 I2 I3 I4 I6 I7 I8 I9 SC1 N1 N2 N7 N12 N13 N14 N15 N16',
    ],
    ['P7', 'R1 R2a R4 C7 C8 C11 C12 I1 I2 I3 I7 SC2 N1 N3 N12 N16'],
  ])('%s', (id, expected) => {
    const scenario = pack.scenarios.find((s) => s.id === id);
    const found = engine.evaluate(situationOf(scenario?.answers));
    expect(holding(found)).toEqual(idsOf(expected));
    expect(open(found)).toEqual(
      id === 'P1'
        ? {
            C6: 'military',
            C7: 'military',
            C9: 'leadership',
            C12: 'resistance',
            I2: 'measures',
            I6: 'military',
            I7: 'military',
            I8: 'constitution_actors',
          }
        : {},
    );
    expect(found.warnings).toEqual([]);
    expect(found.setAside).toEqual([]);
  });

  test("only the first is the brief's own picture, and what is known there has statements behind it", () => {
    expect(pack.scenarios.filter((s) => s.origin === 'brief').map((s) => s.id)).toEqual(['P1']);
    const [first] = pack.scenarios;
    const known = Object.entries(first?.answers ?? {}).filter(([, answer]) => String(answer) !== 'dont_know');
    expect(Object.keys(first?.support ?? {})).toEqual(known.map(([question]) => question));
  });
});

describe('notes stand where they are certain', () => {
  test.each<[string, unknown, string]>([
    ['R5', { constitution: 'lukashenka' }, 'lukashenka'],
    ['R5', { constitution: 'other' }, ''],
    ['C5', { buyout: 'planned', buyout_assets: ['profitable'] }, 'planned'],
    ['C5', { buyout: 'russian', buyout_assets: ['profitable'] }, ''],
    ['O3', { buyout: 'russian', bidders_blocked: 'yes', scenario: 'stalled' }, 'nothing_to_delay'],
    ['O3', { buyout: 'russian', bidders_blocked: 'yes', scenario: 'gradual' }, ''],
    ['R6', { election_pres: 'not_held' }, 'promise_now'],
    ['R7', { election_pres: 'not_held' }, 'two_ways'],
    ['R7', {}, ''],
    ['R7', { election_pres: 'free_fair', election_parl: 'free_fair' }, ''],
  ])('%s %j: %s', (output, input, expected) => {
    expect(engine.evaluate(situationOf(input)).notes[output]?.join(' ')).toBe(expected);
  });
});
