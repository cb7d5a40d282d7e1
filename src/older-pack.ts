/** Older versions of the pack on this device: kept while they are in use, asked for once they are not. */
import { createEngine } from './engine/create-engine.ts';
import type { Engine } from './engine/engine.ts';
import type { Pack } from './engine/pack.ts';
import type { PackWords } from './engine/words.ts';
import type { Desk, OpenSession } from './session/desk.ts';
import { usableEntries } from './session/fold.ts';
import type { Entry, PackName } from './session/journal.ts';
import { upgradeOf } from './session/upgrade.ts';
import { createPackStore } from './storage/pack-store.ts';
import type { OlderPacks } from './view/app.ts';

/** @param engine of the pack that this app holds */
export function createOlderPacks(desk: Desk, engine: Engine, keeps: boolean): OlderPacks {
  const store = createPackStore();
  const words = new Map<string, Record<string, PackWords>>();

  /** What cannot be read is not there: its session is told so. */
  async function find({ id, hash }: PackName): Promise<void> {
    if (id !== engine.pack.id || words.has(hash) || hash === engine.pack.hash || !keeps) return;
    const kept = await store.read(hash).catch(() => undefined);
    if (kept === undefined) return;
    words.set(hash, kept.words);
    desk.knowOlder(createEngine(kept.pack));
  }

  return {
    keep: async (pack: Pack, language: string, own: PackWords) => {
      if (keeps) await store.keep(pack, language, own);
    },
    async bring(entries: readonly Entry[]) {
      for (const { action } of usableEntries(entries)) {
        if (action.type === 'created') await find(action.pack);
        if (action.type === 'upgraded') await find(action.to);
      }
    },
    upgradeOf: (session: OpenSession) => {
      const state = session.state.peek();
      return upgradeOf(state, engine, desk.olderEngine(state.pack));
    },
    outputOf: (named, id) => desk.olderEngine(named)?.pack.outputs.find((output) => output.id === id),
    wordsOf: ({ hash }, language) => {
      const kept = words.get(hash);
      return kept?.[language] ?? Object.values(kept ?? {})[0];
    },
  };
}
