/** Where sessions are locked: lock now, lock by itself, another passphrase, none any more. */
import { useState } from 'preact/hooks';
import type { Protection } from '../../session/protection.ts';
import { useApp } from '../context.ts';
import { Fold } from '../parts/fold.tsx';
import { announce } from '../parts/live.tsx';
import { ChoosePassphrase, isLongEnough } from '../passphrase/choose.tsx';
import { PassphraseField } from '../passphrase/field.tsx';
import { Choice } from '../readings/choice.tsx';
import '../parts/options.css';

const MINUTES = [0, 2, 5, 15, 60];

export function Locked({ own }: { own: Protection }) {
  const { t } = useApp();
  return (
    <section>
      <h2 class="group">{t('protect.passphrase')}</h2>
      <p>{t('protect.is')}</p>
      <p class="small quiet">{t('protect.notFiles')}</p>
      <p class="choices">
        <button type="button" class="button first" onClick={() => void own.lockNow()}>
          {t('protect.lockNow')}
        </button>
      </p>
      <fieldset class="options one">
        <legend>{t('protect.idle')}</legend>
        <div class="rows">
          {MINUTES.map((n) => (
            <Choice
              key={n}
              name="idle"
              chosen={own.idleMinutes.value === n}
              onChoose={() => own.setIdleMinutes(n)}
            >
              {t('protect.idleAfter', { n })}
            </Choice>
          ))}
        </div>
      </fieldset>
      <Change own={own} />
      <TakeOff own={own} />
    </section>
  );
}

function Change({ own }: { own: Protection }) {
  const { t } = useApp();
  const [old, setOld] = useState('');
  const [next, setNext] = useState('');
  const [state, setState] = useState<'' | 'working' | 'done' | { refused: string }>('');
  const change = async () => {
    setState('working');
    const refused = await own.change(old, next);
    setState(refused === '' ? 'done' : { refused });
    if (refused !== '') return;
    setOld('');
    announce(t('protect.changed'));
  };
  return (
    <Fold class="ruled" summary={t('protect.change')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        <PassphraseField
          t={t}
          id="old-passphrase"
          label={t('protect.old')}
          value={old}
          onType={setOld}
          problem={refusalOf(state, t)}
        />
        <ChoosePassphrase
          t={t}
          id="next-passphrase"
          value={next}
          draw={own.drawPassphrase}
          onChange={setNext}
        />
        {state === 'done' && <p class="said">{t('protect.changed')}</p>}
        <p class="choices">
          <button
            type="submit"
            class="button second"
            disabled={old === '' || !isLongEnough(next) || state === 'working'}
          >
            {t('protect.changeIt')}
          </button>
        </p>
      </form>
    </Fold>
  );
}

function TakeOff({ own }: { own: Protection }) {
  const { t } = useApp();
  const [passphrase, setPassphrase] = useState('');
  const [state, setState] = useState<'' | 'working' | { refused: string }>('');
  const takeOff = async () => {
    setState('working');
    setState({ refused: await own.takeOff(passphrase) });
  };
  return (
    <Fold class="ruled" summary={t('protect.takeOff')}>
      <p>{t('protect.takeOffWhat')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void takeOff();
        }}
      >
        <PassphraseField
          t={t}
          id="last-passphrase"
          value={passphrase}
          onType={setPassphrase}
          problem={refusalOf(state, t)}
        />
        <p class="small quiet" role="status">
          {state === 'working' && t('protect.opening')}
        </p>
        <p class="choices">
          <button type="submit" class="button second" disabled={passphrase === '' || state === 'working'}>
            {t('protect.takeOffIt')}
          </button>
        </p>
      </form>
    </Fold>
  );
}

function refusalOf(
  state: string | { refused: string },
  t: ReturnType<typeof useApp>['t'],
): string | undefined {
  return typeof state === 'string' ? undefined : t('protect.refused', { reason: state.refused });
}
