/** What a page and the worker that keeps its second copy say to each other. */
import type { Addition } from '../../session/additions/addition.ts';
import type { Fault } from '../../session/chain.ts';
import type { Entry } from '../../session/journal.ts';
import type { CopyFault } from './medium.ts';

export interface Damage {
  id: string;
  reason: Fault;
  /** So many steps fit together from the beginning, of so many that there were at least. */
  whole: number;
  known: number;
  /** What it is called in the steps that are left; '' without any. */
  title: string;
}

/** What bringing the copies in step came to; ids of sessions. */
export interface StepReport {
  /** Made good in the database from the second copy. */
  restored: string[];
  /** Made good, or made at all, in the second copy. */
  copied: string[];
  /** Of which the copies had gone different ways; `other` is the session made of the one. */
  parted: { id: string; other: string }[];
  damaged: Damage[];
  /** Own additions were made good in their database. */
  additions: boolean;
}

export const NOTHING_DONE: Readonly<StepReport> = {
  restored: [],
  copied: [],
  parted: [],
  damaged: [],
  additions: false,
};

/** How the second copy is kept: in files, in the Cache API, or not. */
export type CopyKind = 'file' | 'cache' | 'none';

export type Request =
  /**
   * The first one: which databases, and how a session found beside another is called. Answered once in step.
   * `alone`: the databases cannot be opened, and are left alone.
   */
  | { type: 'open'; database: string; additions: string; otherTitle: string; alone: boolean }
  /** About to write in the database. */
  | { type: 'touch' }
  | { type: 'append'; id: string; entries: Entry[] }
  | { type: 'setDeleted'; id: string; time: string }
  | { type: 'remove'; id: string }
  | { type: 'inStep'; id: string }
  /** All of them. */
  | { type: 'allInStep' }
  /** Makes a session of its own of what is whole in a damaged one, which stays as it is. */
  | { type: 'keepWhole'; id: string }
  /** Everything that the copy has, where it is alone. */
  | { type: 'list' }
  /** Own additions were changed. */
  | { type: 'additions' };

export interface Answer {
  /** '' where all went well. */
  fault: CopyFault | '';
  kind: CopyKind;
  /** What had to be made good on the way. */
  report?: StepReport;
  kept?: {
    sessions: { id: string; entries: Entry[]; deletedAt: string }[];
    damaged: Damage[];
    additions: Addition[];
  };
}
