/** The map as tables: the same places, states and links as the picture, and the ways to what they are. */
import type { BriefMap } from '../../engine/brief-map.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useApp, useBrief } from '../context.ts';
import { Locator } from '../parts/locator.tsx';
import { Shape } from '../parts/shape.tsx';
import { sessionHref } from '../routes.ts';
import { Glyph } from './glyph.tsx';
import { Parts } from './parts.tsx';
import { fullTitle, type MapPlace, outputClass, type Places } from './place.ts';
import { type Key, keyOf } from './scope.ts';

interface MapTableProps {
  session: OpenSession;
  map: BriefMap;
  places: Places;
  /** The place on the map that an edit returns to. */
  back: string;
}

/** The row of a place, to go to. */
export function rowId(key: Key): string {
  return `row-${key}`;
}

export function MapTable(props: MapTableProps) {
  const { t } = useApp();
  const { all } = props.places;
  const kinds = ['question', 'condition', 'output'] as const;
  const captions = { question: 'map.questions', condition: 'map.conditions', output: 'map.outputs' } as const;
  return (
    <>
      {kinds
        .map((kind) => ({ kind, rows: all.filter((place) => place.kind === kind) }))
        .filter(({ rows }) => rows.length > 0)
        .map(({ kind, rows }) => (
          <table key={kind} class={`map-table of-${kind}`}>
            <caption>{t(captions[kind])}</caption>
            <thead>
              <tr>
                <th scope="col">{t(captions[kind])}</th>
                <th scope="col">{t('map.now')}</th>
                <th scope="col">{t('map.takes')}</th>
                {kind === 'output' ? (
                  <th scope="col">{t('map.inBrief')}</th>
                ) : (
                  <th scope="col">{t('map.leadsTo')}</th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((place) => (
                <Row key={place.key} place={place} {...props} />
              ))}
            </tbody>
          </table>
        ))}
    </>
  );
}

function Row({ place, map, places, session, back }: MapTableProps & { place: MapPlace }) {
  const app = useBrief();
  const { t, words } = app;
  const before = map.links.filter(({ to }) => keyOf(to) === place.key);
  const after = map.links.filter(({ from }) => keyOf(from) === place.key);
  const isHere = place.kind === 'question' && place.here;
  return (
    <tr id={rowId(place.key)} tabIndex={-1} data-key={place.key} data-state={place.shown}>
      <th scope="row">
        <Title place={place} />
        {isHere && <small class="here">{t('map.here')}</small>}
        {place.readings.map((reading) => (
          <small key={reading}>
            <a href={sessionHref(session.id, 'readings', reading, back)}>
              {t('map.readingLink', { title: words.value.readings[reading]?.title ?? reading })}
            </a>
          </small>
        ))}
      </th>
      <td class="now">
        {place.kind === 'output' ? (
          <Shape status={place.shown} weak={place.weak} />
        ) : (
          <svg class="glyph" viewBox="-9 -9 18 18" aria-hidden="true">
            <Glyph place={place} />
          </svg>
        )}{' '}
        <span>
          {place.state}
          {place.kind === 'question' && place.unchecked && <small>{t('explain.unchecked')}</small>}
        </span>
      </td>
      <td class="takes" data-label={t('map.takes')}>
        {before.length > 0 ? (
          <Parts places={places} links={before} inTable />
        ) : (
          <span class="quiet">{t(place.kind === 'question' ? 'map.always' : 'map.nothingNeeded')}</span>
        )}
      </td>
      {place.kind === 'output' ? (
        <td class="in-brief">
          {place.output.source.slice(0, 1).map((statement) => (
            <Locator key={statement} statement={statement} />
          ))}
        </td>
      ) : (
        <td class="leads" data-label={t('map.leadsTo')}>
          <LeadsTo ends={[...new Set(after.map(({ to }) => keyOf(to)))]} places={places} />
        </td>
      )}
    </tr>
  );
}

function Title({ place }: { place: MapPlace }) {
  const app = useBrief();
  switch (place.kind) {
    case 'question':
      return (
        <>
          <span class="num" aria-hidden="true">
            {place.question.number}
          </span>
          <a href={place.href} aria-label={fullTitle(app, place)}>
            {place.title}
          </a>
        </>
      );
    case 'condition':
      return <>{place.title}</>;
    case 'output':
      return (
        <>
          <small>{place.lead}</small>
          <a class={outputClass(place)} href={place.href}>
            {place.title}
          </a>
        </>
      );
  }
}

function LeadsTo({ ends, places }: { ends: readonly Key[]; places: Places }) {
  const { t, say } = useBrief();
  if (ends.length === 0) return <span class="quiet">{t('map.nowhere')}</span>;
  return <>{say.sentence(say.list(ends.map((key) => places.byKey.get(key)?.name ?? '')))}</>;
}
