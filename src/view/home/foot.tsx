/** The foot of home: offline or not, an update if there is one, languages, and what Waymark is. */
import { useState } from 'preact/hooks';
import { useApp } from '../context.ts';
import { cover } from '../parts/cover.tsx';
import { announce } from '../parts/live.tsx';
import { href } from '../routes.ts';

export function Foot() {
  const [failed, setFailed] = useState(false);
  const { t, locked, protection, offline, updateReady, acceptUpdate, language, languages, setLanguage } =
    useApp();
  const choose = (tag: string, name: string) => {
    setFailed(false);
    setLanguage(tag).then(
      () => announce(name),
      () => setFailed(true),
    );
  };
  return (
    <footer class="foot">
      <p>
        <span role="status">
          {offline.value !== 'checking' && <b>{t('home.offline', { state: offline.value })}</b>}
        </span>{' '}
        {t('home.staysHere')}
        {updateReady.value && (
          <span class="update">
            {' '}
            {t('home.updateReady')}{' '}
            <button type="button" class="word go" onClick={acceptUpdate}>
              {t('home.updateNow')}
            </button>
          </span>
        )}
      </p>
      {failed && <p role="alert">{t('home.languageFailed')}</p>}
      <nav class="links" aria-label={t('home.links')}>
        {languages.length > 1 &&
          languages.map(({ tag, name }) => (
            <button
              key={tag}
              type="button"
              lang={tag}
              aria-current={tag === language.value ? 'true' : undefined}
              onClick={() => choose(tag, name)}
            >
              {name}
            </button>
          ))}
        <a href={href({ name: 'workshop', part: 'start', id: '', item: '' })}>{t('workshop.fromHome')}</a>
        <button type="button" onClick={() => cover(true)}>
          {t('app.hide')}
        </button>
        {locked && (
          <button type="button" onClick={() => void protection.value?.lockNow()}>
            {t('protect.lockNow')}
          </button>
        )}
        <a href={href({ name: 'ready' })}>{t('ready.title')}</a>
        <a href={href({ name: 'protection' })}>{t('protect.title')}</a>
        <a href={href({ name: 'additions' })}>{t('additions.title')}</a>
        <a href={href({ name: 'brief', item: '' })}>{t('home.toBrief')}</a>
        <a href={href({ name: 'about' })}>{t('home.toAbout')}</a>
      </nav>
    </footer>
  );
}
