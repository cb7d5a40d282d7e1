/** What is chosen on the picture: what it is, what feeds it, what it leads to, and the way to open it. */
import type { MapLink } from '../../engine/brief-map.ts';
import type { InBrief } from '../app.ts';
import { useBrief } from '../context.ts';
import { Parts } from './parts.tsx';
import { fullTitle, type MapPlace, nameOf, type Places } from './place.ts';
import type { Ways } from './scope.ts';
import { rowId } from './table.tsx';

interface ChosenProps {
  places: Places;
  place: MapPlace | undefined;
  ways: Ways | undefined;
  /** Goes to a row of the table. */
  onOpen: (row: string) => void;
}

export function Chosen({ places, place, ways, onOpen }: ChosenProps) {
  const app = useBrief();
  const { t } = app;
  if (place === undefined || ways === undefined) return <p class="chosen-place none">{t('map.hint')}</p>;
  const number = place.kind === 'question' ? place.question.number : 0;
  const open = t('map.openIt', { kind: place.kind, number });
  return (
    <div class="chosen-place">
      <h2 class="sans">
        {fullTitle(app, place)} <span class="now">{place.state}</span>
      </h2>
      {ways.before.length > 0 && (
        <div class="takes">
          <p>{t('map.takes')}</p>
          <Parts places={places} links={ways.before} />
        </div>
      )}
      <p>{feedsInWords(app, places, ways.after)}</p>
      {place.kind === 'condition' ? (
        <button type="button" class="button second" onClick={() => onOpen(rowId(place.key))}>
          {open}
        </button>
      ) : (
        <a class="button second" href={place.href}>
          {open}
        </a>
      )}
    </div>
  );
}

/** For those who listen: what it is, what feeds it, what it leads to. */
export function waysInWords(
  app: Pick<InBrief, 't' | 'say'>,
  places: Places,
  place: MapPlace,
  ways: Ways,
): string {
  const { t, say } = app;
  const from = named(ways.before.map((link) => nameOf(places, link.from)));
  return t('map.said', {
    place: t('map.place', { title: fullTitle(app, place), state: place.state }),
    before: t('map.fedBy', { n: from.length, list: say.list(from) }),
    after: feedsInWords(app, places, ways.after),
  });
}

function feedsInWords(
  { t, say }: Pick<InBrief, 't' | 'say'>,
  places: Places,
  after: readonly MapLink[],
): string {
  const to = named(after.map((link) => nameOf(places, link.to)));
  return t('map.feeds', { n: to.length, list: say.list(to) });
}

function named(names: readonly string[]): string[] {
  return [...new Set(names)];
}
