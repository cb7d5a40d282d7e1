/** Own additions with the store that they lie in, sealed, open or in memory, and their file. */
import type { Pack } from './engine/pack.ts';
import { readAdditionsFile, writeAdditionsFile } from './exchange/additions-file.ts';
import type { OpenedPlace } from './place.ts';
import { createAdditions } from './session/additions/create-additions.ts';
import { createAdditionStore } from './storage/addition-store.ts';
import { createMemoryAdditionStore } from './storage/memory-addition-store.ts';
import type { OwnAdditions } from './view/app.ts';

interface Where extends Pick<OpenedPlace, 'opened' | 'unlocked'> {
  pack: Pack;
  /** The time as ISO 8601, UTC. */
  now: () => string;
  newId: () => string;
}

/** Resolves once they have been read, so that no note is there before what belongs in it. */
export async function openAdditions({ pack, opened, unlocked, now, newId }: Where): Promise<OwnAdditions> {
  const inTheOpen = () =>
    'store' in opened
      ? createAdditionStore({ second: opened.second })
      : createMemoryAdditionStore(opened.alone?.additions, 'window');
  const own = createAdditions({ pack, store: unlocked?.additions ?? inTheOpen(), now, newId });
  await own.read;
  return {
    ...own,
    write: () => writeAdditionsFile(pack, now(), own.all.peek()),
    readFile: (text) => readAdditionsFile(text, pack.id),
  };
}
