/** Before the device goes to somebody else: everything wiped, and what was looked for afterwards and not found. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Proof, Protection } from '../../session/protection.ts';
import { useApp } from '../context.ts';
import { useHeading } from '../navigation.ts';
import { Dialog } from '../parts/dialog.tsx';
import { announce } from '../parts/live.tsx';

interface HandOverProps {
  own: Protection;
  onDone: (proof: Proof) => void;
}

export function HandOver({ own, onDone }: HandOverProps) {
  const { t, desk } = useApp();
  const [asking, setAsking] = useState(false);
  const [state, setState] = useState<'' | 'working' | { refused: string }>('');
  const sessions = desk.sessions.value.length + desk.deleted.value.length;
  const wipe = async () => {
    setAsking(false);
    setState('working');
    const done = await own.wipe();
    if ('refused' in done) setState({ refused: done.refused });
    else onDone(done);
  };
  return (
    <section>
      <h2 class="group">{t('protect.handOver')}</h2>
      <p>{t('protect.wipeWhat')}</p>
      {typeof state !== 'string' && (
        <p class="problem" role="alert">
          {t('protect.refused', { reason: state.refused })}
        </p>
      )}
      <p class="small" role="status">
        {state === 'working' && t('protect.wiping')}
      </p>
      <p class="choices">
        <button
          type="button"
          class="button second"
          aria-disabled={state === 'working'}
          onClick={() => setAsking(state !== 'working')}
        >
          {t('protect.wipe')}
        </button>
      </p>
      {asking && (
        <Dialog title={t('protect.wipeAsk')} onClose={() => setAsking(false)}>
          <p>{t('protect.wipeSure', { n: sessions })}</p>
          <div class="choices">
            <button type="button" class="button second" onClick={() => setAsking(false)}>
              {t('protect.keep')}
            </button>
            <button type="button" class="button first" onClick={() => void wipe()}>
              {t('protect.wipe')}
            </button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

/** In the place of the screen: nothing else may be reached from here but the beginning. */
export function Wiped({ own, proof }: { own: Protection; proof: Proof }) {
  const { t } = useApp();
  const { texts, sessions, additions, places } = proof;
  const clean = places.every(({ left, found }) => left === 0 && found === 0) ? 'yes' : 'no';
  const heading = useHeading(t('protect.wiped', { clean }), 'wiped');
  useLayoutEffect(() => {
    heading.current?.focus();
    announce(t('protect.wiped', { clean }));
  }, []);
  return (
    <main class="gate proof-of-wipe">
      <h1 class="sans" tabIndex={-1} ref={heading}>
        {t('protect.wiped', { clean })}
      </h1>
      <p>{t('protect.soughtFor', { texts, sessions, additions })}</p>
      <dl class="sought">
        {places.map(({ place, left, found }) => (
          <div key={place}>
            <dt>{t('protect.place', { place })}</dt>
            <dd>{t('protect.placeIs', { left, found })}</dd>
          </div>
        ))}
      </dl>
      {clean === 'no' && <p role="alert">{t('protect.tryAgain')}</p>}
      <p class="small quiet">{t('protect.beyond')}</p>
      <p>
        <button type="button" class="button first" onClick={() => own.startAfresh()}>
          {t('protect.startAfresh')}
        </button>
      </p>
    </main>
  );
}
