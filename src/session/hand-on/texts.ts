/**
 * The texts that people typed, wherever a journal keeps them: listed, and removed for good. A journal is append-only
 * with this one exception: it is written and chained anew without the text, and says so at its end.
 */
import { nextEntry } from '../chain.ts';
import { usableEntries } from '../fold.ts';
import type { Action, Details, Entry, Evidence, KeptNews, News, Source } from '../journal.ts';

export type TextKind =
  | Exclude<keyof Details, 'informationUpTo' | 'handling'>
  | 'note'
  | 'ownView'
  | 'source'
  | 'news'
  | 'addition';

/** What stands where a text was that cannot be empty. */
const GONE = '…';
const NEVER_EMPTY: readonly TextKind[] = ['title', 'source', 'news', 'addition'];

type Change = (text: string, kind: TextKind) => string;

/** The action with each typed text changed; everything else is as it was. */
export function withTexts(action: Action, change: Change): Action {
  switch (action.type) {
    case 'created': {
      const { evidence, sources, news } = action.carried;
      const carried = {
        ...action.carried,
        ...(evidence && { evidence: inEvidence(evidence, change) }),
        ...(sources && { sources: sources.map((one) => inSource(one, change)) }),
        ...(news && { news: news.map((one) => inNews(one, change)) }),
      };
      return { ...action, details: inDetails(action.details, change), carried };
    }
    case 'described':
      return { ...action, details: inDetails(action.details, change) };
    case 'assessed':
      return { ...action, evidence: inOne(action.evidence, change) };
    case 'sourceKept':
      return { ...action, source: inSource(action.source, change) };
    case 'newsKept':
      return { ...action, news: inNews(action.news, change) };
    case 'issued':
      return {
        ...action,
        additions: action.additions.map((one) => ({
          ...one,
          text: change(one.text, 'addition'),
          author: change(one.author, 'addition'),
        })),
      };
    case 'answered':
    case 'cleared':
    case 'checked':
    case 'ruledOut':
    case 'broughtBack':
    case 'readingTaken':
    case 'pathTaken':
    case 'reassessed':
    case 'reviewSet':
    case 'upgraded':
    case 'erased':
    case 'undone':
    case 'redone':
      return action;
  }
}

export interface KeptText {
  text: string;
  /** In what it stands, each once. */
  kinds: TextKind[];
  /** Entries in which it stands. */
  entries: number;
  /** ISO times of the first and the last of them. */
  first: string;
  last: string;
}

/** Every text of a journal, the oldest first. The same words are one text, wherever they stand. */
export function textsOf(entries: readonly Entry[]): KeptText[] {
  const found = new Map<string, KeptText & { seq: number }>();
  for (const { seq, time, action } of usableEntries(entries))
    withTexts(action, (text, kind) => {
      const known = found.get(text);
      if (text.trim() === '' || text === GONE) return text;
      if (known === undefined) {
        found.set(text, { text, kinds: [kind], entries: 1, first: time, last: time, seq });
        return text;
      }
      if (!known.kinds.includes(kind)) known.kinds.push(kind);
      if (known.seq !== seq) known.entries += 1;
      known.seq = seq;
      known.last = time;
      return text;
    });
  return [...found.values()].map(({ seq: _, ...text }) => text);
}

/** The journal as if these words had never been typed, and one entry more that says so. */
export function erased(entries: readonly Entry[], text: string, time: string): Entry[] {
  const without: Change = (one, kind) => {
    if (one !== text) return one;
    return NEVER_EMPTY.includes(kind) ? GONE : '';
  };
  const journal = chained(
    entries,
    usableEntries(entries).map(({ action }) => withTexts(action, without)),
  );
  return [...journal, nextEntry(journal.at(-1), { type: 'erased', texts: 1 }, time)];
}

/** Other actions in the places of those of a journal, at their times. */
export function chained(entries: readonly Entry[], actions: readonly Action[]): Entry[] {
  const journal: Entry[] = [];
  entries.forEach(({ time, action }, i) => {
    journal.push(nextEntry(journal.at(-1), actions[i] ?? action, time));
  });
  return journal;
}

function inDetails<T extends Partial<Details>>(details: T, change: Change): T {
  const changed = Object.entries(details).map(([name, value]) => [
    name,
    typeof value === 'string' && isTyped(name) ? change(value, name) : value,
  ]);
  return Object.fromEntries(changed) as T;
}

function isTyped(name: string): name is TextKind & keyof Details {
  return ['title', 'for', 'from', 'meeting', 'handlingNote'].includes(name);
}

function inEvidence(evidence: Record<string, Evidence>, change: Change): Record<string, Evidence> {
  return Object.fromEntries(Object.entries(evidence).map(([id, one]) => [id, inOne(one, change)]));
}

function inOne(evidence: Evidence, change: Change): Evidence {
  return {
    ...evidence,
    note: change(evidence.note, 'note'),
    ownView: change(evidence.ownView, 'ownView'),
  };
}

function inSource(source: Source, change: Change): Source {
  return { ...source, title: change(source.title, 'source') };
}

function inNews<T extends News | KeptNews>(news: T, change: Change): T {
  return { ...news, source: change(news.source, 'news'), what: change(news.what, 'news') };
}
