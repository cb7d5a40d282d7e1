/** The desk as a whole: the list of sessions, what happens to them, and what is said when something goes wrong. */
import { describe, expect, it, vi } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import type { Action } from '../../src/session/journal.ts';
import { DamagedJournal } from '../../src/session/store.ts';
import { begun, deskOver, faultyStore, opened, settled, storedIn } from './faulty-store.ts';
import { journalOf } from './samples.ts';
import { smallBrief } from './small-pack.ts';

describe('a new session', () => {
  const starts: [string, string | undefined, unknown, string[], Record<string, unknown>][] = [
    ['blank', undefined, { kind: 'blank' }, [], {}],
    [
      "the brief's own picture",
      'P1',
      { kind: 'brief', scenario: 'P1' },
      ['decisions', 'mandate', 'narrative'],
      { decisions: 'taken', mandate: 'no', narrative: ['voluntary', 'benefits'] },
    ],
    ['a hypothetical one', 'P2', { kind: 'hypothetical', scenario: 'P2' }, [], { buyout: 'planned' }],
  ];
  it.each(starts)('%s', async (_, scenario, origin, unchecked, answers) => {
    const desk = deskOver(faultyStore());
    const session = await begun(desk, scenario);
    expect(session.state.value).toMatchObject({ origin, unchecked, answers, path: 'whole', canUndo: false });
    expect(session.state.value.pack).toEqual({ id: 'small', version: '1.0.0', hash: 'small-1' });
    expect(session.state.value.details).toMatchObject({ title: 'Begun', handling: '' });
    expect(desk.sessions.value.map(({ id }) => id)).toEqual([session.id]);
  });

  it('that is refused is not on the list, and the reason is told', async () => {
    const store = faultyStore();
    const desk = deskOver(store);
    store.fault = { kind: 'refused', reason: 'quota' };
    expect(await desk.create({ brief: smallBrief, path: 'short', title: 'x' })).toEqual({ refused: 'quota' });
    store.fault = 'throw';
    expect(await desk.create({ brief: smallBrief, path: 'short', title: 'x' })).toEqual({
      refused: 'unknown',
    });
    expect(desk.sessions.value).toEqual([]);
  });

  it('from a scenario that is not there is a mistake of the caller', async () => {
    await expect(
      deskOver(faultyStore()).create({ brief: smallBrief, path: 'short', title: '', scenario: 'P9' }),
    ).rejects.toThrow('P9');
  });
});

describe('the list', () => {
  it('sums up each session: strip in the order of modality, what is left, what is weak', async () => {
    const store = faultyStore();
    const session = await begun(deskOver(store), 'P1');
    await session.answer('buyout', 'other');
    const desk = deskOver(store, 'b');
    await settled();
    expect(desk.ready.value).toBe(true);
    expect(desk.sessions.value).toMatchObject([
      {
        id: session.id,
        origin: { kind: 'brief', scenario: 'P1' },
        changed: 'a-0002',
        place: '',
        deletedAt: '',
        strip: [
          { output: 'R1', status: 'holds', weak: true },
          { output: 'R2', status: 'holds', weak: true },
          { output: 'O3', status: 'fails', weak: false },
        ],
        leftToSettle: 0,
        otherPack: false,
      },
    ]);
  });

  it('moves with an open session, and knows where it was left', async () => {
    const store = faultyStore();
    const desk = deskOver(store);
    const session = await begun(desk);
    const before = desk.sessions.value;
    desk.leaveAt(session.id, 'question/buyout');
    await session.answer('decisions', 'not_taken');
    expect(desk.sessions.value).toMatchObject([
      { changed: 'a-0002', place: 'question/buyout', strip: [{ output: 'R1', status: 'fails' }, {}, {}] },
    ]);
    expect(before).toMatchObject([{ place: '', strip: [{ status: 'open' }, {}, {}] }]);
    expect((await storedIn(store, session.id)).place).toBe('question/buyout');
  });

  it('shows the newest first', async () => {
    const desk = deskOver(faultyStore());
    const [first, second] = [await begun(desk), await begun(desk)];
    const order = () => desk.sessions.value.map(({ id }) => id);
    expect(order()).toEqual([second.id, first.id]);
    await first.answer('energy', 'yes');
    expect(order()).toEqual([first.id, second.id]);
  });

  it('knows the short path under default readings', () => {
    expect(smallBrief.shortPath).toEqual(['decisions', 'mandate', 'narrative', 'buyout', 'bidders']);
  });

  it('that cannot be read is never an empty one', async () => {
    const store = faultyStore();
    store.readFault = Object.assign(new Error(), { reason: 'timeout' });
    const desk = deskOver(store);
    await settled();
    expect([desk.ready.value, desk.unreadable.value]).toEqual([false, 'timeout']);
  });

  it('tells damaged sessions without hiding the rest', async () => {
    const store = faultyStore();
    const session = await begun(deskOver(store));
    const list = store.list;
    store.list = async () => ({ ...(await list()), damaged: [{ id: 'x', reason: 'broken' }] });
    const desk = deskOver(store, 'b');
    await settled();
    expect(desk.damaged.value).toEqual([{ id: 'x', reason: 'broken' }]);
    expect(desk.sessions.value.map(({ id }) => id)).toEqual([session.id]);
    await desk.removeForGood('x');
    expect(desk.damaged.value).toEqual([]);
  });
});

