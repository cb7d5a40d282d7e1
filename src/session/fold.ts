/** From journal to state. Undo and redo are entries too: they say which earlier entries count. */
import type { Action, Details, Entry, SessionState } from './journal.ts';

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
>;

/**
 * The state after a verified journal.
 * @throws Error on a journal that does not begin with `created`, or an action of a type unknown here:
 *   verifyJournal reports both, so that nothing is skipped silently.
 */
export function fold(entries: readonly Entry[]): SessionState {
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
  };
}

/** Seq of the entry that undo takes back next, and of the one that redo makes count again. */
export function undoAndRedo(entries: readonly Entry[]): {
  undo: number | undefined;
  redo: number | undefined;
} {
  const { done, taken } = countingEntries(entries);
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
      return true;
    case 'created':
    case 'pathTaken':
    case 'undone':
    case 'redone':
      return false;
    default:
      return unknownAction(action);
  }
}

function beginning({ pack, details, origin, path, carried }: Action & { type: 'created' }): Facts {
  const { answers, unchecked, ruledOut, readings, evidence = {}, sources = [] } = carried;
  return { pack, details, origin, path, answers, unchecked, ruledOut, readings, evidence, sources };
}

/** The facts after one action; `undone`, `redone` and `created` are the fold's business and change nothing here. */
export function applyAction(facts: Facts, action: Action): Facts {
  switch (action.type) {
    case 'answered':
      return {
        ...facts,
        answers: { ...facts.answers, [action.question]: action.answer },
        unchecked: without(facts.unchecked, action.question),
      };
    case 'cleared':
      return {
        ...facts,
        answers: withoutKey(facts.answers, action.question),
        unchecked: without(facts.unchecked, action.question),
      };
    case 'checked':
      return { ...facts, unchecked: without(facts.unchecked, action.question) };
    case 'ruledOut': {
      const options = without(facts.ruledOut[action.question] ?? [], action.option);
      return { ...facts, ruledOut: { ...facts.ruledOut, [action.question]: [...options, action.option] } };
    }
    case 'broughtBack': {
      const options = without(facts.ruledOut[action.question] ?? [], action.option);
      const others = withoutKey(facts.ruledOut, action.question);
      return { ...facts, ruledOut: options.length > 0 ? { ...others, [action.question]: options } : others };
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
    case 'created':
    case 'undone':
    case 'redone':
      return facts;
    default:
      return unknownAction(action);
  }
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
