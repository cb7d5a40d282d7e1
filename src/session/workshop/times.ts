/** How long a workshop takes, step by step. */
import type { Exercise } from '../../engine/exercise/exercise.ts';

/** Minutes of all steps, and when each begins. */
export function timesOf({ minutes }: Pick<Exercise, 'minutes'>): {
  steps: { step: string; begins: number; minutes: number }[];
  total: number;
} {
  let total = 0;
  const steps = Object.entries(minutes).flatMap(([step, length]) => {
    const begins = total;
    total += length;
    return length === 0 ? [] : [{ step, begins, minutes: length }];
  });
  return { steps, total };
}
