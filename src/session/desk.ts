/**
 * The desk: everything the screens read (signals) and may do (actions). The view imports these types and nothing
 * of the engine's code, storage or offline. Created by createDesk (create-desk.ts) from what main hands in.
 */
import type { ReadonlySignal } from '@preact/signals';
import type { Brief } from '../brief/brief.ts';
import type { Answer, Pack, Question } from '../engine/pack.ts';
import type { Evaluation, Ground, Situation, Status, Verdict } from '../engine/verdict.ts';
import type { SharedAddition } from './additions/addition.ts';
import type { Firmness, WeakLevel, Weakness, Withdrawal } from './evidence.ts';
import type {
  Details,
  Entry,
  Evidence,
  Issued,
  News,
  Origin,
  PackName,
  Path,
  SessionState,
  Source,
} from './journal.ts';
import type { Damaged } from './store.ts';

/** The two answers that are no option and no letter: the view takes them from here, not from the engine's code. */
export { ANY, DONT_KNOW } from '../engine/pack.ts';

/** Progress of one question, as overview and ruler show it. */
export type QuestionState =
  | 'answered' // an answer other than "don't know"
  | 'dont_know'
  | 'narrowed' // unanswered, some options ruled out
  | 'unanswered'
  | 'not_asked' // known not to apply, nothing answered
  | 'set_aside'; // known not to apply, an answer is kept

export interface QuestionProgress {
  question: Question;
  state: QuestionState;
  /** Some verdict still depends on it. */
  matters: boolean;
  /** It decides a recommendation or option under the readings taken (the short path). */
  decides: boolean;
  /** Its answer is from the brief and not yet checked. */
  unchecked: boolean;
}

/** `once`: kept, and the second copy did not take it (see `refusal`). `window`: nothing here keeps anything. */
export type SaveState = 'saved' | 'once' | 'window' | 'saving' | 'refused' | 'stale';

/** What just changed, after the last answer: shown quietly until the next one. */
export interface Change {
  output: string;
  from: Status;
  to: Status;
  /** Only the confirmation changed. */
  confirmation: boolean;
}

/** One session opened. All signals update synchronously at each action, before anything is saved. */
export interface OpenSession {
  readonly id: string;
  /** What it is judged by. */
  readonly brief: Brief;
  readonly state: ReadonlySignal<SessionState>;
  readonly evaluation: ReadonlySignal<Evaluation>;
  /** The answers that fit the pack, as the engine takes them. */
  readonly situation: ReadonlySignal<Situation>;
  /** The whole journal, oldest first. */
  readonly entries: ReadonlySignal<readonly Entry[]>;
  /** Verdicts with the weak answers taken as unknown. */
  evaluationWithout(level: WeakLevel): Evaluation;
  /** Weak answers by question. */
  weak(level: WeakLevel): ReadonlyMap<string, Weakness>;
  firmness(output: string, level: WeakLevel): Firmness;
  /** What falls here with these sources withdrawn; changes nothing. */
  withdrawal(sources: ReadonlySet<string>): Withdrawal;
  readonly progress: ReadonlySignal<QuestionProgress[]>;
  /** Questions to walk through on the path taken, applicable or not yet known not to be, in pack order. */
  readonly walk: ReadonlySignal<Question[]>;
  /** Unanswered questions ("don't know" counts as answered) on which advice still depends or is unconfirmed. */
  readonly leftToSettle: ReadonlySignal<string[]>;
  readonly changes: ReadonlySignal<Change[]>;
  readonly saving: ReadonlySignal<SaveState>;
  /**
   * Why saving was refused: `quota`, `closed`, `timeout`, `blocked` or `unknown`; why it is kept once only: also
   * `elsewhere`, `missing`, `diverged`; '' unless `saving` is `refused` or `once`.
   */
  readonly refusal: ReadonlySignal<string>;
  /** Questions and readings whose stored answer does not fit this pack: kept in the journal, counted nowhere. */
  readonly misfits: ReadonlySignal<string[]>;
  /** Why the verdict is as it is: a minimal part of the answers; open: empty. */
  groundsOf(output: string): Ground[];
  groundsNotAsked(question: string): Ground[];
  /** Unchecked answers without which the verdict would not stand. */
  restsOnUnchecked(output: string): string[];
  /** Unchecked, assumed and low-confidence answers without which it would not stand. */
  restsOnWeak(output: string): Firmness['restsOn'];
  /** Readings that touch the output, the letter taken, and the status under each letter. */
  readingsOf(output: string): { reading: string; taken: string; statuses: Record<string, Status> }[];
  verdict(output: string): Verdict;
  /** Each resolves when the change is saved or refused (see `saving`); the screen does not wait for it. */
  answer(question: string, answer: Answer): Promise<void>;
  clear(question: string): Promise<void>;
  check(question: string): Promise<void>;
  ruleOut(question: string, option: string): Promise<void>;
  bringBack(question: string, option: string): Promise<void>;
  takeReading(reading: string, letter: string): Promise<void>;
  describe(details: Partial<Details>): Promise<void>;
  takePath(path: Path): Promise<void>;
  assess(question: string, evidence: Evidence): Promise<void>;
  keepSource(source: Source): Promise<void>;
  keepNews(news: News): Promise<void>;
  /** The answer stands, in the light of this news. */
  reassess(news: string, question: string): Promise<void>;
  /** `by`: a day (yyyy-mm-dd), or '' */
  setReview(question: string, by: string): Promise<void>;
  /** Hands out the note as it stands, with these additions: one more numbered version (see issues.ts). */
  issue(additions: readonly SharedAddition[]): Promise<void>;
  /** From here on this pack judges; `before`: what the version before came to (see upgrade.ts). */
  takeOver(before: Issued['verdicts']): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** After `refused`: try again to save what is not saved. */
  retry(): Promise<void>;
}

