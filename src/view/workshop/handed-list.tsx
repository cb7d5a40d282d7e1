/** What a table is about to hand in, question by question: each leads back to it. */
import type { HandIn } from '../../session/workshop/hand-in.ts';
import { answerInWords, questionTitle } from '../question/answer-words.ts';
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
            </a>
          </li>
        ))}
      </ol>
    </>
  );
}
