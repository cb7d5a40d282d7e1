/** The note on screen: the page itself, as it prints. */

import { issuesOf } from '../../session/issues.ts';
import type { SessionScreenProps } from '../app.ts';
import { useBrief } from '../context.ts';
import { Missing } from '../missing.tsx';
import { useHeading } from '../navigation.ts';
import { Frame } from '../parts/frame.tsx';
import { sessionHref } from '../routes.ts';
import { Paper } from './paper.tsx';
import { Past } from './past.tsx';
import { useRunningFoot } from './running-foot.ts';
import { Versions } from './versions.tsx';
import './note.css';

export function Note({ session, route }: SessionScreenProps) {
  if (route.item === '') return <Today session={session} />;
  const issue = issuesOf(session.entries.value).find(({ number }) => String(number) === route.item);
  return issue ? <Past key={issue.seq} session={session} issue={issue} /> : <Missing what="page" />;
}

function Today({ session }: Pick<SessionScreenProps, 'session'>) {
  const { t, note } = useBrief();
  const page = note(session);
  const heading = useHeading(t('note.title'));
  useRunningFoot(page.title);
  return (
    <Frame
      session={session}
      class="note-screen"
      bar={
        <>
          <a class="button second" href={sessionHref(session.id, 'result')}>
            {t('note.backToResult')}
          </a>
          <span class="room" />
          <button type="button" class="button first" onClick={() => print()}>
            {t('note.print')}
          </button>
        </>
      }
    >
      <p class="above-paper">
        {t('note.asPrinted')}{' '}
        <a class="word go" href={sessionHref(session.id, 'details', '', 'note')}>
          {t('note.details')}
        </a>{' '}
        <a class="word" href={sessionHref(session.id, 'hand-on')}>
          {t('handing.giveTitle')}
        </a>
      </p>
      <Versions session={session} note={page} />
      <Paper note={page} heading={heading} />
    </Frame>
  );
}
