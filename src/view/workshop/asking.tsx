/** One question a screen, as in the wizard, of those that the exercise leaves open. */
import { CONFIDENCES } from '../../session/journal.ts';
import { Picks } from '../evidence/picks.tsx';
import '../evidence/evidence.css';
import { useHeading } from '../navigation.ts';
import { Fold } from '../parts/fold.tsx';
import { Frame } from '../parts/frame.tsx';
import { RunHead } from '../parts/run-head.tsx';
import { questionTitle } from '../question/answer-words.ts';
import { answered, isRateable, withLevel, withRuledOut } from './answered.ts';
import { ChoiceList } from './choice-list.tsx';
import { Head, type StepProps } from './table-step.tsx';

export function Asking(props: StepProps & { at: number }) {
  const { app, edition, work, keep, questions, at, to } = props;
  const { t, words } = app;
  const { table } = work.handIn;
  const question = questions[at];
  const title = question ? questionTitle(app, question) : '';
  const heading = useHeading(title, `workshop table ${table} ${question?.id}`);
  if (question === undefined) return null;
  const before = questions[at - 1];
  const next = questions[at + 1];
  const { context, why } = words.value.questions[question.id] ?? {};
  return (
    <Frame
      bar={
        <>
          <a class="button second" href={to(before?.id)}>
            {t('app.back')}
          </a>
          <span class="room" />
          <a class="button first" href={to(next?.id ?? 'hand-in')}>
            {t('workshop.continue', { last: next ? 'no' : 'yes' })}
          </a>
        </>
      }
    >
      <div class="page workshop asking-table">
        <RunHead />
        <Head {...props} />
        <p class="small quiet">{t('workshop.questionOf', { n: at + 1, of: questions.length })}</p>
        <h1 tabIndex={-1} ref={heading} id="table-question">
          {title}
        </h1>
        {context && <p class="quiet">{context}</p>}
        <ChoiceList
          question={question}
          answer={work.handIn.answers[question.id]}
          labelledBy="table-question"
          ruledOut={
            edition.exercise.rulingOut && {
              options: work.handIn.ruledOut[question.id] ?? [],
              turn: (option, out) =>
                void keep({ ...work, handIn: withRuledOut(question, work.handIn, option, out) }),
            }
          }
          onAnswer={(answer) => void keep({ ...work, handIn: answered(work.handIn, question.id, answer) })}
        />
        {edition.exercise.confidence && isRateable(work.handIn.answers[question.id]) && (
          <Picks
            legend={t('evidence.confidence')}
            values={['', ...CONFIDENCES] as const}
            chosen={work.handIn.confidence[question.id] ?? ''}
            name={(level) => t('evidence.confidenceName', { confidence: level })}
            meaning={t('evidence.confidenceMeans', {
              confidence: work.handIn.confidence[question.id] ?? '',
            })}
            onChoose={(level) => void keep({ ...work, handIn: withLevel(work.handIn, question.id, level) })}
          />
        )}
        {why && (
          <Fold summary={t('workshop.whyAsked')}>
            <p>{why}</p>
          </Fold>
        )}
        <p>
          <a class="word" href={to()}>
            {t('workshop.readSheet')}
          </a>
        </p>
      </div>
    </Frame>
  );
}
