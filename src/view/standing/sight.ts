/** Which of the changed lines are out of sight: where the ledger is longer than its pane, its head leads to them. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface Sight {
  /** The pane that scrolls. */
  box: RefObject<HTMLElement | null>;
  /** The first changed output whose line cannot be seen. */
  hidden: string | undefined;
  /** Brings a line into sight and puts the focus on it. */
  show: (output: string) => void;
}

/** @param changed outputs, in the order of the ledger. */
export function useSight(changed: readonly string[]): Sight {
  const box = useRef<HTMLElement>(null);
  const [unseen, setUnseen] = useState<readonly string[]>([]);
  const key = changed.join(' ');
  const lineOf = (output: string) =>
    [...(box.current?.querySelectorAll<HTMLElement>('[data-output]') ?? [])].find(
      (line) => line.dataset.output === output,
    );
  useEffect(() => {
    const outputs = key === '' ? [] : key.split(' ');
    const pane = box.current;
    setUnseen([]);
    if (pane === null || outputs.length === 0) return;
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const output = entry.target instanceof HTMLElement ? entry.target.dataset.output : undefined;
          if (output === undefined) continue;
          setUnseen((before) => [
            ...before.filter((one) => one !== output),
            ...(entry.isIntersecting ? [] : [output]),
          ]);
        }
      },
      { root: pane, threshold: 0.6 },
    );
    for (const output of outputs) {
      const line = lineOf(output);
      if (line) observer.observe(line);
    }
    return () => observer.disconnect();
  }, [key]);
  return {
    box,
    hidden: changed.find((output) => unseen.includes(output)),
    show: (output) => {
      const line = lineOf(output);
      line?.scrollIntoView({ block: 'center' });
      line?.querySelector('a')?.focus({ preventScroll: true });
    },
  };
}
