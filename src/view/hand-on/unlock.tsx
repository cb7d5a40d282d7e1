/** A locked file asks for its passphrase, as often as it takes; nothing is shown of it before. */
import type { HandOnProblem, LockedFile } from '../../session/hand-on/file.ts';
import { useApp } from '../context.ts';
import { AskPassphrase } from '../passphrase/ask.tsx';

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
  const tryIt = async (passphrase: string) => {
    const opened = await handOn.value?.unlock(locked, passphrase);
    if (opened === undefined) return '';
    if ('bytes' in opened) onOpened(opened.bytes);
    else if (opened.problem.code === 'wrongPassphrase') return t('handing.wrongPassphrase');
    else onRefused(opened.problem);
    return '';
  };

  const leave = (
    <button type="button" class="button second" onClick={onLeave}>
      {t('handing.notNow')}
    </button>
  );
  return (
    <section class="preview-file unlock">
      <h2 class="sans">{t('handing.unlockTitle', { name })}</h2>
      {/* Browsers leave out what it takes over plain HTTP. */}
      <p>{t(crypto.subtle === undefined ? 'place.noUnlock' : 'handing.unlockWhat')}</p>
      {crypto.subtle === undefined ? (
        leave
      ) : (
        <AskPassphrase
          t={t}
          id="unlock"
          words={{ trying: t('handing.unlocking'), open: t('handing.unlock') }}
          onTry={tryIt}
        >
          {leave}
        </AskPassphrase>
      )}
    </section>
  );
}
