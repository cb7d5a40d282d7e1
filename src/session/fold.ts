/** From journal to state. Undo and redo are entries too: they say which earlier entries count. */
import { own } from '../engine/inherited.ts';
import { isHurt, usableOrNothing } from './action.ts';
import type { Action, Details, Entry, KeptNews, SessionState } from './journal.ts';

/** What actions change: a session's state without what is read off the journal itself. */
export type Facts = Pick<
  SessionState,
  | 'pack'
  | 'details'
  | 'origin'
  | 'path'
  | 'answers'
  | 'unchecked'
  | 'ruledOut'
  | 'readings'
  | 'evidence'
  | 'sources'
  | 'news'
  | 'reviews'
>;

/**
 * The state after a verified journal.
 * @throws Error on a journal that does not begin with `created`, or an action of a type unknown here:
 *   verifyJournal reports both, so that nothing is skipped silently.
 */
export function fold(journal: readonly Entry[]): SessionState {
  const entries = usableEntries(journal);
  const [first] = entries;
  const last = entries.at(-1);
  if (first?.action.type !== 'created' || last === undefined)
    throw new Error('a journal begins with its creation');
  const { done, taken } = countingEntries(entries);
  const counting = new Set(done);
  let facts = beginning(first.action);
  for (const entry of entries.slice(1))
    if (!isUndoable(entry.action) || counting.has(entry.seq)) facts = applyAction(facts, entry.action);
  return {
    ...facts,
    created: first.time,
    changed: last.time,
    canUndo: done.length > 0,
    canRedo: taken.length > 0,
    leftOut: entries === journal ? 0 : journal.filter(({ action }) => isHurt(action)).length,
  };
}

/**
 * The journal with what can be used of each action, for whoever reads actions off it: the very one where all of them
 * are of their form. What is written anywhere is the journal itself.
 */
export function usableEntries(journal: readonly Entry[]): readonly Entry[] {
  if (!journal.some(({ action }) => isHurt(action))) return journal;
  return journal.map((entry) => ({ ...entry, action: usableOrNothing(entry.action) }));
}

/** Seq of the entry that undo takes back next, and of the one that redo makes count again. */
export function undoAndRedo(entries: readonly Entry[]): {
  undo: number | undefined;
  redo: number | undefined;
} {
  const { done, taken } = countingEntries(usableEntries(entries));
  return { undo: done.at(-1), redo: taken.at(-1) };
}

/**
 * `done`: seqs of undoable entries that count, ascending. `taken`: seqs of those that redo can bring back, the
 * next one last; a new undoable action empties it. Taking the other path is not undoable and leaves it alone.
 */
function countingEntries(entries: readonly Entry[]): { done: number[]; taken: number[] } {
  let done: number[] = [];
  let taken: number[] = [];
  const takenBack = new Set<number>();
  for (const { seq, action } of entries) {
    if (isUndoable(action)) {
      done.push(seq);
      taken = [];
    } else if (action.type === 'undone') {
      const target = action.of ?? done.at(-1);
      if (target === undefined || !done.includes(target)) continue;
      done = done.filter((other) => other !== target);
      takenBack.add(target);
      taken.push(target);
    } else if (action.type === 'redone') {
      // Not `taken` alone: an action of another tab, put in between, must not void what was redone here.
      const target = action.of ?? taken.at(-1);
      if (target === undefined || !takenBack.delete(target)) continue;
      done = [...done, target].sort((a, b) => a - b);
      taken = taken.filter((other) => other !== target);
    }
  }
  return { done, taken };
}

function isUndoable(action: Action): boolean {
  switch (action.type) {
    case 'answered':
    case 'cleared':
    case 'checked':
    case 'ruledOut':
    case 'broughtBack':
    case 'readingTaken':
    case 'described':
    case 'assessed':
    case 'sourceKept':
    case 'newsKept':
    case 'reassessed':
    case 'reviewSet':
    case 'upgraded':
      return true;
    case 'created':
    case 'pathTaken':
    // What was handed out cannot be taken back.
    case 'issued':
    case 'erased':
    case 'undone':
    case 'redone':
      return false;
    default:
      return unknownAction(action);
  }
}

