/** Waymark's mark: three waymarks along a path, near to far, made of the three states. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <circle class="ink" cx="8.2" cy="23.8" r="7" />
      <path class="ink" d="M19.4 8.9a5.1 5.1 0 0 0 0 10.2Z" />
      <circle cx="19.4" cy="14" r="5.1" />
      <circle cx="27.2" cy="5.2" r="3.4" />
    </svg>
  );
}
