/** What an exercise is known by: a digest over all of it, so that two with the same are word for word the same. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../../engine/canonical.ts';
import type { Exercise } from '../../engine/exercise/exercise.ts';

/** SHA-256 (hex) of the canonical JSON. */
export function digestOfExercise(exercise: Exercise): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(exercise))));
}
