/** Asks for a passphrase that is known already, as often as it takes. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from '../../messages/messages.ts';
import { painted } from '../painted.ts';
import { PassphraseField } from './field.tsx';

interface AskProps {
  /** Given, since it is asked for before there is an App. */
  t: Translate;
  id: string;
  words: { trying: string; open: string };
  /** Tries it. What is to be said where it did not open; '' where it did, or where this goes away. */
  onTry: (passphrase: string) => Promise<string>;
  /** Beside the button. */
  children?: ComponentChildren;
}

export function AskPassphrase({ t, id, words, onTry, children }: AskProps) {
  const [passphrase, setPassphrase] = useState('');
  const [trying, setTrying] = useState(false);
  const [problem, setProblem] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);

  const open = async () => {
    if (trying) return;
    setTrying(true);
    setProblem('');
    await painted();
    const said = await onTry(passphrase);
    if (said === '') return;
    setTrying(false);
    setProblem(said);
    input.current?.focus();
    input.current?.select();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <PassphraseField
        t={t}
        id={id}
        value={passphrase}
        onType={setPassphrase}
        input={input}
        problem={problem || undefined}
      />
      <p class="small quiet" role="status">
        {trying && words.trying}
      </p>
      <p class="choices">
        <button type="submit" class="button first" disabled={passphrase === '' || trying}>
          {words.open}
        </button>
        {children}
      </p>
    </form>
  );
}
