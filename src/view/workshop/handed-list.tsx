/** What a table is about to hand in, question by question: each leads back to it. */
import type { Question } from '../../engine/pack.ts';
import type { HandIn } from '../../session/workshop/hand-in.ts';
import { answerInWords, optionLabel, questionTitle } from '../question/answer-words.ts';
import type { StepProps } from './table-step.tsx';

export function HandedList({ app, questions, to, handIn }: StepProps & { handIn: HandIn }) {
  const { t } = app;
  const open = questions.filter(({ id }) => handIn.answers[id] === undefined);
  return (
    <>
      {open.length > 0 && <p class="said">{t('workshop.stillOpen', { n: open.length })}</p>}
      <ol class="ruled handed">
        {questions.map((question) => (
          <li key={question.id}>
            <a class="row-link" href={to(question.id)}>
              <span>
                <span class="num quiet">{question.number}</span> {questionTitle(app, question)}
              </span>
              <b>
                {handIn.answers[question.id] === undefined
                  ? t('workshop.unanswered')
                  : answerInWords(app, question, handIn.answers[question.id] ?? '')}
              </b>
              <Beside app={app} question={question} handIn={handIn} />
            </a>
          </li>
        ))}
      </ol>
    </>
  );
}

/** What was said beside the answer: how sure the table is, and what it rules out. */
function Beside({ app, question, handIn }: Pick<StepProps, 'app'> & { question: Question; handIn: HandIn }) {
  const { t, say } = app;
  const level = handIn.confidence[question.id];
  const out = handIn.ruledOut[question.id] ?? [];
  if (level === undefined && out.length === 0) return null;
  return (
    <small>
      {level && t('evidence.confidenceInShort', { confidence: level })}
      {level && out.length > 0 && t('explain.semicolon')}
      {out.length > 0 &&
        t('note.ruledOut', { options: say.list(out.map((option) => optionLabel(app, question, option))) })}
    </small>
  );
}
