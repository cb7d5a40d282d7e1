/** How the session and its note may be handled: the labels of TLP 2.0, each with what it means. */
import { useId } from 'preact/hooks';
import type { OpenSession } from '../../session/desk.ts';
import { HANDLING_LABELS, type HandlingLabel } from '../../session/journal.ts';
import { useApp } from '../context.ts';
import { announce } from '../parts/live.tsx';
import { Choice } from '../readings/choice.tsx';
import '../parts/options.css';
import './details.css';

export function Handling({ session }: { session: OpenSession }) {
  const { t } = useApp();
  const lead = useId();
  const { handling } = session.state.value.details;
  const choose = (label: HandlingLabel | '') => {
    void session.describe({ handling: label });
    announce(t('details.handlingKept', { label: label || t('details.noLabel') }));
  };
  return (
    <fieldset class="options one" aria-describedby={lead}>
      <legend>{t('details.handling')}</legend>
      <p class="small quiet" id={lead}>
        {t('details.handlingLead')}
      </p>
      <div class="rows">
        <Choice name="handling" chosen={handling === ''} onChoose={() => choose('')}>
          {t('details.noLabel')}
        </Choice>
        {HANDLING_LABELS.map((label) => (
          <Choice
            key={label}
            name="handling"
            chosen={handling === label}
            onChoose={() => choose(label)}
            below={t('details.meaning', { label })}
          >
            {/* A label is never translated. */}
            <span lang="en">{label}</span>
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}
