/** What became of saving a file: told at once where it failed. */
import type { ComponentChildren } from 'preact';
import { useApp } from '../context.ts';
import type { SaveOutcome } from './save.ts';

interface OutcomeProps {
  outcome: SaveOutcome | 'making' | 'different';
  /** Of the file. */
  name: string;
  locked: boolean;
  children?: ComponentChildren;
}

export function Outcome({ outcome, name, locked, children }: OutcomeProps) {
  const { t } = useApp();
  return (
    <p class="said" role={outcome === 'failed' || outcome === 'different' ? 'alert' : undefined}>
      {t('handing.outcome', { outcome, name })}{' '}
      {locked && (outcome === 'saved' || outcome === 'handed') && t('handing.lockedOutcome')} {children}
    </p>
  );
}
