/** Handing this device to tables that have not handed in: to one, to some, or to all of them in turn. */
import { useState } from 'preact/hooks';
import { missingTables } from '../../../session/workshop/fold-room.ts';
import { atTurn, turnsIn } from '../../../session/workshop/turns.ts';
import type { OpenRoom } from '../../../session/workshop/workshop.ts';
import { useBrief } from '../../context.ts';
import { go } from '../../navigation.ts';
import { Fold } from '../../parts/fold.tsx';
import { closeToTrainer } from '../for-trainer.tsx';
import { roomHref, tableName } from '../words.ts';

export function OfferPassing({ room: { state } }: { room: OpenRoom }) {
  const app = useBrief();
  const { t, workshop } = app;
  const [left, setLeft] = useState<readonly number[]>([]);
  const [problem, setProblem] = useState(false);
  const missing = missingTables(state);
  const tables = missing.filter((table) => !left.includes(table));
  const begun = atTurn(turnsIn(workshop.value?.tables.value ?? [], state), state, tables);
  const pass = async () => {
    const saved = await workshop.peek()?.pass(state.id, { round: state.round, tables });
    setProblem(saved?.kind !== 'saved');
    if (saved?.kind !== 'saved') return;
    closeToTrainer();
    go(roomHref('pass', state.id));
  };
  if (missing.length === 0) return null;
  return (
    <Fold summary={t('pass.offer')}>
      <p>{t('pass.offerIs')}</p>
      <fieldset class="pass-to">
        <legend class="label">{t('pass.to')}</legend>
        {missing.map((table) => (
          <label key={table} class="none-of-it">
            <input
              type="checkbox"
              checked={!left.includes(table)}
              onChange={(event) =>
                setLeft(event.currentTarget.checked ? left.filter((one) => one !== table) : [...left, table])
              }
            />
            <span>{tableName(app, state.exercise, table)}</span>
          </label>
        ))}
      </fieldset>
      {begun && (
        <p class="small">{t('pass.begun', { table: tableName(app, state.exercise, begun.handIn.table) })}</p>
      )}
      {problem && (
        <p class="problem" role="alert">
          {t('workshop.notSaved')}
        </p>
      )}
      <p class="choices">
        <button
          type="button"
          class="button second"
          disabled={tables.length === 0}
          onClick={() => void pass()}
        >
          {t('pass.begin', { n: tables.length })}
        </button>
      </p>
    </Fold>
  );
}
