/** Any file that was handed on, read: the one way in. Never throws, whatever the file is. */
import type { HandOnProblem, KnownPack, ReadHandOn } from '../session/hand-on/file.ts';
import { readBackupFile } from './backup-file.ts';
import { LARGEST, parseHostile } from './hostile.ts';
import { parseLocked, saysLocked } from './locked-file.ts';
import { formatOf, SESSION_FORMAT } from './sealed.ts';
import { readSessionFile } from './session-file.ts';

/** @param known the pack of this Waymark. */
export function readHandOn(bytes: Uint8Array, known: KnownPack): ReadHandOn {
  if (bytes.length > LARGEST) return refused({ code: 'tooLarge' });
  if (saysLocked(bytes)) {
    const read = parseLocked(bytes);
    return 'problem' in read ? refused(read.problem) : { kind: 'locked', locked: read.locked };
  }
  const parsed = parseHostile(bytes);
  if ('problem' in parsed) return refused(parsed.problem);
  const found = formatOf(parsed.value);
  if ('problem' in found) return refused(found.problem);
  return found.format === SESSION_FORMAT
    ? readSessionFile(found.file, known)
    : readBackupFile(found.file, known);
}

function refused(problem: HandOnProblem): ReadHandOn {
  return { kind: 'refused', problems: [problem] };
}
