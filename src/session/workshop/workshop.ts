/** What the screens of a workshop may do. Made by exchange/, handed over by main. */
import type { ReadonlySignal } from '@preact/signals';
import type { Exercise } from '../../engine/exercise/exercise.ts';
import type { ExerciseProblem } from '../../engine/exercise/reading.ts';
import type { RehearsedPart, RoomVerdict } from '../../engine/room/room-reasoner.ts';
import type { SaveResult } from '../store.ts';
import type { IncomingRecord } from './backed.ts';
import type { BackedRecord } from './backed-record.ts';
import type { Draft } from './draft.ts';
import type { ReadExerciseFile } from './exercise-file.ts';
import type { RoomState } from './fold-room.ts';
import type { HandIn, HandInFile, Join, Joined, ReadHandIn, ReadJoin } from './hand-in.ts';
import type { RoomAction, RoomEntry } from './room.ts';
import type { ReadRoom, RoomCodes } from './room-file.ts';
import type { TableWork } from './table-work.ts';
import type { Passing } from './turns.ts';

/** An exercise as it is at hand, word for word. */
export interface Edition {
  exercise: Exercise;
  digest: string;
  /** It came with Waymark, and cannot be taken away. */
  shipped: boolean;
}

export interface OpenRoom {
  entries: RoomEntry[];
  state: RoomState;
  edition: Edition;
  /** Three characters by which codes and people tell it from other rooms. */
  tag: string;
}

/** Verdicts of a round, with the tables in the order in which the verdicts have them. */
export interface RoundVerdicts {
  tables: number[];
  verdicts: RoomVerdict[];
}

/** Four bytes a point: red, green, blue and opacity. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

export interface Workshop {
  /** Shipped ones first, then those taken in. */
  readonly editions: ReadonlySignal<Edition[]>;
  /** Rooms on this device, the one changed last first. */
  readonly rooms: ReadonlySignal<OpenRoom[]>;
  /** When a room here was given away to another device: ISO time by its id. */
  readonly given: ReadonlySignal<ReadonlyMap<string, string>>;
  /** Where this device goes from table to table, by the room's id; see `goesRound`. */
  readonly passing: ReadonlySignal<ReadonlyMap<string, Passing>>;
  readonly tables: ReadonlySignal<TableWork[]>;
  /** Records that cannot be read with the rules here; they are left as they are. */
  readonly unread: ReadonlySignal<number>;
  /** Why nothing can be read; '' otherwise. */
  readonly unreadable: ReadonlySignal<string>;

  /** Exercises that are being written, in no order. */
  readonly drafts: ReadonlySignal<Draft[]>;
  /**
   * A draft of an exercise: of an own one, under its id; a copy of a shipped one, under another; without one, a new
   * one in the language.
   */
  startDraft(from: Edition | undefined, language: string): Draft;
  /** `stale` where another window has kept a later revision. */
  keepDraft(draft: Draft): Promise<SaveResult>;
  removeDraft(id: string): Promise<SaveResult>;
  /** Everything that keeps an exercise from being run; with the pack that is here. */
  check(exercise: Exercise): ExerciseProblem[];
  /**
   * Keeps what was written as an edition. The one that it changes goes, unless a room was opened with it, and so does
   * the draft. Its digest.
   */
  finish(draft: Draft): Promise<{ digest: string } | { problems: ExerciseProblem[] } | { refused: string }>;

  /** All of it as it is kept, for a backup, and how many records cannot be read. Rejects where the store cannot. */
  backedUp(): Promise<{ records: BackedRecord[]; damaged: number }>;
  /** Changes nothing. */
  compare(records: readonly BackedRecord[]): IncomingRecord[];
  /** Takes in, one after the other; '' or why it stopped. `onTaken` is told how many are here, after each. */
  restore(chosen: readonly IncomingRecord[], onTaken?: (taken: number) => void): Promise<string>;

  keepExercise(exercise: Exercise): Promise<SaveResult>;
  removeExercise(digest: string): Promise<SaveResult>;
  readExercise(bytes: Uint8Array): ReadExerciseFile;
  /** @throws Error where it does not read back. */
  writeExercise(exercise: Exercise): string;
  /** By part: the situation at first, then with each inject. */
  rehearse(exercise: Exercise): RehearsedPart[];

  openRoom(exercise: Exercise): Promise<{ id: string } | { refused: string }>;
  /** Adds to a room; nothing of what another tab added is lost. */
  add(room: string, action: RoomAction): Promise<SaveResult>;
  removeRoom(room: string): Promise<SaveResult>;
  /** @throws Error where it does not read back. */
  writeRoom(entries: readonly RoomEntry[]): string;
  readRoom(bytes: Uint8Array): ReadRoom;
  /** Takes a room over, or joins it with the one of the same id here. Its id. */
  takeOver(entries: readonly RoomEntry[]): Promise<{ id: string } | { refused: string }>;
  /** Marks it as given away; it stays as it is. */
  giveAway(room: string): Promise<SaveResult>;
  /** It is run from here again. */
  goOnHere(room: string): Promise<SaveResult>;
  /** This device goes round the tables. */
  pass(room: string, passing: Passing): Promise<SaveResult>;
  /** The trainer has it again: nothing is revealed by that, and turns stay as they are. */
  takeBack(room: OpenRoom): Promise<SaveResult>;
  /** To be shown one after the other; undefined: too much for that. */
  writeRoomCodes(room: OpenRoom): Promise<string[] | undefined>;
  /** @param texts scanned until now, in any order */
  readRoomCodes(texts: readonly string[]): Promise<RoomCodes>;
  verdicts(state: RoomState, round: number): RoundVerdicts;

  /** @param room tag of the room; '' where it is not known */
  writeHandIn(edition: Edition, handIn: HandIn, room: string): string;
  readHandIn(edition: Edition, text: string, room: string): ReadHandIn;
  /** @throws Error where it does not read back. */
  writeHandInFile(edition: Edition, handIn: HandIn, room: string): string;
  readHandInFile(bytes: Uint8Array): HandInFile;
  /** Four characters on every ballot of an edition and round, by which the trainer sees that it is of the right ones. */
  ballotCode(edition: Edition, round: number): string;
  writeJoin(room: Pick<OpenRoom, 'edition' | 'tag'>, round: number): string;
  readJoin(text: string): ReadJoin;
  joined(join: Join): Joined<Edition>;
  /** In groups of four. */
  grouped(code: string): string;
  /** What a table is asked to predict. */
  readonly predictable: readonly string[];
  keepTable(work: TableWork): Promise<SaveResult>;
  removeTable(work: TableWork): Promise<SaveResult>;
  /** What a QR code in a picture says; undefined where there is none. For browsers that cannot tell themselves. */
  readPicture(picture: Picture): Promise<string | undefined>;
  /** Rows of dark and light. */
  qr(text: string): Promise<boolean[][]>;
}
