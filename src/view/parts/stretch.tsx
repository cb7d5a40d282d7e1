/** Long lists: so many lines at first, more as their end comes near, so that thousands cost no more than dozens. */
import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** A list of more lines than these is long. */
export const STEP = 30;
/** More come when their end is so near: before anyone sees it. */
const NEAR = '900px';

/** What was sought and how far a list was shown, for Back: by the key that navigation gives to each visit. */
const visits = new Map<string, { sought: string; shown: number }>();

interface Stretch {
  sought: string;
  setSought(sought: string): void;
  /** So many lines are to be shown. */
  shown: number;
  more(): void;
}

export function useStretch(): Stretch {
  const visit = useRef(String((history.state as { entry?: string } | null)?.entry));
  const [now, setNow] = useState(visits.get(visit.current) ?? { sought: '', shown: STEP });
  const keep = (next: typeof now) => {
    visits.set(visit.current, next);
    setNow(next);
  };
  return {
    ...now,
    setSought: (sought) => keep({ sought, shown: STEP }),
    more: () => keep({ ...now, shown: now.shown + STEP }),
  };
}

interface ListProps {
  class?: string;
  /** The lines that are shown, each with its place among all. */
  children: ComponentChildren;
  shown: number;
  all: number;
  more: () => void;
  /** Words of the button at the end. */
  words: string;
}

/** The list, and at its end a button for whoever gets there first. Focus goes on to the first line that is new. */
export function StretchList({ class: name, children, shown, all, more, words }: ListProps): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const end = useRef<HTMLButtonElement>(null);
  const goOn = useRef(false);
  useEffect(() => {
    if (goOn.current) focusLine(list, shown - STEP);
    goOn.current = false;
    const button = end.current;
    if (button === null) return;
    const watcher = new IntersectionObserver(
      ([seen]) => {
        if (!seen?.isIntersecting) return;
        goOn.current = document.activeElement === button;
        more();
      },
      { rootMargin: NEAR },
    );
    watcher.observe(button);
    return () => watcher.disconnect();
  }, [shown, all]);
  return (
    <>
      <ul class={name} ref={list}>
        {children}
      </ul>
      {shown < all && (
        <p>
          <button
            type="button"
            class="word"
            ref={end}
            onClick={() => {
              goOn.current = true;
              more();
            }}
          >
            {words}
          </button>
        </p>
      )}
    </>
  );
}

function focusLine(list: RefObject<HTMLUListElement | null>, index: number): void {
  list.current?.children[index]?.querySelector<HTMLElement>('a, input, button')?.focus();
}
