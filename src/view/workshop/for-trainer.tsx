/**
 * What is for the trainer alone: words that open news, hopes, what answers can turn. Every tablet has it, since every
 * tablet has the exercise; none of it is on the screen before somebody says to run the workshop.
 */
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { goesRound } from '../../session/workshop/turns.ts';
import type { Edition, OpenRoom, Workshop } from '../../session/workshop/workshop.ts';
import { useApp, useBrief } from '../context.ts';
import { useHeading } from '../navigation.ts';
import { BackBar } from '../parts/back-bar.tsx';
import { Frame } from '../parts/frame.tsx';
import { RunHead } from '../parts/run-head.tsx';
import { href } from '../routes.ts';
import { roomHref, textsOf } from './words.ts';

/** Digests of the exercises that are run on this visit: asked again once the page is loaded anew. */
const run = signal<readonly string[]>([]);

/** Somebody said so, or has just written it. */
export function openToTrainer(digest: string): void {
  run.value = [...run.value, digest];
}

/** The tablet goes to a table. */
export function closeToTrainer(): void {
  run.value = [];
}

/** The room whose tables this device goes round, if there is one. */
export function onItsRound({ rooms, passing }: Workshop): OpenRoom | undefined {
  return rooms.value.find(({ state }) => goesRound(state, passing.value.get(state.id)) !== undefined);
}

export function ForTrainer({ edition, children }: { edition: Edition; children: ComponentChildren }) {
  const { workshop } = useApp();
  const pressed = useRef(false);
  const open = run.value.includes(edition.digest);
  // The button that was pressed is gone.
  useLayoutEffect(() => {
    if (open && pressed.current) document.querySelector<HTMLElement>('h1')?.focus();
  }, [open]);
  if (workshop.value && onItsRound(workshop.value)) return <OnItsRound />;
  if (open) return children;
  const say = () => {
    pressed.current = true;
    openToTrainer(edition.digest);
  };
  return <WhoRunsIt edition={edition} onSay={say} />;
}

function WhoRunsIt({ edition, onSay }: { edition: Edition; onSay: () => void }) {
  const app = useBrief();
  const { t } = app;
  const { texts, lang } = textsOf(app, edition.exercise);
  const heading = useHeading(texts.title, `workshop who runs ${edition.digest}`);
  return (
    <Frame
      class="workshop-screen"
      bar={
        <>
          <BackBar />
          <span class="room" />
          <button type="button" class="button first" onClick={onSay}>
            {t('workshop.iRunIt')}
          </button>
        </>
      }
    >
      <div class="page workshop">
        <RunHead />
        <h1 tabIndex={-1} ref={heading} lang={lang}>
          {texts.title}
        </h1>
        <p>
          <span class="mark-word">{t('app.hypothetical')}</span>
        </p>
        <p class="lead" lang={lang}>
          {texts.objective}
        </p>
        <section>
          <h2 class="group">{t('workshop.forTrainer')}</h2>
          <p>{t('workshop.trainersOnly')}</p>
        </section>
        <section>
          <h2 class="group">{t('workshop.forTable')}</h2>
          <p>{t('workshop.atTable')}</p>
          <p class="choices">
            <a class="button second" href={href({ name: 'workshop', part: 'start', id: '', item: '' })}>
              {t('workshop.toJoining')}
            </a>
          </p>
        </section>
      </div>
    </Frame>
  );
}

/** In the place of the trainer's pages while the tablet is with the tables. */
export function OnItsRound() {
  const { t, workshop } = useApp();
  const heading = useHeading(t('pass.away'), 'workshop away');
  const room = workshop.value && onItsRound(workshop.value);
  return (
    <Frame bar={<BackBar />}>
      <div class="page workshop">
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {t('pass.away')}
        </h1>
        <p class="lead">{t('pass.awayIs')}</p>
        {room && (
          <p>
            <a class="word" href={roomHref('pass', room.state.id)}>
              {t('pass.toRound')}
            </a>
          </p>
        )}
      </div>
    </Frame>
  );
}
