/** Saying "saved" only when it is, losing nothing when it is not, and two tabs at work on one session. */
import { describe, expect, it } from 'vitest';
import { verifyJournal } from '../../src/session/chain.ts';
import type { OpenSession } from '../../src/session/desk.ts';
import { fold } from '../../src/session/fold.ts';
import type { SessionStore } from '../../src/session/store.ts';
import { begun, deskOver, faultyStore, opened, settled, storedIn } from './faulty-store.ts';
import { journalOf } from './samples.ts';

async function open(): Promise<{ store: ReturnType<typeof faultyStore>; session: OpenSession }> {
  const store = faultyStore();
  return { store, session: await begun(deskOver(store)) };
}

const told = ({ saving, refusal }: OpenSession) => [saving.value, refusal.value];

describe('a refused write', () => {
  it('loses nothing on screen, is told, and is done with the next action', async () => {
    const { store, session } = await open();
    store.fault = { kind: 'refused', reason: 'quota' };
    await session.answer('energy', 'yes');
    await session.answer('mandate', 'no');
    expect(told(session)).toEqual(['refused', 'quota']);
    expect(session.state.value.answers).toEqual({ energy: 'yes', mandate: 'no' });
    expect((await storedIn(store, session.id)).entries).toHaveLength(1);
    store.fault = undefined;
    await session.answer('decisions', 'taken');
    expect(told(session)).toEqual(['saved', '']);
    const { entries } = await storedIn(store, session.id);
    expect(fold(entries).answers).toEqual({ energy: 'yes', mandate: 'no', decisions: 'taken' });
    expect(verifyJournal(entries)).toEqual({ entries });
  });

  it('is done by retry, once', async () => {
    const { store, session } = await open();
    store.fault = 'throw';
    await session.answer('energy', 'yes');
    expect(told(session)).toEqual(['refused', 'unknown']);
    store.fault = undefined;
    await session.retry();
    await session.retry();
    expect(told(session)).toEqual(['saved', '']);
    expect((await storedIn(store, session.id)).entries).toHaveLength(2);
  });

  it('that was kept after all is found out, and nothing is kept twice', async () => {
    const { store, session } = await open();
    store.fault = 'keepAndRefuse';
    await session.answer('energy', 'yes');
    expect(told(session)).toEqual(['refused', 'timeout']);
    store.fault = undefined;
    await session.answer('energy', 'no');
    expect(told(session)).toEqual(['saved', '']);
    const { entries } = await storedIn(store, session.id);
    expect(entries.map(({ time }) => time)).toEqual(['a-0001', 'a-0002', 'a-0003']);
  });

  it('that was kept after all is found out by looking, too', async () => {
    const { store, session } = await open();
    store.fault = 'keepAndRefuse';
    await session.answer('energy', 'yes');
    store.hint(session.id);
    await settled();
    expect(told(session)).toEqual(['saved', '']);
  });

  it('while many taps wait costs two attempts, not one each', async () => {
    const { store, session } = await open();
    store.fault = { kind: 'refused', reason: 'timeout' };
    const before = store.appends.length;
    await Promise.all(
      ['yes', 'no', 'dont_know', 'yes', 'no'].map((option) => session.answer('energy', option)),
    );
    expect(store.appends.slice(before).map((entries) => entries.length)).toEqual([5]);
    expect(told(session)).toEqual(['refused', 'timeout']);
  });
});

