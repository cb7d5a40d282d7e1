/**
 * One text of the user's that is kept by itself: whenever one pauses, leaves the field, the screen or the page. What
 * is typed and not kept yet survives a reload, and so does what cannot be kept as it is.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { announce } from './live.tsx';
import { readVisit, writeVisit } from './visit.ts';

/** Milliseconds without a key: each keeping is an entry, so not at every letter. */
const PAUSE = 1500;

type TextField = HTMLInputElement | HTMLTextAreaElement;

interface TypedOptions<F extends TextField> {
  /** Names the text, in the whole of the app. */
  draft: string;
  /** As it is kept. */
  value: string;
  /** What is wrong with what stands in the field, in words, with what would be right; '' where it can be kept. */
  problemWith: (field: F) => string;
  /** @returns whether it is on the disk */
  onKeep: (text: string) => Promise<boolean>;
  /** Told when leaving the field has kept it. */
  said: (text: string) => string;
  /** A number: kept when the field is left, since half of one is another one, and in one way of writing. */
  number?: boolean;
}

export interface TypedText<F extends TextField> {
  /** For the element. */
  on: {
    ref: { current: F | null };
    defaultValue: string;
    onInput: () => void;
    onBlur: () => void;
  };
  /** '' where nothing is wrong. */
  problem: string;
  /** It could not be kept: it stays in the field. */
  refused: boolean;
  /** What another window has kept, while this one was typing: nothing more is kept until one has chosen. */
  other: string | undefined;
  /** With what the other window has written, or without it. */
  settle: (both: boolean) => void;
  /** @returns what is wrong; it is said, too */
  keep: () => string;
}

/** Everything on the screen that keeps itself; each resolves once what was typed until now is kept, or refused. */
const onScreen = new Set<() => Promise<unknown>>();

/** For whoever is about to read what was typed: resolves once all of it is kept, or refused. */
export async function allKept(): Promise<void> {
  await Promise.all([...onScreen].map((kept) => kept()));
}

export function useTyped<F extends TextField>(options: TypedOptions<F>): TypedText<F> {
  const key = `waymark.draft.${options.draft}`;
  const field = useRef<F>(null);
  const [problem, setProblem] = useState('');
  const [refused, setRefused] = useState(false);
  const [other, setOther] = useState<string>();
  /** What is typed and not kept; undefined: nothing. `on`: what was kept when it was begun. */
  const typed = useRef<{ text: string; on: string } | undefined>(undefined);
  /** What is wrong with it. */
  const judged = useRef('');
  /** What this field has handed on, the last one last: what comes back of it is no other window's. */
  const mine = useRef<string[]>([]);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const writing = useRef<Promise<unknown>>(Promise.resolve());
  // As of the last rendering, for whoever is called later.
  const now = useRef(options);
  now.current = options;

  const keep = (leaving = false): string => {
    clearTimeout(pause.current);
    const element = field.current;
    // On leaving the screen the field is gone already: what was wrong with it is still so.
    if (element !== null) judged.current = now.current.problemWith(element);
    const wrong = judged.current;
    setProblem(wrong);
    if (typed.current === undefined || wrong !== '') return wrong;
    const { text, on } = typed.current;
    const kept = now.current.number ? String(Number(text)) : text.trim();
    const { value } = now.current;
    if (value !== on && value !== kept && !mine.current.includes(value)) {
      setOther(value);
      return '';
    }
    typed.current = undefined;
    // Not before it is kept: a page that is left ends what it was about to save.
    const asTyped = readVisit(key);
    const forget = () => {
      if (typed.current === undefined && readVisit(key) === asTyped) writeVisit(key, null);
    };
    if (kept === (mine.current.at(-1) ?? value)) {
      forget();
      return '';
    }
    mine.current.push(...(mine.current.length === 0 ? [value, kept] : [kept]));
    writing.current = now.current.onKeep(kept).then((done) => {
      setRefused(!done);
      if (done) return forget();
      typed.current ??= { text, on };
      mine.current = mine.current.filter((one) => one !== kept);
    });
    if (leaving) announce(now.current.said(kept));
    return '';
  };
  const later = useRef(keep);
  later.current = keep;

  const type = () => {
    const element = field.current;
    if (element === null) return;
    const text = element.value;
    // A day half typed reads as empty, and must not be taken for an emptied field.
    const half = element.validity.badInput;
    const on = typed.current?.on ?? mine.current.at(-1) ?? now.current.value;
    typed.current = half ? undefined : { text, on };
    writeVisit(key, half ? null : JSON.stringify(typed.current));
    // A year or a number that is half typed is no slip; a text too long by now is.
    const wrong = now.current.problemWith(element);
    judged.current = wrong;
    if (wrong === '' || !['date', 'number'].includes(element.type)) setProblem(wrong);
    clearTimeout(pause.current);
    if (!now.current.number) pause.current = setTimeout(() => later.current(), PAUSE);
  };
  const settle = (both: boolean) => {
    const element = field.current;
    if (element === null || typed.current === undefined || other === undefined) return;
    if (both) element.value = `${other}\n\n${typed.current.text}`;
    typed.current = { text: element.value, on: other };
    writeVisit(key, JSON.stringify(typed.current));
    setOther(undefined);
    later.current();
    element.focus();
  };

  useEffect(() => {
    // What was typed before and not kept is brought back, and kept.
    const before = draftOf(readVisit(key));
    if (before !== undefined && field.current !== null) {
      field.current.value = before.text;
      typed.current = before;
      later.current();
    }
    const kept = async () => {
      later.current();
      await writing.current;
    };
    onScreen.add(kept);
    const leave = () => document.visibilityState === 'hidden' && later.current();
    document.addEventListener('visibilitychange', leave);
    return () => {
      onScreen.delete(kept);
      document.removeEventListener('visibilitychange', leave);
      later.current();
    };
  }, [key]);
  // What is kept elsewhere (undone, another window) comes in; what is being typed stays.
  const { value } = options;
  useEffect(() => {
    const element = field.current;
    const own = mine.current.lastIndexOf(value);
    if (own >= 0) mine.current.splice(0, own);
    else mine.current = [];
    if (element === null || typed.current !== undefined) return;
    if (own < 0 || document.activeElement !== element) element.value = value;
  }, [value]);

  return {
    on: {
      ref: field,
      defaultValue: value,
      onInput: type,
      onBlur: () => void keep(true),
    },
    problem,
    refused,
    other,
    settle,
    keep: () => keep(),
  };
}

function draftOf(text: string | null): { text: string; on: string } | undefined {
  try {
    const found = JSON.parse(text ?? 'null') as { text?: unknown; on?: unknown } | null;
    return typeof found?.text === 'string' && typeof found.on === 'string'
      ? { text: found.text, on: found.on }
      : undefined;
  } catch {
    return undefined;
  }
}
