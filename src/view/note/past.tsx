/** A version of the note as it was handed out. */

import type { OpenSession } from '../../session/desk.ts';
import { type Issue, judgedOtherwise } from '../../session/issues.ts';
import { useBrief } from '../context.ts';
import { sayDay } from '../dates.ts';
import { useHeading } from '../navigation.ts';
import { Frame } from '../parts/frame.tsx';
import { sessionHref } from '../routes.ts';
import { Paper } from './paper.tsx';
import { useRunningFoot } from './running-foot.ts';
import './versions.css';
import './note.css';

interface PastProps {
  session: OpenSession;
  issue: Issue;
}

export function Past({ session, issue }: PastProps) {
  const { t, note, desk, language } = useBrief();
  const { number, time } = issue;
  const then = desk.asOf(session.id, session.entries.value.slice(0, issue.seq));
  const page = note(then, issue.additions);
  const day = sayDay(new Date(time), language.value, true);
  const heading = useHeading(t('note.versionLink', { n: number, day }), `${session.id}/note/${number}`);
  useRunningFoot(t('note.footVersion', { title: page.title, n: number }));
  return (
    <Frame
      session={session}
      class="note-screen"
      bar={
        <>
          <a class="button second" href={sessionHref(session.id, 'note')}>
            {t('note.toDraft')}
          </a>
          <span class="room" />
          <button type="button" class="button first" onClick={() => print()}>
            {t('note.print')}
          </button>
        </>
      }
    >
      <div class="above-paper past">
        <p>{t('note.past', { n: number, day })}</p>
        <OtherRules then={then} issue={issue} />
        <a class="word go" href={sessionHref(session.id, 'result')}>
          {t('note.toResultToday')}
        </a>
      </div>
      <Paper note={page} heading={heading} />
    </Frame>
  );
}

/** The verdicts of then were frozen; where today's rules come to others, that is said. */
function OtherRules({ then, issue }: { then: OpenSession; issue: Issue }) {
  const { pack, t, say, words } = useBrief();
  if (issue.pack.hash === pack.hash) return null;
  const otherwise = judgedOtherwise(issue, then.evaluation.value);
  const differing = pack.outputs.flatMap((output) => {
    const was = issue.verdicts[output.id];
    if (was === undefined || !otherwise.includes(output.id)) return [];
    const name = words.value.outputs[output.id]?.name ?? output.id;
    return [t('note.pastWas', { name, was: say.stateWord(output, was.status) })];
  });
  return (
    <p>
      {t('note.pastOtherPack', { version: issue.pack.version })}{' '}
      {differing.length > 0 && t('note.pastDiffers', { list: say.list(differing) })}
    </p>
  );
}
