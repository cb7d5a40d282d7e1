/** A room from elsewhere before it is taken over: what is in it, and what it would do to the one here. */
import { useState } from 'preact/hooks';
import type { RoomEntry } from '../../session/workshop/room.ts';
import { takingOver } from '../../session/workshop/take-over.ts';
import { useBrief } from '../context.ts';
import { sayWhen } from '../dates.ts';
import { go } from '../navigation.ts';
import { roomHref, tablesInWords, textsOf } from './words.ts';

interface RoomPreviewProps {
  entries: RoomEntry[];
  onLeave: () => void;
}

export function RoomPreview({ entries, onLeave }: RoomPreviewProps) {
  const app = useBrief();
  const { t, workshop, language } = app;
  const [refused, setRefused] = useState(false);
  const own = workshop.value;
  if (own === undefined) return null;
  const { id } = takingOver(entries).theirs;
  const here = own.rooms.value.find(({ state }) => state.id === id);
  const { relation, theirs, after, differ } = takingOver(entries, here?.entries);
  const { texts, lang } = textsOf(app, theirs.exercise);
  const when = (time: string) => {
    const { day, time: hour } = sayWhen(time, language.value, new Date());
    return hour ? t('home.dayAndTime', { day, time: hour }) : day;
  };
  const take = async () => {
    const taken = await own.takeOver(entries);
    if ('id' in taken) go(roomHref('collect', taken.id));
    else setRefused(true);
  };
  return (
    <section class="preview">
      <h2 class="group">{t('room.preview')}</h2>
      <p>
        <b lang={lang}>{texts.title}</b> <span class="mark-word">{t('app.hypothetical')}</span>
      </p>
      <p class="small quiet">
        {t('room.previewIs', { opened: when(theirs.opened), changed: when(theirs.changed) })}
      </p>
      <ul class="dashed">
        {[...theirs.hands.keys()]
          .sort((a, b) => a - b)
          .map((round) => (
            <li key={round}>
              {t('workshop.standing', { round, n: theirs.hands.get(round)?.size ?? 0, of: theirs.tables })}
            </li>
          ))}
      </ul>
      <p class="said">
        {t('room.relation', {
          relation,
          round: after.round,
          n: after.hands.get(after.round)?.size ?? 0,
          of: after.tables,
        })}
      </p>
      {differ.map(({ round, tables }) => (
        <p key={round}>{t('room.differ', { round, tables: tablesInWords(app, theirs.exercise, tables) })}</p>
      ))}
      {refused && (
        <p class="problem" role="alert">
          {t('workshop.notSaved')}
        </p>
      )}
      <p class="choices">
        <button type="button" class="button second" onClick={onLeave}>
          {t('room.leaveIt')}
        </button>
        {relation === 'same' && (
          <a class="button first" href={roomHref('collect', id)}>
            {t('room.toRoom')}
          </a>
        )}
        {relation !== 'same' && relation !== 'otherExercise' && (
          <button type="button" class="button first" onClick={() => void take()}>
            {t('room.takeOver')}
          </button>
        )}
      </p>
    </section>
  );
}
