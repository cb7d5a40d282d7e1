/** The pages of a paper kit, in the order in which they print: each part for each table that gets one. */
import type { ComponentChildren } from 'preact';
import { BallotPage } from './ballot-page.tsx';
import { InjectCards, RoleCards, SheetPage } from './for-tables.tsx';
import { AfterPage, FeedbackPage, JoinPage, ObserverPage, RunPage } from './for-trainer.tsx';
import { copiesOf, KIT_PARTS, type KitPart } from './kit.ts';
import type { PageProps } from './sheet-of-paper.tsx';

const PAGES: Record<KitPart, (props: PageProps) => ComponentChildren> = {
  run: RunPage,
  join: JoinPage,
  sheet: SheetPage,
  roles: RoleCards,
  injects: InjectCards,
  ballots: BallotPage,
  observer: ObserverPage,
  feedback: FeedbackPage,
  after: AfterPage,
};

export function KitPages({ edition, room, kit }: Omit<PageProps, 'table'>) {
  // All parts of a table together: they are handed out as one pile.
  const chosen = KIT_PARTS.filter((part) => kit.parts.includes(part));
  const pages = chosen.flatMap((part) => copiesOf(part, kit).map((table) => ({ part, table })));
  const inPiles = [...pages].sort((a, b) => a.table - b.table);
  return (
    <>
      {inPiles.map(({ part, table }) => {
        const Page = PAGES[part];
        return <Page key={`${part} ${table}`} edition={edition} room={room} kit={kit} table={table} />;
      })}
    </>
  );
}
