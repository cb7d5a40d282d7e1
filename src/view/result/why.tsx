/** Why a verdict is as it is: the answers behind it, what it hangs on, what would end it, whom it is for. */
import type { Output } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import type { Clause, Facts } from '../app.ts';
import { useBrief } from '../context.ts';
import { OtherReasons } from './other-reasons.tsx';
import { QuestionLink } from './question-link.tsx';
import { ReadingLink } from './reading-link.tsx';
import { canLapse } from './readings-taken.ts';
import { Row } from './row.tsx';
import './behind.css';

interface WhyProps {
  session: OpenSession;
  output: Output;
  facts: Facts;
}

/** Because, why not, or what it depends on. */
export function Reasons({ session, output, facts }: WhyProps) {
  const { t, explain } = useBrief();
  const { status, dependsOn, unconfirmed } = facts.verdict;
  if (status === 'open') {
    return (
      <Row term={t('result.dependsOn')}>
        <Waiting session={session} ids={dependsOn} back={`result/${output.id}`} />
      </Row>
    );
  }
  const clauses = explain.because(facts);
  const beside = output.kind === 'consequence' || output.kind === 'indicator';
  return (
    <Row term={t(status === 'holds' ? 'result.because' : 'result.whyNot')}>
      {status === 'fails' && beside && <p>{t('result.notSaidHere')}</p>}
      {clauses.length === 0 ? (
        <p>{t(unconfirmed.length > 0 ? 'result.standsUnless' : 'result.standsAlways')}</p>
      ) : (
        <ul class="grounds">
          {clauses.map((clause) => (
            <Ground
              key={`${clause.question ?? clause.reading} ${clause.text}`}
              session={session}
              clause={clause}
              back={`result/${output.id}`}
            />
          ))}
        </ul>
      )}
      <OtherReasons session={session} output={output} facts={facts} />
    </Row>
  );
}

function Ground({ session, clause, back }: { session: OpenSession; clause: Clause; back: string }) {
  const { t, say } = useBrief();
  return (
    <li>
      <span>
        {say.sentence(clause.text)}
        {clause.unchecked && <em class="aside">{t('explain.unchecked')}</em>}
      </span>
      {clause.question && <QuestionLink session={session} question={clause.question} back={back} />}
      {clause.reading && <ReadingLink session={session} reading={clause.reading} back={back} />}
    </li>
  );
}

/** Questions and readings, each with the way to it. */
function Waiting({ session, ids, back }: { session: OpenSession; ids: readonly string[]; back: string }) {
  const { words } = useBrief();
  return (
    <ul class="grounds">
      {ids.map((id) => {
        const question = words.value.questions[id];
        return (
          <li key={id}>
            <span>{question?.title ?? words.value.readings[id]?.title ?? id}</span>
            {question ? (
              <QuestionLink session={session} question={id} back={back} />
            ) : (
              <ReadingLink session={session} reading={id} back={back} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What would end it, and what of that is not known yet. */
export function Unless({ session, output, facts }: WhyProps) {
  const { pack, t, words } = useBrief();
  const { unconfirmed } = facts.verdict;
  const lapses = canLapse(pack, session, output) ? words.value.outputs[output.id]?.lapses : undefined;
  if (lapses === undefined && unconfirmed.length === 0) return null;
  return (
    <Row term={t('result.unless')}>
      {lapses && <p>{lapses}</p>}
      {unconfirmed.length > 0 && (
        <>
          <p>{t('result.unconfirmed')}</p>
          <Waiting session={session} ids={unconfirmed} back={`result/${output.id}`} />
        </>
      )}
    </Row>
  );
}

/** Whom to address first: those ticked, then the others that the question offers. */
export function Addressees({
  session,
  output,
  question,
}: {
  session: OpenSession;
  output: Output;
  question: string;
}) {
  const { pack, t, say, words } = useBrief();
  const options = pack.questions.find(({ id }) => id === question)?.options ?? [];
  const answer = [session.state.value.answers[question] ?? []].flat();
  const label = (option: string) => words.value.questions[question]?.options[option]?.label ?? option;
  const ticked = options.filter(({ id, exclusive }) => !exclusive && answer.includes(id));
  const none = options.find(({ id, exclusive }) => exclusive && answer.includes(id));
  return (
    <Row term={t('result.addressees')}>
      <div class="grounds">
        <p>
          {ticked.length > 0
            ? t('result.addressFirst', { who: say.list(ticked.map(({ id }) => label(id))) })
            : t('result.addressAll')}
          {none && ` ${t('result.addressNone', { answer: label(none.id) })}`}
        </p>
        <QuestionLink session={session} question={question} back={`result/${output.id}`} />
      </div>
    </Row>
  );
}
