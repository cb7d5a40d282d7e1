/** Above the paper: which version it is or what changed since, earlier versions, and the way to issue this one. */
import { useRef, useState } from 'preact/hooks';
import type { OpenSession } from '../../session/desk.ts';
import { type Issue, isAsIssued, issuesOf } from '../../session/issues.ts';
import { useApp } from '../context.ts';
import { sayDay } from '../dates.ts';
import { Dialog } from '../parts/dialog.tsx';
import { isKept } from '../parts/kept.ts';
import { announce } from '../parts/live.tsx';
import { sessionHref } from '../routes.ts';
import { ToChanged } from './changed.tsx';
import type { NotePage } from './page.ts';
import './versions.css';

export function Versions({ session, note }: { session: OpenSession; note: NotePage }) {
  const { t, language, additions } = useApp();
  const entries = session.entries.value;
  const issues = issuesOf(entries);
  const last = issues.at(-1);
  const asIssued = isAsIssued(entries, additions.value?.all.value ?? []);
  const day = (issue: Issue) => sayDay(new Date(issue.time), language.value, true);
  return (
    <section class="versions" aria-label={t('note.versions')}>
      {last && (
        <p>
          {asIssued
            ? t('note.asIssued', { n: last.number, day: day(last) })
            : t('note.changedCount', {
                verdicts: note.changed?.verdicts.length ?? 0,
                answers: note.changed?.answers.length ?? 0,
                n: last.number,
              })}{' '}
          {note.changed?.none === '' && <ToChanged />}
        </p>
      )}
      {additions.value?.unreadable.value && !additions.value.ready.value && (
        <p role="alert">{t('additions.unreadable')}</p>
      )}
      <ul>
        {!asIssued && (
          <li>
            <IssueNow session={session} number={issues.length + 1} />
          </li>
        )}
        {issues.toReversed().map((issue) => (
          <li key={issue.seq}>
            <a class="word" href={sessionHref(session.id, 'note', String(issue.number))}>
              {t('note.versionLink', { n: issue.number, day: day(issue) })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Asks first: what was handed out cannot be taken back. */
function IssueNow({ session, number }: { session: OpenSession; number: number }) {
  const { t, additions } = useApp();
  const [asking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const own = additions.value;
  // Without the additions the version would not be what the page shows.
  const ready = own?.ready.value ?? false;
  const issue = async () => {
    setAsking(false);
    await session.issue(own?.all.peek() ?? []);
    announce(t(isKept(session) ? 'note.issued' : 'note.notIssued', { n: number }));
  };
  return (
    <>
      <button type="button" class="word go" ref={button} disabled={!ready} onClick={() => setAsking(true)}>
        {t('note.issue', { n: number })}
      </button>
      {asking && (
        <Dialog title={t('note.issueAsk', { n: number })} onClose={() => setAsking(false)}>
          <p>{t('note.issueWhat')}</p>
          <div class="choices">
            <button type="button" class="button second" onClick={() => setAsking(false)}>
              {t('note.issueNot')}
            </button>
            <button type="button" class="button first" onClick={() => void issue()}>
              {t('note.issue', { n: number })}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
