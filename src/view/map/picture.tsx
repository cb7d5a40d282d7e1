/** The map drawn: labels whole, lines in three weights, what is chosen with its ways. */
import { useRef } from 'preact/hooks';
import { useApp } from '../context.ts';
import type { Drawn, Weight } from './drawn.ts';
import { FACES } from './faces.ts';
import { Glyph } from './glyph.tsx';
import { NUMBER } from './label.ts';
import { EDGE, type Placed } from './layout/drawing.ts';
import { fullTitle, type MapPlace, outputClass, type Places } from './place.ts';
import type { Key, Ways } from './scope.ts';
import { type Way, wayOf } from './step.ts';

const ORDER: readonly Weight[] = ['none', 'open', 'lit'];

interface PictureProps {
  drawn: Drawn;
  places: Places;
  chosen?: Key | undefined;
  /** Through what is chosen. */
  ways?: Ways | undefined;
  onChoose?: (key: Key | undefined) => void;
  /** Opens what a place is, where that is no address. */
  onOpen?: (place: MapPlace) => void;
  /** Goes on from a place by an arrow key; whether there was anywhere to go. */
  onStep?: (key: Key, way: Way) => boolean;
  label: string;
  /** In pixels; absent: as large as its surroundings allow. */
  size?: { width: number; height: number };
}

