/**
 * A session's title as a field, in place of the title: Enter or leaving it keeps the new one, Escape the old. What is
 * typed survives a reload, and one that is too long stays until it is shorter.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../context.ts';
import { isComposing } from './composing.ts';
import { readVisit, writeVisit } from './visit.ts';

const LONGEST = 200;

interface TitleFieldProps {
  /** Of the session. */
  id: string;
  title: string;
  class: string;
  /**
   * Called once. `next` is undefined where nothing changed; `byKey`: the focus is to go back to where it was. Resolves
   * once it is kept: until then a reload brings back what was typed.
   */
  onDone: (next: string | undefined, byKey: boolean) => Promise<void> | undefined;
}

/** What was being typed when the page was left; null: nothing. */
export function typedTitle(id: string): string | null {
  const text = readVisit(`waymark.draft.title.${id}`);
  return text === handedOn ? null : text;
}

/** What was handed on last, to be kept: on this page it is no draft any more. */
let handedOn: string | undefined;

export function TitleField({ id, title, class: look, onDone }: TitleFieldProps) {
  const { t } = useApp();
  const input = useRef<HTMLInputElement>(null);
  // Taking the field away takes its focus away, which must not count as leaving it.
  const done = useRef(false);
  const hold = (text: string | null) => writeVisit(`waymark.draft.title.${id}`, text);
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const finish = (field: HTMLInputElement, value: string, byKey: boolean) => {
    const next = value.trim();
    const n = next.length;
    field.setCustomValidity(
      n > LONGEST ? t('typed.tooLong', { n, longest: LONGEST, over: n - LONGEST }) : '',
    );
    if (done.current || !field.reportValidity()) return;
    done.current = true;
    handedOn = value;
    const kept = onDone(next !== '' && next !== title ? next : undefined, byKey);
    void Promise.resolve(kept).then(() => hold(null));
  };
  return (
    <input
      autoComplete="off"
      class={look}
      ref={input}
      aria-label={t('app.sessionTitle')}
      defaultValue={typedTitle(id) ?? title}
      onInput={(event) => hold(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        if (event.key === 'Enter') finish(event.currentTarget, event.currentTarget.value, true);
        if (event.key === 'Escape') finish(event.currentTarget, title, true);
      }}
      onBlur={(event) => finish(event.currentTarget, event.currentTarget.value, false)}
    />
  );
}
