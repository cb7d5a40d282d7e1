/** What protects the work on this device: a passphrase, hiding, and wiping it before it goes to somebody else. */
import { useState } from 'preact/hooks';
import type { Proof } from '../../session/protection.ts';
import { useApp } from '../context.ts';
import { useHeading } from '../navigation.ts';
import { BackBar } from '../parts/back-bar.tsx';
import { Frame } from '../parts/frame.tsx';
import { HandOver, Wiped } from './hand-over.tsx';
import { Locked } from './locked.tsx';
import { NotLocked } from './not-locked.tsx';
import './protection.css';

export function ProtectionScreen() {
  const { t, protection, storage } = useApp();
  const heading = useHeading(t('protect.title'));
  const [proof, setProof] = useState<Proof>();
  const own = protection.value;
  if (own === undefined) return null;
  const keeps = storage.value !== 'none';
  if (proof !== undefined) return <Wiped own={own} proof={proof} />;
  return (
    <Frame class="protection-screen" bar={<BackBar />}>
      <div class="page protection">
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {t('protect.title')}
        </h1>
        <p class="lead">{t('protect.lead')}</p>
        {keeps ? (
          own.locked ? (
            <Locked own={own} />
          ) : (
            <NotLocked own={own} />
          )
        ) : (
          <p>{t('protect.nothingKept')}</p>
        )}
        <section>
          <h2 class="group">{t('protect.hide')}</h2>
          <p>{t('protect.hideWhat')}</p>
        </section>
        {keeps && <HandOver own={own} onDone={setProof} />}
      </div>
    </Frame>
  );
}
