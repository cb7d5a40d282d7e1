/** Back, skip and continue at the thumbs, with the ruler between them. */
import type { Question } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useApp } from '../context.ts';
import { backHref, href, parseRoute, sessionHref } from '../routes.ts';
import { Ruler } from './ruler.tsx';
import { FINISH, neighbours } from './way.ts';

interface BarProps {
  session: OpenSession;
  question: Question;
}

export function QuestionBar({ session, question }: BarProps) {
  const { t, route } = useApp();
  const { before, after } = neighbours(session.walk.value, question);
  const to = (id: string) => sessionHref(session.id, 'question', id);
  const onward = to(after?.id ?? FINISH);
  const back = route.value.name === 'session' ? backHref(route.value) : undefined;
  if (back !== undefined) {
    // An edit goes back to where it began.
    const target = parseRoute(back);
    const view = target.name === 'session' ? target.view : '';
    return (
      <>
        <Ruler session={session} here={question} />
        <a class="button first" href={back}>
          {t('question.return', { view })}
        </a>
      </>
    );
  }
  const answered = session.state.value.answers[question.id] !== undefined;
  return (
    <>
      <a class="button second" href={before ? to(before.id) : href({ name: 'home' })}>
        {before ? t('question.back') : t('question.home')}
      </a>
      <Ruler session={session} here={question} />
      {!answered && (
        <a class="button third" href={onward}>
          {t('question.skip')}
        </a>
      )}
      <a class="button first" href={onward}>
        {t('question.continue')}
      </a>
    </>
  );
}
