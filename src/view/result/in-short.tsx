/** Under a closed item: its reason in a line, and for what is open or not now what it waits for. */
import type { Output } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import type { Facts } from '../app.ts';
import { useBrief } from '../context.ts';
import { nearestOf } from './nearest.ts';
import { QuestionLink } from './question-link.tsx';
import { changesUnderAnotherReading, hasLapsed, needsOf } from './readings-taken.ts';
import './result.css';

interface InShortProps {
  session: OpenSession;
  output: Output;
  facts: Facts;
}

export function InShort({ session, output, facts }: InShortProps) {
  const app = useBrief();
  const { pack, t, say, explain, words } = app;
  const advised = output.kind === 'recommendation' || output.kind === 'option';
  const { status, dependsOn } = facts.verdict;
  const remark = output.kind === 'option' ? words.value.outputs[output.id]?.remark : undefined;
  const needs = advised && status === 'fails' ? needsOf(pack, words.value, session, output) : undefined;
  const lapses =
    advised && hasLapsed(pack, session, output) ? words.value.outputs[output.id]?.lapses : undefined;
  const nearest = advised && status === 'fails' ? nearestOf(app, session, output) : '';
  const questions = dependsOn.filter((id) => pack.questions.some((question) => question.id === id));
  return (
    <div class="in-short">
      <p>
        {t('result.sentence', { text: say.sentence(explain.reason(output, facts)) })}
        {advised &&
          status !== 'open' &&
          changesUnderAnotherReading(session, output) &&
          ` ${t('result.otherReading')}`}
      </p>
      {needs && <p>{t(needs.byDefault ? 'result.takesByDefault' : 'result.takes', { needs: needs.text })}</p>}
      {nearest && <p>{t('result.nearest', { change: nearest })}</p>}
      {lapses && <p>{t('result.lapsed', { lapses })}</p>}
      {remark && <p>{remark}</p>}
      {advised && questions.length > 0 && (
        <p class="answer-links">
          {questions.map((question) => (
            <QuestionLink key={question} session={session} question={question} back={`result/${output.id}`} />
          ))}
        </p>
      )}
    </div>
  );
}
