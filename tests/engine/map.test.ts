/** The map against the twin: each value over every completion, each link from every way to read the text. */
import { describe, expect, it } from 'vitest';
import type { MapEnd, MapLink, MapRole } from '../../src/engine/brief-map.ts';
import type { Condition } from '../../src/engine/condition.ts';
import { createReasoner } from '../../src/engine/create-reasoner.ts';
import type { Pack, Replacement } from '../../src/engine/pack.ts';
import type { Situation } from '../../src/engine/verdict.ts';
import { randomSamples, realSamples, type Sample } from './reasoner-twin.ts';

const SAMPLES = { random: () => randomSamples(150, 4), real: () => realSamples(60) };

describe.each(['random', 'real'] as const)('on the %s pack', (which) => {
  it('conditions, questions and outputs have their exact values', () => {
    const seen = new Set<string>();
    for (const { pack, twin, situation, label } of SAMPLES[which]()) {
      const map = createReasoner(pack).map(situation);
      for (const { id, value } of map.conditions) {
        expect(value, `${label}, ${id}`).toBe(twin.value(situation, { kind: 'named', name: id }));
        seen.add(value);
      }
      for (const { id, value } of map.questions)
        expect(value, `${label}, ${id}`).toBe(twin.applies(situation, id));
      for (const { id, status } of map.outputs) {
        const output = pack.outputs.find((o) => o.id === id);
        expect(status, `${label}, ${id}`).toBe(output && twin.verdict(situation, output).status);
      }
    }
    expect([...seen].sort()).toEqual(['always', 'mixed', 'never']);
  });

  it('each part has its exact value, and a link is lit where one is met and it leads to what is lit', () => {
    let lit = 0;
    for (const { pack, twin, situation, label } of SAMPLES[which]()) {
      const map = createReasoner(pack).map(situation);
      const isLit = ({ kind, id }: MapEnd): boolean => {
        if (kind === 'output') return map.outputs.find((o) => o.id === id)?.status === 'holds';
        const nodes = kind === 'question' ? map.questions : map.conditions;
        return nodes.find((n) => n.id === id)?.value === 'always';
      };
      for (const link of map.links) {
        for (const part of link.parts.filter(() => link.role !== 'undecided')) {
          const said: Condition =
            link.from.kind === 'condition'
              ? { kind: 'named', name: link.from.id }
              : { kind: 'answer', question: link.from.id, options: part.options };
          const condition: Condition = part.not ? { kind: 'not', of: said } : said;
          expect(part.value, `${label}, ${JSON.stringify([link.from, part])}`).toBe(
            twin.value(situation, condition),
          );
        }
        const met = link.parts.some((part) => part.value === 'always');
        expect(link.value === 'always', label).toBe(met);
        expect(link.lit, `${label}, ${JSON.stringify(link)}`).toBe(met && isLit(link.to));
        if (link.lit) lit++;
      }
    }
    expect(lit).toBeGreaterThan(100);
  });

  it('links are all that the author mentions, however an open reading is taken, and no more', () => {
    for (const { pack, situation, label } of SAMPLES[which]()) {
      const found = createReasoner(pack)
        .map(situation)
        .links.filter(({ role }) => role !== 'focus');
      expect(found.flatMap(mentionsIn).sort(), label).toEqual(expectedMentions(pack, situation));
    }
  });

  it('whatever an output still depends on lies on a way to it', () => {
    let seen = 0;
    for (const { pack, twin, situation, label } of SAMPLES[which]()) {
      const { links } = createReasoner(pack).map(situation);
      for (const output of pack.outputs) {
        const { dependsOn, unconfirmed } = twin.verdict(situation, output);
        const before = new Set([`output ${output.id}`]);
        for (const key of before)
          for (const { from, to } of links)
            if (`${to.kind} ${to.id}` === key) before.add(`${from.kind} ${from.id}`);
        for (const id of [...dependsOn, ...unconfirmed]) {
          if (!pack.questions.some((q) => q.id === id)) continue;
          expect(before, `${label}, ${output.id}`).toContain(`question ${id}`);
          seen++;
        }
      }
    }
    expect(seen).toBeGreaterThan(100);
  });
});

