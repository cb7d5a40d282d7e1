/** The composition root, the only file that knows every layer: it makes each part and hands it to the next. */
import './view/styles/index.css';
import { messages as messageUrls, packs, version, worker } from 'virtual:waymark';
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { render } from 'preact';
import type { createNote } from './documents/note.ts';
import { bottomLine } from './documents/note-bottom-line.ts';
import { createWording } from './documents/wording/wording.ts';
import { createEngine } from './engine/create-engine.ts';
import type { Exercise } from './engine/exercise/exercise.ts';
import type { Pack } from './engine/pack.ts';
import type { Reasoner } from './engine/reasoner.ts';
import type { Soundness } from './engine/soundness/soundness.ts';
import type { PackWords } from './engine/words.ts';
import { endonym, keepChoice, offeredLanguages, readChoice } from './messages/choice.ts';
import { chooseLanguage } from './messages/choose.ts';
import { FAILURE_WORDS } from './messages/failure.ts';
import { createTranslate } from './messages/format.ts';
import type { Messages, Translate } from './messages/messages.ts';
import { startOffline, trustedScript } from './offline/register.ts';
import { createDesk } from './session/create-desk.ts';
import type { OpenSession } from './session/desk.ts';
import type { HandOn } from './session/hand-on/hand-on.ts';
import type { Protection } from './session/protection.ts';
import type { Workshop } from './session/workshop/workshop.ts';
import copyWorker from './storage/copy/worker.ts?worker&url';
import { createMemoryStore } from './storage/memory-store.ts';
import { type OpenedStore, openStore, type StoreOptions } from './storage/open-store.ts';
import { Refusal } from './storage/refusal.ts';
import { isSealedHere, takePlace } from './storage/vault/door.ts';
import type { Entered } from './unlock.tsx';
import type { App, OfflineState, OwnAdditions, Route } from './view/app.ts';
import { sayCalendarDay, sayDay } from './view/dates.ts';
import { Failure } from './view/failure.tsx';
import { fetchLater } from './view/later.tsx';
import { startNavigation } from './view/navigation.ts';
import { startCover } from './view/parts/cover.tsx';
import { Root } from './view/root.tsx';
import { placeOf } from './view/routes.ts';

const place = document.getElementById('app');
if (place === null) throw new Error('the page has no element #app');
const bug = signal<unknown>(undefined);
addEventListener('error', (event) => {
  // Without an error it is a browser's remark, such as one on resizing.
  if (event.error) bug.value = event.error;
});
addEventListener('unhandledrejection', (event) => {
  bug.value = event.reason;
});

startCover();
// Not awaited here: what is fetched on the way in shares modules with this script, and waits until it has run.
createApp().then(
  (app) => render(<Root app={app} failureWords={FAILURE_WORDS} bug={bug} />, place),
  (error: unknown) => render(<Failure words={FAILURE_WORDS} error={error} />, place),
);

