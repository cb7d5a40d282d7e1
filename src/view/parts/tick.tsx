/** The tick inside a chosen box. Decoration. */
export function Tick() {
  return (
    <svg viewBox="0 0 14 14" aria-hidden="true">
      <path
        d="M2 7.5 5.6 11 12 3.6"
        fill="none"
        stroke="currentColor"
        stroke-width="2.2"
        stroke-linecap="square"
      />
    </svg>
  );
}
