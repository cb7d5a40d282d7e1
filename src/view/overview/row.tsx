/** One question in the overview: its answer in words, or why there is none, and the way to change it. */
import type { OpenSession, QuestionProgress } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { Shape } from '../parts/shape.tsx';
import { answerInWords, optionLabel, questionTitle } from '../question/answer-words.ts';
import { doAndTell } from '../question/told.ts';
import { sessionHref } from '../routes.ts';
import './overview.css';

interface RowProps {
  session: OpenSession;
  progress: QuestionProgress;
}

export function Row({ session, progress }: RowProps) {
  const app = useBrief();
  const { t } = app;
  const { question, state, decides, unchecked } = progress;
  const title = questionTitle(app, question);
  const applies = state !== 'not_asked' && state !== 'set_aside';
  const answered = state === 'answered' || state === 'dont_know';
  const verb = applies ? (answered ? 'change' : 'answer') : 'view';
  return (
    <li class={`entry ${state}`} id={`overview-${question.id}`}>
      <span class="in-margin num">{question.number}</span>
      <div class="said">
        <h3>
          {title}{' '}
          {decides && applies && state !== 'answered' && <span class="decides">{t('overview.decides')}</span>}
        </h3>
        <StateWords session={session} progress={progress} />
      </div>
      <div class="ways">
        {unchecked && applies && (
          <button
            type="button"
            class="word go"
            aria-label={t('overview.confirmOf', { number: question.number, title })}
            onClick={(event) => {
              const change = event.currentTarget.parentElement?.querySelector('a');
              doAndTell(app, session, () => session.check(question.id), t('question.toldConfirmed'));
              // The button goes with what it did.
              change?.focus();
            }}
          >
            {t('overview.confirm')}
          </button>
        )}
        <a
          class="word go"
          href={sessionHref(session.id, 'question', question.id, 'overview')}
          aria-label={t(`overview.${verb}Of`, { number: question.number, title })}
        >
          {t(`overview.${verb}`)}
        </a>
      </div>
    </li>
  );
}

function StateWords({ session, progress }: RowProps) {
  const app = useBrief();
  const { t, say, explain } = app;
  const { question, state, matters, unchecked } = progress;
  const answer = session.state.value.answers[question.id];
  const words = answer === undefined ? '' : answerInWords(app, question, answer);
  const because = () =>
    say.list(
      explain.clauses(session.groundsNotAsked(question.id), session.state.value).map(({ text }) => text),
    );
  switch (state) {
    case 'answered':
      return (
        <>
          <p class="answer">{words}</p>
          {unchecked && <p class="from">{t('question.unchecked')}</p>}
          <RuledOut session={session} progress={progress} />
        </>
      );
    case 'dont_know':
    case 'unanswered':
    case 'narrowed':
      return (
        <>
          <p class="answer none">
            {t(state === 'dont_know' ? 'overview.stateDontKnow' : 'overview.stateUnanswered')}
          </p>
          {unchecked && <p class="from">{t('question.unchecked')}</p>}
          <RuledOut session={session} progress={progress} />
          {!matters && <p class="note">{t('overview.noLongerMatters')}</p>}
        </>
      );
    case 'not_asked':
      return <p class="answer none">{t('overview.stateNotAsked', { reasons: because() })}</p>;
    case 'set_aside':
      return (
        <>
          <p class="answer aside">
            <Shape status="aside" /> {words}
          </p>
          <p class="note">{t('overview.stateSetAside', { reasons: because() })}</p>
        </>
      );
  }
}

function RuledOut({ session, progress: { question } }: RowProps) {
  const app = useBrief();
  const out = session.state.value.ruledOut[question.id] ?? [];
  if (out.length === 0) return null;
  const options = app.say.list(out.map((option) => optionLabel(app, question, option)));
  return <p class="note">{app.t('overview.ruledOut', { options })}</p>;
}
