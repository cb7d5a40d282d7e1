/** The clock as it hangs on the wall, and what sets it. */
import { useState } from 'preact/hooks';
import { timesOf } from '../../../session/workshop/times.ts';
import type { OpenRoom } from '../../../session/workshop/workshop.ts';
import { useApp } from '../../context.ts';
import { Fold } from '../../parts/fold.tsx';
import { face, goneOn, held, leftOf, longer, MINUTE } from './clock.ts';
import { type SetClock, useClock } from './use-clock.ts';

/** Nothing where none is set. By itself, so that its seconds draw nothing else anew. */
export function WallClock({ room }: { room: OpenRoom }) {
  return <Face {...useClock(room.state.id)} />;
}

function Face({ clock, now }: SetClock) {
  const { t } = useApp();
  if (clock === undefined) return null;
  const left = leftOf(clock, now);
  return (
    <p class={left <= 0 ? 'wall-clock is-over' : 'wall-clock'} role="timer">
      <b class="num">{face(left)}</b>{' '}
      <span>
        {left <= 0
          ? t('clock.over', { step: t('workshop.stepName', { step: clock.step }) })
          : t('workshop.stepName', { step: clock.step })}
      </span>
    </p>
  );
}

/** For whoever steers: a step with its minutes, then longer, held, taken away. */
export function SetTheClock({ room }: { room: OpenRoom }) {
  const { t } = useApp();
  const own = useClock(room.state.id);
  const { steps } = timesOf(room.state.exercise);
  const { clock, set } = own;
  const [step, setStep] = useState(clock?.step ?? 'roundOne');
  const chosen = steps.find((one) => one.step === step) ?? steps[0];
  const now = () => Date.now();
  return (
    <div class="set-clock">
      <Face {...own} />
      <p class="choices">
        <label class="field">
          <span>{t('workshop.step')}</span>
          <select class="input" value={chosen?.step} onChange={(event) => setStep(event.currentTarget.value)}>
            {steps.map((one) => (
              <option key={one.step} value={one.step}>
                {t('clock.stepFor', { step: t('workshop.stepName', { step: one.step }), n: one.minutes })}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          class="button second"
          disabled={chosen === undefined}
          onClick={() => chosen && set({ step: chosen.step, ends: now() + chosen.minutes * MINUTE })}
        >
          {t('clock.start')}
        </button>
      </p>
      {clock && (
        <p class="choices">
          <button type="button" class="button second" onClick={() => set(longer(clock, now()))}>
            {t('clock.longer')}
          </button>
          <button
            type="button"
            class="button second"
            onClick={() => set('ends' in clock ? held(clock, now()) : goneOn(clock, now()))}
          >
            {t('clock.hold', { runs: 'ends' in clock ? 'yes' : 'no' })}
          </button>
          <button type="button" class="word" onClick={() => set(undefined)}>
            {t('clock.takeAway')}
          </button>
        </p>
      )}
    </div>
  );
}

/** The same, folded, on the trainer's own screens. */
export function ClockFold({ room }: { room: OpenRoom }) {
  const { t } = useApp();
  return (
    <Fold summary={t('clock.title')}>
      <SetTheClock room={room} />
    </Fold>
  );
}
