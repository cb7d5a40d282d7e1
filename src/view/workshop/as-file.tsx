/** What a table hands in, as a file: where no camera sees the code and nobody wants to type. */
import type { HandIn } from '../../session/workshop/hand-in.ts';
import type { Edition } from '../../session/workshop/workshop.ts';
import { useBrief } from '../context.ts';
import { SaveButton } from './save-button.tsx';
import { tableName, textsOf } from './words.ts';

interface AsFileProps {
  edition: Edition;
  handIn: HandIn;
  /** Tag of the table's room; '' where none was named. */
  room: string;
}

export function AsFile({ edition, handIn, room }: AsFileProps) {
  const app = useBrief();
  const { t } = app;
  const table = tableName(app, edition.exercise, handIn.table);
  const round = t('workshop.roundName', { round: handIn.round });
  return (
    <SaveButton
      title={`${table} ${round} ${textsOf(app, edition.exercise).texts.title}`}
      make={(own) => own.writeHandInFile(edition, handIn, room)}
    >
      {t('room.handInAsFile')}
    </SaveButton>
  );
}
