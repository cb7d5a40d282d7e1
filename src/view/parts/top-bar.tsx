/** The bar above every screen: home; in a session its title, whether it is saved, how it may be handled, its views. */

import type { MessageKey } from '../../messages/messages.ts';
import type { OpenSession } from '../../session/desk.ts';
import type { SessionView } from '../app.ts';
import { useApp } from '../context.ts';
import { href, sessionHref } from '../routes.ts';
import { cover } from './cover.tsx';
import { Mark } from './mark.tsx';
import { SaveState } from './save-state.tsx';
import { SessionTitle } from './session-title.tsx';

const VIEWS: { view: SessionView; message: MessageKey }[] = [
  { view: 'question', message: 'app.viewQuestions' },
  { view: 'overview', message: 'app.viewOverview' },
  { view: 'result', message: 'app.viewResult' },
  { view: 'note', message: 'app.viewNote' },
];

/** `session` absent: a screen outside any session. */
export function TopBar({ session }: { session?: OpenSession | undefined }) {
  const { t } = useApp();
  return (
    <header class="top">
      <a class="brand" href={href({ name: 'home' })} aria-label={t('app.home')}>
        <Mark />
        <span class="name">{t('app.name')}</span>
      </a>
      {session && <SessionHead session={session} />}
      <button type="button" class="hide" onClick={() => cover(true)}>
        {t('app.hide')}
      </button>
      {session && <Views session={session} />}
    </header>
  );
}

function SessionHead({ session }: { session: OpenSession }) {
  const { t } = useApp();
  const { details, origin } = session.state.value;
  const { handling, handlingNote } = details;
  const label = handling || handlingNote;
  return (
    <div class="session">
      <SessionTitle session={session} />
      <span class="state">
        {label && (
          <a
            class="handling"
            href={sessionHref(session.id, 'details')}
            aria-label={t('app.handling', { label: [handling, handlingNote].filter(Boolean).join(', ') })}
          >
            {label}
          </a>
        )}
        {origin.kind === 'hypothetical' && <span class="mark-word">{t('app.hypothetical')}</span>}
        <SaveState session={session} />
      </span>
    </div>
  );
}

function Views({ session }: { session: OpenSession }) {
  const { t, route } = useApp();
  const view = route.value.name === 'session' ? route.value.view : undefined;
  const here = view === 'next' ? 'question' : view;
  return (
    <nav class="views" aria-label={t('app.views')}>
      {VIEWS.map(({ view, message }) => (
        <a key={view} href={sessionHref(session.id, view)} aria-current={here === view ? 'page' : undefined}>
          {t(message)}
        </a>
      ))}
    </nav>
  );
}
