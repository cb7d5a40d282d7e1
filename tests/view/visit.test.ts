/** What is typed is written by its place, or, left before there is one, as it is: never so with a passphrase. */
import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** A page of its own whose place never comes. @returns what it has written for the tab, once it was left */
async function left(locked: boolean): Promise<[string, string][]> {
  const kept = new Map<string, string>();
  let leave = () => undefined as unknown;
  vi.stubGlobal('sessionStorage', { setItem: (name: string, text: string) => kept.set(name, text) });
  vi.stubGlobal('addEventListener', (_: string, listener: () => unknown) => {
    leave = listener;
  });
  vi.resetModules();
  const { startVisit, writeVisit } = await import('../../src/view/parts/visit.ts');
  void startVisit(() => new Promise(() => undefined), { left: false, locked });
  writeVisit('waymark.draft.title.one', 'The refinery');
  leave();
  return [...kept];
}

it('left before it can be sealed, it is not lost', async () => {
  expect(await left(false)).toEqual([['waymark.draft.title.one', 'The refinery']]);
});

it('with a passphrase nothing of it is written as it is', async () => {
  expect(await left(true)).toEqual([]);
});
