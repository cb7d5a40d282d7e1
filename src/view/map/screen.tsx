/** The brief as a map: first how much of it, then the picture, what is chosen on it, and the same as a table. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { BriefMap } from '../../engine/brief-map.ts';
import type { OpenSession } from '../../session/desk.ts';
import { stripOrder } from '../../session/desk.ts';
import type { InBrief, SessionScreenProps } from '../app.ts';
import { useBrief } from '../context.ts';
import { useHeading } from '../navigation.ts';
import { Frame } from '../parts/frame.tsx';
import { announce } from '../parts/live.tsx';
import { RunHead } from '../parts/run-head.tsx';
import { sessionHref } from '../routes.ts';
import { Chosen, waysInWords } from './chosen.tsx';
import { draw } from './drawn.ts';
import { measuring } from './faces.ts';
import { LineKey } from './line-key.tsx';
import './map.css';
import { EDGE } from './layout/drawing.ts';
import { PanBox, textScale } from './pan-box.tsx';
import { Picture } from './picture.tsx';
import { type Places, placesOf } from './place.ts';
import { MapPrint } from './print.tsx';
import { type Key, mapWithin, type Scope, waysThrough } from './scope.ts';
import { ScopeChoice } from './scope-choice.tsx';
import { stepFrom } from './step.ts';
import { MapTable, rowId } from './table.tsx';

const SECTIONS = { picture: 'map-picture', table: 'map-table' };

export function MapScreen({ session, route }: SessionScreenProps) {
  const app = useBrief();
  const { pack, t, reasoner } = app;
  const heading = useHeading(t('map.title'));
  const [scope, setScope] = useState(() => scopeOf(route.item, app, session));
  const [chosen, setChosen] = useState<Key>();
  useEffect(() => setScope(scopeOf(route.item, app, session)), [route.item]);
  const situation = session.situation.value;
  const whole = useMemo(() => reasoner.value?.map(situation), [reasoner.value, situation]);
  const map = useMemo(() => whole && mapWithin(whole, pack, scope), [whole, scope]);
  // Kept while nothing changes: laying out, for the screen and for paper, is too much for each move of the focus.
  const places = useMemo(
    () => map && placesOf(app, session, map, `map/${itemOf(scope)}`),
    [map, session.state.value, session.progress.value, app.words.value],
  );
  if (whole === undefined || map === undefined || places === undefined) return null;

  const show = (next: Scope) => {
    setScope(next);
    setChosen(undefined);
    history.replaceState(history.state, '', sessionHref(session.id, 'map', itemOf(next)));
    announce(t('map.shown', { n: mapWithin(whole, pack, next).questions.length }));
  };
  return (
    <>
      <Frame
        session={session}
        class="map-screen"
        bar={
          <>
            <a class="button second" href={sessionHref(session.id, 'question')}>
              {t('result.backToQuestions')}
            </a>
            <span class="room" />
            <a class="button first" href={sessionHref(session.id, 'result')}>
              {t('overview.toResult')}
            </a>
          </>
        }
      >
        <div class="page map">
          <RunHead />
          <h1 ref={heading} tabIndex={-1}>
            {t('map.heading')}
          </h1>
          <p class="lead">{t('map.lead')}</p>
          <div class="map-tools">
            <ScopeChoice session={session} scope={scope} onChange={show} />
            <p class="ways">
              <button type="button" class="word" onClick={() => goTo(SECTIONS.table)}>
                {t('map.toTable')}
              </button>
              <button type="button" class="word" onClick={() => print()}>
                {t('map.print')}
              </button>
            </p>
          </div>
          <LineKey />
          <PictureSection map={map} places={places} scope={scope} chosen={chosen} onChoose={setChosen} />
          <section class="map-table-section">
            <h2 class="group" id={SECTIONS.table} tabIndex={-1}>
              {t('map.tableTitle')}
              <button type="button" class="word" onClick={() => goTo(SECTIONS.picture)}>
                {t('map.toPicture')}
              </button>
            </h2>
            <MapTable session={session} map={map} places={places} back={`map/${itemOf(scope)}`} />
            <p class="not-drawn">{t('map.notDrawn')}</p>
          </section>
        </div>
      </Frame>
      <MapPrint session={session} map={map} places={places} />
    </>
  );
}

interface PictureSectionProps {
  map: BriefMap;
  places: Places;
  scope: Scope;
  chosen: Key | undefined;
  onChoose: (key: Key | undefined) => void;
}

function PictureSection({ map, places, scope, chosen, onChoose }: PictureSectionProps) {
  const app = useBrief();
  const { t, language } = app;
  const section = useRef<HTMLElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(section);
  const measure = useMemo(measuring, [language.value]);
  const drawn = useMemo(
    () => (width > 0 ? draw(map, places, t, { width }, measure) : undefined),
    [map, places, width, measure],
  );
  const ways = chosen !== undefined && places.byKey.has(chosen) ? waysThrough(map.links, chosen) : undefined;
  const choose = (key: Key | undefined) => {
    if (key === chosen) return;
    onChoose(key);
    const place = key === undefined ? undefined : places.byKey.get(key);
    if (place) announce(waysInWords(app, places, place, waysThrough(map.links, place.key)));
  };
  return (
    <section class="map-picture-section" id={SECTIONS.picture} tabIndex={-1} ref={section}>
      {drawn && (
        <PanBox
          box={box}
          of={itemOf(scope)}
          width={drawn.layout.width + 2 * EDGE}
          height={drawn.layout.height + 2 * EDGE}
          onEscape={() => choose(undefined)}
        >
          {(size) => (
            <Picture
              drawn={drawn}
              places={places}
              chosen={chosen}
              ways={ways}
              onChoose={choose}
              onOpen={(place) => goTo(rowId(place.key))}
              onStep={(key, way) => {
                const next = stepFrom(drawn.layout, map.links, key, way);
                const spot = box.current?.querySelector<SVGAElement>(`a[data-key="${next}"]`);
                spot?.focus();
                return spot != null;
              }}
              label={t('map.picture', {
                questions: map.questions.length,
                conditions: map.conditions.length,
                outputs: map.outputs.length,
              })}
              size={size}
            />
          )}
        </PanBox>
      )}
      <Chosen places={places} ways={ways} place={places.byKey.get(chosen ?? '')} onOpen={goTo} />
    </section>
  );
}

/** Width for the picture, in its units; 0 until it is known. */
function useWidth(section: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const { current } = section;
    if (current === null) return;
    const read = () => setWidth(Math.floor(current.clientWidth / textScale()) - 2 * EDGE - 2);
    read();
    const observer = new ResizeObserver(read);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return width;
}

/** The address of a part of the map: an output's id, or one of two words that are none. */
function itemOf(scope: Scope): string {
  return scope.kind === 'one' ? scope.output : `-${scope.kind}`;
}

/** What the address asks for; on a phone the way to one recommendation, which is best one that is open. */
function scopeOf(item: string, { pack }: InBrief, session: OpenSession): Scope {
  if (item === '-all') return { kind: 'all' };
  if (pack.outputs.some(({ id, kind }) => id === item && kind !== 'background'))
    return { kind: 'one', output: item };
  const advised = stripOrder(pack);
  const first = advised.find((id) => session.verdict(id).status === 'open') ?? advised[0];
  const isNarrow = !matchMedia('(min-width: 37.5em)').matches;
  if (item !== '-advice' && isNarrow && first !== undefined) return { kind: 'one', output: first };
  return { kind: 'advice' };
}

function goTo(id: string): void {
  const target = document.getElementById(id);
  target?.scrollIntoView({ block: 'start' });
  target?.focus({ preventScroll: true });
}