export function Picture({
  drawn,
  places,
  chosen,
  ways,
  onChoose,
  onOpen,
  onStep,
  label,
  size,
}: PictureProps) {
  const { layout } = drawn;
  const viewBox = `${-EDGE} ${-EDGE} ${layout.width + 2 * EDGE} ${layout.height + 2 * EDGE}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with links in it has no element of its own
    <svg
      class={ways ? 'map-picture has-ways' : 'map-picture'}
      role="group"
      aria-label={label}
      viewBox={viewBox}
      {...size}
    >
      <Lines drawn={drawn} ways={ways} />
      <Headings drawn={drawn} />
      {places.all.map((place) => {
        const placed = layout.boxes.get(place.key);
        return (
          placed && (
            <Spot
              key={place.key}
              place={place}
              placed={placed}
              drawn={drawn}
              isChosen={place.key === chosen}
              isOnWay={ways?.keys.has(place.key) ?? false}
              onChoose={onChoose}
              onOpen={onOpen}
              onStep={onStep}
            />
          )
        );
      })}
    </svg>
  );
}

function Lines({ drawn, ways }: Pick<PictureProps, 'drawn' | 'ways'>) {
  const isOnWay = (links: readonly string[]) => links.some((link) => ways?.links.has(link));
  const stretches = drawn.layout.stretches
    .map((stretch) => ({
      ...stretch,
      weight: drawn.weights.get(stretch.key) ?? ('none' as const),
      on: isOnWay(stretch.links),
    }))
    .sort((a, b) => Number(a.on) - Number(b.on) || ORDER.indexOf(a.weight) - ORDER.indexOf(b.weight));
  return (
    <g class="lines">
      {stretches.map(({ key, path, weight, on, links }) => (
        <path
          key={key}
          class={`stretch ${weight} ${on ? 'on-way' : ''} ${key.startsWith('bracket') ? 'bracket' : ''}`}
          d={path}
          data-links={links.join('|')}
        />
      ))}
    </g>
  );
}

/** The words over a hairline; those who listen hear them with each place. */
function Headings({ drawn }: Pick<PictureProps, 'drawn'>) {
  const { line, size } = FACES.heading;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: words alone, nothing in it takes the focus
    <g aria-hidden="true">
      {drawn.layout.headings.map(({ group, x, y, width }) => {
        const lines = drawn.headings.get(group) ?? [];
        const rule = y + lines.length * line + 3;
        return (
          <g key={`${group} ${x}`} class="heading">
            {lines.map((text, i) => (
              <text key={text} x={x} y={y + i * line + line / 2 + size * 0.35}>
                {text}
              </text>
            ))}
            <path d={`M${x} ${rule}H${x + width}`} />
          </g>
        );
      })}
    </g>
  );
}

interface SpotProps {
  drawn: Drawn;
  onChoose: PictureProps['onChoose'] | undefined;
  onOpen: PictureProps['onOpen'] | undefined;
  onStep: PictureProps['onStep'] | undefined;
  place: MapPlace;
  placed: Placed;
  isChosen: boolean;
  isOnWay: boolean;
}

/** A first tap chooses it, a second one opens it; a key that opens links opens it at once. */
function Spot({ place, placed, drawn, isChosen, isOnWay, onChoose, onOpen, onStep }: SpotProps) {
  const { t } = useApp();
  const wasChosen = useRef(false);
  const content = (
    <SpotContent place={place} placed={placed} drawn={drawn} isChosen={isChosen} isOnWay={isOnWay} />
  );
  const position = `translate(${placed.x} ${placed.y})`;
  const told = { 'data-key': place.key, 'data-state': place.shown };
  if (onChoose === undefined)
    return (
      <g class="spot" transform={position} {...told}>
        {content}
      </g>
    );
  const here = place.kind === 'question' && place.here ? ` (${t('map.here')})` : '';
  return (
    <g transform={position}>
      <a
        class="spot"
        href={place.href}
        aria-label={`${t('map.place', { title: fullTitle({ t }, place), state: place.state })}${here}`}
        onFocus={() => onChoose(place.key)}
        onKeyDown={(event) => {
          const way = wayOf(event);
          if (way !== undefined && onStep?.(place.key, way)) event.preventDefault();
        }}
        onPointerDown={() => {
          wasChosen.current = isChosen;
        }}
        onClick={(event) => {
          const byKey = event.detail === 0;
          if (!byKey && !wasChosen.current) {
            event.preventDefault();
            onChoose(place.key);
          } else if (place.kind === 'condition') {
            event.preventDefault();
            onOpen?.(place);
          }
        }}
        {...told}
      >
        {content}
      </a>
    </g>
  );
}

function SpotContent({
  place,
  placed,
  drawn,
  isChosen,
  isOnWay,
}: Omit<SpotProps, 'onChoose' | 'onOpen' | 'onStep'>) {
  const label = drawn.labels.get(place.key);
  const { width, height } = placed;
  const port = placed.portY - placed.y;
  const glyphAt = { question: width - 7.5, condition: 4, output: 8 }[place.kind];
  return (
    <>
      <rect
        class={`ground ${isChosen ? 'chosen' : ''} ${isOnWay ? 'on-way' : ''}`}
        x={place.kind === 'question' ? -2 : -6}
        y={0}
        width={width + (place.kind === 'question' ? 6 : 10)}
        height={height}
      />
      {isChosen && <path class="chosen-edge" d={`M${place.kind === 'question' ? -2 : -6} 0v${height}`} />}
      {place.kind === 'condition' && (
        <path class={`stretch rule ${ruleOf(place.shown)}`} d={`M0 ${port}H${width}`} />
      )}
      {place.kind === 'question' && (
        <text class={`number ${place.here ? 'here' : ''}`} x={NUMBER - 8} y={label?.lines[0]?.y}>
          {place.question.number}
        </text>
      )}
      <g transform={`translate(${glyphAt} ${port})`}>
        <Glyph place={place} />
      </g>
      {label?.lines.map(({ text, face, x, y, end }, i) => (
        <text
          key={i}
          class={place.kind === 'output' && face === place.face ? outputClass(place) : face}
          x={x}
          y={y}
          text-anchor={end ? 'end' : undefined}
        >
          {text}
        </text>
      ))}
    </>
  );
}

function ruleOf(value: 'always' | 'never' | 'mixed'): Weight {
  if (value === 'always') return 'lit';
  return value === 'mixed' ? 'open' : 'none';
}
