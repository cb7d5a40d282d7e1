/** What main hands to the view: signals to read and plain functions to call. */
import type { ReadonlySignal } from '@preact/signals';
import type { PackWords } from '../engine/words.ts';
import type { Translate } from '../messages/messages.ts';
import type { Desk, OpenSession } from '../session/desk.ts';

export type SessionView = 'question' | 'overview' | 'result' | 'note' | 'readings' | 'details';

/** The address after `#/`. */
export type Route =
  | { name: 'home' }
  | { name: 'about' }
  /** The brief's background, statement by statement, outside any session. */
  | { name: 'brief' }
  | { name: 'session'; id: string; view: SessionView; item: string; back: string }
  | { name: 'unknown'; path: string };

/** `checking` until the worker has answered; `partly`: something is missing and is being fetched again. */
export type OfflineState = 'checking' | 'ready' | 'partly' | 'unavailable';

export interface App {
  readonly desk: Desk;
  readonly words: ReadonlySignal<PackWords>;
  readonly t: Translate;
  /** BCP 47; the pseudo-locale is `en-XA`, offered in tests only. */
  readonly language: ReadonlySignal<string>;
  readonly languages: { tag: string; name: string }[];
  setLanguage(tag: string): Promise<void>;
  readonly route: ReadonlySignal<Route>;
  /** The session of the route, once opened; undefined while opening or where there is none. */
  readonly session: ReadonlySignal<OpenSession | undefined>;
  readonly sessionMissing: ReadonlySignal<boolean>;
  readonly offline: ReadonlySignal<OfflineState>;
  readonly updateReady: ReadonlySignal<boolean>;
  acceptUpdate(): void;
  /** `none`: the browser keeps nothing here (private mode): said on home. */
  readonly storage: ReadonlySignal<'works' | 'none'>;
  readonly version: { app: string; build: string };
}
