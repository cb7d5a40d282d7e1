/** The result: what the brief recommends for this situation, and every verdict with its reasons. */

import type { SessionScreenProps } from '../app.ts';
import { useApp } from '../context.ts';
import { later } from '../later.tsx';
import { useHeading } from '../navigation.ts';
import { Frame } from '../parts/frame.tsx';
import { RunHead } from '../parts/run-head.tsx';
import { sessionHref } from '../routes.ts';
import { Advice } from './advice.tsx';
import { Background } from './background.tsx';
import { Contents } from './contents.tsx';
import { Further } from './further.tsx';
import { Left } from './left.tsx';
import { figuresOf, sectionsOf } from './sections.ts';
import { Warnings } from './warnings.tsx';

/** On paper only. */
const NotePrint = later(async (app) => {
  await app.prepareNote();
  return (await import('../note/note-print.tsx')).NotePrint;
}, true);

export function Result({ session, route }: SessionScreenProps) {
  const app = useApp();
  const { t, desk } = app;
  const sections = sectionsOf(desk.pack, session.evaluation.value);
  const heading = useHeading(t('result.title'));
  return (
    <>
      <Frame
        session={session}
        class="with-note"
        bar={
          <>
            <a class="button second" href={sessionHref(session.id, 'question')}>
              {t('result.backToQuestions')}
            </a>
            <span class="room" />
            <a class="button first" href={sessionHref(session.id, 'note')}>
              {t('result.makeNote')}
            </a>
          </>
        }
      >
        <div class="page result">
          <RunHead />
          <h1 class="heading" tabIndex={-1} ref={heading}>
            {app.bottomLine(session)}
          </h1>
          <Left session={session} />
          <Warnings session={session} />
          <Contents session={session} figures={figuresOf(sections)} />
          <Advice session={session} sections={sections} item={route.item} />
          <Further session={session} sections={sections} item={route.item} />
          <Background session={session} outputs={sections.background} item={route.item} />
        </div>
      </Frame>
      <NotePrint session={session} />
    </>
  );
}
