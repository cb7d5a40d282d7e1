/** A form that is handed in: what is half filled in stays, also when one leaves the screen or reloads the page. */
import { useRef, useState } from 'preact/hooks';
import { readVisit, writeVisit } from './visit.ts';

export type Fields = Record<string, string | readonly string[]>;

export interface FormDraft<T extends Fields> {
  now: T;
  change: (part: Partial<T> | ((now: T) => Partial<T>)) => void;
  /** It was begun before, left, and is brought back. */
  brought: boolean;
  /** Another one once it has ended: fields that hold their own text begin anew. */
  turn: number;
  /** It is handed in, or discarded: the form is as at first. */
  end: () => void;
}

const keyOf = (name: string) => `waymark.draft.form.${name}`;

/** Whether such a form was begun and left, so that it is to be open. */
export function isBegun(name: string): boolean {
  return readVisit(keyOf(name)) !== null;
}

/** @param name in the whole of the app. @param first the form before anything is filled in */
export function useDraft<T extends Fields>(name: string, first: T): FormDraft<T> {
  const key = keyOf(name);
  const before = useRef<T | undefined>(undefined);
  const [now, setNow] = useState<T>(() => {
    before.current = fieldsLike(first, readVisit(key));
    return before.current ?? first;
  });
  const [brought, setBrought] = useState(before.current !== undefined);
  const [turn, setTurn] = useState(0);
  // By itself: two quick taps can come before the form is drawn again.
  const latest = useRef(now);
  const put = (next: T) => {
    latest.current = next;
    setNow(next);
    const text = JSON.stringify(next);
    writeVisit(key, text === JSON.stringify(first) ? null : text);
  };
  return {
    now,
    brought,
    turn,
    change: (part) =>
      put({ ...latest.current, ...(typeof part === 'function' ? part(latest.current) : part) }),
    end: () => {
      setBrought(false);
      setTurn((all) => all + 1);
      put(first);
    },
  };
}

/** Of an earlier version, or nothing: undefined. */
function fieldsLike<T extends Fields>(first: T, text: string | null): T | undefined {
  try {
    const found = JSON.parse(text ?? 'null') as Record<string, unknown> | null;
    const same = (name: string) =>
      Array.isArray(first[name])
        ? Array.isArray(found?.[name]) && found[name].every((one) => typeof one === 'string')
        : typeof found?.[name] === 'string';
    return found !== null && Object.keys(first).every(same) ? (found as T) : undefined;
  } catch {
    return undefined;
  }
}
