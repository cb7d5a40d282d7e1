/** What the screen of protection does: the vault, its lock, and the wipe; in all windows together. */
import { signal } from '@preact/signals';
import { drawPassphrase } from './lock/passphrase.ts';
import { unwrapped } from './lock/vault-key.ts';
import { textsOf } from './session/hand-on/texts.ts';
import type { Proof, Protection } from './session/protection.ts';
import type { SessionStore } from './session/store.ts';
import { createAdditionStore } from './storage/addition-store.ts';
import { createHints } from './storage/hints.ts';
import type { StoreOptions } from './storage/open-store.ts';
import { PROTECTION_CHANNEL, type Share, takePlace } from './storage/vault/door.ts';
import { createPlaces } from './storage/vault/places.ts';
import { VaultRefusal } from './storage/vault/records.ts';
import { changePassphrase, type Held, sealAll, unsealAll } from './storage/vault/vault.ts';
import { wipe } from './storage/vault/wipe.ts';
import { createWorkshopStore } from './storage/workshop-store.ts';
import type { Entered } from './unlock.tsx';

const IDLE = 'waymark.lock-after';
const MINUTE = 60_000;
/** Another window has so long to let go. */
const LEAVE_MS = 6000;
/** Told to other windows at most so often. */
const ACTIVE_MS = 10_000;
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

interface ProtectionParts {
  /** Of the sessions, where nothing is locked. */
  store: SessionStore;
  /** What was unlocked; undefined: nothing is locked. */
  unlocked: Entered | undefined;
  options: StoreOptions;
  /** Ends the workers that keep second copies. */
  ended: () => void;
  /** Lets go of the databases that this window has open. */
  close: () => void;
  /** This window's share of the place. */
  share: Share;
  /** All words of the app and of the brief: a title that is one of them would be found in the app itself. */
  ownWords: () => string;
  /** See SessionStore.keepGists. */
  gistForm: string;
  /** Resolves once nothing is being saved. */
  saved: () => Promise<void>;
}

/** A quarter of an hour, unless something else was chosen. */
function readMinutes(): number {
  let minutes = 15;
  try {
    minutes = Number(localStorage.getItem(IDLE) ?? minutes);
  } catch {
    // Where site data is blocked nothing is locked either.
  }
  return Number.isFinite(minutes) && minutes >= 0 ? minutes : 15;
}

export function createProtection(parts: ProtectionParts): Protection {
  const { store, unlocked, options, ended, close, saved, ownWords, gistForm, share } = parts;
  const held: Held = unlocked ?? {
    store,
    additions: createAdditionStore(),
    workshops: createWorkshopStore(),
  };
  const channel = createHints(PROTECTION_CHANNEL);
  const idleMinutes = signal(readMinutes());
  let header = unlocked?.header;
  let touched = { wall: Date.now(), run: performance.now() };
  let told = 0;

  channel.listen((said) => {
    if (said === 'active') touch(false);
    if (said === 'leave' || (said === 'lock' && unlocked)) void anew();
  });
  if (unlocked) {
    for (const kind of TOUCHES) addEventListener(kind, () => touch(true), { passive: true, capture: true });
    setInterval(() => void lockIfIdle(), 5000);
    // A tablet that slept was not touched: before anything is shown again.
    document.addEventListener('visibilitychange', () => void lockIfIdle());
  }

  function touch(tell: boolean): void {
    touched = { wall: Date.now(), run: performance.now() };
    if (!tell || touched.run - told < ACTIVE_MS) return;
    told = touched.run;
    channel.tell('active');
  }

  async function lockIfIdle(): Promise<void> {
    const minutes = idleMinutes.peek();
    // One clock stands still while a tablet sleeps, the other can be set.
    const idle = Math.max(Date.now() - touched.wall, performance.now() - touched.run);
    if (minutes > 0 && idle >= minutes * MINUTE) await lockNow();
  }

  /** What is being typed is kept first; then nothing of it is in memory any more. */
  async function anew(): Promise<void> {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await saved();
    location.reload();
  }

  async function lockNow(): Promise<void> {
    channel.tell('lock');
    await anew();
  }

  /** Alone: all other windows are gone to the door, where they wait. */
  async function alone<T>(work: () => Promise<T>): Promise<T | { refused: string }> {
    await saved();
    channel.tell('leave');
    share.leave();
    const back = () => share.take(LEAVE_MS);
    const give = await takePlace('exclusive', LEAVE_MS);
    if (give === undefined) {
      await back();
      return { refused: 'blocked' };
    }
    try {
      return await work();
    } catch (error) {
      give();
      await back();
      return { refused: error instanceof VaultRefusal ? error.reason : 'unknown' };
    }
  }

  const outcome = async (work: () => Promise<unknown>): Promise<string> => {
    const done = await alone(work);
    if (typeof done === 'object' && done !== null && 'refused' in done) return String(done.refused);
    location.reload();
    // Until then nothing else is to be pressed.
    return new Promise(() => undefined);
  };

  return {
    locked: unlocked !== undefined,
    drawPassphrase,
    lockAll: (passphrase) =>
      outcome(async () => {
        await sealAll(
          createPlaces({ ...options }, () => undefined, held),
          passphrase,
          undefined,
          gistForm,
        );
        // They were answers, and what was typed; what sealed them is gone.
        sessionStorage.clear();
        localStorage.removeItem('waymark.parts');
      }),
    async change(old, next) {
      if (header === undefined || unlocked === undefined) return 'unknown';
      try {
        const changed = await changePassphrase(unlocked.places, header, old, next);
        header = changed ?? header;
        return changed === undefined ? 'wrong' : '';
      } catch (error) {
        return error instanceof VaultRefusal ? error.reason : 'unknown';
      }
    },
    async takeOff(passphrase) {
      if (header === undefined || unlocked === undefined) return 'unknown';
      if ((await unwrapped(header.wrapped, passphrase)) === undefined) return 'wrong';
      const now = { ...unlocked, header };
      return outcome(() => unsealAll(unlocked.places, now));
    },
    lockNow,
    idleMinutes,
    setIdleMinutes(minutes) {
      idleMinutes.value = minutes;
      touch(false);
      localStorage.setItem(IDLE, String(minutes));
    },
    async wipe() {
      const [{ sessions }, own] = await Promise.all([held.store.list(), held.additions.list()]);
      const texts = new Set(sessions.flatMap(({ entries }) => textsOf(entries).map(({ text }) => text)));
      for (const { text, author } of own.additions) texts.add(text).add(author);
      const words = ownWords();
      const sought = [...texts].filter((text) => !words.includes(JSON.stringify(text).slice(1, -1)));
      const done = await alone(async (): Promise<Proof> => {
        close();
        unlocked?.places.close();
        ended();
        const { places } = await wipe([...sought, ...sessions.map(({ id }) => id)]);
        return { texts: sought.length, sessions: sessions.length, additions: own.additions.length, places };
      });
      return done;
    },
    startAfresh: () => location.replace(location.pathname),
  };
}
