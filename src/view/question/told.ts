/** What an action has just done, in words: said at once to those who listen, and shown quietly under the options. */
import { signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { Question } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import type { InBrief } from '../app.ts';
import { announce } from '../parts/live.tsx';
import { changesInWords } from '../standing/change-words.ts';
import { differenceInWords } from './difference.ts';

export interface Told {
  session: string;
  /** The address that it was told at: it goes when another one is shown. */
  at: string;
  /** What is shown: what was undone, which questions came or went. '' where the screen shows it anyway. */
  text: string;
  /** The question that it leads to, where that is another one. */
  question: Question | undefined;
}

/** The last thing told; undefined once something else was done or another question is shown. */
export const told = signal<Told | undefined>(undefined);

/**
 * For a screen that shows what was told: it is forgotten when that screen, or its `item`, is left. A key that is
 * pressed right after *Continue*, while the next screen is still on its way, tells of something at the new address
 * already, and that stays.
 */
export function useTold(session: OpenSession, item: string): void {
  useLayoutEffect(
    () => () => {
      if (told.peek()?.at !== location.hash) told.value = undefined;
    },
    [session, item],
  );
}

type Words = Pick<InBrief, 't' | 'say' | 'explain' | 'words' | 'pack'>;

/**
 * Runs an action of the session and tells what came of it: `lead` first, then the verdicts that changed, then the
 * questions that are asked or no longer asked since. One announcement for one action.
 */
export function doAndTell(app: Words, session: OpenSession, action: () => Promise<void>, lead = ''): void {
  const before = notAsked(session);
  void action();
  const { gone, come } = movedQuestions(app, before, notAsked(session));
  const moved = movedInWords(app, gone, come);
  const changes = changesInWords(app, session.changes.value, session.verdict);
  announce([lead, changes, moved].filter(Boolean).join(' '));
  told.value = moved ? { ...here(session), text: moved, question: come[0] } : undefined;
}

/** Takes the last action back, or does it again, and tells what that was. */
export function turnBackAndTell(app: Words, session: OpenSession, which: 'undo' | 'redo'): void {
  const { canUndo, canRedo } = session.state.value;
  if (which === 'undo' ? !canUndo : !canRedo) return;
  const before = session.state.value;
  const asked = notAsked(session);
  void session[which]();
  const difference = differenceInWords(app, before, session.state.value);
  const what = app.t(which === 'undo' ? 'question.toldUndone' : 'question.toldRedone', {
    what: difference.text,
  });
  const { gone, come } = movedQuestions(app, asked, notAsked(session));
  const changes = changesInWords(app, session.changes.value, session.verdict);
  announce([what, changes, movedInWords(app, gone, come)].filter(Boolean).join(' '));
  told.value = { ...here(session), text: what, question: difference.question };
}

function here(session: OpenSession): Pick<Told, 'session' | 'at'> {
  return { session: session.id, at: location.hash };
}

function notAsked(session: OpenSession): Set<string> {
  const { applies } = session.evaluation.value;
  return new Set(Object.keys(applies).filter((id) => applies[id] === 'never'));
}

function movedQuestions(app: Words, before: ReadonlySet<string>, after: ReadonlySet<string>) {
  const { questions } = app.pack;
  return {
    gone: questions.filter(({ id }) => after.has(id) && !before.has(id)),
    come: questions.filter(({ id }) => before.has(id) && !after.has(id)),
  };
}

function movedInWords({ t, explain }: Words, gone: readonly Question[], come: readonly Question[]): string {
  const numbers = (questions: readonly Question[]) => explain.numbers(questions.map(({ id }) => id));
  const parts: string[] = [];
  if (gone.length > 0) parts.push(t('question.toldGone', { n: gone.length, numbers: numbers(gone) }));
  if (come.length > 0) parts.push(t('question.toldAsked', { n: come.length, numbers: numbers(come) }));
  return parts.join(' ');
}
