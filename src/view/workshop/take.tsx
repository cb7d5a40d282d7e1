/** Taking a room over from another device's screen: its codes in any order, then what it would bring, then the word. */
import { useRef, useState } from 'preact/hooks';
import type { RoomEntry } from '../../session/workshop/room.ts';
import type { RoomCodes } from '../../session/workshop/room-file.ts';
import { useApp } from '../context.ts';
import { useHeading } from '../navigation.ts';
import { BackBar } from '../parts/back-bar.tsx';
import { Frame } from '../parts/frame.tsx';
import { announce } from '../parts/live.tsx';
import { href } from '../routes.ts';
import { Camera } from './camera.tsx';
import { RoomPreview } from './room-preview.tsx';
import { sound } from './sound.ts';

type Trouble = Extract<RoomCodes, { kind: 'problem' }>['problem'];

export function Take() {
  const { t, workshop } = useApp();
  const heading = useHeading(t('room.take'), 'workshop take');
  const texts = useRef<string[]>([]);
  const turn = useRef<Promise<void>>(Promise.resolve());
  const [some, setSome] = useState<{ missing: number[]; of: number }>();
  const [problem, setProblem] = useState<Trouble>();
  const [entries, setEntries] = useState<RoomEntry[]>();

  const look = async (text: string): Promise<void> => {
    const own = workshop.peek();
    if (own === undefined || texts.current.includes(text)) return;
    let all = [...texts.current, text];
    let read = await own.readRoomCodes(all);
    // The other device shows its room anew: what was scanned before is of no use.
    if (read.kind === 'problem' && read.problem === 'mixed') {
      all = [text];
      read = await own.readRoomCodes(all);
    }
    if (read.kind === 'problem') {
      sound('refused');
      // Something else before the camera loses nothing; a whole that does not hold is scanned again.
      if (read.problem !== 'notSuchACode') texts.current = [];
      return setProblem(read.problem);
    }
    sound('taken');
    setProblem(undefined);
    texts.current = all;
    if (read.kind === 'some') return setSome({ missing: read.missing, of: read.of });
    setSome(undefined);
    setEntries(read.entries);
    announce(t('room.allThere'));
  };
  const inTurn = (text: string) => {
    turn.current = turn.current.then(() => look(text));
  };
  const again = () => {
    texts.current = [];
    setSome(undefined);
    setEntries(undefined);
  };
  return (
    <Frame bar={<BackBar />}>
      <div class="page workshop">
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {t('room.take')}
        </h1>
        <p class="lead">{t('room.takeIs')}</p>
        {entries === undefined ? (
          <>
            <Camera onText={inTurn} way="file" />
            {problem && (
              <p class="problem" role="alert">
                {t('room.codesProblem', { code: problem })}
              </p>
            )}
            {some && (
              <p class="said" role="status">
                {t('room.someThere', {
                  n: some.of - some.missing.length,
                  of: some.of,
                  missing: some.missing.join(', '),
                })}
              </p>
            )}
            <p>
              {t('room.orFile')}{' '}
              <a class="word" href={href({ name: 'workshop', part: 'start', id: '', item: '' })}>
                {t('handing.openFile')}
              </a>
            </p>
          </>
        ) : (
          <RoomPreview entries={entries} onLeave={again} />
        )}
      </div>
    </Frame>
  );
}
