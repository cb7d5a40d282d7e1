/** Said where the addition was, with the way back; takes the focus, since what had it is gone. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Addition } from '../../session/additions/addition.ts';
import type { Kept } from '../../session/additions/create-additions.ts';
import type { OwnAdditions } from '../app.ts';
import { useApp } from '../context.ts';
import { announce } from '../parts/live.tsx';
import { Trouble } from './trouble.tsx';

interface DeletedNowProps {
  own: OwnAdditions;
  addition: Addition;
  onDone: () => void;
}

export function DeletedNow({ own, addition, onDone }: DeletedNowProps) {
  const { t } = useApp();
  const [trouble, setTrouble] = useState<Kept>();
  const undo = useRef<HTMLButtonElement>(null);
  const kind = t('additions.kind', { kind: addition.kind });
  useLayoutEffect(() => {
    undo.current?.focus();
    announce(t('additions.deleted', { kind }));
  }, [addition.id]);
  const there = own.deleted.value.find(({ id }) => id === addition.id);
  if (there === undefined) return null;
  const restore = async () => {
    const kept = await own.restore(there);
    if (kept.kind !== 'kept') return setTrouble(kept);
    announce(t('additions.broughtBack', { kind }));
    onDone();
  };
  return (
    <>
      <p class="deleted-now">
        <span>{t('additions.deleted', { kind })}</span>
        <button type="button" class="word go" ref={undo} onClick={() => void restore()}>
          {t('additions.undo')}
        </button>
      </p>
      <Trouble kept={trouble} />
    </>
  );
}
