/** Below the ledger's heavy rule: what is no advice. Consequences, indicators, and what the brief is silent on. */
import type { OutputKind } from '../../engine/pack.ts';
import type { Status } from '../../engine/verdict.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useBrief } from '../context.ts';
import { Strip } from '../parts/shape.tsx';
import { nameOf } from './change-words.ts';
import './standing.css';

export function Besides({ session }: { session: OpenSession }) {
  const app = useBrief();
  const { pack, say, words, t } = app;
  const statusesOf = (kind: OutputKind) =>
    pack.outputs
      .filter((output) => output.kind === kind)
      .map(({ id }) => ({ output: id, status: session.verdict(id).status }));
  const changed = (kind: OutputKind) =>
    session.changes.value.some(({ output }) =>
      pack.outputs.some((one) => one.id === output && one.kind === kind),
    )
      ? 'changed'
      : undefined;
  const consequences = statusesOf('consequence');
  const indicators = statusesOf('indicator');
  const silences = statusesOf('silence')
    .filter(({ status }) => status === 'holds')
    .map(({ output }) => words.value.outputs[output]?.short ?? nameOf(app, output));
  return (
    <dl class="besides">
      <div class={changed('consequence')}>
        <dt>{t('standing.consequences')}</dt>
        <dd>
          <Strip items={consequences} outputs={pack.outputs} size={8} />
        </dd>
        <dd class="num">{say.tally(consequences.map(({ status }) => status))}</dd>
      </div>
      <div class={changed('indicator')}>
        <dt>{t('standing.indicators')}</dt>
        <dd>
          <Strip items={indicators} outputs={pack.outputs} size={8} />
        </dd>
        <dd class="num">{indicatorTally(indicators.map(({ status }) => status))}</dd>
      </div>
      <div class={`silences ${changed('silence') ?? ''}`}>
        <dt>{t('standing.noAdvice')}</dt>
        <dd>{silences.length > 0 ? say.list(silences) : t('standing.noAdviceYet')}</dd>
      </div>
    </dl>
  );

  /** "2 seen, 3 to find out"; where neither, "9 to watch". */
  function indicatorTally(statuses: Status[]): string {
    const count = (status: Status) => statuses.filter((one) => one === status).length;
    return t('standing.indicatorTally', {
      seen: count('holds'),
      open: count('open'),
      watch: count('fails'),
    });
  }
}
