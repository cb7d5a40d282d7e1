/** A table's own tablet: which table it is, the sheet, one question a screen, and handing in. Kept at every tap. */
import { useRef, useState } from 'preact/hooks';
import { askedNow } from '../../session/workshop/asked-now.ts';
import { MOST_ROUNDS } from '../../session/workshop/of-exercise.ts';
import type { TableWork } from '../../session/workshop/table-work.ts';
import type { Edition } from '../../session/workshop/workshop.ts';
import { useApp } from '../context.ts';
import { Missing } from '../missing.tsx';
import { Asking } from './asking.tsx';
import { HandingIn } from './handing-in.tsx';
import { Reading } from './reading.tsx';
import type { Keeping, StepProps } from './table-step.tsx';
import { WhichTable } from './which-table.tsx';

/** `join-2`: which table joins round two. `3`: what table 3 reads. `3-buyout`: a question. `3-hand-in`. */
export function TableScreen({ edition, item }: { edition: Edition; item: string }) {
  const { workshop } = useApp();
  const joins = /^join-([1-9])$/.exec(item);
  if (joins !== null && Number(joins[1]) <= MOST_ROUNDS)
    return <WhichTable edition={edition} round={Number(joins[1])} />;
  const at = /^(\d{1,2})(?:-([\w-]+))?$/.exec(item);
  const table = Number(at?.[1]);
  const work = workshop.value?.tables.value.find(
    (one) => one.exercise === edition.digest && one.handIn.table === table,
  );
  if (work === undefined) return <Missing what="page" />;
  return <AtTable key={table} edition={edition} work={work} step={at?.[2] ?? ''} />;
}

interface AtTableProps {
  edition: Edition;
  work: TableWork;
  step: string;
}

function AtTable({ edition, work: stored, step }: AtTableProps) {
  const app = useApp();
  const { desk, workshop } = app;
  // What was tapped is shown at once; that it is kept is said once it is.
  const [work, setWork] = useState(stored);
  const [keeping, setKeeping] = useState<Keeping>('saved');
  const latest = useRef(0);
  const keep = async (next: TableWork) => {
    setWork(next);
    setKeeping('saving');
    latest.current += 1;
    const mine = latest.current;
    const saved = await workshop.peek()?.keepTable(next);
    if (mine === latest.current) setKeeping(saved?.kind === 'saved' ? 'saved' : 'refused');
  };
  const asked = askedNow({ desk, exercise: edition.exercise, opened: work.opened }, work.handIn);
  const questions = asked.questions.filter(({ id }) => !asked.idle.includes(id));
  const props: StepProps = { app, edition, work, keep, questions, keeping };
  if (step === '') return <Reading {...props} />;
  if (step === 'hand-in') return <HandingIn {...props} />;
  return questions.some(({ id }) => id === step) ? (
    <Asking key={step} {...props} at={questions.findIndex(({ id }) => id === step)} />
  ) : (
    <Missing what="page" />
  );
}
