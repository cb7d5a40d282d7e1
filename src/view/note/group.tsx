/** One group of the note: lines with state and reasons, points, or plain sentences. */
import { Shape } from '../parts/shape.tsx';
import type { NoteGroup, NoteLine, NotePoint } from './page.ts';

export function Group({ group }: { group: NoteGroup }) {
  const { id, title, aside, lines, points, paragraphs } = group;
  return (
    <section class={`note-group of-${id}`}>
      <h2 class={id === 'option' ? 'group apart' : 'group'}>
        {title}
        {aside && <small>{aside}</small>}
      </h2>
      {lines.length > 0 && (
        <ul class="note-lines">
          {lines.map((line) => (
            <Line key={line.output} line={line} />
          ))}
        </ul>
      )}
      {points.length > 0 && (
        <ul class="note-points">
          {points.map((point) => (
            <Point key={point.id} point={point} />
          ))}
        </ul>
      )}
      {paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </section>
  );
}

function Line({ line }: { line: NoteLine }) {
  const { modality, status, text, advice, details, state, weak } = line;
  return (
    <li>
      <Place {...line} />
      <Shape status={status} size={12} weak={weak} />
      <p class={`said ${modality ?? 'brief'}${status === 'fails' ? ' not-now' : ''}`}>{text}</p>
      <span class="state-word">{state}</span>
      {advice && <p class="in-full brief">{advice}</p>}
      {details.length > 0 && <p class="details">{details.join(' ')}</p>}
    </li>
  );
}

function Point({ point }: { point: NotePoint }) {
  return (
    <li>
      <p>{point.text}</p>
      {'\u00a0'}
      <Place {...point} />
    </li>
  );
}

function Place({ place, spokenPlace }: Pick<NotePoint, 'place' | 'spokenPlace'>) {
  return (
    <span class="locator">
      <span aria-hidden="true">{place}</span>
      <span class="unseen">{spokenPlace}</span>
    </span>
  );
}
