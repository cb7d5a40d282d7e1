/** A locked file asks for its passphrase, as often as it takes; nothing is shown of it before. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { HandOnProblem, LockedFile } from '../../session/hand-on/file.ts';
import { useApp } from '../context.ts';
import { PassphraseField } from '../passphrase/field.tsx';
import { painted } from './save.ts';

interface UnlockProps {
  name: string;
  locked: LockedFile;
  onOpened: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** No passphrase would help. */
  onRefused: (problem: HandOnProblem) => void;
  onLeave: () => void;
}

export function Unlock({ name, locked, onOpened, onRefused, onLeave }: UnlockProps) {
  const { t, handOn } = useApp();
  const [passphrase, setPassphrase] = useState('');
  const [trying, setTrying] = useState(false);
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);

  const open = async () => {
    const own = handOn.value;
    if (own === undefined || trying) return;
    setTrying(true);
    setWrong(false);
    await painted();
    const opened = await own.unlock(locked, passphrase);
    setTrying(false);
    if ('bytes' in opened) return onOpened(opened.bytes);
    if (opened.problem.code !== 'wrongPassphrase') return onRefused(opened.problem);
    setWrong(true);
    input.current?.focus();
    input.current?.select();
  };

  return (
    <section class="preview-file unlock">
      <h2 class="sans">{t('handing.unlockTitle', { name })}</h2>
      <p>{t('handing.unlockWhat')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <PassphraseField
          t={t}
          id="unlock"
          value={passphrase}
          onType={setPassphrase}
          input={input}
          problem={wrong ? t('handing.wrongPassphrase') : undefined}
        />
        <p class="small quiet" role="status">
          {trying && t('handing.unlocking')}
        </p>
        <p class="choices">
          <button type="submit" class="button first" disabled={passphrase === '' || trying}>
            {t('handing.unlock')}
          </button>
          <button type="button" class="button second" onClick={onLeave}>
            {t('handing.notNow')}
          </button>
        </p>
      </form>
    </section>
  );
}
