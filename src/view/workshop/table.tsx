/** A table's own tablet: which table it is, the sheet, one question a screen, and handing in. Kept at every tap. */
import { askedNow } from '../../session/workshop/asked-now.ts';
import { MOST_ROUNDS } from '../../session/workshop/of-exercise.ts';
import { isAtTable, type Seat, type TableWork, tableKey } from '../../session/workshop/table-work.ts';
import type { Edition } from '../../session/workshop/workshop.ts';
import { useApp, useBrief } from '../context.ts';
import { Missing } from '../missing.tsx';
import { Asking } from './asking.tsx';
import { HandingIn } from './handing-in.tsx';
import { useKeptWork } from './kept-work.ts';
import { Reading } from './reading.tsx';
import { type StepProps, seatOf, tableHref } from './table-step.tsx';
import { WhichTable } from './which-table.tsx';

/**
 * `join-2`: which table joins round two. `3`: what table 3 reads. `3-buyout`: a question. `3-hand-in`. Before each may
 * stand the room, as in `7K2.3`.
 */
export function TableScreen({ edition, item }: { edition: Edition; item: string }) {
  const { workshop } = useApp();
  const [, room = '', where = ''] = /^(?:(\w{3})\.)?(.*)$/.exec(item) ?? [];
  const joins = /^join-([1-9])$/.exec(where);
  if (joins !== null && Number(joins[1]) <= MOST_ROUNDS)
    return <WhichTable edition={edition} room={room} round={Number(joins[1])} />;
  const at = /^(\d{1,2})(?:-([\w-]+))?$/.exec(where);
  const seat: Seat = { exercise: edition.digest, room, table: Number(at?.[1]) };
  const work = workshop.value?.tables.value.find((one) => isAtTable(one, seat));
  if (work === undefined) return <Missing what="page" />;
  return <AtTable key={tableKey(work)} edition={edition} work={work} step={at?.[2] ?? ''} />;
}

interface AtTableProps {
  edition: Edition;
  work: TableWork;
  step: string;
}

function AtTable({ edition, work: stored, step }: AtTableProps) {
  const app = useBrief();
  const { brief } = app;
  const { work, keep, keeping } = useKeptWork(stored);
  const asked = askedNow({ brief, exercise: edition.exercise, opened: work.opened }, work.handIn);
  const questions = asked.questions.filter(({ id }) => !asked.idle.includes(id));
  const to = (next = '') => tableHref(seatOf(work), next);
  const props: StepProps = { app, edition, work, keep, questions, keeping, to };
  if (step === '') return <Reading {...props} />;
  if (step === 'hand-in') return <HandingIn {...props} />;
  return questions.some(({ id }) => id === step) ? (
    <Asking key={step} {...props} at={questions.findIndex(({ id }) => id === step)} />
  ) : (
    <Missing what="page" />
  );
}
