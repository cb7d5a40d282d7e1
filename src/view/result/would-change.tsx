/** What would give a verdict another state: by which answers, from here and in general, and in figures. */
import type { Output } from '../../engine/pack.ts';
import type { Hinge, Reasoner } from '../../engine/reasoner.ts';
import type { Status } from '../../engine/verdict.ts';
import type { OpenSession } from '../../session/desk.ts';
import { useApp, useBrief } from '../context.ts';
import { Fold } from '../parts/fold.tsx';
import { Shape } from '../parts/shape.tsx';
import { Row } from './row.tsx';
import { WayList, Ways } from './ways.tsx';
import './behind.css';

interface WouldChangeProps {
  session: OpenSession;
  output: Output;
}

/** What ends it or brings it in before what merely opens it. */
const ORDER: readonly Status[] = ['holds', 'fails', 'open'];

export function WouldChange({ session, output }: WouldChangeProps) {
  const { t, explain, reasoner } = useBrief();
  const { status } = session.verdict(output.id);
  if (reasoner.value === undefined)
    return (
      <Row term={t('result.wouldChange')}>
        <p class="quiet">{t('result.changeNotHere')}</p>
      </Row>
    );
  const { items, more } = reasoner.value.hinges(session.situation.value, output.id);
  const turns = ORDER.map((to) => ({ to, ways: items.filter((hinge) => hinge.to === to) }));
  return (
    <Row term={t('result.wouldChange')}>
      {items.length === 0 && <p>{t(more ? 'result.mayBeMore' : 'result.noChange')}</p>}
      {turns
        .filter(({ ways }) => ways.length > 0)
        .map(({ to, ways }) => (
          <div class="turn-to" key={to}>
            <h4 class="label">
              <Shape status={to} size={12} /> {explain.changeLead(output, status, to)}
            </h4>
            <Ways session={session} output={output} ways={ways} />
          </div>
        ))}
      {items.length > 0 && more && <p class="small quiet">{t('result.mayBeMore')}</p>}
      {status !== 'holds' && (
        <InGeneral session={session} output={output} here={items.filter(({ to }) => to === 'holds')} />
      )}
      <Figures session={session} output={output} reasoner={reasoner.value} />
    </Row>
  );
}

/** What it takes with nothing answered, where that is not what it takes from here. */
function InGeneral({ session, output, here }: WouldChangeProps & { here: readonly Hinge[] }) {
  const { t, reasoner } = useBrief();
  const goal = reasoner.value?.goal(session.situation.value, output.id, 'nothing');
  if (goal === undefined || goal.items.length === 0) return null;
  if (JSON.stringify(goal.items) === JSON.stringify(here)) return null;
  return (
    <Fold summary={t('result.inGeneral', { n: goal.items.length })} class="more-ways">
      <WayList session={session} output={output} ways={goal.items} />
      {goal.more && <p class="small quiet">{t('result.mayBeMore')}</p>}
    </Fold>
  );
}

/** Counts, in a place of their own: never a share, and never to be taken for a chance. */
function Figures({ session, output, reasoner }: WouldChangeProps & { reasoner: Reasoner }) {
  const { t, language } = useApp();
  if (output.when.kind === 'undecided' || output.when.kind === 'always') return null;
  const counts = reasoner.counts(session.situation.value, output.id);
  // Once all that plays a part is known there is nothing to count.
  if (counts !== undefined && counts.holds + counts.fails <= 1n) return null;
  const say = (count: bigint) => new Intl.NumberFormat(language.value).format(count);
  return (
    <Fold summary={t('result.figures')} class="more-ways">
      <p class="small">
        {counts === undefined
          ? t('result.figuresTooLarge')
          : t('result.figuresText', { holds: say(counts.holds), fails: say(counts.fails) })}
      </p>
    </Fold>
  );
}
