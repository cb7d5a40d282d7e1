/** Answers side by side, those that differ. */
import type { Question } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { answerInWords, optionLabel, questionTitle } from '../question/answer-words.ts';
import type { Column } from './columns.ts';
import { SideBySide } from './side-by-side.tsx';

interface AnswersApartProps {
  columns: readonly Column[];
  titles: readonly string[];
}

export function AnswersApart({ columns, titles }: AnswersApartProps) {
  const app = useBrief();
  const { pack, t } = app;
  const rows = pack.questions
    .map((question) => ({ question, said: columns.map(({ session }) => saidIn(session, question)) }))
    .filter(({ said }) => new Set(said).size > 1);

  function saidIn(session: OpenSession, question: Question): string {
    const { answers, ruledOut } = session.state.value;
    const answer = answers[question.id];
    const state = session.progress.value.find((one) => one.question.id === question.id)?.state;
    const given =
      answer !== undefined
        ? answerInWords(app, question, answer)
        : t(state === 'not_asked' ? 'compare.notAsked' : 'compare.notAnswered');
    const out = (ruledOut[question.id] ?? []).map((option) => optionLabel(app, question, option));
    return out.length === 0 ? given : t('compare.ruledOut', { answer: given, options: app.say.list(out) });
  }

  return (
    <section>
      <h2 class="group">{t('compare.answers')}</h2>
      {rows.length === 0 ? (
        <p>{t('compare.noAnswersDiffer')}</p>
      ) : (
        <SideBySide
          columns={columns}
          titles={titles}
          rows={rows.map(({ question, said }) => ({
            key: question.id,
            head: `${question.number} ${questionTitle(app, question)}`,
            cells: said.map((text) => <span key={text}>{text}</span>),
          }))}
        />
      )}
    </section>
  );
}