function beginning({ pack, details, origin, path, carried }: Action & { type: 'created' }): Facts {
  const { answers, unchecked, ruledOut, readings, evidence = {}, sources = [] } = carried;
  const { news = [], reviews = {} } = carried;
  const given = { answers, unchecked, ruledOut, readings };
  return { pack, details, origin, path, ...given, evidence, sources, news, reviews };
}

/** The facts after one action; `undone`, `redone` and `created` are the fold's business and change nothing here. */
export function applyAction(facts: Facts, action: Action): Facts {
  switch (action.type) {
    case 'answered':
      return {
        ...facts,
        news: lookedAt(facts.news, action.question),
        answers: { ...facts.answers, [action.question]: action.answer },
        unchecked: without(facts.unchecked, action.question),
      };
    case 'cleared':
      return {
        ...facts,
        news: lookedAt(facts.news, action.question),
        answers: withoutKey(facts.answers, action.question),
        unchecked: without(facts.unchecked, action.question),
      };
    case 'checked':
      return {
        ...facts,
        news: lookedAt(facts.news, action.question),
        unchecked: without(facts.unchecked, action.question),
      };
    case 'ruledOut': {
      const options = without(own(facts.ruledOut, action.question) ?? [], action.option);
      const news = lookedAt(facts.news, action.question);
      return {
        ...facts,
        news,
        ruledOut: { ...facts.ruledOut, [action.question]: [...options, action.option] },
      };
    }
    case 'broughtBack': {
      const options = without(own(facts.ruledOut, action.question) ?? [], action.option);
      const others = withoutKey(facts.ruledOut, action.question);
      return {
        ...facts,
        news: lookedAt(facts.news, action.question),
        ruledOut: options.length > 0 ? { ...others, [action.question]: options } : others,
      };
    }
    case 'readingTaken':
      return { ...facts, readings: { ...facts.readings, [action.reading]: action.letter } };
    case 'described':
      return { ...facts, details: { ...facts.details, ...defined(action.details) } };
    case 'pathTaken':
      return { ...facts, path: action.path };
    case 'assessed':
      return { ...facts, evidence: { ...facts.evidence, [action.question]: action.evidence } };
    case 'sourceKept': {
      const { source } = action;
      const known = facts.sources.some((other) => other.id === source.id);
      const sources = facts.sources.map((other) => (other.id === source.id ? source : other));
      return { ...facts, sources: known ? sources : [...facts.sources, source] };
    }
    case 'newsKept': {
      const kept = { ...action.news, settled: [] };
      return { ...facts, news: [...facts.news.filter(({ id }) => id !== kept.id), kept] };
    }
    case 'reassessed':
      return { ...facts, news: lookedAt(facts.news, action.question, action.news) };
    case 'reviewSet': {
      const others = withoutKey(facts.reviews, action.question);
      return { ...facts, reviews: action.by === '' ? others : { ...others, [action.question]: action.by } };
    }
    // The answers stay as they were given: which of them fit is told by whoever judges them (fit.ts).
    case 'upgraded':
      return { ...facts, pack: action.to };
    case 'created':
    case 'issued':
    case 'erased':
    case 'undone':
    case 'redone':
      return facts;
    default:
      return unknownAction(action);
  }
}

/** News that touches a question, once that question was looked at again; all such news unless one is named. */
function lookedAt(news: readonly KeptNews[], question: string, id?: string): KeptNews[] {
  return news.map((one) => {
    const touched = one.questions.includes(question) && !one.settled.includes(question);
    return touched && (id ?? one.id) === one.id ? { ...one, settled: [...one.settled, question] } : one;
  });
}

function without(list: readonly string[], item: string): string[] {
  return list.filter((other) => other !== item);
}

function withoutKey<T>(record: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}

function defined(details: Partial<Details>): Partial<Details> {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
}

function unknownAction(action: never): never {
  throw new Error(`unknown action ${JSON.stringify((action as Action).type)}`);
}
