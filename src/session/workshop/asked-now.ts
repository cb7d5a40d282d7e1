/** What a table is asked as it stands: on its tablet, and where its ballot is entered. */
import type { Judge } from '../../brief/brief.ts';
import type { Exercise } from '../../engine/exercise/exercise.ts';
import type { Question } from '../../engine/pack.ts';
import { situationAt } from './counts.ts';
import type { HandIn } from './hand-in.ts';
import { askedOf, onlyAsked } from './table-work.ts';

interface Asking {
  brief: Judge;
  exercise: Exercise;
  /** News that is open in the round of the hand-in. */
  opened: readonly string[];
}

export interface AskedNow {
  /** In the order of the pack: all that the news leaves open, also those that do not apply. */
  questions: Question[];
  /** Ids of those that do not apply by the table's other answers: whatever is said to them counts nowhere. */
  idle: string[];
  /** What is handed in: nothing of what the table is not asked. */
  handIn: HandIn;
}

export function askedNow({ brief, exercise, opened }: Asking, handIn: HandIn): AskedNow {
  const asked = askedOf(exercise, opened);
  const questions = brief.pack.questions.filter(({ id }) => asked.includes(id));
  const injects = opened.map((inject) => ({ inject, round: handIn.round }));
  const { applies } = brief.engine.evaluate(situationAt({ exercise, injects }, handIn));
  const ids = questions.map(({ id }) => id);
  const idle = ids.filter((id) => applies[id] === 'never');
  return {
    questions,
    idle,
    handIn: onlyAsked(
      handIn,
      ids.filter((id) => !idle.includes(id)),
    ),
  };
}
