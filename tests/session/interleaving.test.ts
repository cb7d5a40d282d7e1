/** Three tabs on one session, interleaved at every call to the store, some of which fail: no update is lost. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { verifyJournal } from '../../src/session/chain.ts';
import type { OpenSession } from '../../src/session/desk.ts';
import { fold } from '../../src/session/fold.ts';
import type { SaveResult, SessionStore } from '../../src/session/store.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { begun, deskOver, opened, storedIn } from './faulty-store.ts';

type Fault = 'refuse' | 'keepAndRefuse' | 'throw';

interface Step {
  tab: 0 | 1 | 2;
  act(session: OpenSession): Promise<void>;
  /** How many calls come to their end before the next step. */
  turns: number;
  /** What the tab's next write meets. */
  fault: Fault | undefined;
  /** The tab is told that another one wrote. */
  hint: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  tab: fc.constantFrom<Step['tab'][]>(0, 1, 2),
  act: fc.constantFrom<Step['act'][]>(
    (s) => s.answer('energy', 'yes'),
    (s) => s.answer('energy', 'no'),
    (s) => s.answer('buyout', 'other'),
    (s) => s.ruleOut('buyout', 'other'),
    (s) => s.ruleOut('buyout', 'planned'),
    (s) => s.bringBack('buyout', 'other'),
    (s) => s.clear('buyout'),
    (s) => s.describe({ meeting: `${s.state.value.details.meeting}.` }),
    (s) => s.undo(),
    (s) => s.redo(),
  ),
  turns: fc.nat(6),
  fault: fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom<Fault[]>('refuse', 'keepAndRefuse', 'throw') },
  ),
  hint: fc.boolean(),
});

/** A tab's way to the common store: each call waits for the scheduler's turn before and after. */
function tabStore(inner: SessionStore, scheduler: fc.Scheduler) {
  let listener: (id: string) => void = () => undefined;
  const turn = async <T>(work: () => Promise<T>): Promise<T> => {
    await scheduler.schedule(Promise.resolve());
    const result = await work();
    await scheduler.schedule(Promise.resolve());
    return result;
  };
  const tab = {
    fault: undefined as Fault | undefined,
    hint: (id: string) => listener(id),
    store: {
      ...inner,
      list: () => turn(() => inner.list()),
      read: (id) => turn(() => inner.read(id)),
      append: (id, entries) =>
        turn(async (): Promise<SaveResult> => {
          const fault = tab.fault;
          tab.fault = undefined;
          if (fault === 'throw') throw new Error('a fault');
          if (fault === 'refuse') return { kind: 'refused', reason: 'quota' };
          const result = await inner.append(id, entries);
          return fault === undefined ? result : { kind: 'refused', reason: 'timeout' };
        }),
      onChange: (heard) => {
        listener = heard;
        return () => undefined;
      },
    } satisfies SessionStore,
  };
  return tab;
}

it('1,000 interleavings of three tabs', async () => {
  let contended = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(step, { minLength: 2, maxLength: 16 }),
      async (scheduler, steps) => {
        const inner = createMemoryStore();
        const { id } = await begun(deskOver(inner, 'start'));
        const tabs = [0, 1, 2].map(() => tabStore(inner, scheduler));
        const desks = tabs.map(({ store }, index) => deskOver(store, `tab${index}`));
        const sessions = await scheduler.waitFor(Promise.all(desks.map((desk) => opened(desk, id))));

        const acts: Promise<void>[] = [];
        for (const { tab, act, turns, fault, hint } of steps) {
          const [session, way] = [sessions[tab], tabs[tab]];
          if (session === undefined || way === undefined) throw new Error('no such tab');
          way.fault = fault;
          if (hint) way.hint(id);
          acts.push(act(session));
          for (let turn = 0; turn < turns && scheduler.count() > 0; turn++) await scheduler.waitNext(1);
        }
        await scheduler.waitFor(Promise.all(acts));
        for (const tab of tabs) tab.fault = undefined;
        await scheduler.waitFor(Promise.all(sessions.map((session) => session.retry())));
        await scheduler.waitFor(Promise.all(desks.map((desk) => desk.open(id))));

        const { entries } = await storedIn(inner, id);
        // Every entry a tab made is there, once, in the tab's order, and nothing else.
        desks.forEach((desk, index) => {
          const own = entries.filter(({ time }) => time.startsWith(`tab${index}`));
          expect(own.map(({ time }) => time)).toEqual(desk.times);
        });
        expect(entries.length).toBe(1 + desks.reduce((sum, desk) => sum + desk.times.length, 0));
        expect(verifyJournal(entries)).toEqual({ entries });
        for (const session of sessions) {
          expect(session.saving.value).toBe('saved');
          expect(session.state.value).toEqual(fold(entries));
        }
        const writers = entries.slice(1).map(({ time }) => time.slice(0, 4));
        if (writers.some((writer, index) => index > 0 && writer !== writers[index - 1])) contended += 1;
      },
    ),
    { numRuns: 1000 },
  );
  // Otherwise the property would say little.
  expect(contended).toBeGreaterThan(500);
}, 60_000);
