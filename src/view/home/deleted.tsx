/** Deleting is never the end: undone at once, or later from the list of what was deleted (deleted-list.tsx). */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../context.ts';
import { announce } from '../parts/live.tsx';

export interface JustDeleted {
  id: string;
  title: string;
}

/** Said where the session was, with the way back; takes the focus, since what had it is gone. */
export function DeletedNow({ session, onDone }: { session: JustDeleted; onDone: () => void }) {
  const { desk, t } = useApp();
  const undo = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    undo.current?.focus();
    announce(t('home.deleted', { title: session.title }));
  }, [session.id]);
  if (!desk.deleted.value.some(({ id }) => id === session.id)) return null;
  return (
    <p class="deleted-now">
      <span>{t('home.deleted', { title: session.title })}</span>
      <button
        type="button"
        class="word go"
        ref={undo}
        onClick={() => {
          void desk.restore(session.id);
          announce(t('home.broughtBack', { title: session.title }));
          onDone();
        }}
      >
        {t('home.undo')}
      </button>
    </p>
  );
}
