/** The two places in the browser's stores, opened when they are first asked for. */
import type { AdditionStore } from '../../session/additions/store.ts';
import { outlineOf, type SessionStore } from '../../session/store.ts';
import type { WorkshopStore } from '../../session/workshop/store.ts';
import { createAdditionStore } from '../addition-store.ts';
import { gistsOf } from '../gist-store.ts';
import { type OpenedStore, openStore, type StoreOptions } from '../open-store.ts';
import { VISIT_DATABASE } from '../visit-secret.ts';
import { createWorkshopStore } from '../workshop-store.ts';
import { churn, clearDatabases, clearFiles } from './clear.ts';
import { OPEN_PLACE, SEALED_PLACE } from './door.ts';
import { VaultRefusal } from './records.ts';
import type { Held, Places } from './vault.ts';

const ADDITIONS = 'waymark-additions';
const WORKSHOPS = 'waymark-workshop';
const SEALED_ADDITIONS = 'waymark-sealed-additions';

export interface BrowserPlaces extends Places {
  /** Lets go of everything, so that it can be cleared from here or elsewhere. */
  close(): void;
}

/**
 * @param options for the sealed place; its second copy is begun only where `options` starts one.
 * @param ended ends the workers that it started: they hold files.
 * @param inUse what is open already and counts, where nothing is sealed.
 */
export function createPlaces(options: StoreOptions, ended: () => void, inUse?: Held): BrowserPlaces {
  // Own additions lie in journals there, and none in a database of their own.
  const sealed = reopening({ ...options, database: SEALED_PLACE, additions: SEALED_ADDITIONS });
  const open = reopening({ database: OPEN_PLACE });
  let additions: ReturnType<typeof createAdditionStore> | undefined;
  const own = (): AdditionStore => {
    additions ??= createAdditionStore();
    return additions;
  };
  const openAdditions: AdditionStore = {
    list: () => own().list(),
    put: (all) => own().put(all),
    remove: (one) => own().remove(one),
    onChange: (listener) => own().onChange(listener),
  };
  let rooms: ReturnType<typeof createWorkshopStore> | undefined;
  const shop = (): WorkshopStore => {
    rooms ??= createWorkshopStore();
    return rooms;
  };
  const openWorkshops: WorkshopStore = {
    list: () => shop().list(),
    update: (kind, key, change) => shop().update(kind, key, change),
    remove: (kind, key) => shop().remove(kind, key),
    onChange: (listener) => shop().onChange(listener),
  };
  const closeBesides = () => {
    additions?.close();
    additions = undefined;
    rooms?.close();
    rooms = undefined;
  };

  async function clear(place: string, databases: readonly string[]): Promise<void> {
    await clearDatabases([place, `${place} scratch`, gistsOf(place), ...databases]);
    await clearFiles((name) => name.startsWith(`${place}.`));
    await globalThis.caches?.delete(`${place} second copy`);
  }

  return {
    sealed: sealed.store,
    open: inUse ?? { store: open.store, additions: openAdditions, workshops: openWorkshops },
    async clearSealed() {
      sealed.close();
      ended();
      await clear(SEALED_PLACE, [SEALED_ADDITIONS]);
    },
    async clearOpen() {
      open.close();
      closeBesides();
      await clear(OPEN_PLACE, [ADDITIONS, WORKSHOPS, VISIT_DATABASE]);
      // What was deleted is still on the disk otherwise. Where this fails, it is gone for the app all the same.
      await churn().catch(() => undefined);
    },
    async openIsThere() {
      const names = (await indexedDB.databases?.())?.map(({ name }) => name);
      // A browser that does not tell: then it is looked into.
      const ours = [OPEN_PLACE, gistsOf(OPEN_PLACE), ADDITIONS, WORKSHOPS];
      return names === undefined || ours.some((name) => names.includes(name));
    },
    close() {
      sealed.close();
      open.close();
      closeBesides();
    },
  };
}

/** A store that is opened by its first use, and again by the next one after it was closed. */
function reopening(options: StoreOptions): { store: SessionStore; close(): void } {
  let opening: Promise<OpenedStore> | undefined;
  async function ready(): Promise<SessionStore> {
    opening ??= openStore(options);
    const opened = await opening;
    if ('store' in opened) return opened.store;
    opening = undefined;
    throw new VaultRefusal(opened.none);
  }
  return {
    store: {
      list: async () => (await ready()).list(),
      outline: async (form) => outlineOf(await ready(), form),
      keepGists: async (form, gists) => (await ready()).keepGists?.(form, gists),
      read: async (id) => (await ready()).read(id),
      append: async (id, entries) => (await ready()).append(id, entries),
      copies: async (mend) => (await ready()).copies?.(mend),
      setPlace: async (id, place) => (await ready()).setPlace(id, place),
      setDeleted: async (id, time) => (await ready()).setDeleted(id, time),
      remove: async (id) => (await ready()).remove(id),
      onChange(listener) {
        let stop: (() => void) | undefined;
        let stopped = false;
        void ready().then((store) => {
          if (!stopped) stop = store.onChange(listener);
        });
        return () => {
          stopped = true;
          stop?.();
        };
      },
    },
    close() {
      void opening?.then((opened) => 'store' in opened && opened.close());
      opening = undefined;
    },
  };
}
