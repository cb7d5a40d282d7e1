/** A session's title as a field, in place of the title: Enter or leaving it keeps the new one, Escape the old. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../context.ts';

interface TitleFieldProps {
  title: string;
  class: string;
  /** Called once. `next` is undefined where nothing changed; `byKey`: the focus is to go back to where it was. */
  onDone: (next: string | undefined, byKey: boolean) => void;
}

export function TitleField({ title, class: look, onDone }: TitleFieldProps) {
  const { t } = useApp();
  const input = useRef<HTMLInputElement>(null);
  // Taking the field away takes its focus away, which must not count as leaving it.
  const done = useRef(false);
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const finish = (value: string, byKey: boolean) => {
    if (done.current) return;
    done.current = true;
    const next = value.trim();
    onDone(next !== '' && next !== title ? next : undefined, byKey);
  };
  return (
    <input
      autoComplete="off"
      class={look}
      ref={input}
      aria-label={t('app.sessionTitle')}
      defaultValue={title}
      maxLength={200}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish(event.currentTarget.value, true);
        if (event.key === 'Escape') finish(title, true);
      }}
      onBlur={(event) => finish(event.currentTarget.value, false)}
    />
  );
}
