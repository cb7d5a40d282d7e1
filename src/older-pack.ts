/** Older versions of the pack on this device: kept while they are in use, asked for once they are not. */
import { openBrief } from './brief/brief.ts';
import type { Pack } from './engine/pack.ts';
import type { PackWords } from './engine/words.ts';
import type { Desk, OpenSession } from './session/desk.ts';
import { usableEntries } from './session/fold.ts';
import type { Entry, PackName } from './session/journal.ts';
import { upgradeOf } from './session/upgrade.ts';
import { createPackStore } from './storage/pack-store.ts';
import type { OlderPacks } from './view/app.ts';

export function createOlderPacks(desk: Desk, keeps: boolean): OlderPacks {
  const store = createPackStore();
  const words = new Map<string, Record<string, PackWords>>();

  /** What cannot be read is not there: its session is told so. */
  async function find({ id, hash }: PackName): Promise<void> {
    const here = desk.briefs.find(({ pack }) => pack.id === id);
    if (here === undefined || words.has(hash) || hash === here.pack.hash || !keeps) return;
    const kept = await store.read(hash).catch(() => undefined);
    if (kept === undefined) return;
    words.set(hash, kept.words);
    desk.knowOlder(openBrief(kept.pack));
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
      return upgradeOf(state, session.brief.engine, desk.older(state.pack)?.engine);
    },
    outputOf: (named, id) => desk.older(named)?.pack.outputs.find((output) => output.id === id),
    wordsOf: ({ hash }, language) => {
      const kept = words.get(hash);
      return kept?.[language] ?? Object.values(kept ?? {})[0];
    },
  };
}
