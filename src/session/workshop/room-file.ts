/** A room as a file that opens again, here or on the device that takes the room over. Written and read by exchange/. */
import type { CodeProblem } from '../hand-on/answers.ts';
import type { ExerciseFileProblem } from './exercise-file.ts';
import type { RoomEntry } from './room.ts';

/**
 * `entry`: one of its entries, by its place from 1. `altered` and `broken`: as of other files. `noOpening`: it does
 * not begin. `twoExercises`: parts of different exercises.
 */
export type RoomFileProblem =
  | ExerciseFileProblem
  | { code: 'room'; fault: 'noOpening' | 'twoExercises' | 'malformed' }
  | { code: 'entry'; place: number; fault: 'malformed' | 'altered' | 'noFit' | 'twice' };

export type ReadRoom = { entries: RoomEntry[] } | { problems: RoomFileProblem[] };

/**
 * What codes of a room that were scanned come to. `some`: numbers of those that are not there yet. `mixed`: codes of
 * different rooms, or of the same one at different moments. `noExercise`: it is not on this device.
 */
export type RoomCodes =
  | { kind: 'some'; missing: number[]; of: number }
  | { kind: 'whole'; entries: RoomEntry[] }
  | { kind: 'problem'; problem: CodeProblem | 'mixed' | 'noExercise' | 'oldBrowser' };
