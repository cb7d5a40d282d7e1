/** What stands in the place of something that cannot be shown: calm, with what went wrong to be passed on. */
import { useState } from 'preact/hooks';
import { useApp } from '../context.ts';
import { href } from '../routes.ts';
import { BackBar } from './back-bar.tsx';
import { Fold } from './fold.tsx';

export interface BrokenProps {
  error: unknown;
  /** What it stands in the place of; without it, a part of a screen. */
  as?: 'li' | 'page' | undefined;
  /** Of the session whose row it is. */
  id?: string | undefined;
}

export function Broken({ error, as, id }: BrokenProps) {
  const { t } = useApp();
  switch (as) {
    case 'page':
      return (
        // Not in the frame of all screens: that may be what broke.
        <div class="frame">
          <main id="page" tabIndex={-1}>
            <div class="page missing" role="alert">
              <h1 tabIndex={-1}>{t('app.brokenTitle')}</h1>
              <p>{t('app.brokenPage')}</p>
              <Detail error={error} />
            </div>
          </main>
          <footer class="bar">
            <BackBar />
          </footer>
        </div>
      );
    case 'li':
      return (
        <li class="broken trouble" data-session={id}>
          <p>
            {t('app.broken')}{' '}
            <a class="word" href={href({ name: 'check' })}>
              {t('check.title')}
            </a>
          </p>
          <Detail error={error} />
        </li>
      );
    default:
      return (
        <div class="broken trouble" role="alert">
          <p>{t('app.broken')}</p>
          <Detail error={error} />
        </div>
      );
  }
}

/** What whoever looks after Waymark needs to know: which Waymark it is, and what was thrown where. */
function Detail({ error }: { error: unknown }) {
  const { t, version } = useApp();
  const [copied, setCopied] = useState<boolean>();
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const detail = `Waymark ${version.app} (${version.build})\n${what}`;
  return (
    <Fold summary={t('app.brokenDetail')}>
      <p class="small quiet">{detail}</p>
      <p>
        <button
          type="button"
          class="word"
          onClick={() =>
            (navigator.clipboard?.writeText(detail) ?? Promise.reject()).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }
        >
          {t('app.brokenCopy')}
        </button>{' '}
        <span role="status">
          {copied !== undefined && t('app.brokenCopied', { done: copied ? 'yes' : 'no' })}
        </span>
      </p>
    </Fold>
  );
}
