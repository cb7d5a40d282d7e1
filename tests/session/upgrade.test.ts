/** A session taken over to another version of its pack: what is told beforehand, against a twin that tries everything. */

import { describe, expect, it } from 'vitest';
import { openBrief } from '../../src/brief/brief.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import type { Pack } from '../../src/engine/pack.ts';
import type { Situation, Status } from '../../src/engine/verdict.ts';
import { NO_DETAILS } from '../../src/session/beginning.ts';
import { nextEntry } from '../../src/session/chain.ts';
import { createDesk } from '../../src/session/create-desk.ts';
import { fitSituation } from '../../src/session/fit.ts';
import { fold } from '../../src/session/fold.ts';
import type { Action, Entry, SessionState } from '../../src/session/journal.ts';
import { type Upgrade, upgradeOf } from '../../src/session/upgrade.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { BruteForce } from '../engine/brute-force.ts';
import { packOf, Random, randomPack, randomSituation } from '../engine/random.ts';

const version = (pack: Pack, name: string): Pack => ({ ...pack, version: name, hash: `hash-${name}` });

function begun(pack: Pack, { answers, readings, ruledOut }: Situation): Entry[] {
  const action: Action = {
    type: 'created',
    pack: { id: pack.id, version: pack.version, hash: pack.hash },
    details: { ...NO_DETAILS, title: 'A' },
    origin: { kind: 'blank' },
    path: 'whole',
    carried: { answers, readings, ruledOut, unchecked: [] },
  };
  return [nextEntry(undefined, action, '2026-01-01T00:00:00.000Z')];
}

interface Pair {
  older: Pack;
  newer: Pack;
  state: SessionState;
  entries: Entry[];
}

/** Two versions made at random: they share ids of questions, options and outputs, and little else. */
function randomPair(seed: number): Pair {
  const random = new Random(seed);
  const first = randomPack(random);
  const older = version(packOf(first), '1');
  // The same questions under other rules, or another pack altogether.
  const turned = first.outputs.map((output, i) => ({
    ...output,
    when: first.outputs.at(i - 1)?.when ?? output.when,
  }));
  const next = random.chance(0.4) ? { ...first, outputs: turned } : randomPack(random);
  const newer = version(packOf(next), '2');
  const entries = begun(older, randomSituation(random, older));
  return { older, newer, state: fold(entries), entries };
}

/** By going through every completion, of a pack and what of a situation fits it. */
function statuses(pack: Pack, given: Parameters<typeof fitSituation>[1]): Record<string, Status> {
  const { situation } = fitSituation(pack, given);
  const twin = new BruteForce(pack);
  return Object.fromEntries(
    pack.outputs.map((output) => [output.id, twin.verdict(situation, output).status]),
  );
}

function expectedTurns({ older, newer, state }: Pair): Record<string, string> {
  const before = statuses(older, state);
  const after = statuses(newer, state);
  const between = statuses(older, fitSituation(newer, state).situation);
  const found: Record<string, string> = {};
  for (const id of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [from, to] = [before[id], after[id]];
    if (from === to) continue;
    if (from === undefined) found[id] = 'came';
    else if (to === undefined) found[id] = 'left';
    else if (between[id] === from) found[id] = `${from} ${to} rules`;
    else found[id] = `${from} ${to} ${between[id] === to ? 'answers' : 'both'}`;
  }
  return found;
}

function told({ turns }: Upgrade): Record<string, string> {
  return Object.fromEntries(
    turns.map(({ output, from, to, why }) => [
      output,
      from !== undefined && to !== undefined ? `${from} ${to} ${why}` : why,
    ]),
  );
}

