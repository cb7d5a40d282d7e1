/** All questions by section with their state: what was said, what was not, what does not matter any more. */
import { useState } from 'preact/hooks';
import type { OpenSession, QuestionProgress } from '../../session/desk.ts';
import type { SessionScreenProps } from '../app.ts';
import { useApp, useBrief } from '../context.ts';
import { useHeading } from '../navigation.ts';
import { Frame } from '../parts/frame.tsx';
import { announce } from '../parts/live.tsx';
import { RunHead } from '../parts/run-head.tsx';
import { UndoRedo, useUndoKeys } from '../question/hands.tsx';
import { PathChoice } from '../question/path-choice.tsx';
import { Ruler } from '../question/ruler.tsx';
import { told, useTold } from '../question/told.ts';
import { sessionHref } from '../routes.ts';
import { StandingBand } from '../standing/band.tsx';
import { StandingSide } from '../standing/side.tsx';
import { FILTERS, type Filter, filtered } from './filter.ts';
import { Row } from './row.tsx';
import { Warnings } from './warnings.tsx';
import '../question/hands.css';
import '../parts/filters.css';
import './overview.css';

export function OverviewScreen({ session }: SessionScreenProps) {
  const { t } = useApp();
  useUndoKeys(session);
  useTold(session, '');
  return (
    <Frame
      session={session}
      class="overview-screen"
      side={<StandingSide session={session} />}
      band={<StandingBand session={session} />}
      bar={
        <>
          <GoOn session={session} />
          <Ruler session={session} />
          <a class="button first" href={sessionHref(session.id, 'result')}>
            {t('overview.toResult')}
          </a>
        </>
      }
    >
      <OverviewPage session={session} />
    </Frame>
  );
}

/** To the first question that can still settle something, or to where the questions were left. */
function GoOn({ session }: { session: OpenSession }) {
  const { pack, t } = useBrief();
  const [first] = session.leftToSettle.value;
  const question = pack.questions.find(({ id }) => id === first);
  return (
    <a class="button second" href={sessionHref(session.id, 'question', first ?? '')}>
      {question ? t('overview.goOn', { number: question.number }) : t('app.viewQuestions')}
    </a>
  );
}

function OverviewPage({ session }: { session: OpenSession }) {
  const { pack, t, words } = useBrief();
  const [filter, setFilter] = useState<Filter>('all');
  const heading = useHeading(t('overview.title'));
  const shown = filtered(session.progress.value, filter);
  const inSection = (section: string): QuestionProgress[] =>
    shown.filter(({ question }) => question.section === section);
  const last = told.value;
  return (
    <div class="page overview">
      <RunHead />
      <h1 ref={heading} tabIndex={-1}>
        {t('overview.title')}
      </h1>
      <p class="lead">{t('overview.lead', { left: session.leftToSettle.value.length })}</p>
      <p class="legend">{t('overview.legend')}</p>
      <p class="come-back">
        <a class="word" href={sessionHref(session.id, 'news')}>
          {t('review.newsFromOverview')}
        </a>
        <a class="word" href={sessionHref(session.id, 'sources')}>
          {t('sources.fromOverview')}
        </a>
        <a class="word" href={sessionHref(session.id, 'review')}>
          {t('review.fromOverview')}
        </a>
        <a class="word" href={sessionHref(session.id, 'map', '-all')}>
          {t('map.fromOverview')}
        </a>
      </p>
      <Warnings session={session} />
      <Misfits session={session} />
      <div class="tools">
        <Filters session={session} filter={filter} onChange={setFilter} />
        <p class="recent">{last?.session === session.id ? last.text : ''}</p>
        <div class="history">
          <UndoRedo session={session} />
        </div>
      </div>
      {shown.length === 0 && <p class="nothing">{t('overview.none')}</p>}
      {pack.sections
        .filter((section) => inSection(section).length > 0)
        .map((section) => (
          <section key={section} class="section">
            <h2 class="group">{words.value.sections[section]}</h2>
            <ol>
              {inSection(section).map((progress) => (
                <Row key={progress.question.id} session={session} progress={progress} />
              ))}
            </ol>
          </section>
        ))}
      <PathChoice session={session} />
    </div>
  );
}

/** What is kept and counts nowhere: answers given under another version of the pack, entries that cannot be used. */
function Misfits({ session }: { session: OpenSession }) {
  const { t } = useApp();
  const n = session.misfits.value.length;
  const { leftOut } = session.state.value;
  return (
    <>
      {n > 0 && <p class="misfits">{t('overview.misfits', { n })}</p>}
      {leftOut > 0 && (
        <p class="misfits">
          {t('overview.leftOut', { n: leftOut })}{' '}
          <a class="word" href={sessionHref(session.id, 'history')}>
            {t('history.fromResult')}
          </a>
        </p>
      )}
    </>
  );
}

interface FiltersProps {
  session: OpenSession;
  filter: Filter;
  onChange: (filter: Filter) => void;
}

/** Words with figures; a state that no question is in is left out, unless it is the one shown. */
function Filters({ session, filter, onChange }: FiltersProps) {
  const { t } = useApp();
  const progress = session.progress.value;
  const offered = FILTERS.map((one) => ({ one, n: filtered(progress, one).length })).filter(
    ({ one, n }) => n > 0 || one === filter,
  );
  return (
    <fieldset class="filters">
      <legend class="unseen">{t('overview.filter')}</legend>
      {offered.map(({ one, n }) => (
        <label key={one}>
          <input
            type="radio"
            name="overview-filter"
            checked={filter === one}
            onChange={() => {
              onChange(one);
              announce(t('overview.shown', { n }));
            }}
          />
          <span>
            {t(`overview.${one}`)} <b class="num">{n}</b>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
