/** What the shapes and the faces mean, and who can read what is kept here. */
import type { Modality } from '../../engine/pack.ts';
import type { Status } from '../../engine/verdict.ts';
import type { SessionSummary } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { Shape } from '../parts/shape.tsx';

const STATUSES: Status[] = ['holds', 'open', 'fails'];
const MODALITIES: Modality[] = ['should', 'worthwhile', 'may'];

/** A line that cannot be shown says so itself. */
function hasWeak(line: SessionSummary): boolean {
  try {
    return line.strip.some((item) => item.weak);
  } catch {
    return false;
  }
}

/** @param lines the sessions that are shown */
export function Key({ lines }: { lines: readonly SessionSummary[] }) {
  const { pack, t, say, locked } = useBrief();
  const { outputs } = pack;
  const [one] = outputs;
  const weak = lines.some(hasWeak);
  return (
    <div class="key">
      <p>
        {one &&
          STATUSES.map((status) => (
            <span key={status}>
              <Shape status={status} size={12} /> {t('explain.state', { status })}
            </span>
          ))}
        {weak && (
          <span>
            <Shape status="holds" size={12} weak /> {t('home.keyWeak')}
          </span>
        )}
      </p>
      <p class="faces">
        {MODALITIES.map((modality) => (
          <span key={modality}>
            {outputs.filter((output) => output.modality === modality).length}{' '}
            <span class={modality}>{say.modality(modality)}</span>
          </span>
        ))}
      </p>
      <p class="readable">{t('home.whoCanRead', { locked: locked ? 'yes' : 'no' })}</p>
    </div>
  );
}
