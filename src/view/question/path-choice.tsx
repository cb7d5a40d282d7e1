/** The short path or the whole one: said quietly, and changed at any time. */
import type { OpenSession } from '../../session/desk.ts';
import { useApp } from '../context.ts';
import { announce } from '../parts/live.tsx';

export function PathChoice({ session }: { session: OpenSession }) {
  const { t, desk } = useApp();
  const { path } = session.state.value;
  const whole = desk.pack.questions.length;
  const short = session.progress.value.filter(({ decides }) => decides).length;
  const take = () => {
    void session.takePath(path === 'short' ? 'whole' : 'short');
    announce(
      path === 'short' ? t('question.tookWhole', { n: whole }) : t('question.tookShort', { n: short }),
    );
  };
  return (
    <p class="path-choice">
      <span>
        {path === 'short' ? t('question.onShort', { n: short }) : t('question.onWhole', { n: whole })}
      </span>{' '}
      <button type="button" class="word" onClick={take}>
        {path === 'short' ? t('question.takeWhole', { n: whole }) : t('question.takeShort', { n: short })}
      </button>
    </p>
  );
}
