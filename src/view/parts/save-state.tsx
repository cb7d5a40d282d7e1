/** Whether what was done is kept: said in words, and only once it is true. */
import type { OpenSession } from '../../session/desk.ts';
import { useApp } from '../context.ts';
import { sessionHref } from '../routes.ts';

export function SaveState({ session }: { session: OpenSession }) {
  const { t } = useApp();
  switch (session.saving.value) {
    case 'saved':
      return <span class="saved">{t('app.saved')}</span>;
    case 'saving':
      return <span class="saved">{t('app.saving')}</span>;
    case 'once':
      return <span class="saved">{t('app.savedOnce')}</span>;
    case 'refused':
    case 'stale':
      return <span class="saved trouble">{t('app.notSaved')}</span>;
  }
}

/** Under the top bar while something is not kept, or not twice: what happened, and the way out. */
export function SaveNotice({ session }: { session: OpenSession }) {
  const { t } = useApp();
  const saving = session.saving.value;
  if (saving === 'saved' || saving === 'saving') return null;
  const reason = session.refusal.value;
  return (
    <div class="notice" role={saving === 'once' ? 'status' : 'alert'}>
      <p>
        {saving === 'refused' && t('app.refused', { reason })}
        {saving === 'once' && t('app.once', { reason })}
        {saving === 'stale' && t('app.stale')}
      </p>
      {saving !== 'stale' ? (
        <>
          <button type="button" class="button second" onClick={() => void session.retry()}>
            {t('app.retry')}
          </button>
          {/* What is on the screen can be kept outside the browser that refuses it. */}
          <a class="button third" href={sessionHref(session.id, 'hand-on')}>
            {t('app.saveElsewhere')}
          </a>
        </>
      ) : (
        <button type="button" class="button second" onClick={() => location.reload()}>
          {t('app.readAgain')}
        </button>
      )}
    </div>
  );
}
