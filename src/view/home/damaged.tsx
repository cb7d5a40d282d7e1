/** Sessions that are there and cannot be trusted: named, never dropped, never opened as if they were whole. */
import { useState } from 'preact/hooks';
import { useApp } from '../context.ts';
import { DeleteForGood } from './deleted.tsx';

/** Letters of an id that tell one session from another; the title is in what cannot be read. */
const SHOWN = 8;

export function DamagedSessions() {
  const { desk, t } = useApp();
  const [asking, setAsking] = useState('');
  const damaged = desk.damaged.value;
  if (damaged.length === 0) return null;
  const nameOf = (id: string) => t('home.damagedName', { id: id.slice(0, SHOWN) });
  return (
    <div class="trouble" role="alert">
      <p>
        <b>{t('home.damaged', { n: damaged.length })}</b>
      </p>
      <ul>
        {damaged.map(({ id, reason }) => (
          <li key={id}>
            <b class="num">{nameOf(id)}</b> {t('home.damagedWhy', { reason })}{' '}
            {reason !== 'later' && (
              <button type="button" class="word" onClick={() => setAsking(id)}>
                {t('home.deleteForGood')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {asking && <DeleteForGood id={asking} title={nameOf(asking)} onClose={() => setAsking('')} />}
    </div>
  );
}
