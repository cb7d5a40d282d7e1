/** One piece of news: the questions it touches, one after the other, and what changed since. */

import type { Question } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { usableEntries } from '../../session/fold.ts';
import type { KeptNews } from '../../session/journal.ts';
import { useBrief } from '../context.ts';
import { useHeading } from '../navigation.ts';
import { Frame } from '../parts/frame.tsx';
import { announce } from '../parts/live.tsx';
import { RunHead } from '../parts/run-head.tsx';
import { Shape } from '../parts/shape.tsx';
import { answerInWords, questionTitle } from '../question/answer-words.ts';
import { sessionHref } from '../routes.ts';
import { Told } from './list.tsx';

interface OneNewsProps {
  session: OpenSession;
  news: KeptNews;
}

export function OneNews({ session, news }: OneNewsProps) {
  const { pack, t } = useBrief();
  const heading = useHeading(t('news.oneTitle'), `${session.id}/news/${news.id}`);
  const touched = pack.questions.filter(({ id }) => news.questions.includes(id));
  const next = touched.find(({ id }) => !news.settled.includes(id));
  return (
    <Frame
      session={session}
      class="news-screen"
      bar={
        <>
          <a class="button second" href={sessionHref(session.id, 'news')}>
            {t('news.toList')}
          </a>
          <span class="room" />
          {next ? (
            <a
              class="button first"
              href={sessionHref(session.id, 'question', next.id, `news/${encodeURIComponent(news.id)}`)}
            >
              {t('news.next', { number: next.number })}
            </a>
          ) : (
            <a class="button first" href={sessionHref(session.id, 'result')}>
              {t('news.toResult')}
            </a>
          )}
        </>
      }
    >
      <div class="page news">
        <RunHead />
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {t('news.oneTitle')}
        </h1>
        <Told news={news} />
        <section>
          <h2 class="group">
            {t('news.again')}
            <small>
              {t('news.progress', {
                n: touched.length,
                left: touched.filter(({ id }) => !news.settled.includes(id)).length,
              })}
            </small>
          </h2>
          <ol>
            {touched.map((question) => (
              <Touched key={question.id} session={session} news={news} question={question} />
            ))}
          </ol>
        </section>
        <Since session={session} news={news} />
      </div>
    </Frame>
  );
}

function Touched({ session, news, question }: OneNewsProps & { question: Question }) {
  const app = useBrief();
  const { t } = app;
  const { id, number } = question;
  const answer = session.state.value.answers[id];
  const settled = news.settled.includes(id);
  const stands = (event: { currentTarget: HTMLElement }) => {
    // The button goes with what it did.
    const change = event.currentTarget.parentElement?.querySelector('a');
    void session.reassess(news.id, id);
    announce(t('news.toldStands', { number }));
    change?.focus();
  };
  return (
    <li class="touched">
      <span class="number num">{number}</span>
      <div>
        <h3 class="brief">{questionTitle(app, question)}</h3>
        <p class="small">
          {t('news.now', {
            answer: answer === undefined ? t('news.noAnswer') : answerInWords(app, question, answer),
          })}
          {settled && <em class="aside">{t('news.done')}</em>}
        </p>
      </div>
      <p class="ways">
        {!settled && (
          <button type="button" class="word" aria-label={t('news.standsOf', { number })} onClick={stands}>
            {t('news.stands')}
          </button>
        )}
        <a
          class="word go"
          href={sessionHref(session.id, 'question', id, `news/${encodeURIComponent(news.id)}`)}
          aria-label={t('news.changeOf', { number })}
        >
          {t('news.change')}
        </a>
      </p>
    </li>
  );
}

/** Verdicts as they were when the news came, against those of now. */
function Since({ session, news }: OneNewsProps) {
  const { pack, t, desk, say, words } = useBrief();
  const entries = session.entries.value;
  const at = usableEntries(entries).findLastIndex(
    ({ action }) => action.type === 'newsKept' && action.news.id === news.id,
  );
  // A copied session has its news from before its beginning.
  const before = desk.moment(entries.slice(0, Math.max(1, at))).evaluation;
  const differing = pack.outputs.flatMap((output) => {
    const was = before.verdicts[output.id]?.status;
    const { status } = session.verdict(output.id);
    return was === undefined || was === status ? [] : [{ output, was, status }];
  });
  return (
    <section>
      <h2 class="group">
        {t('news.changed')}
        <small>{t('news.changedLead')}</small>
      </h2>
      {differing.length === 0 && <p class="none">{t('news.changedNothing')}</p>}
      <ul class="since">
        {differing.map(({ output, was, status }) => (
          <li key={output.id}>
            <Shape status={status} />
            <a href={sessionHref(session.id, 'result', output.id)}>{words.value.outputs[output.id]?.name}</a>
            <span>
              {t('news.changedVerdict', {
                now: say.stateWord(output, status),
                before: say.stateWord(output, was),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