export interface SessionSummary {
  id: string;
  details: Details;
  origin: Origin;
  changed: string;
  /** Where the user left, e.g. `question/buyout`; '' at the start. */
  place: string;
  deletedAt: string;
  /** Statuses of recommendations and options, in the order of the strip. */
  strip: { output: string; status: Status; weak: boolean }[];
  /** Some of these rest on answers from the brief that are not checked, or else on other weak ones. */
  restsOn: 'unchecked' | 'weak' | '';
  leftToSettle: number;
  /** By question: the day by which its answer is to be looked at again. */
  reviews: Record<string, string>;
  /** The session was answered under another version of the pack. */
  otherPack: boolean;
  /** Entries of which something could not be used and is left out. */
  leftOut: number;
}

export interface Desk {
  /** Those that come with the app; the first is offered first. */
  readonly briefs: readonly [Brief, ...Brief[]];
  readonly sessions: ReadonlySignal<SessionSummary[]>;
  readonly deleted: ReadonlySignal<SessionSummary[]>;
  /** `reason`: `broken` (altered), `incomplete` (entries are missing), `later` (written by a later version). */
  readonly damaged: ReadonlySignal<Damaged[]>;
  /** Makes a session of its own of what is whole in a damaged one, which stays as it is. */
  keepWhole(id: string): Promise<void>;
  /** The list has been read. Stays false where it cannot be read: see `unreadable`. */
  readonly ready: ReadonlySignal<boolean>;
  /** Why the list of sessions cannot be read; '' otherwise. Never to be shown as an empty list. */
  readonly unreadable: ReadonlySignal<string>;
  /** The last change made on the list (rename, delete, restore, remove) that was not kept; gone with the next that is. */
  readonly refused: ReadonlySignal<{ id: string; reason: string } | undefined>;
  /** undefined: no such session. */
  open(id: string): Promise<OpenSession | undefined>;
  /** Resolves to the new session's id once it is saved, or to the reason why it is not. */
  create(start: {
    brief: Brief;
    scenario?: string;
    path: Path;
    title: string;
  }): Promise<{ id: string } | { refused: string }>;
  /** A new session with this situation, beside the one it was tried in. */
  keep(start: {
    from: string;
    situation: Situation;
    title: string;
  }): Promise<{ id: string } | { refused: string }>;
  /**
   * State, situation and verdicts as they were after the first entries of a journal: by the version of the pack that
   * it names, where that is known, else by this one.
   */
  moment(entries: readonly Entry[]): { state: SessionState; situation: Situation; evaluation: Evaluation };
  /**
   * Makes an older version of the pack known: from then on `moment` and `asOf` judge by it what was answered under it.
   */
  knowOlder(brief: Brief): void;
  /** undefined: it is not known, or is this one. */
  older(pack: PackName): Brief | undefined;
  /** The session with this journal, to be read; its actions throw. */
  asOf(id: string, entries: readonly Entry[]): OpenSession;
  /** The session with this journal, to try things on: what is done to it is kept nowhere. */
  trial(id: string, entries: readonly Entry[]): OpenSession;
  /** What falls in every session with these sources withdrawn; sessions in which nothing falls are left out. */
  withdrawals(sources: ReadonlySet<string>): { id: string; title: string; withdrawal: Withdrawal }[];
  /** All sources named in any session, by id, newest wording first. */
  readonly sources: ReadonlySignal<Source[]>;
  duplicate(id: string, title: string): Promise<{ id: string } | { refused: string }>;
  rename(id: string, title: string): Promise<void>;
  delete(id: string): Promise<void>;
  restore(id: string): Promise<void>;
  removeForGood(id: string): Promise<void>;
  /** Keeps beside the journals what the list says of them, so that the next list needs not read them. */
  keepGists(): Promise<void>;
  leaveAt(id: string, place: string): void;
}

/** Order of every strip of verdicts: should, gap, worthwhile, gap, may. */
export function stripOrder(pack: Pack): string[] {
  const of = (modality: string) => pack.outputs.filter((o) => o.modality === modality).map((o) => o.id);
  return [...of('should'), ...of('worthwhile'), ...of('may')];
}
