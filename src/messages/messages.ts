/**
 * The app's own words, one JSON file per area in `en/` (the source), merged by the build into one file per
 * language. A message may hold `{name}`, `{n, plural, =0 {...} one {...} other {...}}` and
 * `{x, select, a {...} other {...}}`; `#` is the number (see parse.ts). Keys are `area.name`.
 */
import type additions from './en/additions.json';
import type app from './en/app.json';
import type backed from './en/backed.json';
import type check from './en/check.json';
import type clock from './en/clock.json';
import type compare from './en/compare.json';
import type details from './en/details.json';
import type edit from './en/edit.json';
import type evidence from './en/evidence.json';
import type explain from './en/explain.json';
import type handing from './en/handing.json';
import type history from './en/history.json';
import type home from './en/home.json';
import type map from './en/map.json';
import type news from './en/news.json';
import type next from './en/next.json';
import type note from './en/note.json';
import type overview from './en/overview.json';
import type paper from './en/paper.json';
import type pass from './en/pass.json';
import type passphrase from './en/passphrase.json';
import type place from './en/place.json';
import type proof from './en/proof.json';
import type protect from './en/protect.json';
import type question from './en/question.json';
import type readings from './en/readings.json';
import type ready from './en/ready.json';
import type result from './en/result.json';
import type review from './en/review.json';
import type room from './en/room.json';
import type sources from './en/sources.json';
import type standing from './en/standing.json';
import type storage from './en/storage.json';
import type trial from './en/trial.json';
import type typed from './en/typed.json';
import type upgrade from './en/upgrade.json';
import type workshop from './en/workshop.json';

type Areas = typeof additions &
  typeof backed &
  typeof app &
  typeof details &
  typeof edit &
  typeof explain &
  typeof handing &
  typeof home &
  typeof evidence &
  typeof clock &
  typeof check &
  typeof compare &
  typeof history &
  typeof map &
  typeof news &
  typeof next &
  typeof note &
  typeof overview &
  typeof paper &
  typeof pass &
  typeof passphrase &
  typeof place &
  typeof proof &
  typeof protect &
  typeof question &
  typeof readings &
  typeof ready &
  typeof result &
  typeof review &
  typeof room &
  typeof sources &
  typeof trial &
  typeof standing &
  typeof typed &
  typeof upgrade &
  typeof workshop &
  typeof storage;

export type MessageKey = Extract<keyof Areas, string>;
export type Messages = Record<MessageKey, string>;
export type Params = Record<string, string | number>;
/** Formats a message in the language shown now. */
export type Translate = (key: MessageKey, params?: Params) => string;
