/** Beside the advice: consequences, indicators, the course, and what the brief is silent on. */
import type { Output } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useApp } from '../context.ts';
import { Fold } from '../parts/fold.tsx';
import { GroupHeading, Items } from './advice.tsx';
import type { Sections } from './sections.ts';
import './result.css';

interface FurtherProps {
  session: OpenSession;
  sections: Sections;
  /** The output that the address names. */
  item: string;
}

export function Further({ session, sections, item }: FurtherProps) {
  const { t } = useApp();
  const { consequences, indicators, course, silent } = sections;
  return (
    <>
      <section class="plain">
        <GroupHeading id="consequences" title={t('result.consequences')}>
          {t('result.consequencesAside')}
        </GroupHeading>
        {consequences.holds.length === 0 && <p class="none">{t('result.noConsequence')}</p>}
        <Items session={session} outputs={[...consequences.holds, ...consequences.open]} item={item} />
        <Rest session={session} outputs={consequences.fails} item={item}>
          {t('result.notSaid', { n: consequences.fails.length })}
        </Rest>
      </section>
      <section class="plain">
        <GroupHeading id="indicators" title={t('result.indicators')}>
          {t('result.indicatorsAside')}
        </GroupHeading>
        {indicators.holds.length === 0 && <p class="none">{t('result.noIndicator')}</p>}
        <Items session={session} outputs={[...indicators.holds, ...indicators.open]} item={item} />
        <Rest session={session} outputs={indicators.fails} item={item}>
          {t('result.toWatch', { n: indicators.fails.length })}
        </Rest>
      </section>
      {course.length > 0 && (
        <section class="plain">
          <GroupHeading id="course" title={t('result.course')} />
          <Items session={session} outputs={course} item={item} />
        </section>
      )}
      {silent.length > 0 && (
        <section class="plain">
          <GroupHeading id="silent" title={t('result.silent')}>
            {t('result.silentAside')}
          </GroupHeading>
          <Items session={session} outputs={silent} item={item} />
        </section>
      )}
    </>
  );
}

interface RestProps {
  session: OpenSession;
  outputs: readonly Output[];
  item: string;
  children: string;
}

/** What does not hold is there to be read, one step away. */
function Rest({ session, outputs, item, children }: RestProps) {
  if (outputs.length === 0) return null;
  return (
    <Fold summary={children} open={outputs.some(({ id }) => id === item)}>
      <Items session={session} outputs={outputs} item={item} />
    </Fold>
  );
}
