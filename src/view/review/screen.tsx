/** Every answer of the session with the day by which it is to be looked at again. */
import type { OpenSession, QuestionProgress } from '../../session/desk.ts';
import type { SessionScreenProps } from '../app.ts';
import { useBrief } from '../context.ts';
import { ReviewBy } from '../evidence/review-by.tsx';
import { useHeading } from '../navigation.ts';
import { Frame } from '../parts/frame.tsx';
import { RunHead } from '../parts/run-head.tsx';
import { answerInWords, questionTitle } from '../question/answer-words.ts';
import { sessionHref } from '../routes.ts';
import './review.css';

export function ReviewScreen({ session }: SessionScreenProps) {
  const { pack, t, words } = useBrief();
  const heading = useHeading(t('review.title'));
  const { answers, reviews } = session.state.value;
  const shown = session.progress.value.filter(
    ({ question: { id } }) => answers[id] !== undefined || reviews[id] !== undefined,
  );
  return (
    <Frame
      session={session}
      class="review-screen"
      bar={
        <>
          <span class="room" />
          <a class="button first" href={sessionHref(session.id, 'overview')}>
            {t('review.toOverview')}
          </a>
        </>
      }
    >
      <div class="page review">
        <RunHead />
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {t('review.title')}
        </h1>
        <p class="lead">{t('review.lead')}</p>
        {shown.length === 0 && <p>{t('review.none')}</p>}
        {pack.sections.map((section) => {
          const rows = shown.filter(({ question }) => question.section === section);
          if (rows.length === 0) return null;
          return (
            <section key={section}>
              <h2 class="group">{words.value.sections[section]}</h2>
              <ol>
                {rows.map((progress) => (
                  <ReviewRow key={progress.question.id} session={session} progress={progress} />
                ))}
              </ol>
            </section>
          );
        })}
      </div>
    </Frame>
  );
}

interface ReviewRowProps {
  session: OpenSession;
  progress: QuestionProgress;
}

function ReviewRow({ session, progress: { question } }: ReviewRowProps) {
  const app = useBrief();
  const { t } = app;
  const { number } = question;
  const answer = session.state.value.answers[question.id];
  return (
    <li class="to-review">
      <span class="number num">{number}</span>
      <div>
        <h3 class="brief">{questionTitle(app, question)}</h3>
        {answer !== undefined && <p class="answer">{answerInWords(app, question, answer)}</p>}
      </div>
      <ReviewBy
        session={session}
        question={question}
        label={t('review.by')}
        spoken={t('review.byOf', { number })}
      />
    </li>
  );
}
