/** "Change 3" or "Answer 14": to the question, and back to where one was. */
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { sessionHref } from '../routes.ts';

interface QuestionLinkProps {
  session: OpenSession;
  question: string;
  /** Where the edit returns to, e.g. `result/R1`. */
  back: string;
}

/** Read out with the question itself, so that each link says where it leads. */
export function QuestionLink({ session, question, back }: QuestionLinkProps) {
  const { pack, t, words } = useBrief();
  const number = pack.questions.find(({ id }) => id === question)?.number ?? 0;
  const answered = session.state.value.answers[question] !== undefined;
  const title = words.value.questions[question]?.title ?? question;
  return (
    <a
      class="word go"
      href={sessionHref(session.id, 'question', question, back)}
      aria-label={t(answered ? 'result.changeOf' : 'result.answerOf', { number, title })}
    >
      {t(answered ? 'result.change' : 'result.answer', { number })}
    </a>
  );
}
