/** One press, one thing: what is pressed again while what it began is being done does nothing. */
import { useRef } from 'preact/hooks';

/** @param work Resolves to `gone` where the screen is being left: then nothing more is begun on it. */
export function useOnce<A extends unknown[]>(
  work: (...args: A) => Promise<'gone' | undefined>,
): (...args: A) => void {
  const busy = useRef(false);
  return (...args) => {
    if (busy.current) return;
    busy.current = true;
    void work(...args)
      .then((end) => end === 'gone')
      .catch(() => false)
      .then((gone) => {
        busy.current = gone;
      });
  };
}
