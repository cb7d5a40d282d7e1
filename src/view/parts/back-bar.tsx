/** The way back from a screen outside any session: where the reader came from, or home. */
import { useApp } from '../context.ts';
import { cameFromWithin } from '../navigation.ts';
import { href } from '../routes.ts';

export function BackBar() {
  const { t } = useApp();
  return cameFromWithin() ? (
    <button type="button" class="button second" onClick={() => history.back()}>
      {t('app.back')}
    </button>
  ) : (
    <a class="button second" href={href({ name: 'home' })}>
      {t('app.toSessions')}
    </a>
  );
}
