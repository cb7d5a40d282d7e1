/** The options of a question as on the ballot: numbered, one tap each. An answer is taken at the tap. */
import { useId } from 'preact/hooks';
import type { Answer, Question } from '../../engine/pack.ts';
import { useBrief } from '../context.ts';
import { Tick } from '../parts/tick.tsx';
import { optionLabel, questionTitle } from '../question/answer-words.ts';
import { afterTap, canRuleOut, chosen, rows } from '../question/choices.ts';
import { isOpen } from './answered.ts';
import '../parts/options.css';

interface ChoiceListProps {
  question: Question;
  answer: Answer | undefined;
  onAnswer: (answer: Answer | undefined) => void;
  /** Options ruled out, and what a tap on one more means; absent where tables are not asked for that. */
  ruledOut?: { options: readonly string[]; turn: (option: string, out: boolean) => void } | undefined;
  /** The heading names it already. */
  labelledBy?: string;
}

export function ChoiceList({ question, answer, onAnswer, ruledOut, labelledBy }: ChoiceListProps) {
  const app = useBrief();
  const { t } = app;
  const kind = useId();
  const isOut = (option: string) => ruledOut?.options.includes(option) === true;
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
          <div
            key={option}
            class={`option ${i === question.options.length ? 'dont-know' : ''} ${isOut(option) ? 'out' : ''}`}
          >
            <label>
              <input
                type={question.kind === 'one' ? 'radio' : 'checkbox'}
                name={`answer ${question.id}`}
                checked={chosen(question, answer).includes(option)}
                disabled={isOut(option)}
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
                {isOut(option) && <span class="unseen"> {t('question.isRuledOut')}</span>}
              </span>
            </label>
            {ruledOut && <RuleOut question={question} answer={answer} option={option} ruledOut={ruledOut} />}
          </div>
        ))}
      </div>
    </fieldset>
  );
}

interface RuleOutProps {
  question: Question;
  answer: Answer | undefined;
  option: string;
  ruledOut: NonNullable<ChoiceListProps['ruledOut']>;
}

/** As in the wizard: where an answer is given, the others are out by it. */
function RuleOut({ question, answer, option, ruledOut: { options, turn } }: RuleOutProps) {
  const app = useBrief();
  const { t } = app;
  const out = options.includes(option);
  const can = out || (isOpen(answer) && canRuleOut(question, answer, options, option));
  if (!can) return <span class="rule-out" />;
  return (
    <button
      type="button"
      class="rule-out"
      aria-label={t(out ? 'question.bringBackOption' : 'question.ruleOutOption', {
        option: optionLabel(app, question, option),
      })}
      onClick={() => turn(option, !out)}
    >
      {t(out ? 'question.bringBack' : 'question.ruleOut')}
    </button>
  );
}
