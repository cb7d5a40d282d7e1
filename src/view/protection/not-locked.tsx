/** Locking everything on this device: what it does and what it costs is said before, not after. */
import { useState } from 'preact/hooks';
import type { Protection } from '../../session/protection.ts';
import { useApp } from '../context.ts';
import { Tick } from '../parts/tick.tsx';
import { ChoosePassphrase, isLongEnough } from '../passphrase/choose.tsx';
import { href } from '../routes.ts';
import '../parts/options.css';

export function NotLocked({ own }: { own: Protection }) {
  const { t } = useApp();
  // Browsers leave it out over plain HTTP.
  if (crypto.subtle !== undefined) return <MayLock own={own} />;
  return (
    <section>
      <h2 class="group">{t('protect.passphrase')}</h2>
      <p>{t('place.noLock')}</p>
    </section>
  );
}

function MayLock({ own }: { own: Protection }) {
  const { t } = useApp();
  const [passphrase, setPassphrase] = useState('');
  const [written, setWritten] = useState(false);
  const [state, setState] = useState<{ working: boolean; refused: string }>({ working: false, refused: '' });

  const lock = async () => {
    setState({ working: true, refused: '' });
    setState({ working: false, refused: await own.lockAll(passphrase) });
  };

  return (
    <section>
      <h2 class="group">{t('protect.passphrase')}</h2>
      <p>{t('protect.none')}</p>
      <p>{t('protect.whatItDoes')}</p>
      <div class="warned">
        <p>{t('protect.forgotten')}</p>
        <a class="word go" href={href({ name: 'files' })}>
          {t('protect.toBackup')}
        </a>
      </div>
      <p class="small quiet">{t('protect.notFiles')}</p>
      <ChoosePassphrase
        t={t}
        id="device-passphrase"
        value={passphrase}
        draw={own.drawPassphrase}
        onChange={(value) => {
          setPassphrase(value);
          setWritten(false);
        }}
      />
      <div class="options several">
        <div class="rows">
          <div class="option">
            <label>
              <input
                type="checkbox"
                checked={written}
                onChange={(event) => setWritten(event.currentTarget.checked)}
              />
              <span class="box">
                <Tick />
              </span>
              <span class="text">
                <span class="label-text">{t('protect.written')}</span>
              </span>
            </label>
          </div>
        </div>
      </div>
      {state.refused && (
        <p class="problem" role="alert">
          {t('protect.refused', { reason: state.refused })}
        </p>
      )}
      <p class="small" role="status">
        {state.working && t('protect.working')}
      </p>
      <p class="choices">
        <button
          type="button"
          class="button first"
          disabled={!written || !isLongEnough(passphrase) || state.working}
          onClick={() => void lock()}
        >
          {t('protect.lockAll')}
        </button>
      </p>
    </section>
  );
}
