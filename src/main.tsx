/** The composition root: with its neighbours in this folder, all that knows every layer. Makes each part and hands it on. */
import './view/styles/index.css';
import { packs, version, worker } from 'virtual:waymark';
import { batch, computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import { type Brief, openBrief } from './brief/brief.ts';
import { createBriefParts } from './brief-parts.ts';
import { startCopyWorker } from './copy-worker.ts';
import type { createExplain } from './documents/wording/explain.ts';
import type { Pack } from './engine/pack.ts';
import type { PackWords } from './engine/words.ts';
import { fetchJson } from './fetch-json.ts';
import { startLanguage } from './languages.ts';
import { FAILURE_WORDS } from './messages/failure.ts';
import { startOffline } from './offline/register.ts';
import { openByRoute } from './opened-session.ts';
import { openPlace } from './place.ts';
import { createDesk } from './session/create-desk.ts';
import type { HandOn } from './session/hand-on/hand-on.ts';
import type { Protection } from './session/protection.ts';
import type { Workshop } from './session/workshop/workshop.ts';
import type { StoreOptions } from './storage/open-store.ts';
import type { App, InBrief, OfflineState, OlderPacks, OwnAdditions } from './view/app.ts';
import { sayCalendarDay, sayDay } from './view/dates.ts';
import { Failure } from './view/failure.tsx';
import { fetchLater } from './view/later.tsx';
import { startNavigation } from './view/navigation.ts';
import { newId } from './view/new-id.ts';
import { startCover } from './view/parts/cover.tsx';
import { bringVisit } from './view/parts/visit.ts';
import { Root } from './view/root.tsx';

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
createApp(place).then(
  (app) => render(<Root app={app} failureWords={FAILURE_WORDS} bug={bug} />, place),
  (error: unknown) => render(<Failure words={FAILURE_WORDS} error={error} />, place),
);

async function createApp(element: HTMLElement): Promise<App> {
  const speaking = startLanguage(packs.map(({ words }) => words));
  const copies = new Set<Worker>();
  const options: StoreOptions = {
    // Over plain HTTP a browser has no second place: that is no failure, and said where it matters.
    ...(isSecureContext && {
      startCopy() {
        const copy = startCopyWorker();
        copies.add(copy);
        return copy;
      },
    }),
    otherTitle: speaking.speak().then((t) => t('storage.otherCopy', { title: '{title}' })),
  };
  /** Ends what holds the files of the second copies. */
  const ended = () => {
    for (const copy of copies) copy.terminate();
    copies.clear();
  };
  const [opening, spoken, { opened, unlocked, share }] = await Promise.all([
    Promise.all(packs.map(async (built) => openBrief(await fetchJson<Pack>(built.url)))),
    speaking.ready,
    openPlace({ element, options, ended, speak: speaking.speak }),
  ]);
  const { language, words, messages, t } = spoken;
  const [first, ...others] = opening;
  const [built] = packs;
  if (first === undefined || built === undefined) throw new Error('the app was built without a pack');
  const briefs: [Brief, ...Brief[]] = [first, ...others];

  const alone = 'store' in opened ? undefined : opened.alone;
  const store =
    'store' in opened
      ? opened.store
      : (alone?.store ?? (await import('./storage/memory-store.ts')).createMemoryStore('window'));
  const mended = signal(0);
  if ('store' in opened)
    void opened.second?.opened.then(({ report }) => {
      mended.value = report?.restored.length ?? 0;
    });
  const now = () => new Date().toISOString();
  const gistForm = version.build;
  const desk = createDesk({ briefs, store, now, newId, gistForm });
  const { pack } = first;
  const additions = signal<OwnAdditions | undefined>(undefined);
  const handOn = signal<HandOn | undefined>(undefined);
  const workshop = signal<Workshop | undefined>(undefined);
  const protection = signal<Protection | undefined>(undefined);
  let bringing: Promise<void> | undefined;
  let older: OlderPacks | undefined;
  let explainer: typeof createExplain | undefined;
  const inBriefs = new Map<string, InBrief>();
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
    t,
    bringExplain,
    inBrief(brief) {
      const { id } = brief.pack;
      const at = briefs.findIndex(({ pack }) => pack.id === id);
      const known = inBriefs.get(id) ?? inBriefAt(at);
      inBriefs.set(id, known);
      return known;
    },
    additions,
    bringAdditions,
    handOn,
    async bringHandOn() {
      const { createHandOn } = await import('./exchange/hand-on.ts');
      handOn.value ??= createHandOn({ desk, brief: first, store, app: version.app, now, newId });
    },
    workshop,
    async bringWorkshop() {
      const { openWorkshops } = await import('./own-workshops.ts');
      if (workshop.peek() !== undefined) return;
      const { exercises } = built;
      const made = await openWorkshops({ pack, exercises, opened, unlocked, app: version.app, now, newId });
      workshop.value ??= made;
    },
    async afterAction(state, boards) {
      const { afterAction } = await import('./documents/after-action.ts');
      const parts = {
        pack,
        words: here.words.value,
        t,
        language: language.value,
        calendarDay: (day: string) => sayCalendarDay(day, language.value),
        dayOf: (time: string) => sayDay(new Date(time), language.value, true),
      };
      return afterAction(parts, state, boards);
    },
    async bringOlderPacks() {
      const { createOlderPacks } = await import('./older-pack.ts');
      older ??= createOlderPacks(desk, 'store' in opened);
      return older;
    },
    locked: unlocked !== undefined,
    protection,
    async bringProtection() {
      const { createProtection } = await import('./protection.ts');
      protection.value ??= createProtection({
        store,
        unlocked,
        options,
        ended,
        close: () => 'store' in opened && opened.close(),
        share,
        saved: () => settled(app),
        gistForm,
        ownWords: () => JSON.stringify([words.peek(), messages.peek()]),
      });
    },
    language,
    languages: spoken.languages,
    setLanguage: spoken.setLanguage,
    route,
    ...openByRoute(route, desk, (error) => {
      bug.value = error;
    }),
    offline,
    updateReady,
    acceptUpdate: () => worked.acceptUpdate(),
    checkFiles: worked.checkFiles,
    checkData: async () => (await import('./data-check.ts')).checkData(app, store),
    rawCopy: async () => (await import('./storage/raw.ts')).rawCopy(),
    checkCopies: async (mend) => store.copies?.(mend),
    storage: signal('store' in opened ? 'works' : alone === undefined ? 'none' : 'once'),
    mended,
    version,
  };

  const here = app.inBrief(first);
  // At home everything is at rest. While developing, what a gist says may change from one moment to the next.
  effect(() => {
    if (!desk.ready.value || route.value.name !== 'home' || version.build === 'dev') return;
    whenIdle(() => void desk.keepGists().catch(() => undefined));
  });

  whenIdle(() => {
    bringAdditions().catch(() => {
      // A note and the screen of additions ask for them again, and say where that fails.
    });
    here.bringReasoner().catch(() => {
      // What lies around a verdict is then missing on its screen, which says so; verdicts do not need it.
    });
    void fetchLater(here);
    // What is answered from now on can be judged by it for as long as there is a session.
    void app
      .bringOlderPacks()
      .then((packs) => packs.keep(pack, language.peek(), here.words.peek()))
      .catch(() => {
        // Where it cannot be kept, a later version says that this one is not on the device.
      });
    void app.bringProtection().catch(() => {
      // Its screen asks for it again. Until then this window neither locks by itself nor hears others lock.
    });
    void bringVisit();
    void import('./view/hand-on/receive.ts').then(({ startReceiving }) => startReceiving());
  });
  return app;

  function inBriefAt(at: number): InBrief {
    const [brief, built] = [briefs[at], packs[at]];
    if (brief === undefined || built === undefined)
      throw new Error('a screen is about a brief that is not here');
    const parts = createBriefParts({
      desk,
      t,
      language,
      additions,
      bringAdditions,
      bringExplain,
      brief,
      words: computed(() => words.value[at] as PackWords),
      proof: built.proof,
      explainer: () => explainer,
    });
    return Object.setPrototypeOf(parts, app) as InBrief;
  }

  async function bringExplain(): Promise<void> {
    explainer ??= (await import('./documents/wording/explain.ts')).createExplain;
  }

  /** Once; after a failure it is tried again. */
  function bringAdditions(): Promise<void> {
    bringing ??= import('./own-additions.ts')
      .then(async ({ openAdditions }) => {
        additions.value = await openAdditions({ pack, opened, unlocked, now, newId });
      })
      .catch((error: unknown) => {
        bringing = undefined;
        throw error;
      });
    return bringing;
  }
}

/** Until what is being typed and done is on the disk; not longer than a moment. */
async function settled(app: App): Promise<void> {
  const end = performance.now() + 3000;
  do await new Promise((resolve) => setTimeout(resolve, 100));
  while (app.session.peek()?.saving.peek() === 'saving' && performance.now() < end);
}

/** Once the first screen is there and nothing else is to be done. Safari has no idle callback. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 500);
}
