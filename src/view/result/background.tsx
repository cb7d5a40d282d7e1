/** The brief's background, panel by panel: there whatever the answers. */
import type { Output } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { Fold } from '../parts/fold.tsx';
import { GroupHeading } from './advice.tsx';
import { Statements } from './statements.tsx';
import './result.css';

interface BackgroundProps {
  session: OpenSession;
  outputs: readonly Output[];
  /** The output that the address names. */
  item: string;
}

export function Background({ outputs, item }: BackgroundProps) {
  const { t, words } = useBrief();
  if (outputs.length === 0) return null;
  return (
    <section class="plain panels">
      <GroupHeading id="background" title={t('result.background')}>
        {t('result.backgroundAside')}
      </GroupHeading>
      {outputs.map((output) => (
        <Fold
          key={output.id}
          id={`output-${output.id}`}
          class="ruled"
          summary={words.value.outputs[output.id]?.title ?? output.id}
          open={output.id === item}
        >
          <Statements ids={output.source} />
        </Fold>
      ))}
    </section>
  );
}
