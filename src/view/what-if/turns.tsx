/** What comes in, what goes and what becomes open by what is tried. */
import type { Status } from '../../engine/verdict.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { factsOf } from '../facts.ts';
import { type Turned, turnedBetween } from '../parts/from-to.tsx';
import { Shape } from '../parts/shape.tsx';

interface TurnsProps {
  session: OpenSession;
  trial: OpenSession;
  /** So many answers are changed. */
  changed: number;
}

const GROUPS = [
  { to: 'holds', title: 'trial.appears' },
  { to: 'fails', title: 'trial.goes' },
  { to: 'open', title: 'trial.opens' },
] as const satisfies readonly { to: Status; title: string }[];

export function Turns({ session, trial, changed }: TurnsProps) {
  const { pack, t } = useBrief();
  const turned = turnedBetween(
    pack.outputs,
    session.evaluation.value.verdicts,
    trial.evaluation.value.verdicts,
  );
  return (
    <aside class="turns" aria-label={t('trial.changes')}>
      <h2 class="group">
        {t('trial.changes')} {changed > 0 && <small>{t('trial.changed', { n: changed })}</small>}
      </h2>
      {changed === 0 && <p class="small quiet">{t('trial.none')}</p>}
      {changed > 0 && turned.length === 0 && <p>{t('trial.same', { n: changed })}</p>}
      {GROUPS.map(({ to, title }) => {
        const here = turned.filter((one) => one.to === to);
        if (here.length === 0) return null;
        return (
          <section key={to}>
            <h3 class="label">{t(title)}</h3>
            <ul class="from-to">
              {here.map((one) => (
                <Turn key={one.output.id} trial={trial} turned={one} />
              ))}
            </ul>
          </section>
        );
      })}
    </aside>
  );
}

function Turn({ trial, turned: { output, from, to } }: { trial: OpenSession; turned: Turned }) {
  const { t, say, explain, words } = useBrief();
  const said = words.value.outputs[output.id];
  return (
    <li>
      <Shape status={from} />
      <span aria-hidden="true">→</span>
      <Shape status={to} />
      <span>
        <span class="brief">{said?.short ?? said?.name ?? output.id}</span>{' '}
        <small>
          {t('explain.fromTo', { from: say.stateWord(output, from), to: say.stateWord(output, to) })}
          <span class="why">{say.sentence(explain.reason(output, factsOf(trial, output.id), 80))}</span>
        </small>
      </span>
    </li>
  );
}
