/** Where several parts of the answers are each enough for a verdict: those that were not given as the reason. */
import type { Output } from '../../engine/pack.ts';
import type { Ground } from '../../engine/verdict.ts';
import type { OpenSession } from '../../session/desk.ts';
import type { Facts } from '../app.ts';
import { useBrief } from '../context.ts';
import { Fold } from '../parts/fold.tsx';
import { Way } from './ways.tsx';
import './behind.css';

interface OtherReasonsProps {
  session: OpenSession;
  output: Output;
  facts: Facts;
}

export function OtherReasons({ session, output, facts }: OtherReasonsProps) {
  const { t, explain, reasoner } = useBrief();
  const found = reasoner.value?.reasons(session.situation.value, output.id);
  if (found === undefined) return null;
  const given = keyOf(facts.grounds);
  const others = found.items.filter((grounds) => keyOf(grounds) !== given);
  if (others.length === 0) return null;
  return (
    <Fold summary={t('result.otherReasons', { n: others.length })} class="more-ways">
      <ul class="grounds">
        {others.map((grounds) => (
          <Way
            key={keyOf(grounds)}
            session={session}
            clauses={explain.clauses(grounds, facts)}
            back={`result/${output.id}`}
            as="sentence"
          />
        ))}
      </ul>
      {found.more && <p class="small quiet">{t('result.moreReasons')}</p>}
    </Fold>
  );
}

/** What a reason rests on, whatever the order; readings go with every reason. */
function keyOf(grounds: readonly Ground[]): string {
  const parts = grounds.flatMap((ground) => (ground.kind === 'reading' ? [] : [JSON.stringify(ground)]));
  return parts.sort().join(' ');
}
