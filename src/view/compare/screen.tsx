/** Two to four sessions side by side, or one at two moments of its history. */
import { useEffect, useState } from 'preact/hooks';
import { HANDLING_LABELS } from '../../session/journal.ts';
import { useApp } from '../context.ts';
import { sayDay, sayTime } from '../dates.ts';
import { useHeading } from '../navigation.ts';
import { Frame } from '../parts/frame.tsx';
import { href } from '../routes.ts';
import { AnswersApart } from './answers.tsx';
import { type Column, namedIn, openColumns } from './columns.ts';
import './compare.css';
import { Pick } from './pick.tsx';
import { VerdictsApart } from './verdicts.tsx';

export function CompareScreen({ item }: { item: string }) {
  const { t, desk } = useApp();
  const heading = useHeading(t('compare.title'));
  const [columns, setColumns] = useState<Column[] | 'missing'>();
  const picking = namedIn(item).length < 2;
  useEffect(() => {
    if (picking) return;
    openColumns(desk, item).then(
      (found) => setColumns(found ?? 'missing'),
      () => setColumns('missing'),
    );
  }, [item]);
  const opened = columns === undefined || columns === 'missing' ? [] : columns;
  return (
    <Frame
      class="compare-screen"
      bar={
        <>
          {!picking && (
            <a class="button second" href={href({ name: 'compare', item: '' })}>
              {t('compare.others')}
            </a>
          )}
          <span class="room" />
          <a class="button first" href={href({ name: 'home' })}>
            {t('compare.toHome')}
          </a>
        </>
      }
    >
      <div class="page compare">
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {t('compare.heading')}
        </h1>
        {picking ? <Pick /> : <p class="lead">{t('compare.lead')}</p>}
        {columns === 'missing' && <p role="alert">{t('compare.missing')}</p>}
        {opened.length > 0 && <Apart columns={opened} />}
      </div>
    </Frame>
  );
}

function Apart({ columns }: { columns: readonly Column[] }) {
  const { t, language } = useApp();
  const titles = columns.map(({ session, moment }) => {
    const { title } = session.state.value.details;
    if (moment === '') return title;
    const then = new Date(moment);
    return t('compare.at', {
      title,
      day: sayDay(then, language.value, true),
      time: sayTime(then, language.value),
    });
  });
  const labels = columns.map(({ session }) => session.state.value.details.handling);
  const strictest = [...HANDLING_LABELS].reverse().find((label) => labels.includes(label));
  return (
    <>
      {strictest && <p class="handle">{t('compare.handling', { label: strictest })}</p>}
      <VerdictsApart columns={columns} titles={titles} />
      <AnswersApart columns={columns} titles={titles} />
    </>
  );
}
