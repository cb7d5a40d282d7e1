/** What the user added, in the user's own face: nothing of it can be taken for the brief's. */
import type { NoteOwn } from './page.ts';

export function Own({ own }: { own: NoteOwn }) {
  return (
    <section class="note-group note-own">
      <h2 class="group">
        {own.title}
        <small>{own.aside}</small>
      </h2>
      {own.to.map(({ output, name, place, spokenPlace, additions }) => (
        <div class="to" key={output}>
          <h3 class="label">
            {name}{' '}
            <span class="locator">
              <span aria-hidden="true">{place}</span>
              <span class="unseen">{spokenPlace}</span>
            </span>
          </h3>
          <ul class="own">
            {additions.map(({ id, kind, text, by }) => (
              <li key={id}>
                <b>{kind}</b> <span>{text}</span> <small>{by}</small>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {own.left && <p>{own.left}</p>}
    </section>
  );
}
