/** What the three weights of line mean, drawn as they are. */
import { useApp } from '../context.ts';
import type { Weight } from './drawn.ts';

const WEIGHTS: readonly Weight[] = ['lit', 'open', 'none'];

export function LineKey() {
  const { t } = useApp();
  return (
    <ul class="line-key" aria-label={t('map.key')}>
      {WEIGHTS.map((weight) => (
        <li key={weight}>
          <svg viewBox="0 0 32 8" aria-hidden="true">
            <path class={`stretch ${weight}`} d="M2 4H30" />
          </svg>
          {t('map.weight', { weight })}
        </li>
      ))}
    </ul>
  );
}
