import type { ComponentChildren } from 'preact';

/** One row of the table behind a verdict. */
export function Row({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div class="row">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
