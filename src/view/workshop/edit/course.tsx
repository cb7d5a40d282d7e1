/** How the workshop goes: minutes of each step, tables, what tables are asked besides, when they count as agreed. */
import type { Step } from '../../../engine/exercise/exercise.ts';
import { linesOf } from '../../../session/workshop/draft.ts';
import { tablesOf } from '../../../session/workshop/of-exercise.ts';
import { useApp } from '../../context.ts';
import { CheckField, NumberField, TypedField } from './fields.tsx';
import type { SectionProps } from './section.ts';

const MOST_TABLES = 60;
const LONGEST_STEP = 240;

export function Course({ work: { draft, change } }: SectionProps) {
  const { t } = useApp();
  const { exercise } = draft;
  const { minutes, tables } = exercise;
  const total = Object.values(minutes).reduce((sum, one) => sum + Math.max(0, one), 0);
  const named = 'names' in tables;
  return (
    <>
      <section id="tables" tabIndex={-1}>
        <h2 class="group">{t('workshop.atTables')}</h2>
        <div class="taps" role="radiogroup" aria-label={t('workshop.atTables')}>
          {([false, true] as const).map((names) => (
            <label key={String(names)} class="tap">
              <input
                type="radio"
                name="named"
                checked={named === names}
                onChange={() =>
                  change((now) => ({ ...now, tables: names ? { names: [] } : { count: tablesOf(now) || 8 } }))
                }
              />
              <span>{t('edit.tables', { named: names ? 'yes' : 'no' })}</span>
            </label>
          ))}
        </div>
        <div class="fields">
          {named ? (
            <TypedField
              id="table-names"
              label={t('edit.field', { name: 'tableNames' })}
              hint={t('edit.hint', { name: 'tableNames' })}
              lang={exercise.language}
              value={tables.names.join('\n')}
              longest={2600}
              lines={8}
              onType={(text) => change((now) => ({ ...now, tables: { names: linesOf(text) } }))}
            />
          ) : (
            <NumberField
              id="table-count"
              label={t('edit.field', { name: 'tableCount' })}
              value={tables.count}
              least={1}
              most={MOST_TABLES}
              onType={(count) => change((now) => ({ ...now, tables: { count } }))}
            />
          )}
        </div>
      </section>
      <section>
        <h2 class="group">{t('edit.besides')}</h2>
        <CheckField
          on={exercise.prediction}
          label={t('edit.prediction')}
          onTurn={(prediction) => change((now) => ({ ...now, prediction }))}
        />
        <CheckField
          on={exercise.confidence}
          label={t('edit.confidence')}
          onTurn={(confidence) => change((now) => ({ ...now, confidence }))}
        />
        <CheckField
          on={exercise.rulingOut === true}
          label={t('room.asksRulingOut')}
          onTurn={(on) => change(({ rulingOut: _, ...now }) => (on ? { ...now, rulingOut: true } : now))}
        />
        <NumberField
          id="threshold"
          label={t('edit.field', { name: 'threshold' })}
          value={exercise.threshold}
          least={51}
          most={100}
          onType={(threshold) => change((now) => ({ ...now, threshold }))}
        />
      </section>
      <section>
        <h2 class="group">
          {t('workshop.minutes', { n: total })} <small>{t('edit.minutesAre')}</small>
        </h2>
        <div class="minutes-of">
          {Object.entries(minutes).map(([step, value]) => (
            <NumberField
              key={step}
              id={`minutes-${step}`}
              label={t('workshop.stepName', { step })}
              value={value}
              least={0}
              most={LONGEST_STEP}
              onType={(next) =>
                change((now) => ({ ...now, minutes: { ...now.minutes, [step as Step]: next } }))
              }
            />
          ))}
        </div>
      </section>
    </>
  );
}
