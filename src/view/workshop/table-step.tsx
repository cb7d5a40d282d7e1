/** What the steps at a table share: whose work it is, how it is kept, where it is. */
import type { Question } from '../../engine/pack.ts';
import type { SaveResult } from '../../session/store.ts';
import type { Seat, TableWork } from '../../session/workshop/table-work.ts';
import type { Edition } from '../../session/workshop/workshop.ts';
import type { App, InBrief } from '../app.ts';
import { href } from '../routes.ts';
import { tableName, textsOf } from './words.ts';

export type Keeping = 'saved' | 'window' | 'saving' | 'refused';

export function keptAs(result: SaveResult): Keeping {
  if (result.kind !== 'saved') return 'refused';
  return result.once === 'window' ? 'window' : 'saved';
}

export interface StepProps {
  app: InBrief;
  edition: Edition;
  work: TableWork;
  keep: (next: TableWork) => Promise<void>;
  /** Those that the table is asked now, in order. */
  questions: Question[];
  keeping: Keeping;
  /** The address of a step: a question, `hand-in`, or '' for the sheet. */
  to: (step?: string) => string;
}

export function Head({ app, edition, work, keeping }: StepProps) {
  const { t } = app;
  const { texts, lang } = textsOf(app, edition.exercise);
  return (
    <p class="room-head">
      <b>{tableName(app, edition.exercise, work.handIn.table)}</b> <span lang={lang}>{texts.title}</span>{' '}
      <span class="mark-word">{t('app.hypothetical')}</span>{' '}
      <small>
        {roundIn(app, work.handIn.round, work.room)}
        {t('explain.semicolon')}
        {t('workshop.keeping', { state: keeping })}
      </small>
    </p>
  );
}

/** Which round it is, and of which room where that is known. */
export function roundIn({ t }: Pick<App, 't'>, round: number, room = ''): string {
  return room === '' ? t('workshop.roundName', { round }) : t('room.tagAndRound', { tag: room, round });
}

/** `step`: a question, `hand-in`, or '' for the sheet. */
export function tableHref({ exercise, room = '', table }: SeatOf, step = ''): string {
  return atTables(exercise, room, step === '' ? String(table) : `${table}-${step}`);
}

/** Where a tablet says which table it is. */
export function joinHref({ exercise, room = '', round }: Omit<SeatOf, 'table'> & { round: number }): string {
  return atTables(exercise, room, `join-${round}`);
}

export function seatOf({ exercise, room = '', handIn: { table } }: TableWork): Seat {
  return { exercise, room, table };
}

type SeatOf = Omit<Seat, 'room'> & { room?: string };

function atTables(id: string, room: string, at: string): string {
  return href({ name: 'workshop', part: 'table', id, item: room === '' ? at : `${room}.${at}` });
}
