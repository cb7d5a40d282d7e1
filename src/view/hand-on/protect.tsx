/** Whether a file is to be locked, and with which passphrase. */
import { useApp } from '../context.ts';
import { ChoosePassphrase, isLongEnough } from '../passphrase/choose.tsx';
import { Choice } from '../readings/choice.tsx';
import '../parts/options.css';

interface ProtectProps {
  /** Of the file that is locked: tells its fields from those of others. */
  name: string;
  /** undefined: not to be locked. */
  passphrase: string | undefined;
  onChange: (passphrase: string | undefined) => void;
}

export function Protect({ name, passphrase, onChange }: ProtectProps) {
  const { t, handOn } = useApp();
  // Browsers leave it out over plain HTTP.
  if (crypto.subtle === undefined) return <p class="small">{t('place.noLockedFile')}</p>;
  const draw = () => handOn.value?.drawPassphrase() ?? Promise.reject(new Error('not here yet'));
  return (
    <div class="protect">
      <fieldset class="options one">
        <legend>{t('handing.protection')}</legend>
        <div class="rows">
          <Choice
            name={`${name}-protection`}
            chosen={passphrase === undefined}
            onChoose={() => onChange(undefined)}
            below={t('handing.unlockedIs')}
          >
            {t('handing.unlocked')}
          </Choice>
          <Choice
            name={`${name}-protection`}
            chosen={passphrase !== undefined}
            onChoose={() => onChange(passphrase ?? '')}
            below={t('handing.lockedIs')}
          >
            {t('handing.locked')}
          </Choice>
        </div>
      </fieldset>
      {passphrase !== undefined && (
        <>
          <ChoosePassphrase
            t={t}
            id={`${name}-passphrase`}
            value={passphrase}
            draw={draw}
            onChange={onChange}
          />
          <p class="small">{t('handing.lockedNote')}</p>
        </>
      )}
    </div>
  );
}

/** A file that is to be locked waits for a passphrase that holds. */
export function isReady(passphrase: string | undefined): boolean {
  return passphrase === undefined || isLongEnough(passphrase);
}
