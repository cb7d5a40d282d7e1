/** Sessions that are there and cannot be trusted: named, never dropped, never opened as if they were whole. */
import { useState } from 'preact/hooks';
import type { Damaged } from '../../session/store.ts';
import { useApp } from '../context.ts';
import { later } from '../later.tsx';
import { href } from '../routes.ts';

const DeleteForGood = later(async () => (await import('./deleted-list.tsx')).DeleteForGood, true);

/** Letters of an id that tell one session from another, where the title is in what cannot be read. */
const SHOWN = 8;

export function DamagedSessions() {
  const { desk, t } = useApp();
  const [asking, setAsking] = useState<Damaged>();
  const damaged = desk.damaged.value;
  const nameOf = (
    { id, left }: Damaged, // What a database has as a key need be no text.
  ) => left?.title || t('home.damagedName', { id: String(id).slice(0, SHOWN) });
  return (
    <div class="trouble" role="alert">
      <p>
        <b>{t('home.damaged', { n: damaged.length })}</b>
      </p>
      <ul>
        {damaged.map((one) => (
          <li key={one.id}>
            <b class="num">{nameOf(one)}</b> {t('home.damagedWhy', { reason: one.reason })}{' '}
            {one.left !== undefined && one.left.whole > 0 && (
              <>
                {t('home.damagedLeft', { whole: one.left.whole, known: one.left.known })}{' '}
                <button type="button" class="word" onClick={() => void desk.keepWhole(one.id)}>
                  {t('home.keepWhole')}
                </button>{' '}
              </>
            )}
            {one.reason !== 'later' && (
              <button type="button" class="word" onClick={() => setAsking(one)}>
                {t('home.deleteForGood')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <a class="word" href={href({ name: 'check' })}>
        {t('check.title')}
      </a>
      {asking && <DeleteForGood id={asking.id} title={nameOf(asking)} onClose={() => setAsking(undefined)} />}
    </div>
  );
}
