/** Desks on the real store, as tabs on one database: what one writes, the others have, and nothing is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyJournal } from '../../src/session/chain.ts';
import type { OpenSession } from '../../src/session/desk.ts';
import { fold } from '../../src/session/fold.ts';
import { begun, deskOver, opened, storedIn } from '../session/faulty-store.ts';
import { journalOf } from '../session/samples.ts';
import { newDatabase, tabOn } from './sample-database.ts';

const acts: ((session: OpenSession) => Promise<void>)[] = [
  (s) => s.answer('energy', 'yes'),
  (s) => s.answer('energy', 'no'),
  (s) => s.answer('mandate', 'no'),
  (s) => s.clear('energy'),
  (s) => s.ruleOut('buyout', 'other'),
  (s) => s.bringBack('buyout', 'other'),
  (s) => s.undo(),
  (s) => s.redo(),
];
const step = fc.record({
  tab: fc.constantFrom(0, 1),
  act: fc.constantFrom(...acts),
  wait: fc.constantFrom('no', 'tick', 'end'),
});

it('500 interleavings of two tabs lose no update', async () => {
  const database = newDatabase();
  const stores = [await tabOn(database), await tabOn(database)] as const;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (steps) => {
      const closing: (() => void)[] = [];
      const desks = stores.map((store, index) => {
        const onChange: typeof store.onChange = (listener) => {
          const stop = store.onChange(listener);
          closing.push(stop);
          return stop;
        };
        return deskOver({ ...store, onChange }, `tab${index}`);
      });
      const [first, second] = desks;
      if (first === undefined || second === undefined) throw new Error('two desks');
      const sessions = [await begun(first)];
      const id = sessions[0]?.id ?? '';
      sessions.push(await opened(second, id));
      const waiting: Promise<void>[] = [];
      for (const { tab, act, wait } of steps) {
        const session = sessions[tab];
        if (session === undefined) throw new Error('no such tab');
        waiting.push(act(session));
        if (wait === 'tick') await new Promise((resolve) => setTimeout(resolve, 0));
        if (wait === 'end') await Promise.all(waiting);
      }
      await Promise.all(waiting);
      await Promise.all(desks.map((desk) => desk.open(id)));
      const { entries } = await storedIn(stores[0], id);
      expect(verifyJournal(entries)).toEqual({ entries });
      desks.forEach((desk, index) => {
        const own = entries.filter(({ time }) => time.startsWith(`tab${index}`));
        expect(own.map(({ time }) => time)).toEqual(desk.times);
      });
      for (const session of sessions) {
        expect(session.saving.value).toBe('saved');
        expect(session.state.value).toEqual(fold(entries));
      }
      for (const close of closing) close();
      await stores[0].remove(id);
    }),
    { numRuns: 500 },
  );
}, 60_000);

describe('a start', () => {
  it('finds 300 sessions of 40 entries, every journal verified, in well under a second', async () => {
    const database = newDatabase();
    const store = await tabOn(database);
    const entries = journalOf(
      ...Array.from({ length: 39 }, (_, i) => ({
        type: 'answered' as const,
        question: 'energy',
        answer: i % 2 === 0 ? 'yes' : 'no',
      })),
    );
    for (let i = 0; i < 300; i++) await store.append(`many-${i}`, entries);
    const next = await tabOn(database);
    const { sessions } = await next.list();
    expect(sessions).toHaveLength(300);
    // fake-indexeddb clones far more slowly than a browser reads: what is ours is the verifying.
    const start = process.cpuUsage();
    for (const session of sessions) expect('entries' in verifyJournal(session.entries)).toBe(true);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(800);
    const desk = deskOver(next);
    await desk.open('many-299');
    await expect.poll(() => desk.ready.value, { timeout: 20_000 }).toBe(true);
    expect(desk.sessions.value).toHaveLength(300);
  }, 60_000);
});
