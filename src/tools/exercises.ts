/** The exercises that come with a pack, from its folder `exercises`: read, completed with the pack's name, checked. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { Exercise } from '../engine/exercise/exercise.ts';
import { readExercise } from '../engine/exercise/read-exercise.ts';
import type { ExerciseFault } from '../engine/exercise/reading.ts';
import type { Pack } from '../engine/pack.ts';

const MEANING: Record<ExerciseFault, string> = {
  missing: 'is missing',
  unknown: 'is not known here',
  malformed: 'is not of its form',
  empty: 'is empty',
  long: 'is too long',
  few: 'has too few, or is too small',
  many: 'has too many, or is too large',
  twice: 'is there already',
  unreadable: 'has characters that nobody sees',
  otherPack: 'is another pack',
  otherVersion: 'is another version of the pack',
  noQuestion: 'is no question of the pack',
  notOpen: 'is not open to the tables there',
  noFit: 'is no answer to the question',
  noText: 'has no words in this language',
  order: 'is not in the order of the pack',
};

/** @param folder of the pack. @returns in the order of their files; problems one an entry, with file and place */
export function readExercises(folder: string, pack: Pack): { exercises: Exercise[]; problems: string[] } {
  const exercises: Exercise[] = [];
  const problems: string[] = [];
  const under = join(folder, 'exercises');
  for (const file of existsSync(under) ? readdirSync(under).sort() : []) {
    if (!file.endsWith('.yaml')) continue;
    const read = readOne(readFileSync(join(under, file), 'utf8'), pack);
    if ('exercise' in read) exercises.push(read.exercise);
    else problems.push(...read.problems.map((problem) => `rules/${pack.id}/exercises/${file}: ${problem}.`));
  }
  const ids = exercises.map(({ id }) => id);
  for (const id of new Set(ids.filter((one, i) => ids.indexOf(one) < i)))
    problems.push(`rules/${pack.id}/exercises: "${id}" is the id of two exercises.`);
  return { exercises, problems };
}

function readOne(text: string, pack: Pack): { exercise: Exercise } | { problems: string[] } {
  const document = parseDocument(text, { version: '1.2', schema: 'core' });
  if (document.errors.length > 0) return { problems: document.errors.map(({ message }) => message) };
  const written: unknown = document.toJS();
  const whole = typeof written === 'object' && written !== null ? written : {};
  const { id, version, hash } = pack;
  const read = readExercise({ ...whole, pack: { id, version, hash } }, pack);
  if ('exercise' in read) return read;
  return { problems: read.problems.map(({ path, fault }) => `${path || 'all of it'} ${MEANING[fault]}`) };
}
