const PATHS = {
  right: 'M4 1.5 8.5 6 4 10.5',
  left: 'M8 1.5 3.5 6 8 10.5',
  down: 'M1.5 4 6 8.5 10.5 4',
  up: 'M1.5 8 6 3.5 10.5 8',
} as const;

/** The only icon: it points where something opens. Decoration. */
export function Chevron({ to }: { to: keyof typeof PATHS }) {
  return (
    <svg class="chevron" viewBox="0 0 12 12" aria-hidden="true">
      <path d={PATHS[to]} />
    </svg>
  );
}
