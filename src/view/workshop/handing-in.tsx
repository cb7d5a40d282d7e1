/** Handing in: the code to type or to scan, and once more what is in it. */
import { onlyAsked } from '../../session/workshop/table-work.ts';
import { useHeading } from '../navigation.ts';
import { Frame } from '../parts/frame.tsx';
import { href } from '../routes.ts';
import { AsFile } from './as-file.tsx';
import { Code } from './code.tsx';
import { HandedList } from './handed-list.tsx';
import { Head, type StepProps } from './table-step.tsx';

/** What is not asked any more is not handed in. */
export function HandingIn(props: StepProps) {
  const { app, edition, work, questions, to } = props;
  const { t, workshop } = app;
  const heading = useHeading(t('workshop.handIn'), `workshop hand in ${work.handIn.table}`);
  const own = workshop.value;
  const handIn = onlyAsked(
    work.handIn,
    questions.map(({ id }) => id),
  );
  return (
    <Frame
      bar={
        <>
          <a class="button second" href={to(questions.at(-1)?.id)}>
            {t('app.back')}
          </a>
          <span class="room" />
          <a class="button second" href={href({ name: 'workshop', part: 'start', id: '', item: '' })}>
            {t('workshop.nextJoin')}
          </a>
        </>
      }
    >
      <div class="page workshop">
        <Head {...props} />
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {t('workshop.handIn')}
        </h1>
        <p class="lead">{t('workshop.handInIs')}</p>
        {own && (
          <Code code={own.writeHandIn(edition, handIn, work.room ?? '')} label={t('workshop.handInQr')} />
        )}
        <AsFile edition={edition} handIn={handIn} room={work.room ?? ''} />
        <HandedList {...props} handIn={handIn} />
      </div>
    </Frame>
  );
}
