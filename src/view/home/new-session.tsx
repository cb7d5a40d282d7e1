/** An address that starts a session: makes it, and goes to its first question in its own place. */
import { useEffect, useState } from 'preact/hooks';
import { useApp, useBrief } from '../context.ts';
import { sayDay } from '../dates.ts';
import { Missing } from '../missing.tsx';
import { go, useHeading } from '../navigation.ts';
import { Frame } from '../parts/frame.tsx';
import { href, sessionHref } from '../routes.ts';
import { freeTitle } from './titles.ts';

/** @param start `short`, `whole`, `brief` (the brief's own picture) or a scenario's id */
export function NewSession({ start }: { start: string }) {
  const { brief, pack, desk, words, t, language } = useBrief();
  const [refused, setRefused] = useState('');
  const [attempt, setAttempt] = useState(0);
  const blank = start === 'short' || start === 'whole';
  const scenario = pack.scenarios.find(({ id, origin }) => id === start || origin === start);
  // The list is needed for a title that no other session has.
  const listed = desk.ready.value || desk.unreadable.value !== '';

  useEffect(() => {
    if (!listed || (!blank && scenario === undefined)) return;
    const today = sayDay(new Date(), language.peek(), false);
    const title = words.peek().scenarios[scenario?.id ?? '']?.title ?? t('home.sessionOf', { day: today });
    setRefused('');
    void desk
      .create({
        brief,
        ...(scenario ? { scenario: scenario.id } : {}),
        path: start === 'whole' ? 'whole' : 'short',
        title: freeTitle(title, [...desk.sessions.peek(), ...desk.deleted.peek()]),
      })
      .then((made) => {
        if ('id' in made) go(sessionHref(made.id, 'question'), 'replace');
        else setRefused(made.refused);
      });
  }, [listed, attempt]);

  if (!blank && scenario === undefined) return <Missing what="page" />;
  if (refused === '') return null;
  return <NotStarted reason={refused} onRetry={() => setAttempt(attempt + 1)} />;
}

function NotStarted({ reason, onRetry }: { reason: string; onRetry: () => void }) {
  const { t } = useApp();
  const heading = useHeading(t('home.notStarted'));
  return (
    <Frame>
      <div class="page missing">
        <h1 ref={heading} tabIndex={-1}>
          {t('home.notStarted')}
        </h1>
        <p>{t('home.refused', { reason })}</p>
        <p>
          <button type="button" class="button first" onClick={onRetry}>
            {t('app.retry')}
          </button>{' '}
          <a class="button third" href={href({ name: 'home' })}>
            {t('app.toSessions')}
          </a>
        </p>
      </div>
    </Frame>
  );
}
