/** Tables that this tablet sat at: the way back to each, and off the device with what is not needed any more. */
import { tableKey } from '../../session/workshop/table-work.ts';
import { useBrief } from '../context.ts';
import { RemoveTable } from './remove.tsx';
import { seatOf, tableHref } from './table-step.tsx';
import { tableName, textsOf } from './words.ts';

export function TablesHere() {
  const app = useBrief();
  const { t, workshop } = app;
  const own = workshop.value;
  // With one tablet for all, what a table said is nobody's to see until it is revealed.
  const tables = (own?.tables.value ?? []).filter(({ turn }) => turn === undefined);
  if (own === undefined || tables.length === 0) return null;
  return (
    <section>
      <h2 class="group">{t('room.tablesHere')}</h2>
      <ul class="ruled">
        {tables.map((work) => {
          const edition = own.editions.value.find(({ digest }) => digest === work.exercise);
          if (edition === undefined) return null;
          const { table, round, answers } = work.handIn;
          const { texts, lang } = textsOf(app, edition.exercise);
          return (
            <li key={tableKey(work)} class="table-here">
              <a class="row-link" href={tableHref(seatOf(work))}>
                <b>{tableName(app, edition.exercise, table)}</b>
                <small>
                  <span lang={lang}>{texts.title}</span>
                  {t('explain.semicolon')}
                  {work.room && `${t('room.tag', { tag: work.room })}${t('explain.semicolon')}`}
                  {t('room.tableHereIs', { round, n: Object.keys(answers).length })}
                </small>
              </a>
              <RemoveTable edition={edition} work={work} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
