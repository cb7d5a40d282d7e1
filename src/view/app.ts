/** What main hands to the view: signals to read and plain functions to call. */
import type { ReadonlySignal } from '@preact/signals';
import type { Brief } from '../brief/brief.ts';
import type { Actor, Answers, Modality, Output, Pack } from '../engine/pack.ts';
import type { NewAnswer, Reasoner } from '../engine/reasoner.ts';
import type { WitnessCheck } from '../engine/soundness/recheck.ts';
import type { Soundness } from '../engine/soundness/soundness.ts';
import type { Evaluation, Ground, Status, Verdict } from '../engine/verdict.ts';
import type { PackWords } from '../engine/words.ts';
import type { Translate } from '../messages/messages.ts';
import type { SharedAddition } from '../session/additions/addition.ts';
import type { Additions } from '../session/additions/create-additions.ts';
import type { ReadFile } from '../session/additions/file.ts';
import type { DataCheck } from '../session/data-check.ts';
import type { Desk, OpenSession } from '../session/desk.ts';
import type { HandOn } from '../session/hand-on/hand-on.ts';
import type { Entry, Evidence, PackName } from '../session/journal.ts';
import type { Protection } from '../session/protection.ts';
import type { CopyState } from '../session/store.ts';
import type { Upgrade } from '../session/upgrade.ts';
import type { BoardData } from '../session/workshop/board.ts';
import type { RoomState } from '../session/workshop/fold-room.ts';
import type { Workshop } from '../session/workshop/workshop.ts';
import type { NotePage } from './note/page.ts';

export type SessionView =
  | 'question'
  /** Leads on to the question that matters most. */
  | 'next'
  | 'overview'
  | 'result'
  | 'note'
  | 'readings'
  | 'map'
  | 'details'
  | 'news'
  | 'review'
  /** As a file, a link, a QR code. */
  | 'hand-on'
  /** Every text of its history, to be erased. */
  | 'texts'
  | 'sources'
  | 'history'
  | 'what-if';

/** The address after `#/`. */
export type Route =
  | { name: 'home' }
  | { name: 'about' }
  /** Own additions, outside any session. */
  | { name: 'additions' }
  /** What is proved of the rules. */
  | { name: 'proof' }
  /** The passphrase of this device, and handing it over. */
  | { name: 'protection' }
  /** Whether this device is ready. */
  | { name: 'ready' }
  /** Whether everything stored here reads. */
  | { name: 'check' }
  /** Backup, and files from elsewhere. */
  | { name: 'files' }
  /** Answers that a link brings: `code` is a code of them, or a part of one. */
  | { name: 'answers'; code: string }
  /** Sessions side by side: ids with commas between, `id@12` after the first 12 entries; '' to choose them. */
  | { name: 'compare'; item: string }
  /** The brief's background, statement by statement, outside any session; `item`: a statement or panel, or ''. */
  | { name: 'brief'; item: string }
  /** Exercises, rooms and tables. `id`: of an exercise's edition or a room; `item`: what of it. */
  | { name: 'workshop'; part: WorkshopPart; id: string; item: string }
  /** Starts a session and goes to it. `start`: `short`, `whole`, `brief`, or a scenario's id. */
  | { name: 'new'; start: string }
  /** `item`: a question's, output's or reading's id, or ''. `back`: where an edit returns to, e.g. `result/R1`. */
  | { name: 'session'; id: string; view: SessionView; item: string; back: string }
  | { name: 'unknown'; path: string };

export type WorkshopPart =
  | 'start'
  | 'exercise'
  | 'collect'
  | 'ballot'
  | 'board'
  | 'wall'
  | 'debrief'
  | 'give'
  | 'take'
  | 'table'
  | 'paper'
  | 'pass'
  | 'edit';

/** Older versions of the pack that are on this device. */
export interface OlderPacks {
  /** Keeps a version that is in use, with its words. */
  keep(pack: Pack, language: string, words: PackWords): Promise<void>;
  /** Makes those known to the desk that a journal names. */
  bring(entries: readonly Entry[]): Promise<void>;
  /** What taking a session over to this app's version would change; what `bring` found decides how much is known. */
  upgradeOf(session: OpenSession): Upgrade;
  /** In this language where it was used here, else in another; undefined: that version is not here. */
  wordsOf(pack: PackName, language: string): PackWords | undefined;
  /** Of that version; undefined where it is not here, or has none of this id. */
  outputOf(pack: PackName, id: string): Output | undefined;
}