describe('what taking over would change', () => {
  it('is what going through every completion under both versions gives, in 200 pairs of versions', () => {
    const whys = new Set<string>();
    for (let seed = 1; seed <= 200; seed++) {
      const pair = randomPair(seed);
      const upgrade = upgradeOf(pair.state, createEngine(pair.newer), createEngine(pair.older));
      expect(told(upgrade), `seed ${seed}`).toEqual(expectedTurns(pair));
      for (const { why } of upgrade.turns) whys.add(why);
    }
    // Each reason was met.
    expect([...whys].sort()).toEqual(['answers', 'both', 'came', 'left', 'rules']);
  });

  it('names every answer that has no place, and no other, with the reason', () => {
    const whys = new Set<string>();
    for (let seed = 1; seed <= 200; seed++) {
      const { newer, older, state } = randomPair(seed);
      const { misfits, fresh } = upgradeOf(state, createEngine(newer), createEngine(older));
      for (const { id, why } of misfits) {
        whys.add(why);
        const question = newer.questions.find((one) => one.id === id);
        if (why === 'question') expect(question).toBeUndefined();
        if (why === 'kind') expect(Array.isArray(state.answers[id])).not.toBe(question?.kind === 'several');
      }
      expect(new Set(misfits.map(({ id }) => id))).toEqual(new Set(fitSituation(newer, state).misfits));
      for (const id of fresh) expect(older.questions.some((one) => one.id === id)).toBe(false);
    }
    expect([...whys].sort()).toEqual(['kind', 'option', 'question', 'reading', 'ruledOut']);
  });

  it('without the older version tells what stands then, and claims nothing of before', () => {
    const { newer, older, state } = randomPair(7);
    const alone = upgradeOf(state, createEngine(newer), undefined);
    expect(alone).toMatchObject({ before: undefined, turns: [], fresh: [] });
    expect(alone.after).toEqual(upgradeOf(state, createEngine(newer), createEngine(older)).after);
  });
});

describe('taking over', () => {
  async function desk(pair: Pair) {
    const store = createMemoryStore();
    await store.append('one', pair.entries);
    let second = 0;
    const made = createDesk({
      briefs: [openBrief(pair.newer)],
      store,
      now: () => `2026-01-02T00:00:${String(second++).padStart(2, '0')}.000Z`,
      newId: () => 'two',
    });
    const session = await made.open('one');
    if (session === undefined) throw new Error('not there');
    return { made, session, store };
  }

  it('is one entry with what stood before; the past is judged by the version of then; it can be undone', async () => {
    for (let seed = 1; seed <= 30; seed++) {
      const pair = randomPair(seed);
      const { made, session, store } = await desk(pair);
      const upgrade = upgradeOf(session.state.value, createEngine(pair.newer), createEngine(pair.older));
      await session.takeOver(upgrade.before ?? {});
      expect((await store.read('one'))?.entries.at(-1)?.action).toEqual({
        type: 'upgraded',
        from: { id: pair.older.id, version: '1', hash: 'hash-1' },
        to: { id: pair.newer.id, version: '2', hash: 'hash-2' },
        verdicts: upgrade.before,
      });
      expect(session.state.value.pack.version).toBe('2');
      // Nothing that was answered is thrown away.
      expect(session.state.value.answers).toEqual(pair.state.answers);
      expect(made.sessions.value[0]?.otherPack).toBe(false);

      made.knowOlder(openBrief(pair.older));
      const then = Object.entries(made.moment(session.entries.value.slice(0, 1)).evaluation.verdicts);
      expect(Object.fromEntries(then.map(([id, { status }]) => [id, status]))).toEqual(
        statuses(pair.older, pair.state),
      );
      expect(Object.keys(made.asOf('one', pair.entries).evaluation.value.verdicts)).toEqual(
        pair.older.outputs.map(({ id }) => id),
      );

      // A second time there is nothing to take over.
      await session.takeOver({});
      expect(session.entries.value).toHaveLength(2);
      await session.undo();
      expect(session.state.value.pack.version).toBe('1');
      await session.redo();
      expect(session.state.value.pack.version).toBe('2');
    }
  });
});
