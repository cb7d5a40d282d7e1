/** All sources of the session: what rests on each, and what would fall if it were withdrawn. */
import type { OpenSession } from '../../session/desk.ts';
import type { Source } from '../../session/journal.ts';
import type { SessionScreenProps } from '../app.ts';
import { useBrief } from '../context.ts';
import { useSaid } from '../evidence/source-words.ts';
import { useHeading } from '../navigation.ts';
import { Frame } from '../parts/frame.tsx';
import { RunHead } from '../parts/run-head.tsx';
import { sessionHref } from '../routes.ts';
import { Withdrawn } from './withdrawn.tsx';
import './sources.css';

export function SourcesScreen({ session, route }: SessionScreenProps) {
  const { pack, t } = useBrief();
  const heading = useHeading(t('sources.title'));
  const { sources } = session.state.value;
  const asked = pack.questions.find(({ id }) => id === route.item);
  return (
    <Frame
      session={session}
      class="sources-screen"
      bar={
        <>
          <span class="room" />
          {asked === undefined ? (
            <a class="button first" href={sessionHref(session.id, 'overview')}>
              {t('sources.toOverview')}
            </a>
          ) : (
            <a class="button first" href={sessionHref(session.id, 'question', asked.id)}>
              {t('map.openIt', { kind: 'question', number: asked.number })}
            </a>
          )}
        </>
      }
    >
      <div class="page sources">
        <RunHead />
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {t('sources.heading')}
        </h1>
        <p class="lead">{t('sources.lead')}</p>
        {sources.length === 0 && <p class="none">{t('sources.none')}</p>}
        <ol>
          {sources.map((source) => (
            <SourceEntry key={source.id} session={session} source={source} />
          ))}
        </ol>
      </div>
    </Frame>
  );
}

function SourceEntry({ session, source }: { session: OpenSession; source: Source }) {
  const { pack, t, words } = useBrief();
  const said = useSaid();
  const uses = pack.questions.flatMap((question) =>
    (session.state.value.evidence[question.id]?.sources ?? [])
      .filter((use) => use.source === source.id)
      .map((use) => ({ question, use })),
  );
  return (
    <li class="source">
      <h2 class="own">{source.title}</h2>
      {source.reliability !== '' && (
        <p class="small quiet">{t('sources.graded', { grade: source.reliability })}</p>
      )}
      <h3 class="label">{t('sources.uses')}</h3>
      {uses.length === 0 && <p class="small quiet">{t('sources.noUse')}</p>}
      <ul class="uses">
        {uses.map(({ question, use }) => (
          <li key={question.id}>
            <a class="word" href={sessionHref(session.id, 'question', question.id, 'sources')}>
              {t('sources.question', {
                number: question.number,
                title: words.value.questions[question.id]?.title ?? question.id,
              })}
            </a>
            <small>{said.use(session, use)}</small>
          </li>
        ))}
      </ul>
      <h3 class="label">{t('sources.withdrawn')}</h3>
      <Withdrawn session={session} source={source.id} />
    </li>
  );
}
