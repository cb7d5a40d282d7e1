/** Said on a form that was begun, left, and is brought back; with the way to begin anew. */
import { useApp } from '../context.ts';

export function Brought({ by: { brought, end } }: { by: { brought: boolean; end: () => void } }) {
  const { t } = useApp();
  if (!brought) return null;
  return (
    <p class="small quiet">
      {t('typed.brought')}{' '}
      <button type="button" class="word" onClick={end}>
        {t('typed.discard')}
      </button>
    </p>
  );
}
