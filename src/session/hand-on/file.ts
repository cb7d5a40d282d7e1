/** What Waymark hands on as a file: one session, or everything. Written and read by exchange/. */
import type { Pack } from '../../engine/pack.ts';
import type { Situation } from '../../engine/verdict.ts';
import type { AdditionFault, AdditionField, SharedAddition } from '../additions/addition.ts';
import type { Entry, HandlingLabel, Issued, PackName } from '../journal.ts';
import type { BackedRecord } from '../workshop/backed-record.ts';

/** A session with its journal, as it stands in a file. */
export interface FileSession {
  id: string;
  entries: Entry[];
  /** In a backup: where the user left, and when it was deleted (ISO time, or ''). */
  place: string;
  deletedAt: string;
}

interface Head {
  /** ISO time; '' where a damaged backup does not tell. */
  written: string;
  /** Version of Waymark that wrote it, or ''. */
  app: string;
}

/** What the session file leaves out. */
export type LeftOut = 'history' | 'notes';

export interface SessionFile extends Head {
  handling: HandlingLabel | '';
  without: LeftOut[];
  /** The pack by which the verdicts were reached, whole: its content hash is checked, it is never run. */
  pack: Pack;
  session: FileSession;
  /** As the journal comes to it: for readers that do not want to fold it. */
  situation: Situation;
  /** By output, as they were when it was written. */
  verdicts: Issued['verdicts'];
}

/** An own addition in a backup, with the pack to which it belongs. */
export interface BackedAddition extends SharedAddition {
  pack: string;
}

export interface BackupFile extends Head {
  sessions: FileSession[];
  additions: BackedAddition[];
  /** Not yet judged (see session/workshop/backed.ts). */
  workshops: BackedRecord[];
}

/** Why a file, or a part of it, is refused, as data. Every problem is told, not the first only. */
export type HandOnProblem =
  /** Of the file as a whole; nothing else of it was looked at. */
  | { code: 'tooLarge' | 'notText' | 'notSuchAFile' | 'cutOff' | 'tooDeep' }
  /** Locked: made to cost more, or less, than any Waymark asks for; packed in a way that this browser cannot undo. */
  | { code: 'unfairCost' | 'oldBrowser' }
  /** It does not open with this passphrase: another one may do. */
  | { code: 'wrongPassphrase' }
  /** Written by a later version of Waymark. */
  | { code: 'later'; version: number }
  /** A name that means something to the machine. */
  | { code: 'badName'; name: string }
  /** A number that is larger than any; a name that is there twice in one place. */
  | { code: 'badNumber' | 'doubledName' }
  /** The digest is not that of the content: altered or damaged on its way. */
  | { code: 'altered' }
  /** A field of the file itself. */
  | { code: 'head'; field: string; fault: 'missing' | 'malformed' | 'unknown' }
  | { code: 'tooMany'; most: number }
  /** `place`: which session of the file, from 1. `title`: in a backup, what it says it is called; for the eye alone. */
  | { code: 'session'; place: number; title?: string; fault: SessionFault }
  /** `place`: which record of workshops, from 1. It cannot be used here. */
  | { code: 'workshop'; place: number; kind: string }
  | { code: 'addition'; place: number; fault: 'malformed' | 'twice' }
  | { code: 'additionField'; place: number; field: AdditionField; fault: AdditionFault };

/**
 * `malformed`: not of the form of a session. `broken`: its history does not fit together. `incomplete`: parts of it are
 * missing. `later`: of a later version. `long`: more than is ever typed. `twice`: it is in the file already.
 * `otherPack`: of another brief. `contradicts`: what the file says of it is not what its history comes to. `badName`: it
 * has a name in it that means something to the machine. `unshown`: it cannot be shown here, whatever the reason.
 */
export type SessionFault =
  | 'malformed'
  | 'broken'
  | 'incomplete'
  | 'later'
  | 'long'
  | 'twice'
  | 'otherPack'
  | 'contradicts'
  | 'badName'
  | 'unshown';

/**
 * A session file with a problem is refused as a whole. Of a backup, what is whole is offered although a part of it is
 * not: it may be the only copy there is.
 */
export type ReadHandOn =
  | { kind: 'session'; file: SessionFile }
  | { kind: 'backup'; file: BackupFile; problems: HandOnProblem[] }
  /** Whole as far as can be seen; what is in it shows once it is opened. */
  | { kind: 'locked'; locked: LockedFile }
  | { kind: 'refused'; problems: HandOnProblem[] };

/** A file of either kind, locked with a passphrase; its bytes are read, and nothing of it is decrypted. */
export interface LockedFile {
  /** Everything before the body, to the letter: bound to it. */
  head: string;
  iterations: number;
  salt: Uint8Array<ArrayBuffer>;
  nonce: Uint8Array<ArrayBuffer>;
  packing: 'gzip' | 'none';
  /** Hexadecimal. */
  check: string;
  body: Uint8Array<ArrayBuffer>;
}

/** The bytes of the file that was locked, or why there are none. */
export type Unlocked = { bytes: Uint8Array<ArrayBuffer> } | { problem: HandOnProblem };

/** What reading needs to know: the pack of this Waymark. */
export type KnownPack = PackName;
