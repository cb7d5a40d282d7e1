/** The way into passing one tablet round, and out of it again. */
import type { OpenRoom } from '../../../session/workshop/workshop.ts';
import { useApp } from '../../context.ts';
import { go } from '../../navigation.ts';
import { Fold } from '../../parts/fold.tsx';
import { roomHref } from '../words.ts';

export function OfferPassing({ room: { state } }: { room: OpenRoom }) {
  const { t, workshop } = useApp();
  const revealed = state.revealed.includes(state.round);
  const pass = async (on: boolean) => {
    const saved = await workshop.peek()?.add(state.id, { type: 'passing', on });
    if (on && saved?.kind === 'saved') go(roomHref('pass', state.id));
  };
  if (revealed && !state.passing) return null;
  return (
    <Fold summary={t('pass.offer')}>
      <p>{state.passing ? t('pass.revealed', { round: state.round }) : t('pass.offerIs')}</p>
      <p class="choices">
        <button type="button" class="button second" onClick={() => void pass(!state.passing)}>
          {t(state.passing ? 'pass.end' : 'pass.begin')}
        </button>
      </p>
    </Fold>
  );
}
