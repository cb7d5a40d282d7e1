/** Rooms: the three sayings and what a split turns, beside a twin that tries every combination of the tables' answers. */
import { describe, expect, it } from 'vitest';
import type { Pack } from '../../src/engine/pack.ts';
import { createRoomReasoner } from '../../src/engine/room/create-room-reasoner.ts';
import type { Situation } from '../../src/engine/verdict.ts';
import { loadPack } from '../../src/tools/cli/load.ts';
import { BruteForce } from './brute-force.ts';
import { packOf, Random, randomPack, randomSituation } from './random.ts';
import { answersTo } from './reasoner-twin.ts';
import { mixes, RoomTwin } from './room-twin.ts';

function realPack(): Pack {
  const { pack } = loadPack('rules/belarus-russia-2020');
  if (pack === undefined) throw new Error('the shipped pack does not compile');
  return pack;
}
const shipped = realPack();
const said = (answers: Situation['answers']): Situation => ({ answers, readings: {}, ruledOut: {} });

/** Tables that take the same readings. */
function randomTables(random: Random, pack: Pack, count: number): Situation[] {
  const { readings } = randomSituation(random, pack);
  return Array.from({ length: count }, () => ({ ...randomSituation(random, pack), readings }));
}

/** @returns combinations judged, and how many rooms had a verdict that is at no table */
function compare(pack: Pack, twin: BruteForce, tables: Situation[], label: string) {
  let combinations = 0;
  let onlyCombined = 0;
  for (const verdict of createRoomReasoner(pack).verdicts(tables)) {
    const output = pack.outputs.find(({ id }) => id === verdict.output);
    if (output === undefined) throw new Error(`no ${verdict.output}`);
    const room = new RoomTwin(pack, twin, tables, output);
    const { onlyCombined: ways, output: _, ...rest } = verdict;
    const expected = room.expected();
    expect(rest, `${label}, ${verdict.output}`).toEqual(expected);
    const missing = expected.combined?.filter((status) => !expected.statuses.includes(status));
    expect(
      ways.map(({ status }) => status),
      label,
    ).toEqual(missing);
    for (const { status, answers } of ways) {
      onlyCombined += 1;
      const has = (mix: readonly number[]) => room.verdict(mix).status === status;
      expect(room.with(answers).every(has), `${label}, ${verdict.output}: enough`).toBe(true);
      for (const one of answers)
        expect(room.with(answers.filter((a) => a !== one)).every(has), `${label}: none too many`).toBe(false);
      const numbers = tables.map((_, table) => table);
      const pairs = numbers.flatMap((a) => numbers.filter((b) => b > a).map((b) => [a, b]));
      const twoCan = pairs.some((pair) => mixes(room.questions.length, pair).some(has));
      const twoDo = pairs.some((pair) => answers.every((a) => pair.some((t) => a.tables.includes(t))));
      expect(twoDo || !twoCan, `${label}: two tables where two are enough`).toBe(true);
    }
    combinations += room.all.length;
  }
  return { combinations, onlyCombined };
}

describe('a room beside its twin', () => {
  it('random rooms of random packs', () => {
    let combinations = 0;
    let onlyCombined = 0;
    for (let seed = 0; seed < 250; seed++) {
      const random = new Random(seed + 40_000);
      const pack = packOf(randomPack(random));
      const counted = compare(
        pack,
        new BruteForce(pack),
        randomTables(random, pack, 2 + random.below(2)),
        `seed ${seed}`,
      );
      combinations += counted.combinations;
      onlyCombined += counted.onlyCombined;
    }
    expect(combinations).toBeGreaterThan(10_000);
    expect(onlyCombined).toBeGreaterThan(30);
  });

  it('random rooms of the shipped pack', () => {
    const random = new Random(7);
    const twin = new BruteForce(shipped);
    let onlyCombined = 0;
    for (let room = 0; room < 12; room++) {
      const tables = Array.from({ length: 3 }, () => said(randomSituation(random, shipped).answers));
      onlyCombined += compare(shipped, twin, tables, `room ${room}`).onlyCombined;
    }
    expect(onlyCombined).toBeGreaterThan(5);
  });
});

