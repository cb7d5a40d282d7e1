/** What the user added to what applies or is open, with author and day: never among what the brief says. */
import type { SharedAddition } from '../session/additions/addition.ts';
import type { OpenSession } from '../session/desk.ts';
import { placeOf } from './note-lines.ts';
import type { NoteOwn, NoteSource } from './note-page.ts';
import { outputWords } from './wording/source.ts';

/** undefined: nothing was added, or only to outputs that this pack does not have. */
export function ownOf(source: NoteSource, session: OpenSession): NoteOwn | undefined {
  const { t, pack } = source;
  const outputs = pack.outputs.filter(({ id }) => source.additions.some(({ output }) => output === id));
  if (outputs.length === 0) return undefined;
  const shown = outputs.filter(({ id }) => session.verdict(id).status !== 'fails');
  const additionsTo = (id: string) => source.additions.filter(({ output }) => output === id);
  const left = outputs
    .filter((output) => !shown.includes(output))
    .flatMap(({ id }) => additionsTo(id)).length;
  return {
    title: t('additions.note'),
    aside: t('additions.noteAside'),
    to: shown.map((output) => {
      const { name } = outputWords(source, output);
      return {
        output: output.id,
        name,
        ...placeOf(source, output),
        additions: additionsTo(output.id).map((addition) => lineOf(source, addition)),
      };
    }),
    left: left === 0 ? '' : t('additions.noteLeft', { n: left }),
  };
}

function lineOf(source: NoteSource, { id, kind, text, author, date }: SharedAddition) {
  const { t, calendarDay } = source;
  return {
    id,
    kind: t('additions.kind', { kind }),
    text: kind === 'deadline' ? calendarDay(text) : text,
    by: t('additions.by', { author, day: calendarDay(date) }),
  };
}
