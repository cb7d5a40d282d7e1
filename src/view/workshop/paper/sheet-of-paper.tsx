/** One part of a paper kit: it begins on a page of its own. */
import type { ComponentChildren } from 'preact';
import type { Edition, OpenRoom } from '../../../session/workshop/workshop.ts';
import { useBrief } from '../../context.ts';
import { tableName, textsOf } from '../words.ts';
import type { Kit } from './kit.ts';

export interface PageProps {
  edition: Edition;
  /** Once one is open. */
  room?: OpenRoom | undefined;
  kit: Kit;
  /** 0 stands for no table in particular. */
  table: number;
}

interface SheetOfPaperProps {
  edition: Edition;
  table: number;
  title: string;
  /** Of its own kind, for its styles. */
  class?: string;
  children: ComponentChildren;
}

/** What it is of stands at the head of each page it takes. */
export function SheetOfPaper({ edition, table, title, class: kind = '', children }: SheetOfPaperProps) {
  const app = useBrief();
  const { pack, t, words } = app;
  const { exercise } = edition;
  const { texts, lang } = textsOf(app, exercise);
  const { dated, dateNote } = words.value.brief;
  return (
    // The head of a table is repeated on every printed page, in every browser.
    <table class={`kit-page ${kind}`} role="presentation">
      <thead>
        <tr>
          <td>
            <p class="kit-head">
              <span>
                <b lang={lang}>{texts.title}</b> <span class="mark-word">{t('app.hypothetical')}</span>
              </span>
              {table > 0 && <b class="kit-table">{tableName(app, exercise, table)}</b>}
            </p>
          </td>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>
            <h2>{title}</h2>
            <p class="kit-source">
              {t('paper.exerciseOn')} <cite>{pack.brief.title}</cite>
              {t('app.ofWhen', { dated })}
              {t('app.dateNote', { note: dateNote })}
            </p>
            {children}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** Lines to write on. @param n how many, at least one */
export function Lines({ n }: { n: number }) {
  return (
    <>
      {Array.from({ length: n }, (_, i) => (
        <span key={i} class="write" />
      ))}
    </>
  );
}
