/** An exercise as a file, to be on every tablet beforehand. Written and read by exchange/. */
import type { Exercise } from '../../engine/exercise/exercise.ts';
import type { ExerciseFault } from '../../engine/exercise/reading.ts';
import type { HandOnProblem } from '../hand-on/file.ts';

/** `exercise`: something in the exercise itself, by its place. */
export type ExerciseFileProblem = HandOnProblem | { code: 'exercise'; path: string; fault: ExerciseFault };

export type ReadExerciseFile = { exercise: Exercise } | { problems: ExerciseFileProblem[] };