describe('opening', () => {
  it('gives the same session again, with what is not yet kept', async () => {
    const store = faultyStore();
    const desk = deskOver(store);
    const session = await begun(desk);
    store.fault = { kind: 'refused', reason: 'quota' };
    await session.answer('energy', 'yes');
    expect(await desk.open(session.id)).toBe(session);
    expect(session.state.value.answers).toEqual({ energy: 'yes' });
    expect(session.saving.value).toBe('refused');
  });

  it('works before the list is there, and counts the session once', async () => {
    const store = faultyStore();
    const { id } = await begun(deskOver(store));
    const desk = deskOver(store, 'b');
    expect((await opened(desk, id)).id).toBe(id);
    await settled();
    expect(desk.sessions.value).toHaveLength(1);
  });

  it('of what is not there, or deleted, gives nothing', async () => {
    const desk = deskOver(faultyStore());
    const { id } = await begun(desk);
    await desk.delete(id);
    expect([await desk.open('nowhere'), await desk.open(id)]).toEqual([undefined, undefined]);
  });

  it('of a damaged one gives nothing and tells it', async () => {
    const store = faultyStore();
    const desk = deskOver(store);
    await settled();
    store.readFault = new DamagedJournal('incomplete');
    expect(await desk.open('s-damaged')).toBe(undefined);
    expect(desk.damaged.value).toEqual([{ id: 's-damaged', reason: 'incomplete' }]);
  });

  it('that cannot read says so by failing: it is not the same as "no such session"', async () => {
    const store = faultyStore();
    const desk = deskOver(store);
    await settled();
    store.readFault = new Error('closed');
    await expect(desk.open('s-any')).rejects.toThrow('closed');
  });
});

describe('delete, restore, remove', () => {
  it('can be undone until it is for good', async () => {
    const store = faultyStore();
    const desk = deskOver(store);
    const { id } = await begun(desk);
    const lists = () => [desk.sessions.value.length, desk.deleted.value.length];
    await desk.delete(id);
    expect([lists(), desk.deleted.value[0]?.deletedAt]).toEqual([[0, 1], 'a-0002']);
    await desk.restore(id);
    expect([lists(), (await storedIn(store, id)).deletedAt]).toEqual([[1, 0], '']);
    await desk.delete(id);
    await desk.removeForGood(id);
    expect([lists(), await store.read(id)]).toEqual([[0, 0], undefined]);
  });

  it.each(['delete', 'restore', 'removeForGood'] as const)(
    '%s that is refused changes nothing and is told',
    async (act) => {
      const store = faultyStore();
      const desk = deskOver(store);
      const { id } = await begun(desk);
      store.fault = { kind: 'refused', reason: 'closed' };
      await desk[act](id);
      expect(desk.sessions.value).toHaveLength(1);
      expect(desk.refused.value).toEqual({ id, reason: 'closed' });
      store.fault = undefined;
      await desk.delete(id);
      expect([desk.refused.value, desk.deleted.value.length]).toEqual([undefined, 1]);
    },
  );
});

