/** The options of a question as a ruled list. An answer is taken at the tap; nothing moves on by itself. */
import { useId } from 'preact/hooks';
import type { Question } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useApp, useBrief } from '../context.ts';
import { Tick } from '../parts/tick.tsx';
import { optionLabel } from './answer-words.ts';
import { afterTap, canRuleOut, chosen, isExclusive, rows } from './choices.ts';
import { doAndTell } from './told.ts';
import '../parts/options.css';

interface OptionsProps {
  session: OpenSession;
  question: Question;
  /** The id of the heading that names the list. */
  heading: string;
}

export function Options({ session, question, heading }: OptionsProps) {
  const { t } = useApp();
  const kind = useId();
  const alone = useId();
  return (
    <fieldset class={`options ${question.kind}`} aria-labelledby={`${heading} ${kind}`}>
      <legend id={kind}>{t(question.kind === 'one' ? 'question.one' : 'question.several')}</legend>
      <div class="rows">
        {rows(question).map((option) => (
          <Row key={option} session={session} question={question} option={option} alone={alone} />
        ))}
      </div>
      {question.kind === 'several' && (
        <p class="unseen" id={alone}>
          {t('question.alone')}
        </p>
      )}
    </fieldset>
  );
}

interface RowProps {
  session: OpenSession;
  question: Question;
  /** An option's id, or "don't know". */
  option: string;
  /** The id of the text that says what an exclusive option does. */
  alone: string;
}

function Row({ session, question, option, alone }: RowProps) {
  const app = useBrief();
  const { t, say } = app;
  const { answers, ruledOut, unchecked } = session.state.value;
  const answer = answers[question.id];
  const out = ruledOut[question.id]?.includes(option) === true;
  const isChosen = chosen(question, answer).includes(option);
  const exclusive = isExclusive(question, option);
  const label = optionLabel(app, question, option);
  const isOption = question.options.some(({ id }) => id === option);

  const tap = (input: HTMLInputElement) => {
    const after = afterTap(question, answer, option);
    const lead = say.list(after.unticked.map((id) => optionLabel(app, question, id)));
    doAndTell(
      app,
      session,
      () =>
        after.answer === undefined ? session.clear(question.id) : session.answer(question.id, after.answer),
      lead && t('question.toldUnticked', { options: lead }),
    );
    // The session decides what is chosen; the browser has turned the box over already.
    input.checked = chosen(question, session.state.value.answers[question.id]).includes(option);
  };

  return (
    <div class={`option ${isOption ? '' : 'dont-know'} ${out ? 'out' : ''}`}>
      <label>
        <input
          type={question.kind === 'one' ? 'radio' : 'checkbox'}
          name={`answer ${question.id}`}
          checked={isChosen}
          disabled={out}
          aria-describedby={exclusive ? alone : undefined}
          onChange={(event) => tap(event.currentTarget)}
        />
        <span class="box">
          <Tick />
        </span>
        <span class="text">
          <span class="label-text">{label}</span>
          {out && <span class="unseen"> {t('question.isRuledOut')}</span>}
          {isChosen && unchecked.includes(question.id) && <span class="from">{t('question.unchecked')}</span>}
        </span>
      </label>
      <RuleOut session={session} question={question} option={option} label={label} />
    </div>
  );
}

interface RuleOutProps {
  session: OpenSession;
  question: Question;
  option: string;
  label: string;
}

/** "rule out" or "bring back", where either can be done; its place is kept where not. */
function RuleOut({ session, question, option, label }: RuleOutProps) {
  const app = useBrief();
  const { t } = app;
  const { answers, ruledOut } = session.state.value;
  const outHere = ruledOut[question.id] ?? [];
  if (outHere.includes(option)) {
    return (
      <button
        type="button"
        class="rule-out"
        aria-label={t('question.bringBackOption', { option: label })}
        onClick={() =>
          doAndTell(
            app,
            session,
            () => session.bringBack(question.id, option),
            t('question.toldBroughtBack', { option: label }),
          )
        }
      >
        {t('question.bringBack')}
      </button>
    );
  }
  if (!canRuleOut(question, answers[question.id], outHere, option)) return <span class="rule-out" />;
  return (
    <button
      type="button"
      class="rule-out"
      aria-label={t('question.ruleOutOption', { option: label })}
      onClick={() =>
        doAndTell(
          app,
          session,
          () => session.ruleOut(question.id, option),
          t('question.toldRuledOut', { option: label }),
        )
      }
    >
      {t('question.ruleOut')}
    </button>
  );
}
