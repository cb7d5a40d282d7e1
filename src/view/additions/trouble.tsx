/** Why something was not kept, where one tried. */
import type { Kept } from '../../session/additions/create-additions.ts';
import { useApp } from '../context.ts';

export function Trouble({ kept }: { kept: Kept | undefined }) {
  const { t } = useApp();
  if (kept === undefined || kept.kind === 'kept') return null;
  return (
    <p class="problem" role="alert">
      {kept.kind === 'refused'
        ? t('additions.refused', { reason: kept.reason })
        : t('additions.doneMeanwhile')}
    </p>
  );
}
