/** Before anything is shown: the passphrase of this device. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from '../../messages/messages.ts';
import { Mark } from '../parts/mark.tsx';
import { PassphraseField } from '../passphrase/field.tsx';
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
  const [passphrase, setPassphrase] = useState('');
  const [trying, setTrying] = useState(false);
  const [wrong, setWrong] = useState<'protect.gateWrong' | 'protect.gateRefused'>();
  const [sure, setSure] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = t('app.name');
    input.current?.focus();
  }, []);

  const open = async () => {
    if (trying) return;
    setTrying(true);
    setWrong(undefined);
    // So that this is on the screen before the work begins.
    await new Promise((resolve) => setTimeout(resolve, 50));
    const opened = await onTry(passphrase).catch(() => undefined);
    if (opened) return;
    setTrying(false);
    setWrong(opened === undefined ? 'protect.gateRefused' : 'protect.gateWrong');
    input.current?.focus();
    input.current?.select();
  };
  const wipe = () => void onWipe().catch(() => setWrong('protect.gateRefused'));

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
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void open();
            }}
          >
            <PassphraseField
              t={t}
              id="gate"
              value={passphrase}
              onType={setPassphrase}
              input={input}
              problem={wrong && t(wrong)}
            />
            <p class="small quiet" role="status">
              {trying && t('protect.gateTrying')}
            </p>
            <button type="submit" class="button first" disabled={passphrase === '' || trying}>
              {t('protect.gateOpen')}
            </button>
          </form>
        </>
      )}
      <details class="forgot" open={lost}>
        <summary>{t('protect.gateForgot')}</summary>
        <p class="small">{t('protect.gateForgotWhat')}</p>
        {sure ? (
          <>
            <p class="problem" role="alert">
              {t('protect.wipeSure', { n: 1 })}
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
