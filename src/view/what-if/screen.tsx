/** What if: a copy beside the session, whose answers can be changed, with all that appears and goes by it. */
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { OpenSession, QuestionProgress } from '../../session/desk.ts';
import type { SessionScreenProps } from '../app.ts';
import { useBrief } from '../context.ts';
import { freeTitle } from '../home/titles.ts';
import { go, useHeading } from '../navigation.ts';
import { Fold } from '../parts/fold.tsx';
import { Frame } from '../parts/frame.tsx';
import { announce } from '../parts/live.tsx';
import { RunHead } from '../parts/run-head.tsx';
import { answerInWords, questionTitle } from '../question/answer-words.ts';
import { Options } from '../question/options.tsx';
import { sessionHref } from '../routes.ts';
import { openTrial, putBack, questionsIn, remember, triedIn } from './tried.ts';
import { Turns } from './turns.tsx';
import './what-if.css';

export function WhatIfScreen({ session }: SessionScreenProps) {
  const { pack, t, desk, words } = useBrief();
  const heading = useHeading(t('trial.title'));
  const [round, setRound] = useState(0);
  const [refused, setRefused] = useState(false);
  const entries = session.entries.value;
  const trial = useMemo(() => openTrial(desk, session), [session, entries, round]);
  const tried = triedIn(session.state.value, trial.state.value);
  const changed = questionsIn(tried);
  useEffect(() => remember(session.id, tried));

  const throwAway = () => {
    remember(session.id, { answers: {}, ruledOut: {} });
    setRound(round + 1);
    announce(t('trial.thrownAway'));
  };
  const keep = async () => {
    if (changed.size === 0) return announce(t('trial.nothingToKeep'));
    const wished = t('trial.titleOf', { title: session.state.value.details.title });
    const title = freeTitle(wished, desk.sessions.peek());
    const made = await desk.keep({ from: session.id, situation: trial.situation.peek(), title });
    if (!('id' in made)) return setRefused(true);
    remember(session.id, { answers: {}, ruledOut: {} });
    announce(t('trial.kept', { title }));
    go(sessionHref(made.id, 'result'));
  };
  return (
    <Frame
      session={session}
      class="what-if-screen"
      bar={
        <>
          <button type="button" class="button second" aria-disabled={changed.size === 0} onClick={throwAway}>
            {t('trial.throwAway')}
          </button>
          <span class="room" />
          <button
            type="button"
            class="button first"
            aria-disabled={changed.size === 0}
            onClick={() => void keep()}
          >
            {t('trial.keep')}
          </button>
        </>
      }
    >
      <div class="page what-if">
        <RunHead />
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {t('trial.heading')}
        </h1>
        <p class="lead">{t('trial.lead')}</p>
        {refused && (
          <p class="problem" role="alert">
            {t('trial.refused')}
          </p>
        )}
        <Turns session={session} trial={trial} changed={changed.size} />
        <div class="tried">
          {pack.sections.map((section) => (
            <section key={section}>
              <h2 class="group">{words.value.sections[section]}</h2>
              {trial.progress.value
                .filter(({ question }) => question.section === section)
                .map((progress) => (
                  <Asked
                    key={progress.question.id}
                    session={session}
                    trial={trial}
                    progress={progress}
                    isChanged={changed.has(progress.question.id)}
                  />
                ))}
            </section>
          ))}
        </div>
      </div>
    </Frame>
  );
}

interface AskedProps {
  session: OpenSession;
  trial: OpenSession;
  progress: QuestionProgress;
  isChanged: boolean;
}

function Asked({ session, trial, progress: { question, state }, isChanged }: AskedProps) {
  const app = useBrief();
  const { t } = app;
  const heading = useId();
  const fold = useRef<HTMLDivElement>(null);
  const said = (one: OpenSession) => {
    const answer = one.state.value.answers[question.id];
    return answer === undefined ? t('trial.unanswered') : answerInWords(app, question, answer);
  };
  if (state === 'not_asked' && !isChanged)
    return (
      <p class="passed-by">
        {t('trial.question', { number: question.number, title: questionTitle(app, question) })}{' '}
        <small>{t('trial.notAsked')}</small>
      </p>
    );
  const back = () => {
    putBack(session, trial, question.id);
    fold.current?.querySelector('summary')?.focus();
  };
  return (
    <div class={isChanged ? 'try is-changed' : 'try'} ref={fold}>
      <Fold
        summary={
          <span id={heading}>
            <span class="brief">
              {t('trial.question', { number: question.number, title: questionTitle(app, question) })}
            </span>{' '}
            <b>{isChanged ? t('trial.wasNow', { now: said(trial), was: said(session) }) : said(trial)}</b>
          </span>
        }
      >
        <Options session={trial} question={question} heading={heading} />
      </Fold>
      {isChanged && (
        <button
          type="button"
          class="word"
          aria-label={t('trial.backOf', { number: question.number })}
          onClick={back}
        >
          {t('trial.back')}
        </button>
      )}
    </div>
  );
}
