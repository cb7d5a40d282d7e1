/** A room that was given away is marked wherever it is seen, until it is run from here again. */
import { useApp } from '../context.ts';
import { sayTime } from '../dates.ts';
import { announce } from '../parts/live.tsx';

export function GivenAway({ room }: { room: string }) {
  const { t, workshop, language } = useApp();
  const given = workshop.value?.given.value.get(room);
  if (given === undefined) return null;
  const goOn = async () => {
    const saved = await workshop.peek()?.goOnHere(room);
    if (saved?.kind === 'saved') announce(t('room.hereAgain'));
  };
  return (
    <div class="said given">
      <p>{t('room.given', { time: sayTime(new Date(given), language.value) })}</p>
      <p class="choices">
        <button type="button" class="button second" onClick={() => void goOn()}>
          {t('room.goOnHere')}
        </button>
      </p>
    </div>
  );
}
