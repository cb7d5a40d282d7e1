/** On home: what is otherwise where the app was opened as a file, or over plain HTTP. */
import { useApp } from '../context.ts';
import { href } from '../routes.ts';

export function PlaceNotice() {
  const { t } = useApp();
  const file = location.protocol === 'file:';
  if (!file && isSecureContext) return null;
  const kind = file ? 'file' : 'http';
  return (
    <div class="place-notice">
      <h2 class="sans">{t('place.title', { kind })}</h2>
      <p>{t('place.works', { kind })}</p>
      <p>{t('place.not', { kind })}</p>
      <p class="backup-ways">
        <a class="word go" href={href({ name: 'files' })}>
          {t('place.takeAlong')}
        </a>
        {file && (
          <a class="word" href={href({ name: 'protection' })}>
            {t('protect.title')}
          </a>
        )}
      </p>
    </div>
  );
}
