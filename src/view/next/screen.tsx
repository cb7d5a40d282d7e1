/** What matters first: leads on to the next best question, or says that there is none and why. */
import { useLayoutEffect } from 'preact/hooks';
import type { SessionScreenProps } from '../app.ts';
import { useBrief } from '../context.ts';
import { go, useHeading } from '../navigation.ts';
import { Frame } from '../parts/frame.tsx';
import { RunHead } from '../parts/run-head.tsx';
import { questionTitle } from '../question/answer-words.ts';
import { askedInPass, beginPass, NEXT } from '../question/pass.ts';
import { Ruler } from '../question/ruler.tsx';
import { unsettled } from '../question/unsettled.ts';
import { sessionHref } from '../routes.ts';
import { StandingBand } from '../standing/band.tsx';
import { StandingSide } from '../standing/side.tsx';
import { type Step, stepOf } from './step.ts';
import '../question/question.css';

export function NextScreen({ session }: SessionScreenProps) {
  const { pack, reasoner } = useBrief();
  const step = reasoner.value && stepOf(session, reasoner.value, pack, askedInPass(session.id));
  const question = step?.kind === 'ask' ? step.question : undefined;
  useLayoutEffect(() => {
    if (question !== undefined) go(sessionHref(session.id, 'question', question, NEXT), 'replace');
  }, [question]);
  return step === undefined || step.kind === 'ask' ? null : <End session={session} step={step} />;
}

type EndProps = Pick<SessionScreenProps, 'session'> & { step: Exclude<Step, { kind: 'ask' }> };

function End({ session, step }: EndProps) {
  const app = useBrief();
  const { t } = app;
  const title = t(step.kind === 'settled' ? 'next.settled' : 'next.asked');
  const heading = useHeading(title);
  const last = askedInPass(session.id).at(-1) ?? '';
  const back = last ? sessionHref(session.id, 'question', last, NEXT) : sessionHref(session.id, 'question');
  return (
    <Frame
      session={session}
      class="question-screen"
      side={<StandingSide session={session} />}
      band={<StandingBand session={session} />}
      bar={
        <>
          <a class="button second" href={back}>
            {t('question.back')}
          </a>
          <Ruler session={session} />
          <a class="button first" href={sessionHref(session.id, 'result')}>
            {t('question.toResult')}
          </a>
        </>
      }
    >
      <div class="page ask finish">
        <RunHead />
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {step.kind === 'settled' ? (
          <p class="context">{t('next.settledNote', { n: step.unanswered })}</p>
        ) : (
          <Left session={session} step={step} />
        )}
        <p>
          <a class="word" href={sessionHref(session.id, 'question')}>
            {t('next.authorsOrder')}
          </a>
        </p>
        <p>
          <a class="word" href={sessionHref(session.id, 'overview')}>
            {t('question.toOverview')}
          </a>
        </p>
      </div>
    </Frame>
  );
}

/** What was passed over can be asked again; what is not known is told. */
function Left({
  session,
  step,
}: Pick<SessionScreenProps, 'session'> & { step: Extract<Step, { kind: 'asked' }> }) {
  const app = useBrief();
  const { pack, t, explain } = app;
  const { skipped } = step;
  const unknown = unsettled(session, pack).filter((id) => !skipped.includes(id));
  const again = () => {
    beginPass(session.id);
    const [first] = skipped;
    if (first !== undefined) go(sessionHref(session.id, 'question', first, NEXT));
  };
  return (
    <>
      {unknown.length > 0 && (
        <p class="context">{t('question.finishUnknownNote', { questions: explain.dependsOn(unknown) })}</p>
      )}
      {skipped.length > 0 && (
        <>
          <p class="context">{t('next.skipped', { n: skipped.length })}</p>
          <ul class="left-list">
            {pack.questions
              .filter(({ id }) => skipped.includes(id))
              .map((question) => (
                <li key={question.id}>
                  <span class="num">{question.number}</span>
                  <a href={sessionHref(session.id, 'question', question.id, NEXT)}>
                    {questionTitle(app, question)}
                  </a>
                </li>
              ))}
          </ul>
          <p class="others">
            <button type="button" class="button second" onClick={again}>
              {t('next.again', { n: skipped.length })}
            </button>
          </p>
        </>
      )}
    </>
  );
}
