/** A new passphrase: drawn by chance, to be kept or written over; in sight, so that no slip locks its owner out. */
import { useEffect, useState } from 'preact/hooks';
import type { Translate } from '../../messages/messages.ts';
import './passphrase.css';

/** Letters: fewer are tried through. */
const FEWEST = 12;

interface ChooseProps {
  /** Given, since it is asked for before there is an App. */
  t: Translate;
  id: string;
  value: string;
  draw: () => Promise<string>;
  onChange: (value: string) => void;
}

export function isLongEnough(passphrase: string): boolean {
  return passphrase.trim().length >= FEWEST;
}

export function ChoosePassphrase({ t, id, value, draw, onChange }: ChooseProps) {
  const [drawn, setDrawn] = useState('');
  const another = () =>
    void draw().then(
      (phrase) => {
        setDrawn(phrase);
        onChange(phrase);
      },
      // The list of words cannot be had: one's own remains.
      () => undefined,
    );
  useEffect(() => {
    if (value === '') another();
  }, []);
  /** Nothing is said of nothing: it is just being drawn. */
  const kind = value !== '' && value === drawn ? 'drawn' : isLongEnough(value) ? 'own' : 'short';
  return (
    <div class="field choose-passphrase">
      <label for={id}>{t('passphrase.label')}</label>
      <p class="small quiet" id={`${id}-hint`}>
        {t('passphrase.hint')}
      </p>
      <textarea
        class="input phrase"
        id={id}
        rows={2}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
        autoComplete="off"
        autoCapitalize="none"
        autocorrect="off"
        spellcheck={false}
        maxLength={500}
        aria-describedby={`${id}-hint ${id}-strength`}
      />
      <p class={kind === 'short' ? 'problem' : 'small'} id={`${id}-strength`} aria-live="polite">
        {value !== '' && t('passphrase.strength', { kind })}
      </p>
      <p>
        <button type="button" class="word go" onClick={another}>
          {t('passphrase.another')}
        </button>
      </p>
    </div>
  );
}