async function createApp(): Promise<App> {
  const [built] = packs;
  if (built === undefined) throw new Error('the app was built without a pack');
  const tags = offeredLanguages(Object.keys(messageUrls).filter((tag) => tag in built.words));
  const first = chooseLanguage(tags, readChoice(), navigator.languages);
  const speaking = fetchLanguage(first);
  const copies = new Set<Worker>();
  const options: StoreOptions = {
    startCopy() {
      const copy = new Worker(trustedScript(copyWorker), { type: 'module' });
      copies.add(copy);
      return copy;
    },
    otherTitle: speaking.then(({ messages }) =>
      createTranslate(first, messages)('storage.otherCopy', { title: '{title}' }),
    ),
  };
  /** Ends what holds the files of the second copies. */
  const ended = () => {
    for (const copy of copies) copy.terminate();
    copies.clear();
  };
  const [pack, spoken, { opened, unlocked, leave }] = await Promise.all([
    fetchJson<Pack>(built.url),
    speaking,
    openPlace(options, ended, async () => {
      const { messages } = await speaking;
      return createTranslate(first, messages);
    }),
  ]);

  const language = signal(first);
  const words = signal(spoken.words);
  const messages = signal(spoken.messages);
  const translate = computed(() => createTranslate(language.value, messages.value));
  const t: Translate = (key, params) => translate.value(key, params);
  effect(() => {
    document.documentElement.lang = language.value;
  });

  const alone = 'store' in opened ? undefined : opened.alone;
  const store = 'store' in opened ? opened.store : (alone?.store ?? createMemoryStore());
  const mended = signal(0);
  if ('store' in opened)
    void opened.second?.opened.then(({ report }) => {
      mended.value = report?.restored.length ?? 0;
    });
  const now = () => new Date().toISOString();
  const newId = () => crypto.randomUUID();
  const desk = createDesk({ pack, engine: createEngine(pack), store, now, newId });
  const wordingSource = () => ({ pack, words: words.value, t, language: language.value });
  const say = createWording(wordingSource);
  const reasoner = signal<Reasoner | undefined>(undefined);
  const additions = signal<OwnAdditions | undefined>(undefined);
  const handOn = signal<HandOn | undefined>(undefined);
  const workshop = signal<Workshop | undefined>(undefined);
  const protection = signal<Protection | undefined>(undefined);
  let bringing: Promise<void> | undefined;
  let makeNote: typeof createNote | undefined;
  const route = startNavigation();
  const offline = signal<OfflineState>('checking');
  const updateReady = signal(false);
  const worked = startOffline({ scriptUrl: worker, build: version.build });
  worked.subscribe((now) =>
    batch(() => {
      offline.value = now.state;
      updateReady.value = now.updateReady;
    }),
  );

  const app: App = {
    desk,
    words,
    t,
    say,
    reasoner,
    bringReasoner,
    additions,
    bringAdditions,
    handOn,
    async bringHandOn() {
      const { createHandOn } = await import('./exchange/hand-on.ts');
      handOn.value ??= createHandOn({ desk, store, app: version.app, now, newId });
    },
    workshop,
    async bringWorkshop() {
      const [exchange, ofDisk, inMemory, shipped] = await Promise.all([
        import('./exchange/workshop/create-workshop.ts'),
        import('./storage/workshop-store.ts'),
        import('./storage/memory-workshop-store.ts'),
        fetchJson<Exercise[]>(built.exercises),
      ]);
      if (workshop.peek() !== undefined) return;
      const keeps = 'store' in opened ? ofDisk.createWorkshopStore() : inMemory.createMemoryWorkshopStore();
      const made = await exchange.createWorkshop({
        pack,
        store: keeps,
        shipped,
        app: version.app,
        now,
        newId,
      });
      workshop.value ??= made;
    },
    async afterAction(state, boards) {
      const { afterAction } = await import('./documents/after-action.ts');
      const parts = {
        ...wordingSource(),
        calendarDay: (day: string) => sayCalendarDay(day, language.value),
        dayOf: (time: string) => sayDay(new Date(time), language.value, true),
      };
      return afterAction(parts, state, boards);
    },
    locked: unlocked !== undefined,
    protection,
    async bringProtection() {
      const [{ createProtection }, { createAdditionStore }] = await Promise.all([
        import('./protection.ts'),
        import('./storage/addition-store.ts'),
      ]);
      protection.value ??= createProtection({
        held: unlocked ?? { store, additions: createAdditionStore() },
        unlocked,
        options,
        ended,
        close: () => 'store' in opened && opened.close(),
        leave,
        saved: () => settled(app),
        ownWords: () => JSON.stringify([words.peek(), messages.peek()]),
      });
    },
    bottomLine: (session) => bottomLine(wordingSource(), session.evaluation.value),
    async prepareNote() {
      // All that goes into it, so that no note is shown or printed without a part of it.
      const [{ createNote }] = await Promise.all([
        import('./documents/note.ts'),
        bringAdditions(),
        bringReasoner(),
      ]);
      makeNote = createNote;
    },
    note(session, frozen) {
      const around = reasoner.value;
      if (makeNote === undefined || around === undefined)
        throw new Error('a note is shown before it was prepared');
      return makeNote(
        {
          ...wordingSource(),
          say,
          additions: frozen ?? additions.value?.all.value ?? [],
          asOf: desk.asOf,
          reasoner: around,
          calendarDay: (day) => sayCalendarDay(day, language.value),
          dayOf: (time) => sayDay(new Date(time), language.value, true),
        },
        session,
      );
    },
    async proof() {
      const [report, { witnessChecks }] = await Promise.all([
        fetchJson<Soundness>(built.proof),
        import('./engine/soundness/recheck.ts'),
      ]);
      return { report, checks: witnessChecks(createEngine(pack), report) };
    },
    language,
    // Where it is shown and no earlier: a browser reads its table of languages for the first name, slowly.
    languages: tags.map((tag) => ({
      tag,
      get name() {
        return endonym(tag);
      },
    })),
    async setLanguage(tag) {
      const next = await fetchLanguage(tag);
      keepChoice(tag);
      batch(() => {
        language.value = tag;
        words.value = next.words;
        messages.value = next.messages;
      });
    },
    route,
    ...openByRoute(route, desk),
    offline,
    updateReady,
    acceptUpdate: () => worked.acceptUpdate(),
    storage: signal('store' in opened ? 'works' : alone === undefined ? 'none' : 'once'),
    mended,
    version,
  };

  whenIdle(() => {
    bringAdditions().catch(() => {
      // A note and the screen of additions ask for them again, and say where that fails.
    });
    bringReasoner().catch(() => {
      // What lies around a verdict is then missing on its screen, which says so; verdicts do not need it.
    });
    void fetchLater(app);
    void app.bringProtection().catch(() => {
      // Its screen asks for it again. Until then this window neither locks by itself nor hears others lock.
    });
    void import('./view/hand-on/receive.ts').then(({ startReceiving }) => startReceiving());
  });
  return app;

  async function bringReasoner(): Promise<void> {
    const { createReasoner } = await import('./engine/create-reasoner.ts');
    reasoner.value ??= createReasoner(pack);
  }

  /** Once; after a failure it is tried again. */
  function bringAdditions(): Promise<void> {
    bringing ??= fetchAdditions().catch((error: unknown) => {
      bringing = undefined;
      throw error;
    });
    return bringing;
  }

  async function fetchAdditions(): Promise<void> {
    const [{ createAdditions }, { createAdditionStore }, { createMemoryAdditionStore }, file] =
      await Promise.all([
        import('./session/additions/create-additions.ts'),
        import('./storage/addition-store.ts'),
        import('./storage/memory-addition-store.ts'),
        import('./exchange/additions-file.ts'),
      ]);
    const own = createAdditions({
      pack,
      store:
        unlocked?.additions ??
        ('store' in opened
          ? createAdditionStore({ second: opened.second })
          : createMemoryAdditionStore(alone?.additions)),
      now,
      newId,
    });
    // So that no note is there before what belongs in it.
    await own.read;
    additions.value = {
      ...own,
      write: () => file.writeAdditionsFile(pack, now(), own.all.peek()),
      readFile: (text) => file.readAdditionsFile(text, pack.id),
    };
  }

  async function fetchLanguage(tag: string): Promise<{ words: PackWords; messages: Messages }> {
    const [packWords, ownMessages] = await Promise.all([
      fetchJson<PackWords>(built?.words[tag] ?? ''),
      fetchJson<Messages>(messageUrls[tag] ?? ''),
    ]);
    return { words: packWords, messages: ownMessages };
  }
}

