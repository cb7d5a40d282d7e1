/** The way back to the trainer's screens, from every screen of a tablet that goes round: reveals nothing, and loses nothing. */
import { useState } from 'preact/hooks';
import type { OpenRoom } from '../../../session/workshop/workshop.ts';
import { useApp } from '../../context.ts';
import { go } from '../../navigation.ts';
import { roomHref } from '../words.ts';

/** Asked once more: the button stands on a tablet that any table may hold. @param begun the table that is not done; '' */
export function WayOut({ room, begun = '' }: { room: OpenRoom; begun?: string }) {
  const { t, workshop } = useApp();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState(false);
  const takeBack = async () => {
    const saved = await workshop.peek()?.takeBack(room);
    if (saved?.kind === 'saved') go(roomHref('collect', room.state.id), 'replace');
    else setProblem(true);
  };
  if (!asking)
    return (
      <p class="choices">
        <button type="button" class="button second" onClick={() => setAsking(true)}>
          {t('pass.back')}
        </button>
      </p>
    );
  return (
    <div class="said" role="alert">
      {begun && <p>{t('pass.notDone', { table: begun })}</p>}
      <p>{t('pass.backIs')}</p>
      <p class="choices">
        <button type="button" class="button second" onClick={() => setAsking(false)}>
          {t('pass.notYet')}
        </button>
        <button type="button" class="button second" onClick={() => void takeBack()}>
          {t('pass.backNow')}
        </button>
      </p>
      {problem && <p class="problem">{t('workshop.notSaved')}</p>}
    </div>
  );
}
