/** The workshops of this device, for the page: where they lie, and what is shipped with the app. */
import type { Exercise } from './engine/exercise/exercise.ts';
import type { Pack } from './engine/pack.ts';
import { createWorkshop } from './exchange/workshop/create-workshop.ts';
import { fetchJson } from './fetch-json.ts';
import type { OpenedPlace } from './place.ts';
import type { Workshop } from './session/workshop/workshop.ts';
import { createMemoryWorkshopStore } from './storage/memory-workshop-store.ts';
import { createWorkshopStore } from './storage/workshop-store.ts';

interface Where extends Pick<OpenedPlace, 'opened' | 'unlocked'> {
  pack: Pack;
  /** The address of the exercises that come with the app. */
  exercises: string;
  /** Version of the app. */
  app: string;
  /** ISO 8601, UTC. */
  now: () => string;
  newId: () => string;
}

export async function openWorkshops({ opened, unlocked, exercises, ...rest }: Where): Promise<Workshop> {
  const inTheOpen = () => ('store' in opened ? createWorkshopStore() : createMemoryWorkshopStore('window'));
  return createWorkshop({
    ...rest,
    store: unlocked?.workshops ?? inTheOpen(),
    shipped: await fetchJson<Exercise[]>(exercises),
  });
}
