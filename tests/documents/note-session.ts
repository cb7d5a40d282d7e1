/** Sessions over the shipped pack, and their notes in English. */
import { createNote, type Note } from '../../src/documents/note.ts';
import { bottomLine } from '../../src/documents/wording/bottom-line.ts';
import { createReasoner } from '../../src/engine/create-reasoner.ts';
import type { SharedAddition } from '../../src/session/additions/addition.ts';
import type { OpenSession } from '../../src/session/desk.ts';
import { app, pack, startSession } from '../view/real-brief.ts';

export { pack };
/** A new session: blank, or from a scenario. */
export const openSession = startSession;

const reasoner = createReasoner(pack);
const source = { pack, words: app.words.value, t: app.t, language: 'en' };

export function noteOf(session: OpenSession, additions: readonly SharedAddition[] = []): Note {
  const dated = (day: string) => (day === '' ? '' : `day ${day.slice(0, 10)}`);
  return createNote(
    {
      ...source,
      say: app.say,
      explain: app.explain,
      additions,
      asOf: app.desk.asOf,
      reasoner,
      calendarDay: dated,
      dayOf: dated,
    },
    session,
  );
}

export function bottomLineOf(session: OpenSession): string {
  return bottomLine(source, session.evaluation.value);
}

/** The ids of a group's lines and points: "R1 R2b". */
export function idsIn(note: Note, group: string): string {
  const found = note.groups.find(({ id }) => id === group);
  const lines = (found?.lines ?? []).map(({ output }) => output);
  return [...lines, ...(found?.points ?? []).map(({ id }) => id)].join(' ');
}
