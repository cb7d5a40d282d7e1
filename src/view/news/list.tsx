/** The news of a session, and the form for one more. */
import type { OpenSession } from '../../session/desk.ts';
import type { KeptNews } from '../../session/journal.ts';
import { useApp } from '../context.ts';
import { sayCalendarDay } from '../dates.ts';
import { useHeading } from '../navigation.ts';
import { Frame } from '../parts/frame.tsx';
import { RunHead } from '../parts/run-head.tsx';
import { sessionHref } from '../routes.ts';
import { NewsForm } from './form.tsx';

export function NewsList({ session }: { session: OpenSession }) {
  const { t } = useApp();
  const heading = useHeading(t('news.title'));
  const news = session.state.value.news.toReversed();
  return (
    <Frame
      session={session}
      class="news-screen"
      bar={
        <>
          <a class="button second" href={sessionHref(session.id, 'overview')}>
            {t('review.toOverview')}
          </a>
          <span class="room" />
          <button type="submit" form="news" class="button first">
            {t('news.keep')}
          </button>
        </>
      }
    >
      <div class="page news">
        <RunHead />
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {t('news.heading')}
        </h1>
        <p class="lead">{t('news.lead')}</p>
        <NewsForm session={session} />
        {news.length > 0 && (
          <section>
            <h2 class="group">{t('news.earlier')}</h2>
            <ul>
              {news.map((one) => (
                <li key={one.id} class="one-news">
                  <Told news={one} />
                  <Progress session={session} news={one} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Frame>
  );
}

function Progress({ session, news }: { session: OpenSession; news: KeptNews }) {
  const { t } = useApp();
  const n = news.questions.length;
  const left = n - news.settled.length;
  return (
    <p class="ways">
      <span class="small quiet">{t('news.progress', { n, left })}</span>
      <a class="word go" href={sessionHref(session.id, 'news', news.id)} aria-describedby={`news-${news.id}`}>
        {t(left > 0 ? 'news.open' : 'news.show')}
      </a>
    </p>
  );
}

/** What happened, in the user's own face. */
export function Told({ news }: { news: KeptNews }) {
  const { t, language } = useApp();
  const day = sayCalendarDay(news.date, language.value);
  return (
    <div class="own">
      <p id={`news-${news.id}`}>{news.what}</p>
      <small>{t('news.by', { source: news.source, day })}</small>
    </div>
  );
}
