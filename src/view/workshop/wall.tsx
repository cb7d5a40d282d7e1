/** For a projector: large, without controls, steered from another window of this device. Hidden until it is revealed. */
import { useMemo } from 'preact/hooks';
import { boardOf, lastRound } from '../../session/workshop/board.ts';
import type { OpenRoom } from '../../session/workshop/workshop.ts';
import { useApp } from '../context.ts';
import { useHeading } from '../navigation.ts';
import { Mark } from '../parts/mark.tsx';
import { RunHead } from '../parts/run-head.tsx';
import { Code } from './code.tsx';
import { Heat } from './heat.tsx';
import { Sayings } from './sayings.tsx';
import { textsOf } from './words.ts';

export function Wall({ room }: { room: OpenRoom }) {
  const app = useApp();
  const { t, workshop, desk } = app;
  const { state, edition } = room;
  const own = workshop.value;
  const { texts, lang } = textsOf(app, state.exercise);
  const heading = useHeading(texts.title, `workshop ${state.id} wall`);
  const last = lastRound(state);
  // The round that is on, once it is revealed; until then nothing of what tables said.
  const shown = state.revealed.includes(state.round) ? last : 0;
  const board = useMemo(
    () => (own && shown > 0 ? boardOf({ desk, workshop: own }, state, shown) : undefined),
    [room, shown],
  );
  return (
    <div class="wall">
      <header>
        <Mark />
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
      </header>
      <main id="page" class="page workshop wide" tabIndex={-1}>
        <RunHead />
        {board ? (
          <>
            <Sayings room={room} board={board} />
            <Heat room={room} board={board} />
          </>
        ) : (
          <section class="wall-join">
            <h2 class="group">{t('workshop.toJoin')}</h2>
            {own && <Code code={own.writeJoin(edition, state.round)} label={t('workshop.joinQr')} />}
          </section>
        )}
      </main>
    </div>
  );
}
