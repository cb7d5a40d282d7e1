/** The session's title in the bar: press it and it is a field, in place. */
import { useRef, useState } from 'preact/hooks';
import type { OpenSession } from '../../session/desk.ts';
import { useApp } from '../context.ts';
import { announce } from './live.tsx';
import { TitleField, typedTitle } from './title-field.tsx';

export function SessionTitle({ session }: { session: OpenSession }) {
  const { t } = useApp();
  const [editing, setEditing] = useState(() => typedTitle(session.id) !== null);
  const button = useRef<HTMLButtonElement>(null);
  const { title } = session.state.value.details;

  const rename = (next: string | undefined, byKey: boolean) => {
    setEditing(false);
    if (byKey) setTimeout(() => button.current?.focus());
    if (next === undefined) return undefined;
    announce(t('app.renamed', { title: next }));
    return session.describe({ title: next });
  };

  if (editing) return <TitleField id={session.id} class="title-input" title={title} onDone={rename} />;
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
