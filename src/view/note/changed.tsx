/** What differs from the version handed out before. */
import { useApp } from '../context.ts';
import { Shape } from '../parts/shape.tsx';
import type { NoteChanged } from './page.ts';

/** The heading, to which the screen leads. */
export const CHANGED = 'note-changed';

export function Changed({ changed }: { changed: NoteChanged }) {
  const { title, verdicts, answers, additions, none } = changed;
  return (
    <section class="note-group note-changed">
      <h2 class="group" id={CHANGED} tabIndex={-1}>
        {title}
      </h2>
      {none && <p>{none}</p>}
      {verdicts.length > 0 && (
        <ul class="verdicts">
          {verdicts.map(({ output, status, name, text }) => (
            <li key={output}>
              <Shape status={status} size={12} /> <b>{name}</b> <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
      {answers.length > 0 && (
        <ul class="answers">
          {answers.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {additions && <p>{additions}</p>}
    </section>
  );
}

/** Leads down the page to it. */
export function ToChanged() {
  const { t } = useApp();
  return (
    <button
      type="button"
      class="word go"
      onClick={() => {
        const heading = document.getElementById(CHANGED);
        heading?.scrollIntoView({ block: 'start' });
        heading?.focus({ preventScroll: true });
      }}
    >
      {t('note.toChanged')}
    </button>
  );
}
