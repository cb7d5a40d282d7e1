/** The options of a question as on the ballot: numbered, one tap each. An answer is taken at the tap. */
import { useId } from 'preact/hooks';
import type { Answer, Question } from '../../engine/pack.ts';
import { useApp } from '../context.ts';
import { Tick } from '../parts/tick.tsx';
import { optionLabel, questionTitle } from '../question/answer-words.ts';
import { afterTap, chosen, rows } from '../question/choices.ts';

interface ChoiceListProps {
  question: Question;
  answer: Answer | undefined;
  onAnswer: (answer: Answer | undefined) => void;
  /** The heading names it already. */
  labelledBy?: string;
}

export function ChoiceList({ question, answer, onAnswer, labelledBy }: ChoiceListProps) {
  const app = useApp();
  const { t } = app;
  const kind = useId();
  return (
    <fieldset
      class={`options ${question.kind}`}
      {...(labelledBy ? { 'aria-labelledby': `${labelledBy} ${kind}` } : {})}
    >
      <legend>
        {labelledBy === undefined && (
          <b class="asked">
            <span class="num">{question.number}</span> {questionTitle(app, question)}
          </b>
        )}
        <span id={kind}>{t(question.kind === 'one' ? 'question.one' : 'question.several')}</span>
      </legend>
      <div class="rows">
        {rows(question).map((option, i) => (
          <div key={option} class={`option ${i === question.options.length ? 'dont-know' : ''}`}>
            <label>
              <input
                type={question.kind === 'one' ? 'radio' : 'checkbox'}
                name={`answer ${question.id}`}
                checked={chosen(question, answer).includes(option)}
                onChange={(event) => {
                  const { answer: after } = afterTap(question, answer, option);
                  onAnswer(after);
                  // What is kept decides what is chosen; the browser has turned the box over already.
                  event.currentTarget.checked = chosen(question, after).includes(option);
                }}
              />
              <span class="box">
                <Tick />
              </span>
              <span class="text">
                <span class="label-text">
                  {i < question.options.length && <span class="num quiet">{i + 1} </span>}
                  {optionLabel(app, question, option)}
                </span>
              </span>
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
