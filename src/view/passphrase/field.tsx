/** Where a passphrase is typed that is known already: hidden, until it is asked to be seen. */
import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import type { Translate } from '../../messages/messages.ts';
import './passphrase.css';

interface PassphraseFieldProps {
  /** Given, since it is asked for before there is an App. */
  t: Translate;
  id: string;
  /** Told beside it where there is more than one. */
  label?: string;
  value: string;
  onType: (value: string) => void;
  input?: Ref<HTMLInputElement>;
  problem?: string | undefined;
}

export function PassphraseField({ t, id, label, value, onType, input, problem }: PassphraseFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <div class="field passphrase-field">
      <label for={id}>{label ?? t('passphrase.label')}</label>
      {problem && (
        <p class="problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      <div class="beside">
        <input
          class="input phrase"
          id={id}
          {...(shown ? { type: 'text' as const } : { type: 'password' as const })}
          value={value}
          onInput={(event) => onType(event.currentTarget.value)}
          // No browser is to keep it, correct it, or send it anywhere to have it corrected.
          autoComplete="off"
          autoCapitalize="none"
          autocorrect="off"
          spellcheck={false}
          aria-invalid={problem !== undefined}
          {...(problem ? { 'aria-describedby': `${id}-problem` } : {})}
          ref={input ?? null}
        />
        <button type="button" class="word" aria-controls={id} onClick={() => setShown(!shown)}>
          {t('passphrase.show', { shown: shown ? 'yes' : 'no' })}
        </button>
      </div>
    </div>
  );
}
