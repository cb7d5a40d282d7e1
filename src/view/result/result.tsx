/** The result: what the brief recommends for this situation, and every verdict with its reasons. */

import { useMemo, useState } from 'preact/hooks';
import type { WeakLevel } from '../../session/evidence.ts';
import type { SessionScreenProps } from '../app.ts';
import { useBrief } from '../context.ts';
import { Firmness, WithoutBanner } from '../evidence/firmness.tsx';
import { withoutWeak } from '../evidence/without-weak.ts';
import { later } from '../later.tsx';
import { useHeading } from '../navigation.ts';
import { Boundary } from '../parts/boundary.tsx';
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
import './result.css';

/** On paper only. */
const NotePrint = later(async (app) => {
  await app.prepareNote();
  return (await import('../note/note-print.tsx')).NotePrint;
}, true);

export function Result({ session, route }: SessionScreenProps) {
  const app = useBrief();
  const { pack, desk, t } = app;
  const [level, setLevel] = useState<WeakLevel | ''>('');
  const entries = session.entries.value;
  // A look at the verdicts without some answers; the session, its note and its print are as they were.
  const shown = useMemo(
    () => (level === '' ? session : withoutWeak(desk, session, level)),
    [session, level, entries],
  );
  const sections = sectionsOf(pack, shown.evaluation.value);
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
        <div class={level === '' ? 'page result' : 'page result is-without'}>
          <RunHead />
          {level !== '' && <WithoutBanner session={session} level={level} onBack={() => setLevel('')} />}
          <h1 class="heading" tabIndex={-1} ref={heading}>
            {app.explain.bottomLine(shown.evaluation.value)}
          </h1>
          <Left session={shown} />
          <Boundary>
            <Firmness session={session} level={level} onLevel={setLevel} />
          </Boundary>
          <Warnings session={shown} />
          <Boundary>
            <Contents session={shown} figures={figuresOf(sections)} />
          </Boundary>
          <Boundary>
            <Advice session={shown} sections={sections} item={route.item} />
          </Boundary>
          <Boundary>
            <Further session={shown} sections={sections} item={route.item} />
          </Boundary>
          <Boundary>
            <Background session={shown} outputs={sections.background} item={route.item} />
          </Boundary>
        </div>
      </Frame>
      <NotePrint session={session} />
    </>
  );
}
