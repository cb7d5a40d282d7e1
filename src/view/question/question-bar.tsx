/** Back, skip and continue at the thumbs, with the ruler between them. */
import type { Question } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useApp } from '../context.ts';
import { backHref, href, parseRoute, sessionHref } from '../routes.ts';
import { askedBefore, leaveBehind, NEXT } from './pass.ts';
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
  if (route.value.name === 'session' && route.value.back === NEXT) {
    // By what matters most: the screen of that name chooses; Back leads to what was asked before.
    const last = askedBefore(session.id, question.id);
    return (
      <Way
        session={session}
        question={question}
        back={last === undefined ? to(question.id) : sessionHref(session.id, 'question', last, NEXT)}
        onward={sessionHref(session.id, 'next')}
        onLeave={() => leaveBehind(session.id, question.id)}
      />
    );
  }
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
  return (
    <Way
      session={session}
      question={question}
      back={before ? to(before.id) : href({ name: 'home' })}
      home={before === undefined}
      onward={onward}
    />
  );
}

interface WayProps extends BarProps {
  back: string;
  /** Back leads to the list of sessions. */
  home?: boolean;
  onward: string;
  /** When one goes on. */
  onLeave?: () => void;
}

function Way({ session, question, back, home = false, onward, onLeave }: WayProps) {
  const { t } = useApp();
  const answered = session.state.value.answers[question.id] !== undefined;
  return (
    <>
      <a class="button second" href={back}>
        {home ? t('question.home') : t('question.back')}
      </a>
      <Ruler session={session} here={question} />
      {!answered && (
        <a class="button third" href={onward} onClick={onLeave}>
          {t('question.skip')}
        </a>
      )}
      <a class="button first" href={onward} onClick={onLeave}>
        {t('question.continue')}
      </a>
    </>
  );
}
