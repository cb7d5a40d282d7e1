/** The page of the note. The same on screen and in print: a white page, whatever the screen's colours. */
import type { RefObject } from 'preact';
import { useApp } from '../context.ts';
import { Answers } from './answers.tsx';
import { Group } from './group.tsx';
import type { NotePage } from './page.ts';

interface PaperProps {
  note: NotePage;
  /** The session's id, for the last line. */
  session: string;
  /** Takes the focus when the screen is reached. */
  heading?: RefObject<HTMLHeadingElement | null> | undefined;
}

export function Paper({ note, session, heading }: PaperProps) {
  const { t } = useApp();
  return (
    // Head and foot of a table are repeated on every printed page, in every browser: how the note may be handled.
    <table class="paper" role="presentation">
      {note.handling && (
        <thead>
          <tr>
            <td>
              <Handling {...note.handling} />
            </td>
          </tr>
        </thead>
      )}
      <tbody>
        <tr>
          <td>
            <Head note={note} heading={heading} />
            <p class="bottom-line">{note.bottomLine}</p>
            {note.warnings.length > 0 && (
              <section class="note-group">
                <h2 class="group">{t('note.warnings')}</h2>
                {note.warnings.map((text) => (
                  <p key={text}>{text}</p>
                ))}
              </section>
            )}
            {note.groups.map((group) => (
              <Group key={group.id} group={group} />
            ))}
            <Answers sections={note.answers} />
            <p class="colophon">{t('note.footer', { id: session.slice(0, 8) })}</p>
          </td>
        </tr>
      </tbody>
      {note.handling && (
        <tfoot>
          <tr>
            <td>
              <Handling {...note.handling} />
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Handling({ label, note }: { label: string; note: string }) {
  return (
    <p class="handling-line">
      {label && <b class="handling">{label}</b>}
      <span>{note}</span>
    </p>
  );
}

function Head({ note, heading }: Pick<PaperProps, 'note' | 'heading'>) {
  const { t } = useApp();
  return (
    <>
      <h1 tabIndex={-1} {...(heading ? { ref: heading } : {})}>
        {t('note.heading', { title: note.title })}
      </h1>
      {note.head.length > 0 && (
        <dl class="note-head">
          {note.head.map(({ term, value }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <p class="note-source">
        {t('note.brief')} <cite>{note.brief.title}</cite>
        {note.brief.rest} {note.marks.join(' ')}
      </p>
    </>
  );
}
