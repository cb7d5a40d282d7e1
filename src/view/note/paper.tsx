/** The page of the note. The same on screen and in print: a white page, whatever the screen's colours. */
import type { RefObject } from 'preact';
import { useApp } from '../context.ts';
import { Answers } from './answers.tsx';
import { Changed } from './changed.tsx';
import { Group } from './group.tsx';
import { Own } from './own.tsx';
import type { NoteGroup, NotePage } from './page.ts';
import './note.css';
import './note-print.css';

interface PaperProps {
  note: NotePage;
  /** Takes the focus when the screen is reached. */
  heading?: RefObject<HTMLHeadingElement | null> | undefined;
}

export function Paper({ note, heading }: PaperProps) {
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
            {besides(note.groups).map((sides) => (
              <div key={sides[0]?.[0]?.id} class={sides.length > 1 ? 'note-pair' : undefined}>
                {sides.map((side) =>
                  sides.length > 1 ? (
                    <div key={side[0]?.id}>
                      {side.map((group) => (
                        <Group key={group.id} group={group} />
                      ))}
                    </div>
                  ) : (
                    side.map((group) => <Group key={group.id} group={group} />)
                  ),
                )}
              </div>
            ))}
            {note.own && <Own own={note.own} />}
            <Answers sections={note.answers} />
            {note.changed && <Changed changed={note.changed} />}
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

/** Groups that stand side by side where both sides are there: each side one below the other. */
const SIDES: readonly (readonly string[])[] = [['silent'], ['findOut', 'change']];

/** The groups in their order, those of the sides together where the first of them stands. */
function besides(groups: readonly NoteGroup[]): NoteGroup[][][] {
  const sides = SIDES.map((ids) => groups.filter(({ id }) => ids.includes(id)));
  if (sides.some((side) => side.length === 0)) return groups.map((group) => [[group]]);
  const all = sides.flat();
  return groups.flatMap((group) => {
    if (group === all[0]) return [sides];
    return all.includes(group) ? [] : [[[group]]];
  });
}

function Handling({ label, note }: { label: string; note: string }) {
  return (
    <p class="handling-line">
      {label && <b class="handling">{label}</b>}
      <span>{note}</span>
    </p>
  );
}

/** Shorter than this stays on one line of the page's head. */
const SHORT = 24;

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
            <div key={term} class={value.length <= SHORT ? 'unbroken' : undefined}>
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