describe('a copy', () => {
  it('has all of the state, its own journal, and leaves the other alone', async () => {
    const desk = deskOver(faultyStore());
    const source = await begun(desk, 'P1');
    await source.check('mandate');
    await source.ruleOut('buyout', 'other');
    await source.takeReading('A1', 'any');
    await source.describe({ handling: 'TLP:AMBER', meeting: 'Council' });
    const result = await desk.duplicate(source.id, 'Copy');
    const copy = await opened(desk, 'id' in result ? result.id : '');
    const { answers, unchecked, ruledOut, readings, path, pack } = source.state.value;
    expect(copy.state.value).toMatchObject({
      answers,
      unchecked,
      ruledOut,
      readings,
      path,
      pack,
      canUndo: false,
    });
    expect(copy.state.value.details).toEqual({ ...source.state.value.details, title: 'Copy' });
    expect(copy.state.value.origin).toEqual({ kind: 'copy', of: source.id });
    await copy.answer('mandate', 'yes');
    expect(source.state.value.answers.mandate).toBe('no');
  });

  it('of a hypothetical session stays hypothetical, however often it is copied', async () => {
    const desk = deskOver(faultyStore());
    const first = await desk.duplicate((await begun(desk, 'P2')).id, 'Copy');
    const second = await desk.duplicate('id' in first ? first.id : '', 'Copy of a copy');
    const copy = await opened(desk, 'id' in second ? second.id : '');
    expect(copy.state.value.origin).toEqual({ kind: 'hypothetical', scenario: 'P2' });
  });

  it('of nothing is refused', async () => {
    expect(await deskOver(faultyStore()).duplicate('nowhere', 'x')).toEqual({ refused: 'unknown' });
  });
});

describe('rename', () => {
  it('is an entry in the journal, which undo takes back', async () => {
    const store = faultyStore();
    const desk = deskOver(store);
    const session = await begun(desk);
    await desk.rename(session.id, 'Renamed');
    expect(desk.sessions.value[0]?.details.title).toBe('Renamed');
    expect((await storedIn(store, session.id)).entries).toHaveLength(2);
    await session.undo();
    expect(desk.sessions.value[0]?.details.title).toBe('Begun');
  });

  it('that is refused stays on screen and is told', async () => {
    const store = faultyStore();
    const desk = deskOver(store);
    const session = await begun(desk);
    store.fault = { kind: 'refused', reason: 'quota' };
    await desk.rename(session.id, 'Renamed');
    expect(desk.sessions.value[0]?.details.title).toBe('Renamed');
    expect(desk.refused.value).toEqual({ id: session.id, reason: 'quota' });
  });
});

it('lists 300 sessions of 40 entries in well under a second', { timeout: 20_000 }, async () => {
  const store = faultyStore();
  const answers: Action[] = Array.from({ length: 40 }, (_, i) => ({
    type: 'answered',
    question: 'energy',
    answer: i % 2 === 0 ? 'yes' : 'no',
  }));
  const entries = journalOf(...answers);
  for (let i = 0; i < 300; i++) await store.append(`many-${i}`, entries);
  // Time on the processor, not on the wall: other tests run beside this one.
  const start = process.cpuUsage();
  const desk = deskOver(store);
  await settled();
  expect(desk.sessions.value).toHaveLength(300);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
  // What is known is not worked out again.
  const known = desk.sessions.value.find(({ id }) => id === 'many-7');
  await (await opened(desk, 'many-8')).answer('mandate', 'no');
  expect(desk.sessions.value.find(({ id }) => id === 'many-7')).toBe(known);
});

it('works out verdicts only of sessions that are looked at', async () => {
  const store = faultyStore();
  for (const id of ['one', 'two', 'three']) await store.append(id, journalOf());
  const following = vi.spyOn(smallBrief.engine, 'following');
  const desk = deskOver(store);
  await settled();
  const evaluating = following.mock.results.map(({ value }) => vi.spyOn(value as Engine, 'evaluate'));
  expect(desk.sessions.value.map(({ details }) => details.title)).toHaveLength(3);
  const asked = () => evaluating.filter(({ mock }) => mock.calls.length > 0).length;
  expect([evaluating.length, asked()]).toEqual([3, 0]);
  expect(desk.sessions.value[1]?.strip).toHaveLength(3);
  expect(asked()).toBe(1);
  following.mockRestore();
});
