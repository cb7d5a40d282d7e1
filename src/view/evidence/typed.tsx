/**
 * A text of the user's, kept whenever one pauses, leaves the field or the screen. What was typed since survives a
 * reload.
 */
import { useEffect, useId, useRef } from 'preact/hooks';
import { useApp } from '../context.ts';
import { announce } from '../parts/live.tsx';
import { readVisit, writeVisit } from '../parts/visit.ts';

const LONGEST = 4000;
/** Milliseconds without a key: each is an entry of the journal, so not at every letter. */
const PAUSE = 1500;

interface TypedProps {
  label: string;
  hint?: string;
  /** As it is kept. */
  value: string;
  /** Names the text, in the whole of the app. */
  draft: string;
  /** Resolves to whether it is on the disk. */
  onKeep: (value: string) => Promise<boolean>;
}

export function Typed({ label, hint, value, draft, onKeep }: TypedProps) {
  const { t } = useApp();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const key = `waymark.draft.${draft}`;
  /** What is typed and not kept; undefined: nothing. */
  const typed = useRef<string | undefined>(undefined);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** @returns whether there was something to keep */
  const keep = (): boolean => {
    clearTimeout(pause.current);
    const text = typed.current;
    typed.current = undefined;
    if (text === undefined) return false;
    // Not before it is kept: a page that is left ends what it was about to save.
    const forget = () => {
      if (readVisit(key) === text) writeVisit(key, null);
    };
    if (text.trim() === value) {
      forget();
      return false;
    }
    void onKeep(text.trim()).then((kept) => kept && forget());
    return true;
  };
  // As of the last rendering, for whoever calls it later.
  const now = useRef(keep);
  now.current = keep;
  const type = (text: string) => {
    typed.current = text;
    writeVisit(key, text);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => now.current(), PAUSE);
  };
  useEffect(() => {
    // What was typed before a reload and not kept is brought back, and kept.
    const before = readVisit(key);
    if (before !== null && field.current !== null) {
      field.current.value = before;
      typed.current = before;
      now.current();
    }
    const leave = () => document.visibilityState === 'hidden' && now.current();
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      now.current();
    };
  }, [key]);
  // What is kept elsewhere (undone, another window) comes in; what is being typed stays.
  useEffect(() => {
    if (field.current && document.activeElement !== field.current) field.current.value = value;
  }, [value]);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="small quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        // A browser that keeps what is in fields, for the next visit, writes it to the disk.
        autoComplete="off"
        class="input"
        id={id}
        rows={3}
        ref={field}
        defaultValue={value}
        maxLength={LONGEST}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={() => keep() && announce(t('evidence.keptText'))}
      />
    </div>
  );
}
