/** A text of the user's, kept when one leaves it. What is typed meanwhile survives a reload. */
import { useEffect, useId, useRef } from 'preact/hooks';
import { useApp } from '../context.ts';
import { announce } from '../parts/live.tsx';

const LONGEST = 4000;

interface TypedProps {
  label: string;
  hint?: string;
  /** As it is kept. */
  value: string;
  /** Names the text, in the whole of the app. */
  draft: string;
  onKeep: (value: string) => void;
}

export function Typed({ label, hint, value, draft, onKeep }: TypedProps) {
  const { t } = useApp();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const key = `waymark.draft.${draft}`;
  const keep = () => {
    const text = field.current?.value.trim() ?? '';
    forget(key);
    if (text === value) return;
    onKeep(text);
    announce(t('evidence.keptText'));
  };
  // What was typed before a reload and not kept is brought back, and kept.
  useEffect(() => {
    const typed = read(key);
    if (typed === null || field.current === null) return;
    field.current.value = typed;
    keep();
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
        class="input"
        id={id}
        rows={3}
        ref={field}
        defaultValue={value}
        maxLength={LONGEST}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
        onInput={(event) => write(key, event.currentTarget.value)}
        onBlur={keep}
      />
    </div>
  );
}

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null; // Site data is blocked; leaving the field keeps it all the same.
  }
}

function write(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text);
  } catch {
    // As above.
  }
}

function forget(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // As above.
  }
}
