/** What was deleted, folded; brought back or removed for good. */
import { useState } from 'preact/hooks';
import type { Addition } from '../../session/additions/addition.ts';
import type { Kept } from '../../session/additions/create-additions.ts';
import type { OwnAdditions } from '../app.ts';
import { useApp } from '../context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Fold } from '../parts/fold.tsx';
import { announce } from '../parts/live.tsx';
import { Said, useNamed } from './entry.tsx';
import { Trouble } from './trouble.tsx';

export function Deleted({ own }: { own: OwnAdditions }) {
  const { t } = useApp();
  const deleted = own.deleted.value;
  if (deleted.length === 0) return null;
  return (
    <Fold summary={t('additions.recentlyDeleted', { n: deleted.length })}>
      <ul class="additions-of">
        {deleted.map((addition) => (
          <DeletedRow key={addition.id} own={own} addition={addition} />
        ))}
      </ul>
    </Fold>
  );
}

function DeletedRow({ own, addition }: { own: OwnAdditions; addition: Addition }) {
  const { t } = useApp();
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<Kept>();
  const named = useNamed(addition);
  const act = async (does: (one: Addition) => Promise<Kept>, said: string) => {
    setAsking(false);
    const kept = await does(addition);
    if (kept.kind === 'kept') announce(said);
    else setTrouble(kept);
  };
  return (
    <li class="addition">
      <Said addition={addition} />
      <p class="ways">
        <button
          type="button"
          class="word"
          aria-label={t('additions.bringBackOne', named)}
          onClick={() => void act(own.restore, t('additions.broughtBack', named))}
        >
          {t('additions.bringBack')}
        </button>
        <button
          type="button"
          class="word"
          aria-label={t('additions.forGoodOne', named)}
          onClick={() => setAsking(true)}
        >
          {t('additions.forGood')}
        </button>
      </p>
      <Trouble kept={trouble} />
      {asking && (
        <Dialog title={t('additions.forGoodAsk')} onClose={() => setAsking(false)}>
          <p>{t('additions.forGoodWhat')}</p>
          <div class="choices">
            <button type="button" class="button second" onClick={() => setAsking(false)}>
              {t('additions.stay')}
            </button>
            <button
              type="button"
              class="button first"
              onClick={() => void act(own.removeForGood, t('additions.deletedForGood'))}
            >
              {t('additions.forGood')}
            </button>
          </div>
        </Dialog>
      )}
    </li>
  );
}
