/** Saves something of a workshop as a file, and says what became of it. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Workshop } from '../../session/workshop/workshop.ts';
import { useApp } from '../context.ts';
import { fileName, saveFile } from '../hand-on/save.ts';
import { announce } from '../parts/live.tsx';

interface SaveButtonProps {
  /** What it is called; the day is added. */
  title: string;
  /** May throw: nothing is saved then. */
  make: (own: Workshop) => string;
  children: ComponentChildren;
}

export function SaveButton({ title, make, children }: SaveButtonProps) {
  const { t, workshop } = useApp();
  const [said, setSaid] = useState('');
  const save = async () => {
    const own = workshop.peek();
    if (own === undefined) return;
    const name = fileName('', title, new Date());
    const { outcome } = await saveFile(async () => make(own), name);
    const words = t('handing.outcome', { outcome, name });
    setSaid(words);
    announce(words);
  };
  return (
    <>
      <p class="choices">
        <button type="button" class="button second" onClick={() => void save()}>
          {children}
        </button>
      </p>
      {said && <p class="said">{said}</p>}
    </>
  );
}
