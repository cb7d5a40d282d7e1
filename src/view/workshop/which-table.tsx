/** Joining: which table the tablet is at. What was answered there before in this room is still there. */
import { useRef, useState } from 'preact/hooks';
import { mostTables } from '../../session/workshop/judge-hand-in.ts';
import { isAtTable, joinTable } from '../../session/workshop/table-work.ts';
import type { Edition } from '../../session/workshop/workshop.ts';
import { useBrief } from '../context.ts';
import { go, useHeading } from '../navigation.ts';
import { BackBar } from '../parts/back-bar.tsx';
import { Frame } from '../parts/frame.tsx';
import { closeToTrainer } from './for-trainer.tsx';
import { roundIn, tableHref } from './table-step.tsx';
import { textsOf } from './words.ts';

interface WhichTableProps {
  edition: Edition;
  /** Its tag; '' where the code named none. */
  room: string;
  round: number;
}

export function WhichTable({ edition, room, round }: WhichTableProps) {
  const app = useBrief();
  const { t, workshop } = app;
  const { exercise, digest } = edition;
  const { texts, lang } = textsOf(app, exercise);
  const heading = useHeading(t('workshop.whichTable'), `workshop join ${digest} ${room} ${round}`);
  const [problem, setProblem] = useState('');
  const most = mostTables(exercise);
  const sit = async (table: number) => {
    const own = workshop.peek();
    if (!Number.isSafeInteger(table) || table < 1 || table > most)
      return setProblem(t('workshop.noTable', { most }));
    const seat = { exercise: digest, room, table };
    const before = own?.tables.peek().find((one) => isAtTable(one, seat));
    const saved = await own?.keepTable(joinTable(seat, round, before));
    // It is a table's tablet from here on.
    closeToTrainer();
    if (saved?.kind === 'saved') go(tableHref(seat), 'replace');
    else setProblem(t('workshop.notSaved'));
  };
  const field = useRef<HTMLInputElement>(null);
  return (
    <Frame bar={<BackBar />}>
      <div class="page workshop">
        <p class="room-head">
          <b lang={lang}>{texts.title}</b> <span class="mark-word">{t('app.hypothetical')}</span>{' '}
          <small>{roundIn(app, round, room)}</small>
        </p>
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {t('workshop.whichTable')}
        </h1>
        <p class="lead">{t('workshop.whichTableIs')}</p>
        {problem && (
          <p class="problem" id="table-problem" role="alert">
            {problem}
          </p>
        )}
        {'names' in exercise.tables ? (
          <ul class="ruled">
            {exercise.tables.names.map((name, i) => (
              <li key={name}>
                <button type="button" class="word" onClick={() => void sit(i + 1)}>
                  {name}
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <form
            class="code-form"
            onSubmit={(event) => {
              event.preventDefault();
              void sit(Number(field.current?.value));
            }}
          >
            <label class="field">
              <span>{t('workshop.tableNumber')}</span>
              <input
                class="input"
                type="number"
                min={1}
                max={most}
                ref={field}
                aria-invalid={problem !== ''}
                {...(problem ? { 'aria-describedby': 'table-problem' } : {})}
              />
            </label>
            <button type="submit" class="button first">
              {t('workshop.sit')}
            </button>
          </form>
        )}
      </div>
    </Frame>
  );
}
