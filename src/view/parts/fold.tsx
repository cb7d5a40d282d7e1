/** Something to open in place: the browser's own disclosure, so that find-in-page and print know it too. */
import type { ComponentChildren } from 'preact';
import { Chevron } from './chevron.tsx';

interface FoldProps {
  summary: ComponentChildren;
  /** Open from the start; later the reader decides. */
  open?: boolean;
  onToggle?: (open: boolean) => void;
  id?: string;
  /** Marks it for who looks for an item on the page. */
  data?: string | undefined;
  class?: string;
  children: ComponentChildren;
}

export function Fold({ summary, open = false, onToggle, id, data, class: extra = '', children }: FoldProps) {
  return (
    <details
      id={id}
      data-item={data}
      tabIndex={data === undefined ? undefined : -1}
      class={`fold ${extra}`}
      open={open}
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
    >
      <summary>
        <Chevron to="right" />
        <span>{summary}</span>
      </summary>
      <div class="folded">{children}</div>
    </details>
  );
}