describe('two tabs', () => {
  async function tabs() {
    const store = faultyStore();
    const here = await begun(deskOver(store, 'a'));
    return { store, here, there: await opened(deskOver(store, 'b'), here.id) };
  }

  it("put the other's entries first and lose neither", async () => {
    const { store, here, there } = await tabs();
    await there.answer('mandate', 'no');
    await here.answer('energy', 'yes');
    expect(told(here)).toEqual(['saved', '']);
    expect(here.state.value.answers).toEqual({ mandate: 'no', energy: 'yes' });
    const { entries } = await storedIn(store, here.id);
    expect(entries.map(({ time }) => time)).toEqual(['a-0001', 'b-0001', 'a-0002']);
    expect(verifyJournal(entries)).toEqual({ entries });
  });

  it('see each other by hints, without touching what changed here', async () => {
    const { store, here, there } = await tabs();
    await here.answer('energy', 'yes');
    await there.answer('mandate', 'no');
    expect(here.changes.value).toHaveLength(1);
    store.hint(here.id);
    await settled();
    expect(here.state.value.answers).toEqual({ energy: 'yes', mandate: 'no' });
    expect(here.changes.value).toEqual([]);
  });

  it('see new, deleted and removed sessions by hints', async () => {
    const store = faultyStore();
    const [a, b] = [deskOver(store, 'a'), deskOver(store, 'b')];
    const { id } = await begun(a);
    const lists = async () => {
      store.hint(id);
      await settled();
      return [b.sessions.value.length, b.deleted.value.length];
    };
    expect(await lists()).toEqual([1, 0]);
    await a.delete(id);
    expect(await lists()).toEqual([0, 1]);
    await a.removeForGood(id);
    expect(await lists()).toEqual([0, 0]);
  });

  it('undo what was meant, not what the other tab did in between', async () => {
    const { store, here, there } = await tabs();
    await here.answer('energy', 'yes');
    store.hint(here.id);
    await settled();
    await there.answer('mandate', 'no');
    await here.undo();
    expect(here.state.value.answers).toEqual({ mandate: 'no' });
  });

  it('undo what was not yet kept, wherever it comes to lie', async () => {
    const { store, here, there } = await tabs();
    store.fault = { kind: 'refused', reason: 'quota' };
    await here.answer('energy', 'yes');
    await here.undo();
    await here.redo();
    await here.undo();
    store.fault = undefined;
    await there.answer('mandate', 'no');
    await here.retry();
    expect(here.state.value).toMatchObject({ answers: { mandate: 'no' }, canRedo: true });
    await here.redo();
    expect(here.state.value.answers).toEqual({ mandate: 'no', energy: 'yes' });
  });

  it('that contradict each other lose nothing: the answer counts, the rest is told', async () => {
    const { store, here, there } = await tabs();
    await there.answer('buyout', 'other');
    await here.ruleOut('buyout', 'other');
    expect(here.state.value).toMatchObject({ answers: { buyout: 'other' }, ruledOut: { buyout: ['other'] } });
    expect(here.misfits.value).toEqual(['buyout']);
    expect(here.verdict('O3').status).toBe('fails');
    await here.bringBack('buyout', 'other');
    expect(here.misfits.value).toEqual([]);
    expect((await storedIn(store, here.id)).entries).toHaveLength(4);
  });

  it.each([
    ['was removed', async (store: SessionStore, id: string) => void (await store.remove(id))],
    [
      'was replaced by another',
      async (store: SessionStore, id: string) => {
        await store.remove(id);
        await store.append(id, journalOf({ type: 'answered', question: 'energy', answer: 'no' }));
      },
    ],
  ])('say so only where a session %s: what is on screen stays', async (_, change) => {
    const { store, here } = await tabs();
    await change(store, here.id);
    const stored = await store.read(here.id);
    await here.answer('energy', 'yes');
    expect(here.saving.value).toBe('stale');
    expect(here.state.value.answers).toEqual({ energy: 'yes' });
    expect(await store.read(here.id)).toEqual(stored);
  });

  it('do not go round in circles where the store says stale and shows nothing new', async () => {
    const { store, here } = await tabs();
    store.fault = { kind: 'stale' };
    await here.answer('energy', 'yes');
    expect(here.saving.value).toBe('stale');
    store.fault = undefined;
    await here.retry();
    expect(here.saving.value).toBe('saved');
  });
});
