/**
 * The note: the page to take into the room. Data in, document out; how it looks is for the screen, the printer, or
 * any other format to say. The order is the order in which such a note is read.
 */
import type { OpenSession } from '../session/desk.ts';
import { answersOf } from './note-answers.ts';
import { changedOf, versionOf } from './note-changed.ts';
import { groupsOf } from './note-groups.ts';
import { ownOf } from './note-own.ts';
import type { Note, NoteSource } from './note-page.ts';
import { bottomLine } from './wording/bottom-line.ts';

export type { Note, NoteSource } from './note-page.ts';

/** The note of a session as it stands now. Pure: same session and language, same note. */
export function createNote(source: NoteSource, session: OpenSession): Note {
  const { t, pack, words } = source;
  const state = session.state.value;
  const evaluation = session.evaluation.value;
  const { details } = state;
  const terms: [string, string][] = [
    [t('note.for'), details.for],
    [t('note.from'), details.from],
    [t('note.meeting'), details.meeting],
    [t('note.informationUpTo'), source.calendarDay(details.informationUpTo)],
  ];
  return {
    title: details.title,
    handling:
      details.handling || details.handlingNote
        ? { label: details.handling, note: details.handlingNote }
        : undefined,
    head: terms.filter(([, value]) => value !== '').map(([term, value]) => ({ term, value })),
    brief: {
      title: pack.brief.title,
      rest: t('note.briefRest', {
        authors: source.say.list(pack.brief.authors),
        publisher: pack.brief.publisher,
        dated: words.brief.dated,
        note: words.brief.dateNote,
      }),
    },
    marks: marksOf(source, session),
    bottomLine: bottomLine(source, evaluation),
    warnings: evaluation.warnings.map((id) => words.warnings[id] ?? id),
    groups: groupsOf(source, session),
    own: ownOf(source, session),
    answers: answersOf(source, session),
    changed: changedOf(source, session),
  };
}

function marksOf(source: NoteSource, session: OpenSession): string[] {
  const { t, pack } = source;
  const { origin, unchecked, pack: answered, changed } = session.state.value;
  const marks: string[] = [];
  const version = versionOf(source, session);
  if (version !== undefined) {
    const { issue, asIssued } = version;
    const told = { n: issue.number, day: source.dayOf(issue.time) };
    marks.push(t(asIssued ? 'note.version' : 'note.draft', told));
  }
  if (origin.kind === 'hypothetical') marks.push(t('note.hypothetical'));
  if (origin.kind === 'brief') marks.push(t('note.fromBrief', { n: unchecked.length }));
  else if (unchecked.length > 0) marks.push(t('note.unchecked', { n: unchecked.length }));
  marks.push(t('note.pack', { id: pack.id, version: pack.version }));
  if (answered.hash !== pack.hash) marks.push(t('note.otherPack', { version: answered.version }));
  marks.push(t('note.asOf', { day: source.dayOf(changed) }));
  // Enough of the id to find the session again among those on the device.
  marks.push(t('note.madeWith', { id: session.id.slice(0, 8) }));
  return marks;
}