interface OpenedPlace {
  opened: OpenedStore;
  /** Sessions are locked here, and this opens them. */
  unlocked: Entered | undefined;
  /** Gives back this window's share of the place. */
  leave(): void;
}

/** Where sessions lie: in the open, or locked; then nothing is shown before the passphrase was given. */
async function openPlace(
  options: StoreOptions,
  ended: () => void,
  speak: () => Promise<Translate>,
): Promise<OpenedPlace> {
  const [leave = () => undefined, sealed] = await Promise.all([takePlace('shared', 60_000), isSealedHere()]);
  if (sealed && place !== null) {
    const [t, { enter }] = await Promise.all([speak(), import('./unlock.tsx')]);
    const unlocked = await enter({ element: place, t, options, ended });
    if (unlocked !== undefined)
      return {
        opened: { store: unlocked.store, second: undefined, close: () => undefined },
        unlocked,
        leave,
      };
  }
  return { opened: await openStore(options), unlocked: undefined, leave };
}

/** Until what is being typed and done is on the disk; not longer than a moment. */
async function settled(app: App): Promise<void> {
  const end = performance.now() + 3000;
  do await new Promise((resolve) => setTimeout(resolve, 100));
  while (app.session.peek()?.saving.peek() === 'saving' && performance.now() < end);
}

/** Opens the session that the address names, and remembers in it where it was left. */
function openByRoute(
  route: ReadonlySignal<Route>,
  desk: App['desk'],
): Pick<App, 'session' | 'sessionMissing'> {
  const session = signal<OpenSession | undefined>(undefined);
  const sessionMissing = signal(false);
  const id = computed(() => (route.value.name === 'session' ? route.value.id : ''));
  effect(() => {
    const wanted = id.value;
    batch(() => {
      session.value = undefined;
      sessionMissing.value = false;
    });
    if (wanted === '') return;
    desk.open(wanted).then((found) => {
      // The reader may have gone on before the session was there.
      if (id.peek() !== wanted) return;
      batch(() => {
        session.value = found;
        sessionMissing.value = found === undefined;
      });
    }, failed);
  });
  effect(() => {
    const here = route.value;
    if (here.name !== 'session' || session.value?.id !== here.id) return;
    // Without its id, a question's address is on the way to one.
    if (here.view !== 'question' || here.item !== '') desk.leaveAt(here.id, placeOf(here));
  });
  return { session, sessionMissing };

  /** A store that cannot be read is no bug: the desk says so. */
  function failed(error: unknown): void {
    if (error instanceof Refusal) sessionMissing.value = true;
    else bug.value = error;
  }
}

/** What the build made and checked itself is not parsed again. */
async function fetchJson<T>(url: string): Promise<T> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return (await answer.json()) as T;
}

/** Once the first screen is there and nothing else is to be done. Safari has no idle callback. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 500);
}
