/** For a projector: large, hidden until revealed, steered from another window; on one screen by its mark, and nothing else. */
import { useMemo, useState } from 'preact/hooks';
import { boardOf } from '../../session/workshop/board.ts';
import { canReveal } from '../../session/workshop/fold-room.ts';
import { goesRound } from '../../session/workshop/turns.ts';
import type { OpenRoom } from '../../session/workshop/workshop.ts';
import { useBrief } from '../context.ts';
import { useHeading } from '../navigation.ts';
import { Mark } from '../parts/mark.tsx';
import { RunHead } from '../parts/run-head.tsx';
import { SetTheClock, WallClock } from './clock/wall-clock.tsx';
import { Code } from './code.tsx';
import { Heat } from './heat.tsx';
import { Sayings } from './sayings.tsx';
import { roomHref, textsOf } from './words.ts';

export function Wall({ room }: { room: OpenRoom }) {
  const app = useBrief();
  const { t, workshop, brief } = app;
  const { state } = room;
  const own = workshop.value;
  /** On one screen only: the mark itself is the way to what steers it. */
  const [steered, setSteered] = useState(false);
  const { texts, lang } = textsOf(app, state.exercise);
  const heading = useHeading(texts.title, `workshop ${state.id} wall`);
  // The round that is on, once it is revealed; until then nothing of what tables said, in an earlier round either.
  const revealed = state.revealed.includes(state.round);
  const board = useMemo(
    () => (own && revealed ? boardOf({ brief, workshop: own }, state, state.round) : undefined),
    [room, revealed],
  );
  const reveals = canReveal(state) && !goesRound(state, own?.passing.value.get(state.id));
  return (
    <div class="wall">
      <header>
        <button
          type="button"
          class="wall-mark"
          aria-label={t('room.steer')}
          aria-expanded={steered}
          onClick={() => setSteered(!steered)}
        >
          <Mark />
        </button>
        <div>
          <h1 tabIndex={-1} ref={heading} lang={lang}>
            {texts.title}
          </h1>
          <p>
            <span class="mark-word">{t('app.hypothetical')}</span>{' '}
            {t('workshop.standing', {
              round: state.round,
              n: state.hands.get(state.round)?.size ?? 0,
              of: state.tables,
            })}
          </p>
        </div>
        {!steered && <WallClock room={room} />}
        {steered && (
          <p class="choices">
            {reveals && (
              <button
                type="button"
                class="button second"
                onClick={() => void own?.add(state.id, { type: 'revealed', round: state.round })}
              >
                {t('workshop.reveal')}
              </button>
            )}
            <a class="button second" href={roomHref('board', state.id)}>
              {t('workshop.backToBoard')}
            </a>
          </p>
        )}
      </header>
      <main id="page" class="page workshop wide" tabIndex={-1}>
        {steered && <SetTheClock room={room} />}
        <RunHead />
        {board ? (
          <>
            <Sayings room={room} board={board} />
            <Heat room={room} board={board} />
          </>
        ) : (
          <section class="wall-join">
            <h2 class="group">{t('workshop.toJoin')}</h2>
            {own && <Code code={own.writeJoin(room, state.round)} label={t('workshop.joinQr')} />}
          </section>
        )}
      </main>
    </div>
  );
}
