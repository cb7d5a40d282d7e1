/** The session's title in the bar: press it and it is a field, in place. */
import { useRef, useState } from 'preact/hooks';
import type { OpenSession } from '../../session/desk.ts';
import { useApp } from '../context.ts';
import { announce } from './live.tsx';

export function SessionTitle({ session }: { session: OpenSession }) {
  const { t } = useApp();
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { title } = session.state.value.details;

  /** Blur comes after Enter and Escape too; the first of them decides. */
  const close = (next: string | undefined, refocus: boolean) => {
    if (!editing) return;
    setEditing(false);
    const name = next?.trim();
    if (name && name !== title) {
      void session.describe({ title: name });
      announce(t('app.renamed', { title: name }));
    }
    if (refocus) setTimeout(() => button.current?.focus());
  };

  if (!editing) {
    return (
      <button
        type="button"
        class="title"
        ref={button}
        aria-label={t('app.renameSession', { title })}
        onClick={() => setEditing(true)}
      >
        <span>{title}</span>
      </button>
    );
  }
  return (
    <input
      class="title-input"
      aria-label={t('app.sessionTitle')}
      defaultValue={title}
      maxLength={200}
      ref={(input) => {
        if (input && document.activeElement !== input) {
          input.focus();
          input.select();
        }
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') close(event.currentTarget.value, true);
        if (event.key === 'Escape') close(undefined, true);
      }}
      onBlur={(event) => close(event.currentTarget.value, false)}
    />
  );
}
