/** How the text is read: ten readings that can be changed, ten remarks that change no verdict. */
import { useEffect } from 'preact/hooks';
import type { SessionScreenProps } from '../app.ts';
import { useBrief } from '../context.ts';
import { useHeading } from '../navigation.ts';
import { Frame } from '../parts/frame.tsx';
import { RunHead } from '../parts/run-head.tsx';
import { UndoRedo, useUndoKeys } from '../question/hands.tsx';
import { backHref, parseRoute, sessionHref } from '../routes.ts';
import { ReadingEntry } from './reading.tsx';
import { RemarkEntry } from './remark.tsx';
import { touchedBy } from './touched.ts';
import './readings.css';

export function ReadingsScreen({ session, route }: SessionScreenProps) {
  const { pack, t } = useBrief();
  const { readings, remarks } = pack;
  const heading = useHeading(t('readings.title'));
  const back = backHref(route) ?? sessionHref(session.id, 'result');
  const target = parseRoute(back);
  const touched = touchedBy(pack, session);
  useUndoKeys(session);
  useEffect(() => {
    if (route.item === '') return;
    const entry = document.getElementById(`reading-${route.item}`);
    entry?.scrollIntoView({ block: 'start' });
    entry?.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true });
  }, [route.item]);
  return (
    <Frame
      session={session}
      class="readings-screen"
      bar={
        <>
          <span class="turn-back">
            <UndoRedo session={session} />
          </span>
          <span class="room" />
          <a class="button first" href={back}>
            {t('question.return', { view: target.name === 'session' ? target.view : '' })}
          </a>
        </>
      }
    >
      <div class="page readings">
        <RunHead />
        <h1 tabIndex={-1} ref={heading}>
          {t('readings.heading')}
        </h1>
        <p class="lead">{t('readings.lead', { readings: readings.length, remarks: remarks.length })}</p>
        <h2 class="group">
          {t('readings.readings')}
          <small>{t('readings.readingsAside', { n: readings.length })}</small>
        </h2>
        {readings.map((reading) => (
          <ReadingEntry
            key={reading.id}
            session={session}
            reading={reading}
            touched={touched.get(reading.id) ?? []}
          />
        ))}
        <h2 class="group">
          {t('readings.remarks')}
          <small>{t('readings.remarksAside', { n: remarks.length })}</small>
        </h2>
        {remarks.map((remark) => (
          <RemarkEntry key={remark.id} session={session} remark={remark} />
        ))}
      </div>
    </Frame>
  );
}
