/** One polite live region for the whole app: what changed, in words, for those who do not see it. */
import { signal } from '@preact/signals';

const spoken = signal({ text: '', turn: 0 });

/** Reads `text` out when the reader's software is next free. The same text twice is read twice. */
export function announce(text: string): void {
  spoken.value = { text, turn: spoken.value.turn + 1 };
}

/** Rendered once, by the root, and never taken away: a region that comes with its text is not read. */
export function Live() {
  const { text, turn } = spoken.value;
  return (
    <div class="unseen" role="status">
      {/* Two slots in turn, so that a repeated text is a change too. */}
      <p>{turn % 2 === 0 ? text : ''}</p>
      <p>{turn % 2 === 1 ? text : ''}</p>
    </div>
  );
}
