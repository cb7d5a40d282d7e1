/** The frame of a room's screens: what is run, how many have handed in, and the ways between collecting and the board. */
import type { ComponentChildren } from 'preact';
import type { OpenRoom } from '../../session/workshop/workshop.ts';
import { useBrief } from '../context.ts';
import { useHeading } from '../navigation.ts';
import { Frame } from '../parts/frame.tsx';
import { GivenAway } from './given.tsx';
import { roomHref, textsOf } from './words.ts';

interface RoomFrameProps {
  room: OpenRoom;
  here: 'collect' | 'board' | 'debrief';
  title: string;
  /** Which screen it is, so that another one takes the focus. */
  screen: string;
  wide?: boolean;
  bar?: ComponentChildren;
  children: ComponentChildren;
}

const STAGES = ['collect', 'board', 'debrief'] as const;

export function RoomFrame({ room, here, title, screen, wide = false, bar, children }: RoomFrameProps) {
  const app = useBrief();
  const { t } = app;
  const { state } = room;
  const { texts, lang } = textsOf(app, state.exercise);
  const heading = useHeading(title, `workshop ${state.id} ${screen}`);
  return (
    <Frame class="workshop-screen" bar={bar}>
      <div class={`page workshop ${wide ? 'wide' : ''}`}>
        <nav class="stages" aria-label={t('workshop.stages')}>
          {STAGES.map((stage) => (
            <a
              key={stage}
              href={roomHref(stage, state.id)}
              aria-current={stage === here ? 'page' : undefined}
            >
              {t('workshop.stage', { stage })}
            </a>
          ))}
        </nav>
        <p class="room-head">
          <b lang={lang}>{texts.title}</b> <span class="mark-word">{t('app.hypothetical')}</span>{' '}
          <small>
            {t('room.tagIs', { tag: room.tag })}{' '}
            {t('workshop.standing', {
              round: state.round,
              n: state.hands.get(state.round)?.size ?? 0,
              of: state.tables,
            })}
          </small>
        </p>
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {state.leftOut > 0 && <p class="small">{t('room.leftOut', { n: state.leftOut })}</p>}
        {screen !== 'give' && <GivenAway room={state.id} />}
        {children}
      </div>
    </Frame>
  );
}
