/** The brief itself: what it is, its background, and everything it says, statement by statement. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Output, Statement } from '../../engine/pack.ts';
import { useBrief } from '../context.ts';
import { useHeading } from '../navigation.ts';
import { BackBar } from '../parts/back-bar.tsx';
import { Fold } from '../parts/fold.tsx';
import { Frame } from '../parts/frame.tsx';
import { StatementEntry } from './statement-entry.tsx';
import './brief.css';

/** @param item a statement or a background panel to show first, or '' */
export function Brief({ item }: { item: string }) {
  const { pack, words, t } = useBrief();
  const { dated, dateNote, about, citation } = words.value.brief;
  const title = pack.brief.title;
  const heading = useHeading(title);
  const page = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const wanted = item ? page.current?.querySelector(`[data-item="${CSS.escape(item)}"]`) : null;
    if (wanted instanceof HTMLElement) {
      wanted.scrollIntoView({ block: 'center' });
      wanted.focus({ preventScroll: true });
    }
  }, [item]);
  return (
    <Frame bar={<BackBar />}>
      <div class="page brief-page" ref={page}>
        <p class="running-head">{t('brief.dated', { dated, note: dateNote })}</p>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p class="about">{about}</p>
        <p class="small quiet">{citation}</p>
        <p class="small quiet">{t('brief.ownWords')}</p>
        <h2 class="group">
          <span>{t('brief.background')}</span>
        </h2>
        <div>
          {pack.outputs
            .filter(({ kind }) => kind === 'background')
            .map((panel) => (
              <Panel key={panel.id} panel={panel} open={panel.id === item} />
            ))}
        </div>
        <h2 class="group">
          <span>{t('brief.all')}</span>
          <small>{t('brief.count', { n: pack.statements.length, paragraphs: pack.brief.paragraphs })}</small>
        </h2>
        <Paragraphs item={item} />
      </div>
    </Frame>
  );
}

function Panel({ panel, open }: { panel: Output; open: boolean }) {
  const { pack, words } = useBrief();
  const statements = pack.statements.filter(({ id }) => panel.source.includes(id));
  return (
    <Fold class="ruled" open={open} summary={words.value.outputs[panel.id]?.title} data={panel.id}>
      <ul class="entries">
        {statements.map((statement) => (
          <StatementEntry key={statement.id} statement={statement} />
        ))}
      </ul>
    </Fold>
  );
}

function Paragraphs({ item }: { item: string }) {
  const { pack, t } = useBrief();
  const byParagraph = new Map<number, Statement[]>();
  for (const statement of pack.statements) {
    const { paragraph } = statement.at;
    byParagraph.set(paragraph, [...(byParagraph.get(paragraph) ?? []), statement]);
  }
  return (
    <ol class="paragraphs">
      {[...byParagraph].map(([paragraph, statements]) => (
        <li key={paragraph}>
          <h3 class="unseen">{t('brief.paragraph', { n: String(paragraph) })}</h3>
          <ul class="entries">
            {statements.map((statement) => (
              <StatementEntry
                key={statement.id}
                statement={statement}
                here={statement.id === item}
                explained
              />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
