/** After the last question of the path: whether the advice is settled, what is left, and where to go from here. */
import type { OpenSession } from '../../session/desk.ts';
import { useApp, useBrief } from '../context.ts';
import { go, useHeading } from '../navigation.ts';
import { Frame } from '../parts/frame.tsx';
import { RunHead } from '../parts/run-head.tsx';
import { sessionHref } from '../routes.ts';
import { StandingBand } from '../standing/band.tsx';
import { StandingSide } from '../standing/side.tsx';
import { questionTitle } from './answer-words.ts';
import { fewInWords } from './few.ts';
import { PathChoice, WhatMatters } from './path-choice.tsx';
import { Ruler } from './ruler.tsx';
import { unsettled } from './unsettled.ts';
import './question.css';

export function Finish({ session }: { session: OpenSession }) {
  const { t } = useApp();
  const last = session.walk.value.at(-1);
  return (
    <Frame
      session={session}
      class="question-screen"
      side={<StandingSide session={session} />}
      band={<StandingBand session={session} />}
      bar={
        <>
          <a class="button second" href={sessionHref(session.id, 'question', last?.id ?? '')}>
            {t('question.back')}
          </a>
          <Ruler session={session} />
          <a class="button first" href={sessionHref(session.id, 'result')}>
            {t('question.toResult')}
          </a>
        </>
      }
    >
      <FinishPage session={session} />
    </Frame>
  );
}

function FinishPage({ session }: { session: OpenSession }) {
  const app = useBrief();
  const { pack, t, explain } = app;
  const left = session.leftToSettle.value;
  const unknown = unsettled(session, pack);
  const title = titleOf();
  const heading = useHeading(title);
  return (
    <div class="page ask finish">
      <RunHead />
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {left.length > 0 && (
        <>
          <p class="context">
            {fewInWords(app, session.situation.value)} {t('question.finishLeftNote')}
          </p>
          <ul class="left-list">
            {pack.questions
              .filter(({ id }) => left.includes(id))
              .map((question) => (
                <li key={question.id}>
                  <span class="num">{question.number}</span>
                  <a href={sessionHref(session.id, 'question', question.id)}>
                    {questionTitle(app, question)}
                  </a>
                </li>
              ))}
          </ul>
          <p class="others">
            <WhatMatters session={session} class="button second" />
          </p>
        </>
      )}
      {left.length === 0 && (
        <p class="context">
          {unknown.length > 0
            ? t('question.finishUnknownNote', { questions: explain.dependsOn(unknown) })
            : t('question.finishSettledNote')}
        </p>
      )}
      <Others session={session} />
      <p>
        <a class="word" href={sessionHref(session.id, 'overview')}>
          {t('question.toOverview')}
        </a>
      </p>
      <PathChoice session={session} />
    </div>
  );

  function titleOf(): string {
    if (left.length > 0) return t('question.finishLeft', { n: left.length });
    return t(unknown.length > 0 ? 'question.finishUnknown' : 'question.finishSettled');
  }
}

/** From the short path on to the questions that decide no advice. */
function Others({ session }: { session: OpenSession }) {
  const { t } = useApp();
  const { answers, path } = session.state.value;
  const others = session.progress.value.filter(
    ({ decides, state, question }) =>
      !decides && state !== 'not_asked' && state !== 'set_aside' && answers[question.id] === undefined,
  );
  const [first] = others;
  if (path !== 'short' || first === undefined) return null;
  const goOn = () => {
    void session.takePath('whole');
    go(sessionHref(session.id, 'question', first.question.id));
  };
  return (
    <div class="others">
      <button type="button" class="button second" onClick={goOn}>
        {t('question.goOn', { n: others.length })}
      </button>
      <p class="small quiet">{t('question.goOnNote')}</p>
    </div>
  );
}
