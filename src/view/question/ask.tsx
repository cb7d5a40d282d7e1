/** The question itself: its number and words, its options or why it is not asked, and what stands behind it. */
import { useId } from 'preact/hooks';
import type { Question } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { later } from '../later.tsx';
import { useHeading } from '../navigation.ts';
import { RunHead } from '../parts/run-head.tsx';
import { questionTitle } from './answer-words.ts';
import { Background } from './background.tsx';
import { Hands } from './hands.tsx';
import { Options } from './options.tsx';
import { NEXT } from './pass.ts';
import { PathChoice } from './path-choice.tsx';
import './question.css';

const WhyNow = later(async (app) => {
  await app.bringReasoner();
  return (await import('../next/why-now.tsx')).WhyNow;
}, true);

const EvidenceFold = later(async () => (await import('../evidence/evidence-fold.tsx')).EvidenceFold, true);

const NotAsked = later(async () => (await import('./not-asked.tsx')).NotAsked, true);

interface AskProps {
  session: OpenSession;
  question: Question;
}

export function Ask({ session, question }: AskProps) {
  const app = useBrief();
  const { t, words, route } = app;
  const title = questionTitle(app, question);
  const heading = useHeading(title);
  const id = useId();
  const section = words.value.sections[question.section] ?? question.section;
  const context = words.value.questions[question.id]?.context;
  const asked = session.evaluation.value.applies[question.id] !== 'never';
  const byWeight = route.value.name === 'session' && route.value.back === NEXT;
  return (
    <div class="page ask">
      <RunHead />
      <p class="in-margin number" aria-hidden="true">
        {question.number} <span class="section">{section}</span>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        <span class="unseen">{t('question.number', { number: question.number, section })}</span>
        <span id={id}>{title}</span>
      </h1>
      {context && <p class="context">{context}</p>}
      {byWeight && <WhyNow session={session} question={question} />}
      {asked ? (
        <Options session={session} question={question} heading={id} />
      ) : (
        <NotAsked session={session} question={question} />
      )}
      <Hands session={session} question={question} />
      <EvidenceFold session={session} question={question} />
      <Background session={session} question={question} />
      <PathChoice session={session} />
    </div>
  );
}
