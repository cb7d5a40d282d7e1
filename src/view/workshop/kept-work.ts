/** What a table works on, while it is being worked on. */
import { useRef, useState } from 'preact/hooks';
import type { TableWork } from '../../session/workshop/table-work.ts';
import { useApp } from '../context.ts';
import { type Keeping, keptAs, type StepProps } from './table-step.tsx';

/** What was tapped is shown at once; that it is kept is said once it is. */
export function useKeptWork(stored: TableWork): Pick<StepProps, 'work' | 'keep' | 'keeping'> {
  const { workshop, storage } = useApp();
  const [work, setWork] = useState(stored);
  const [keeping, setKeeping] = useState<Keeping>(storage.peek() === 'works' ? 'saved' : 'window');
  const latest = useRef(0);
  const keep = async (next: TableWork) => {
    setWork(next);
    setKeeping('saving');
    latest.current += 1;
    const mine = latest.current;
    const saved = await workshop.peek()?.keepTable(next);
    if (mine === latest.current) setKeeping(saved === undefined ? 'refused' : keptAs(saved));
  };
  return { work, keep, keeping };
}
