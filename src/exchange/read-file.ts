/** Any file that was handed on, read: the one way in. Never throws, whatever the file is. */
import type { FileSession, HandOnProblem, KnownPack, ReadHandOn } from '../session/hand-on/file.ts';
import { readBackupFile } from './backup-file.ts';
import { LARGEST, parseInParts } from './hostile.ts';
import { parseLocked, saysLocked } from './locked-file.ts';
import { formatOf, SESSION_FORMAT } from './sealed.ts';
import { readSessionFile } from './session-file.ts';

/**
 * @param known the pack of this Waymark.
 * @param shows whether a session that is whole can be shown here, too: all of a file is judged before any of it is taken
 */
export function readHandOn(
  bytes: Uint8Array,
  known: KnownPack,
  shows: (session: FileSession) => boolean = () => true,
): ReadHandOn {
  if (bytes.length > LARGEST) return refused({ code: 'tooLarge' });
  if (saysLocked(bytes)) {
    const read = parseLocked(bytes);
    return 'problem' in read ? refused(read.problem) : { kind: 'locked', locked: read.locked };
  }
  const parsed = parseInParts(bytes);
  if ('problem' in parsed) return refused(parsed.problem);
  const found = formatOf(parsed.value);
  if ('problem' in found) return refused(found.problem);
  const { badName } = parsed;
  if (found.format !== SESSION_FORMAT)
    return readBackupFile(found.file, known, { shows, named: badName !== undefined });
  if (badName !== undefined) return refused({ code: 'badName', name: badName });
  const read = readSessionFile(found.file, known);
  if (read.kind !== 'session' || shows(read.file.session)) return read;
  return refused({ code: 'session', place: 1, fault: 'unshown' });
}

function refused(problem: HandOnProblem): ReadHandOn {
  return { kind: 'refused', problems: [problem] };
}
