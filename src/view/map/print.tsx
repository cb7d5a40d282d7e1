/**
 * The map on paper: all of what is shown, across, with what it is of and how it may be handled. On one page where it can
 * be read there; else that page is the overview, and what leads to each kind of conclusion follows, a page each.
 */
import { useMemo } from 'preact/hooks';
import type { BriefMap } from '../../engine/brief-map.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { useRunningFoot } from '../note/running-foot.ts';
import { draw } from './drawn.ts';
import { measuring } from './faces.ts';
import { LineKey } from './line-key.tsx';
import { Picture } from './picture.tsx';
import type { Places } from './place.ts';
import { largest, sheetsOf, within } from './sheets.ts';

interface MapPrintProps {
  session: OpenSession;
  map: BriefMap;
  places: Places;
}

export function MapPrint({ session, map, places }: MapPrintProps) {
  const { pack, t, words, language } = useBrief();
  const { details } = session.state.value;
  const measure = useMemo(measuring, [language.value]);
  const sheets = useMemo(
    () =>
      sheetsOf(map, pack, (part) =>
        largest(part, (setting) => draw(part, within(places, part), t, { ...setting, dense: true }, measure)),
      ),
    [map, places, measure],
  );
  const { dated, dateNote } = words.value.brief;
  const handling = [details.handling, details.handlingNote].filter(Boolean).join(', ');
  useRunningFoot(details.title);
  return (
    <div class="map-print" aria-hidden="true">
      {sheets.map(({ map: part, drawn }, i) => (
        <div class="sheet" key={i}>
          {handling && (
            <p class="handling-line">
              <span class="handling">{handling}</span>
            </p>
          )}
          <p class="title">{details.title}</p>
          <p class="of">
            <cite>{pack.brief.title}</cite>
            {t('app.ofWhen', { dated })}
            {t('app.dateNote', { note: dateNote })}
            <span class="version">{t('map.packVersion', { version: pack.version })}</span>
          </p>
          <Picture drawn={drawn} places={within(places, part)} label={t('map.title')} />
          <LineKey />
        </div>
      ))}
    </div>
  );
}