describe('the shipped pack', () => {
  const [blank] = realSamples(1) as [Sample];
  const reasoner = createReasoner(blank.pack);
  const link = (situation: Situation, from: string, to: string) =>
    reasoner.map(situation).links.filter((l) => l.from.id === from && l.to.id === to);

  it.each([
    ['a part under a named condition', {}, 'russian_buyout', 'sanctionable_buyout', 'needs', [['', false]]],
    ['a double not', {}, 'narrative', 'R2a', 'lapses', [['voluntary', false]]],
    [
      'two parts of one question',
      {},
      'constitution_actors',
      'R5',
      'lapses',
      [
        ['independent_social', true],
        ['independent_political', true],
      ],
    ],
    ['another reading', { A1: 'c' }, 'decisions', 'R1', 'lapses', [['none', true]]],
    ['an order of those it is addressed to', {}, 'civil_society', 'R4', 'focus', []],
    ['what is asked', {}, 'bidders_blocked', 'illegal_other', 'asked', [['yes', true]]],
  ] as const)('%s', (_name, readings, from, to, role, parts) => {
    const [found, ...more] = link({ answers: {}, ruledOut: {}, readings }, from, to);
    expect(more).toEqual([]);
    expect(found?.role).toBe(role);
    expect(found?.parts.map((part) => [part.options.join(), part.not])).toEqual(parts);
  });

  it('says where the text is read in another way than by default', () => {
    const map = reasoner.map({ answers: {}, ruledOut: {}, readings: { A7: 'b', A1: 'a', A17: 'any' } });
    const read = [...map.questions, ...map.conditions, ...map.outputs].filter((n) => n.readings.length > 0);
    expect(read.map(({ id }) => id)).toEqual([
      'bidders_blocked',
      'illegal_other',
      'russian_buyout',
      'elections_met',
      'R1',
    ]);
  });
});

function mentionsIn({ from, to, role, parts }: MapLink): string[] {
  return parts.map((part) => line(from, to, role, part.options, part.not));
}

const line = (from: MapEnd, to: MapEnd, role: MapRole, options: readonly string[], not: boolean): string =>
  `${from.kind} ${from.id} -> ${role} ${to.kind} ${to.id}: ${not ? 'not ' : ''}${options.join('|')}`;

/** Every combination of letters that is possible, one after the other: what then stands at each place. */
function expectedMentions(pack: Pack, situation: Situation): string[] {
  const found = new Set<string>();
  const places: { target: Replacement['target']; to: MapEnd; own: Condition; role: MapRole }[] = [
    ...pack.questions.map((q) => ({
      target: 'applies' as const,
      to: { kind: 'question' as const, id: q.id },
      own: q.applies,
      role: 'asked' as const,
    })),
    ...pack.conditions.map((c) => ({
      target: 'condition' as const,
      to: { kind: 'condition' as const, id: c.id },
      own: c.when,
      role: 'needs' as const,
    })),
    ...pack.outputs.flatMap((o) => {
      const to = { kind: 'output' as const, id: o.id };
      return [
        { target: 'when' as const, to, own: o.when, role: 'needs' as const },
        {
          target: 'lapses' as const,
          to,
          own: o.lapses ?? { kind: 'never' as const },
          role: 'lapses' as const,
        },
      ];
    }),
  ];
  for (const { target, to, own, role } of places) {
    const isHere = (r: Replacement) =>
      r.target === target && ('output' in r ? r.output : 'name' in r ? r.name : r.question) === to.id;
    const touching = pack.readings.filter((r) => r.letters.some((l) => l.replaces.some(isHere)));
    let combinations: Condition[] = [own];
    for (const reading of touching) {
      const taken = situation.readings[reading.id] ?? reading.default;
      const letters = reading.letters.filter((l) => taken === 'any' || l.id === taken);
      combinations = combinations.flatMap((before) =>
        letters.map((l) => l.replaces.find(isHere)?.condition ?? before),
      );
    }
    for (const condition of combinations) {
      const visit = (part: Condition, not: boolean): void => {
        if (part.kind === 'all' || part.kind === 'any') for (const one of part.of) visit(one, not);
        if (part.kind === 'not') visit(part.of, !not);
        if (part.kind === 'named') found.add(line({ kind: 'condition', id: part.name }, to, role, [], not));
        if (part.kind === 'answer')
          found.add(line({ kind: 'question', id: part.question }, to, role, part.options, not));
        if (part.kind === 'undecided')
          found.add(line({ kind: 'question', id: part.question }, to, 'undecided', [], false));
      };
      visit(condition, role === 'lapses');
    }
  }
  return [...found].sort();
}
