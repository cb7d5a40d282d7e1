/** A table's turn with the one tablet: the sheet, one question a screen, and handing on. */
import { askedNow } from '../../../session/workshop/asked-now.ts';
import type { TableWork } from '../../../session/workshop/table-work.ts';
import type { OpenRoom } from '../../../session/workshop/workshop.ts';
import { useBrief } from '../../context.ts';
import { go, useHeading } from '../../navigation.ts';
import { Fold } from '../../parts/fold.tsx';
import { Frame } from '../../parts/frame.tsx';
import { Asking } from '../asking.tsx';
import { HandedList } from '../handed-list.tsx';
import { useKeptWork } from '../kept-work.ts';
import { Reading } from '../reading.tsx';
import { Head, type StepProps } from '../table-step.tsx';
import { roomHref, tableName } from '../words.ts';
import { WayOut } from './way-out.tsx';

interface TurnProps {
  room: OpenRoom;
  work: TableWork;
  /** '' for the sheet. */
  step: string;
}

export function Turn({ room, work: stored, step }: TurnProps) {
  const app = useBrief();
  const { brief, t } = app;
  const { edition, state } = room;
  const { work, keep, keeping } = useKeptWork(stored);
  const asked = askedNow({ brief, exercise: edition.exercise, opened: work.opened }, work.handIn);
  const questions = asked.questions.filter(({ id }) => !asked.idle.includes(id));
  const { table } = work.handIn;
  const to = (next = '') => roomHref('pass', state.id, next === '' ? String(table) : `${table}-${next}`);
  const props: StepProps = { app, edition, work, keep, keeping, questions, to };
  if (step === 'hand-in') return <HandOn {...props} room={room} handIn={asked.handIn} />;
  const at = questions.findIndex(({ id }) => id === step);
  if (at !== -1) return <Asking key={step} {...props} at={at} />;
  return (
    <Reading {...props}>
      <Fold summary={t('pass.trainer')}>
        <WayOut room={room} begun={tableName(app, state.exercise, table)} />
      </Fold>
    </Reading>
  );
}

/** Once more what was answered; after the tap nothing of it is shown again. */
function HandOn(props: StepProps & { room: OpenRoom; handIn: TableWork['handIn'] }) {
  const { app, work, keep, questions, to, room } = props;
  const { t } = app;
  const { table } = work.handIn;
  const heading = useHeading(t('pass.check'), `workshop ${room.state.id} hand on ${table}`);
  const done = async () => {
    await keep({ ...work, turn: { room: room.state.id, done: true } });
    go(roomHref('pass', room.state.id), 'replace');
  };
  return (
    <Frame
      bar={
        <>
          <a class="button second" href={to(questions.at(-1)?.id)}>
            {t('app.back')}
          </a>
          <span class="room" />
          <button type="button" class="button first" onClick={() => void done()}>
            {t('pass.handOn')}
          </button>
        </>
      }
    >
      <div class="page workshop">
        <Head {...props} />
        <h1 class="sans" tabIndex={-1} ref={heading}>
          {t('pass.check')}
        </h1>
        <p class="lead">{t('pass.checkIs')}</p>
        <HandedList {...props} />
      </div>
    </Frame>
  );
}
