/** Whether what was done is kept: said in words, and only once it is true. */
import type { OpenSession } from '../../session/desk.ts';
import { useApp } from '../context.ts';
import { href, sessionHref } from '../routes.ts';

export function SaveState({ session }: { session: OpenSession }) {
  const { t, storage } = useApp();
  const state = session.saving.value;
  // A past state, which is only read, knows no store.
  switch (state === 'saved' && storage.value === 'none' ? 'window' : state) {
    case 'saved':
      return <span class="saved">{t('app.saved')}</span>;
    case 'window':
      return <span class="saved trouble">{t('app.inWindow')}</span>;
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
export function SaveNotice({ session }: { session: OpenSession | undefined }) {
  const { t, storage, route } = useApp();
  const saving = session?.saving.value ?? 'saved';
  const { name } = route.value;
  // Where the second copy is alone, it has sessions only.
  const keeps =
    storage.value === 'once' ? name !== 'workshop' && name !== 'additions' : storage.value === 'works';
  if (session === undefined || saving === 'saved' || saving === 'saving' || saving === 'window')
    return keeps ? null : <NothingKept session={session} />;
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

/** On every screen, since a link leads past home. */
function NothingKept({ session }: { session: OpenSession | undefined }) {
  const { t } = useApp();
  return (
    <div class="notice" role="status">
      <p>{t('app.nothingKept')}</p>
      <a class="button third" href={session ? sessionHref(session.id, 'hand-on') : href({ name: 'files' })}>
        {t('app.saveElsewhere')}
      </a>
    </div>
  );
}