/** What the component of a session's view is given. */
export interface SessionScreenProps {
  session: OpenSession;
  route: Extract<Route, { name: 'session' }>;
}

/**
 * `checking` until the worker has answered; `partly`: something is missing and is being fetched again; `inFile`: the
 * app is one file, and needs nothing else.
 */
export type OfflineState = 'checking' | 'ready' | 'partly' | 'inFile' | 'unavailable';

/** What the wording of one verdict needs. factsOf (facts.ts) gathers it from an open session. */
export interface Facts {
  verdict: Verdict;
  grounds: Ground[];
  restsOnUnchecked: string[];
  restsOnWeak: string[];
  answers: Answers;
  unchecked: string[];
  ruledOut: Record<string, string[]>;
}

/** One reason in words. `question` or `reading` say what it rests on; neither where it stands by itself. */
export interface Clause {
  /** No full stop, first letter small: "the decisions are officially announced". */
  text: string;
  question?: string;
  /** The question's number, for "Change 3". */
  number?: number;
  reading?: string;
  /** The answer is from the brief, and nobody has checked it. */
  unchecked: boolean;
}

/** One wording for all screens and documents, in the language shown now (documents/wording). */
export interface Say {
  /** "a, b and c" */
  list(items: readonly string[]): string;
  /** First letter large, as at the start of a line or sentence. */
  sentence(text: string): string;
  /** The state in one or two words, fitting the output's kind: "applies", "open", "not now", "seen", "to watch". */
  stateWord(output: Output, status: Status): string;
  /** What the output says here: its title, or what the brief foresaw where that is not seen. */
  title(output: Output, status: Status): string;
  /** "The EU should …": opens a group of the ledger, whose lines (`short` in the words) finish it. */
  leadIn(modality: Modality, actors: readonly Actor[]): string;
  /** "the EU", "Member States", "the EU and each Member State" */
  actors(actors: readonly Actor[]): string;
  /** "should", "worthwhile", "may" */
  modality(modality: Modality): string;
  /** "4 apply, 2 open" */
  tally(statuses: readonly Status[]): string;
  /** "paragraph 15, sentence 1", for those who listen. */
  locator(statement: string): string;
  /** "¶15, s1" */
  shortLocator(statement: string): string;
}

/** Why it is so, in words; fetched with the first screen that says it (documents/wording/explain.ts). */
export interface Explain {
  /**
   * Why, in one line for the ledger: "hangs on 14 and 15", "no new presidential election was held (16)". Clauses
   * longer than `room` letters (100 unless told) become "by your answers to 2, 3 and 4".
   */
  reason(output: Output, facts: Facts, room?: number): string;
  /** Why, part by part; empty where it is open or stands whatever the answers. */
  because(facts: Facts): Clause[];
  /** Any list of grounds in words (why a question is not asked, for one). */
  clauses(grounds: readonly Ground[], known: Pick<Facts, 'answers' | 'unchecked' | 'ruledOut'>): Clause[];
  /** New answers as clauses that can follow "if", one for each question: "society backs the decisions". */
  change(answers: readonly NewAnswer[], known: Pick<Facts, 'ruledOut'>): Clause[];
  /** "Would lapse if", "Would come in if", fitting the output's kind. */
  changeLead(output: Output, from: Status, to: Status): string;
  /** "whether non-Russian bidders were kept out and who takes part in the work on the constitution" */
  dependsOn(ids: readonly string[]): string;
  /** "14 and 15": question numbers; readings are counted. */
  numbers(ids: readonly string[]): string;
  /** What an answer rests on, in a line; '' where nothing is said. */
  evidence(evidence: Evidence): string;
  /** The result in a sentence or two: what applies, what is open, what does not for now; the option apart. */
  bottomLine(evaluation: Evaluation): string;
}

/** Own additions, and their file. */
export interface OwnAdditions extends Additions {
  /** The text of a file with all of them; it was read back and holds the same. */
  write(): string;
  /** What is in a file's text, or all that is wrong with it. */
  readFile(text: string): ReadFile;
}

/** As offline/protocol.ts has it. */
export interface FilesChecked {
  build: string;
  files: number;
  missing: string[];
  altered: string[];
  reached: boolean;
}