describe('the three sayings', () => {
  const reasoner = createRoomReasoner(shipped);
  const of = (output: string, ...tables: Situation['answers'][]) => {
    const verdict = reasoner.verdicts(tables.map(said)).find((one) => one.output === output);
    if (verdict === undefined) throw new Error(`no ${output}`);
    return verdict;
  };
  it('two tables each fail the election condition while their combination does not', () => {
    const verdict = of(
      'R6',
      { election_pres: 'free_fair', election_parl: 'not_held' },
      { election_pres: 'not_held', election_parl: 'free_fair' },
    );
    expect(verdict).toEqual({
      output: 'R6',
      statuses: ['fails', 'fails'],
      values: ['never', 'never'],
      combined: ['holds', 'fails'],
      onlyCombined: [
        {
          status: 'holds',
          answers: [
            { question: 'election_pres', tables: [0] },
            { question: 'election_parl', tables: [1] },
          ],
        },
      ],
      splits: [
        { question: 'election_pres', matters: 'combinations', alone: [1] },
        { question: 'election_parl', matters: 'combinations', alone: [0] },
      ],
    });
  });
  it('at some tables, and the question that makes the difference', () => {
    const election_pres = 'free_fair';
    const verdict = of(
      'R6',
      { election_pres, election_parl: 'free_fair', scenario: 'gradual' },
      { election_pres, election_parl: 'not_held', scenario: 'stalled' },
      { election_pres, scenario: 'dont_know' },
    );
    expect(verdict.statuses).toEqual(['holds', 'fails', 'open']);
    expect(verdict.onlyCombined).toEqual([]);
    expect(verdict.splits).toEqual([{ question: 'election_parl', matters: 'tables', alone: [0, 1, 2] }]);
  });
  it('at every table', () => {
    const verdict = of('R4', { scenario: 'gradual' }, { scenario: 'stalled' });
    expect([verdict.statuses, verdict.combined, verdict.splits]).toEqual([['holds', 'holds'], ['holds'], []]);
  });
  it('one table, and none', () => {
    expect(of('R6', {}).splits).toEqual([]);
    expect(reasoner.verdicts([])).toEqual([]);
  });
  it('forty tables that all differ, in a moment', () => {
    const random = new Random(40);
    const tables = Array.from({ length: 40 }, () => said(randomSituation(random, shipped).answers));
    const begun = performance.now();
    const verdicts = reasoner.verdicts(tables);
    const took = performance.now() - begun;
    expect(verdicts.filter(({ combined }) => combined === undefined)).toEqual([]);
    expect(verdicts.every(({ statuses }) => statuses.length === 40)).toBe(true);
    // Seconds would be a mistake; a busy machine may take ten times what it needs.
    expect(took).toBeLessThan(10_000);
  });
});

describe('rehearsed beside its twin', () => {
  it('random packs, open questions and news', () => {
    let told = 0;
    for (let seed = 0; seed < 40; seed++) {
      const random = new Random(seed + 90_000);
      const pack = packOf(randomPack(random));
      const twin = new BruteForce(pack);
      const ids = pack.questions.map(({ id }) => id);
      const open = random.some(ids, 0.5).slice(0, 3);
      const full = randomSituation(random, pack);
      const closed = <T>(record: Record<string, T>) =>
        Object.fromEntries(Object.entries(record).filter(([id]) => !open.includes(id)));
      const base = { ...full, answers: closed(full.answers), ruledOut: {} };
      const news = [closed(randomSituation(random, pack).answers), randomSituation(random, pack).answers];
      const parts = createRoomReasoner(pack).rehearse(base, open, news);
      [{}, ...news].forEach((settled, at) => {
        const left = pack.questions.filter(({ id }) => open.includes(id) && !Object.hasOwn(settled, id));
        const expected = left.map(({ id }) => ({ question: id, outputs: [] as string[] }));
        const changes: string[] = [];
        for (const output of pack.outputs) {
          const value = (answers: Situation['answers'], news: Situation['answers']) =>
            twin.verdict({ ...base, answers: { ...base.answers, ...answers, ...news } }, output).value;
          const all = everyAnswer(pack, open, output.when.kind === 'undecided');
          if (all.some((answers) => value(answers, settled) !== value(answers, {}))) changes.push(output.id);
          for (const one of expected) {
            const question = pack.questions.find(({ id }) => id === one.question);
            if (question === undefined) throw new Error('no question');
            const others = everyAnswer(pack, [one.question], output.when.kind === 'undecided');
            const turns = all.some((answers) =>
              others.some((other) => value({ ...answers, ...other }, settled) !== value(answers, settled)),
            );
            if (turns) one.outputs.push(output.id);
          }
        }
        expect(parts[at], `seed ${seed}, stage ${at}`).toEqual({ questions: expected, changes, unknown: [] });
        told += changes.length;
      });
    }
    expect(told).toBeGreaterThan(30);
  });

  /** Complete answers to all of them, and "don't know" where that counts. */
  function everyAnswer(pack: Pack, open: readonly string[], unsure: boolean): Situation['answers'][] {
    let all: Situation['answers'][] = [{}];
    for (const question of pack.questions.filter(({ id }) => open.includes(id))) {
      const unknown = question.kind === 'one' ? 'dont_know' : ['dont_know'];
      const answers = [...answersTo(question, said({})), ...(unsure ? [unknown] : [])];
      all = all.flatMap((given) => answers.map((answer) => ({ ...given, [question.id]: answer })));
    }
    return all;
  }
});
