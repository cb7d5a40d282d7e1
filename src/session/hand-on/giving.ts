/** What of a session is given away: all of it, or without its history, or without notes, sources and own view. */
import { copying } from '../beginning.ts';
import { nextEntry } from '../chain.ts';
import { fold, usableEntries } from '../fold.ts';
import type { Action, Entry, Evidence } from '../journal.ts';
import { chained } from './texts.ts';

export interface Giving {
  /** The whole journal, with what was later changed or taken back, and with the versions that were issued. */
  history: boolean;
  /** Sources, notes, own view, news, and own additions in issued versions. */
  notes: boolean;
}

export interface Given {
  id: string;
  entries: Entry[];
}

/**
 * The session as it is handed on. Whole, it is the session itself, so that two copies of it can be told to be the same,
 * one newer, or diverged. With something left out it is another one, which is the same each time it is made.
 */
export function given(id: string, entries: readonly Entry[], { history, notes }: Giving): Given {
  if (history && notes) return { id, entries: [...entries] };
  const before = history ? [...usableEntries(entries)] : stateAlone(id, entries);
  const bare = notes
    ? before
    : chained(
        before,
        before.map(({ action }) => withoutNotes(action)),
      );
  const removed = notes ? 0 : before.filter(({ action }, i) => differs(action, bare[i]?.action)).length;
  const last = bare.at(-1);
  const said =
    removed > 0 && last !== undefined
      ? [...bare, nextEntry(last, { type: 'erased', texts: removed }, last.time)]
      : bare;
  return { id: idOf(said), entries: said };
}

/** A journal of one entry, which begins where the other one ends. */
function stateAlone(id: string, entries: readonly Entry[]): Entry[] {
  const state = fold(entries);
  return [nextEntry(undefined, copying(id, state, state.details.title), state.changed)];
}

/** Entries keep their places, since undo and redo name them: what is left out becomes a change of nothing. */
function withoutNotes(action: Action): Action {
  switch (action.type) {
    case 'created': {
      const { evidence, sources, news, ...carried } = action.carried;
      return {
        ...action,
        carried: {
          ...carried,
          ...(evidence && {
            evidence: Object.fromEntries(Object.entries(evidence).map(([q, one]) => [q, rated(one)])),
          }),
          ...(sources && { sources: [] }),
          ...(news && { news: [] }),
        },
      };
    }
    case 'assessed':
      return { ...action, evidence: rated(action.evidence) };
    case 'sourceKept':
    case 'newsKept':
    case 'reassessed':
      return { type: 'described', details: {} };
    case 'issued':
      return { ...action, additions: [] };
    default:
      return action;
  }
}

/** Confidence and basis alone. */
function rated(evidence: Evidence): Evidence {
  return { ...evidence, sources: [], note: '', ownView: '' };
}

function differs(a: Action, b: Action | undefined): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}

/** An id of the form of all others, by what the journal holds. */
function idOf(entries: readonly Entry[]): string {
  const hash = entries.at(-1)?.hash ?? '';
  return [8, 12, 16, 20, 32].map((end, i) => hash.slice([0, 8, 12, 16, 20][i], end)).join('-');
}
