/** What stands at a place: a verdict is a circle, a question what one answers it with, a condition a gate. */
import type { MapPlace } from './place.ts';

/** Drawn around (0, 0). */
export function Glyph({ place }: { place: MapPlace }) {
  switch (place.kind) {
    case 'question': {
      const asked = place.shown !== 'not_asked' && place.shown !== 'set_aside';
      const shape = place.question.kind === 'one' ? 'M0-7.5 7.5 0 0 7.5-7.5 0Z' : 'M-6-6H6V6H-6Z';
      const kind = place.shown === 'answered' ? 'answered' : asked ? '' : 'not-asked';
      return <path class={`box ${kind}`} d={shape} />;
    }
    case 'condition':
      return (
        <g class="gate">
          <rect x="-4" y="-8" width="8" height="16" />
          {place.shown !== 'never' && (
            <rect
              class="ink"
              x="-4"
              y={place.shown === 'always' ? -8 : 0}
              width="8"
              height={place.shown === 'always' ? 16 : 8}
            />
          )}
        </g>
      );
    case 'output':
      return (
        <g class="verdict">
          <circle r="6.6" />
          {place.shown === 'holds' && <circle class="ink" r="6.6" />}
          {place.shown === 'open' && <path class="ink" d="M0-6.6a6.6 6.6 0 0 0 0 13.2Z" />}
          {place.weak && <circle class="dot" cy="11.5" r="2.1" />}
        </g>
      );
  }
}
