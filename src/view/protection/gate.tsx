/** Before anything is shown: the passphrase of this device. */
import { useEffect, useState } from 'preact/hooks';
import type { Translate } from '../../messages/messages.ts';
import { Mark } from '../parts/mark.tsx';
import { AskPassphrase } from '../passphrase/ask.tsx';
import './protection.css';

interface GateProps {
  t: Translate;
  /** Its key is damaged: no passphrase opens it. */
  lost: boolean;
  /** Whether it opened; then this goes by itself. Rejects where the browser refused. */
  onTry: (passphrase: string) => Promise<boolean>;
  onWipe: () => Promise<void>;
}

export function Gate({ t, lost, onTry, onWipe }: GateProps) {
  const [sure, setSure] = useState(false);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    document.title = t('app.name');
  }, []);
  const tryIt = (passphrase: string) =>
    onTry(passphrase).then(
      (opened) => (opened ? '' : t('protect.gateWrong')),
      () => t('protect.gateRefused'),
    );
  const wipe = () => void onWipe().catch(() => setRefused(true));

  return (
    <main class="gate">
      <p class="brand">
        <Mark />
        <span class="name">{t('app.name')}</span>
      </p>
      <h1 class="sans">{t('protect.gateTitle')}</h1>
      {lost ? (
        <p role="alert">{t('protect.gateLost')}</p>
      ) : (
        <>
          <p class="lead">{t('protect.gateWhat')}</p>
          <AskPassphrase
            t={t}
            id="gate"
            words={{ trying: t('protect.gateTrying'), open: t('protect.gateOpen') }}
            onTry={tryIt}
          />
        </>
      )}
      <details class="forgot" open={lost}>
        <summary>{t('protect.gateForgot')}</summary>
        <p class="small">{t('protect.gateForgotWhat')}</p>
        {sure ? (
          <>
            <p class="problem" role="alert">
              {t(refused ? 'protect.gateRefused' : 'protect.gateWipeSure')}
            </p>
            <button type="button" class="button second" onClick={wipe}>
              {t('protect.wipe')}
            </button>
          </>
        ) : (
          <button type="button" class="word" onClick={() => setSure(true)}>
            {t('protect.wipeAsk')}
          </button>
        )}
      </details>
    </main>
  );
}
