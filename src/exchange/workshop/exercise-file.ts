/** An exercise as a file (docs/file-format.md): on every tablet before the workshop, exported and run many times. */
import type { Exercise } from '../../engine/exercise/exercise.ts';
import { readExercise } from '../../engine/exercise/read-exercise.ts';
import type { Pack } from '../../engine/pack.ts';
import type { ReadExerciseFile } from '../../session/workshop/exercise-file.ts';
import { readWorkshopFile, type WrittenBy, writeWorkshopFile } from './workshop-file.ts';

export const EXERCISE_FILE = 'waymark-exercise';

/** Read back before anybody is told that it is there. */
export function writeExerciseFile(by: WrittenBy, exercise: Exercise, pack: Pack): string {
  const text = writeWorkshopFile(EXERCISE_FILE, by, 'exercise', exercise);
  const back = readExerciseFile(new TextEncoder().encode(text), pack);
  if ('problems' in back)
    throw new Error(`the exercise does not read back: ${JSON.stringify(back.problems)}`);
  return text;
}

/** Never throws, whatever the file is. */
export function readExerciseFile(bytes: Uint8Array, pack: Pack): ReadExerciseFile {
  const read = readWorkshopFile(bytes, EXERCISE_FILE, 'exercise');
  if ('problems' in read) return read;
  const judged = readExercise(read.value, pack);
  return 'exercise' in judged
    ? judged
    : { problems: judged.problems.map((problem) => ({ code: 'exercise', ...problem })) };
}
