/**
 * The ruler: a mark a question, tall where it decides advice; ink where answered, hollow where not known, accent
 * here, dotted where not asked. In words beside it: how many are left that can settle more.
 */
import type { Question } from '../../engine/pack.ts';
import type { OpenSession, QuestionProgress } from '../../session/desk.ts';
import { useApp, useBrief } from '../context.ts';
import { sessionHref } from '../routes.ts';
import './ruler.css';

interface RulerProps {
  session: OpenSession;
  /** The question shown; undefined: none. */
  here?: Question | undefined;
}

export function Ruler({ session, here }: RulerProps) {
  const { pack, t, words } = useBrief();
  const progress = session.progress.value;
  const count = (...states: QuestionProgress['state'][]) =>
    progress.filter(({ state }) => states.includes(state)).length;
  const counts = {
    answered: count('answered'),
    unknown: count('dont_know'),
    left: count('unanswered', 'narrowed'),
    gone: count('not_asked', 'set_aside'),
  };
  const section = here && words.value.sections[here.section];
  const label =
    here && section !== undefined
      ? t('question.ruler', { ...counts, number: here.number, section })
      : t('question.rulerAll', counts);
  return (
    <div class="ruler">
      <div class="sections" role="img" aria-label={label}>
        {pack.sections.map((id) => (
          <span key={id} class={`section ${here?.section === id ? 'here' : ''}`}>
            <span class="marks">
              {progress
                .filter(({ question }) => question.section === id)
                .map((one) => (
                  <i key={one.question.id} class={markClass(one, here)} />
                ))}
            </span>
            <span class="name">{words.value.sections[id]}</span>
          </span>
        ))}
      </div>
      <Left session={session} />
    </div>
  );
}

/** "2 left to settle the advice", leading to the first of them. */
function Left({ session }: { session: OpenSession }) {
  const { t } = useApp();
  const left = session.leftToSettle.value;
  const [first] = left;
  if (first === undefined) return <p class="left">{t('question.settled')}</p>;
  return (
    <a class="left" href={sessionHref(session.id, 'question', first)}>
      {t('question.left', { n: left.length })}
    </a>
  );
}

function markClass({ question, state, decides }: QuestionProgress, here: Question | undefined): string {
  const classes = [decides ? 'tall' : 'short'];
  if (question.id === here?.id) classes.push('now');
  else if (state === 'answered') classes.push('answered');
  else if (state === 'dont_know') classes.push('unknown');
  else if (state === 'not_asked' || state === 'set_aside') classes.push('gone');
  return classes.join(' ');
}