/** What a brief brings to the screens that are about it. */
export interface BriefParts extends Pick<Brief, 'pack' | 'shortPath'> {
  readonly brief: Brief;
  readonly words: ReadonlySignal<PackWords>;
  readonly say: Say;
  /** There on every screen that came later (later.tsx). */
  readonly explain: Explain;
  /** What lies around a verdict; undefined until its code, which comes after the first screen, is there. */
  readonly reasoner: ReadonlySignal<Reasoner | undefined>;
  /** Fetches it; rejects where it cannot be fetched. */
  bringReasoner(): Promise<void>;
  /** Fetches what makes notes, once; rejects where it cannot be had. */
  prepareNote(): Promise<void>;
  /** The note of a session as it stands (documents/note.ts), once prepared. `additions`: those of an issued version. */
  note(session: OpenSession, additions?: readonly SharedAddition[]): NotePage;
  /** What is proved of the pack, and its witnesses, to be checked here. Rejects where it cannot be fetched. */
  proof(): Promise<{ report: Soundness; checks: WitnessCheck[] }>;
}

/** What a screen that is about a brief reads. */
export type InBrief = App & BriefParts;

export interface App {
  readonly desk: Desk;
  readonly t: Translate;
  /** Fetches the words that explain, once; rejects where they cannot be had. */
  bringExplain(): Promise<void>;
  /** Everything with what a brief brings, for the screens that are about it. The same for the same brief. */
  inBrief(brief: Brief): InBrief;
  /** Own additions; undefined until their code, which comes after the first screen, is there. */
  readonly additions: ReadonlySignal<OwnAdditions | undefined>;
  /** Fetches their code, once; rejects where it cannot be had. */
  bringAdditions(): Promise<void>;
  /** Files, links and codes of sessions; undefined until their code is there. */
  readonly handOn: ReadonlySignal<HandOn | undefined>;
  /** Fetches it, once; rejects where it cannot be had. */
  bringHandOn(): Promise<void>;
  /** Workshops of this device; undefined until their code is there. */
  readonly workshop: ReadonlySignal<Workshop | undefined>;
  /** Fetches it, once; rejects where it cannot be had. */
  bringWorkshop(): Promise<void>;
  /** A workshop written down, from the boards of its rounds. Rejects where its code cannot be had. */
  afterAction(state: RoomState, boards: readonly BoardData[]): Promise<{ markdown: string; csv: string }>;
  /** Sessions are encrypted on this device. */
  readonly locked: boolean;
  /** Made once, when first asked for. */
  bringOlderPacks(): Promise<OlderPacks>;
  /** The passphrase of this device; undefined until its code is there. */
  readonly protection: ReadonlySignal<Protection | undefined>;
  /** Fetches it, once; rejects where it cannot be had. */
  bringProtection(): Promise<void>;
  /** BCP 47; the pseudo-locale is `en-XA`, offered in tests only. */
  readonly language: ReadonlySignal<string>;
  readonly languages: { readonly tag: string; readonly name: string }[];
  setLanguage(tag: string): Promise<void>;
  readonly route: ReadonlySignal<Route>;
  /** The session of the route, once opened; undefined while opening or where there is none. */
  readonly session: ReadonlySignal<OpenSession | undefined>;
  readonly sessionMissing: ReadonlySignal<boolean>;
  readonly offline: ReadonlySignal<OfflineState>;
  readonly updateReady: ReadonlySignal<boolean>;
  acceptUpdate(): void;
  /** How each kept file of the app is (offline/register.ts); undefined: nothing here keeps any. */
  checkFiles(repair: boolean): Promise<FilesChecked | undefined>;
  /** How the second copy does; undefined: there is to be none. `mend`: after bringing both in step. */
  checkCopies(mend: boolean): Promise<CopyState | undefined>;
  /** Looks through everything that is stored here; changes nothing. */
  checkData(): Promise<DataCheck>;
  /** Everything as it is stored, as plain JSON. Never rejects but where its code cannot be had. */
  rawCopy(): Promise<{ failed: string[] }>;
  /** `none`: the browser keeps nothing here (private mode); `once`: in the second copy only. Both are said on home. */
  readonly storage: ReadonlySignal<'works' | 'once' | 'none'>;
  /** So many sessions were made good from their second copy when the app was opened. */
  readonly mended: ReadonlySignal<number>;
  readonly version: { app: string; build: string };
}
