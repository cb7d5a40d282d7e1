/** The short path or the whole one: said quietly, and changed at any time. */
import type { OpenSession } from '../../session/desk.ts';
import { useApp, useBrief } from '../context.ts';
import { announce } from '../parts/live.tsx';
import { sessionHref } from '../routes.ts';
import { beginPass, NEXT } from './pass.ts';
import './question.css';

export function PathChoice({ session }: { session: OpenSession }) {
  const { pack, t, route } = useBrief();
  const { path } = session.state.value;
  const whole = pack.questions.length;
  const short = session.progress.value.filter(({ decides }) => decides).length;
  const take = () => {
    void session.takePath(path === 'short' ? 'whole' : 'short');
    announce(
      path === 'short' ? t('question.tookWhole', { n: whole }) : t('question.tookShort', { n: short }),
    );
  };
  const here = route.value;
  if (here.name === 'session' && here.back === NEXT)
    return (
      <p class="path-choice">
        <span>{t('question.mattersFirst')}</span>{' '}
        <a class="word" href={sessionHref(session.id, 'question', here.item)}>
          {t('question.authorsOrder')}
        </a>
      </p>
    );
  return (
    <p class="path-choice">
      <span>
        {path === 'short' ? t('question.onShort', { n: short }) : t('question.onWhole', { n: whole })}
      </span>{' '}
      <button type="button" class="word" onClick={take}>
        {path === 'short' ? t('question.takeWhole', { n: whole }) : t('question.takeShort', { n: short })}
      </button>{' '}
      <WhatMatters session={session} class="word" />
    </p>
  );
}

/** To the question that settles most, and on from there: the order of the brief stays the default. */
export function WhatMatters({ session, class: looks }: { session: OpenSession; class: string }) {
  const { t } = useApp();
  return (
    <a class={looks} href={sessionHref(session.id, 'next')} onClick={() => beginPass(session.id)}>
      {t('question.whatMatters')}
    </a>
  );
}
