/** What the screens may do to hand on sessions, and to take them in. Made by exchange/, handed over by main. */
import type { Status } from '../../engine/verdict.ts';
import type { Addition } from '../additions/addition.ts';
import type { OpenSession } from '../desk.ts';
import type { Entry, Issued, SessionState } from '../journal.ts';
import type { BackedRecord } from '../workshop/backed-record.ts';
import type { AnswersCode, CodeProblem, JoinedParts } from './answers.ts';
import type { FileSession, LockedFile, ReadHandOn, Unlocked } from './file.ts';
import type { Giving } from './giving.ts';
import type { IncomingSession, Take, Taken } from './restore.ts';

/** A text for a file; it was read back and holds what was to be in it. */
export interface Written {
  text: string;
  sessions: number;
  /** Sessions on this device that cannot be read, and are not in it. */
  damaged: number;
}

/** What a session of a file comes to here, beside what it came to where it was written. */
export interface Judged {
  state: SessionState;
  strip: { output: string; status: Status; weak: boolean }[];
  /** Its pack is not the one here, by content. */
  otherPack: boolean;
  /** Questions and readings of which something does not fit the pack here. */
  misfits: string[];
  /** Outputs with another verdict than then; `''` where there was none, or is none. */
  differs: { output: string; was: Status | ''; now: Status | '' }[];
}

export interface HandOn {
  /** @throws Error where it does not read back: then nothing is told to be there. */
  writeSession(session: OpenSession, giving: Giving): Written;
  /** Everything on this device. @throws Error as above; rejects where the store cannot be read. */
  writeBackup(additions: readonly Addition[], workshops?: readonly BackedRecord[]): Promise<Written>;
  /** Never throws, whatever the bytes are. */
  read(bytes: Uint8Array): ReadHandOn;
  /** The text of a file that holds the given one, locked. @throws Error where it does not open to the same. */
  lock(text: string, passphrase: string): Promise<string>;
  /** Never throws. */
  unlock(locked: LockedFile, passphrase: string): Promise<Unlocked>;
  /** A passphrase drawn by chance; fetches its list of words. */
  drawPassphrase(): Promise<string>;
  /** Changes nothing. Rejects where the store cannot be read. */
  compare(theirs: readonly FileSession[]): Promise<IncomingSession[]>;
  /** @param verdicts of then, where the file has them. */
  judge(entries: readonly Entry[], verdicts: Issued['verdicts'] | undefined): Judged;
  takeIn(
    incoming: readonly IncomingSession[],
    choices: ReadonlyMap<string, Take>,
    secondTitle: (title: string) => string,
    onDone?: (done: number) => void,
  ): Promise<Taken[]>;
  /** Removes a text from the session's history for good. The session has another id afterwards. */
  erase(session: OpenSession, text: string): Promise<{ id: string } | { refused: string }>;
  /** The answers as a code for a link, in parts where it has more letters than `room`. */
  codes(session: OpenSession, room: number): string[];
  join(texts: readonly string[]): JoinedParts;
  readCode(code: string): { said: AnswersCode } | { problem: CodeProblem };
  /** What the answers of a code come to. */
  judgeCode(said: AnswersCode): Judged['strip'];
  begin(said: AnswersCode, title: string): Promise<{ id: string } | { refused: string }>;
  /** Rows of dark and light; fetches its code. */
  qr(text: string): Promise<boolean[][]>;
}
