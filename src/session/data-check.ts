/** Whether everything that is stored here reads, kind by kind: made by main, shown by the view. Changes nothing. */
import type { CopyState } from './store.ts';

export type DataKind = 'session' | 'addition' | 'exercise' | 'draft' | 'room' | 'table';

/** Something that reads, and of which so much is left out. */
export interface Hurt {
  id: string;
  title: string;
  leftOut: number;
}

export interface DataLine {
  kind: DataKind;
  /** So many read, those that are hurt included. */
  read: number;
  hurt: Hurt[];
}

export interface DataCheck {
  lines: DataLine[];
  /** Sessions that do not read, and why (Desk.damaged). */
  damaged: { id: string; title: string; reason: string }[];
  /** Records of own additions and of workshops that do not read. */
  unread: { additions: number; workshops: number };
  /** What could not even be listed, as a reason of storage; '' where all could. */
  unreadable: string;
  copies: CopyState | undefined;
}
