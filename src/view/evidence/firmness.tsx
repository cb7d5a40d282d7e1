/** Under the bottom line: which answers are weak, what hangs on them, and a look at the result without them. */
import type { Pack } from '../../engine/pack.ts';
import type { OpenSession } from '../../session/desk.ts';
import { stripOrder } from '../../session/desk.ts';
import type { WeakLevel, Weakness } from '../../session/evidence.ts';
import { useBrief } from '../context.ts';
import { FromTo } from '../parts/from-to.tsx';
import { announce } from '../parts/live.tsx';
import './evidence.css';
import { Picks } from './picks.tsx';

const WEAKNESSES: readonly Weakness[] = ['unchecked', 'assumption', 'low', 'moderate'];

interface FirmnessProps {
  session: OpenSession;
  /** Without which answers the result is shown; '' with all. */
  level: WeakLevel | '';
  onLevel: (level: WeakLevel | '') => void;
}

export function Firmness({ session, level, onLevel }: FirmnessProps) {
  const { t, explain } = useBrief();
  const low = session.weak('low').size;
  const all = session.weak('moderate').size;
  if (all === 0) {
    const rated = Object.values(session.state.value.evidence).some(
      (one) => one.confidence !== '' || one.basis !== '',
    );
    return rated ? <p class="small quiet firmness">{t('evidence.noneWeak')}</p> : null;
  }
  const told: WeakLevel = level || (low > 0 ? 'low' : 'moderate');
  const weak = session.weak(told);
  const groups = WEAKNESSES.flatMap((weakness) => {
    const ids = [...weak].filter(([, found]) => found === weakness).map(([id]) => id);
    return ids.length === 0
      ? []
      : [
          t('evidence.weakGroup', {
            weakness,
            n: ids.length,
            numbers: explain.numbers(inOrder(session, ids)),
          }),
        ];
  });
  const levels = [
    '',
    ...(low > 0 ? (['low'] as const) : []),
    ...(all > low ? (['moderate'] as const) : []),
  ] as const;
  const choose = (next: WeakLevel | '') => {
    onLevel(next);
    announce(t('evidence.shown', { level: next }));
  };
  return (
    <div class="firmness">
      <h2 class="label">{t('evidence.firmTitle')}</h2>
      <p>{t('evidence.weakAnswers', { n: weak.size, groups: groups.join(t('explain.semicolon')) })}</p>
      <WouldDiffer session={session} level={told} n={weak.size} />
      <Picks
        legend={t('evidence.switch')}
        values={levels}
        chosen={level}
        name={(one) => t('evidence.level', { level: one })}
        onChoose={choose}
      />
    </div>
  );
}

function WouldDiffer({ session, level, n }: { session: OpenSession; level: WeakLevel; n: number }) {
  const { pack, t } = useBrief();
  const after = session.evaluationWithout(level).verdicts;
  const differing = advised(pack).flatMap((output) => {
    const from = session.verdict(output.id).status;
    const to = after[output.id]?.status ?? from;
    return from === to ? [] : [{ output, from, to }];
  });
  if (differing.length === 0) return <p>{t('evidence.same', { n })}</p>;
  return (
    <>
      <p>{t('evidence.changes', { n })}</p>
      <FromTo turned={differing} />
    </>
  );
}

function advised(pack: Pack) {
  return stripOrder(pack).flatMap((id) => pack.outputs.find((output) => output.id === id) ?? []);
}

function inOrder(session: OpenSession, ids: readonly string[]): string[] {
  return session.progress.value.map(({ question }) => question.id).filter((id) => ids.includes(id));
}

/** Over a result that is shown without some answers: what is seen, and the way back. */
export function WithoutBanner({
  session,
  level,
  onBack,
}: {
  session: OpenSession;
  level: WeakLevel;
  onBack: () => void;
}) {
  const { t, explain } = useBrief();
  const ids = inOrder(session, [...session.weak(level).keys()]);
  return (
    <p class="without-banner">
      <span>{t('evidence.banner', { n: ids.length, numbers: explain.numbers(ids) })}</span>
      <button type="button" class="word" onClick={onBack}>
        {t('evidence.showAll')}
      </button>
    </p>
  );
}
