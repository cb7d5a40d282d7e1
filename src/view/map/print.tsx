/** The map on paper: all of what is shown, on one page across, with what it is of and how it may be handled. */
import { useMemo } from 'preact/hooks';
import type { BriefMap } from '../../engine/brief-map.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useApp } from '../context.ts';
import { useRunningFoot } from '../note/running-foot.ts';
import { type Drawn, draw, type Setting } from './drawn.ts';
import { measuring } from './faces.ts';
import { LineKey } from './line-key.tsx';
import { EDGE, Picture } from './picture.tsx';
import type { Places } from './place.ts';

/** Of the picture on the page (map.css), in millimetres: A4 across without its margins and the head. */
const PAPER = { width: 273, height: 167 };
/** Widths to choose from; the wider, the fewer lines a label takes. */
const WIDTHS = [760, 880, 1000, 1120, 1240, 1360, 1480, 1600, 1800, 2000];

interface MapPrintProps {
  session: OpenSession;
  map: BriefMap;
  places: Places;
}

export function MapPrint({ session, map, places }: MapPrintProps) {
  const { t, desk, words, language } = useApp();
  const { details } = session.state.value;
  const measure = useMemo(measuring, [language.value]);
  const drawn = useMemo(
    () => largest((setting) => draw(map, places, t, { ...setting, dense: true }, measure)),
    [map, places, measure],
  );
  const { dated, dateNote } = words.value.brief;
  const handling = [details.handling, details.handlingNote].filter(Boolean).join(', ');
  useRunningFoot(details.title);
  return (
    <div class="map-print" aria-hidden="true">
      {handling && (
        <p class="handling-line">
          <span class="handling">{handling}</span>
        </p>
      )}
      <p class="title">{details.title}</p>
      <p class="of">
        <cite>{desk.pack.brief.title}</cite>
        {t('app.ofWhen', { dated })}
        {t('app.dateNote', { note: dateNote })}
        <span class="version">{t('map.packVersion', { version: desk.pack.version })}</span>
      </p>
      <Picture drawn={drawn} places={places} label={t('map.title')} />
      <LineKey />
    </div>
  );
}

/** The width at which everything is largest on the page, outputs in one column or in two. */
export function largest(drawnAt: (setting: Setting) => Drawn): Drawn {
  const settings = [false, true].flatMap((halved) => WIDTHS.map((width) => ({ width, halved })));
  const tried = settings.map((setting) => {
    const drawn = drawnAt(setting);
    const { layout } = drawn;
    const scale = Math.min(
      PAPER.width / (layout.width + 2 * EDGE),
      PAPER.height / (layout.height + 2 * EDGE),
    );
    return { drawn, scale };
  });
  const [first, ...more] = tried;
  if (first === undefined) throw new Error('there is no width to draw at');
  // In two columns only where that is worth it.
  return more.reduce((best, one) => (one.scale > best.scale * 1.02 ? one : best), first).drawn;
}
