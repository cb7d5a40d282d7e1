/** Handing a room over to another device: as codes one after the other, or as a file; and then marked as given away. */
import { useEffect, useState } from 'preact/hooks';
import type { OpenRoom } from '../../session/workshop/workshop.ts';
import { useApp, useBrief } from '../context.ts';
import { sayTime } from '../dates.ts';
import { announce } from '../parts/live.tsx';
import { GivenAway } from './given.tsx';
import { InTurn } from './in-turn.tsx';
import { RoomFrame } from './room-frame.tsx';
import { SaveButton } from './save-button.tsx';
import { roomHref, textsOf } from './words.ts';

export function Give({ room }: { room: OpenRoom }) {
  const app = useBrief();
  const { t, workshop } = app;
  const { state, entries } = room;
  const [codes, setCodes] = useState<string[] | 'tooMany'>();
  // What was added since is not in the codes.
  useEffect(() => setCodes(undefined), [entries.length]);
  const show = async () => setCodes((await workshop.peek()?.writeRoomCodes(room)) ?? 'tooMany');
  return (
    <RoomFrame
      room={room}
      here="collect"
      screen="give"
      title={t('room.give')}
      bar={
        <a class="button second" href={roomHref('collect', state.id)}>
          {t('app.back')}
        </a>
      }
    >
      <p class="lead">{t('room.giveIs')}</p>
      <section>
        <h2 class="group">{t('room.byCodes')}</h2>
        <p>{t('room.byCodesIs')}</p>
        {codes === undefined && (
          <p class="choices">
            <button type="button" class="button second" onClick={() => void show()}>
              {t('room.showCodes')}
            </button>
          </p>
        )}
        {codes === 'tooMany' && <p class="said">{t('room.tooMany')}</p>}
        {Array.isArray(codes) && <InTurn codes={codes} />}
      </section>
      <section>
        <h2 class="group">{t('room.byFile')}</h2>
        <p>{t('room.byFileIs')}</p>
        <SaveButton title={textsOf(app, state.exercise).texts.title} make={(own) => own.writeRoom(entries)}>
          {t('room.saveRoom')}
        </SaveButton>
      </section>
      <Mark room={room} />
    </RoomFrame>
  );
}

/** Two devices that both collect is nothing bad, and nothing that anybody wants without knowing it. */
function Mark({ room: { state } }: { room: OpenRoom }) {
  const { t, workshop, language } = useApp();
  const given = workshop.value?.given.value.get(state.id);
  const mark = async () => {
    const saved = await workshop.peek()?.giveAway(state.id);
    if (saved?.kind === 'saved') announce(t('room.given', { time: sayTime(new Date(), language.value) }));
  };
  return (
    <section>
      <h2 class="group">{t('room.mark')}</h2>
      {given ? (
        <GivenAway room={state.id} />
      ) : (
        <>
          <p>{t('room.markIs')}</p>
          <p class="choices">
            <button type="button" class="button first" onClick={() => void mark()}>
              {t('room.markNow')}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
