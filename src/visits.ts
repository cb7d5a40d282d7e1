/** Where what lasts as long as a visit lies: sealed, in what the browser keeps for a tab or as a setting. */
import { random } from './lock/keys.ts';
import { createSealing, type Sealing } from './lock/sealing.ts';
import { keysOf, SECRET_BYTES } from './lock/vault-key.ts';
import { visitSecret } from './storage/visit-secret.ts';
import type { VisitPlace } from './view/parts/visit.ts';

const VISIT = 'waymark.visits';
/** What releases until December 2026 wrote as it was typed. */
const IN_THE_OPEN = /^waymark\.(draft|what-if)\./;

/** @param vault what seals where there is a passphrase */
export async function openVisits(vault?: Sealing): Promise<VisitPlace> {
  const sealing = vault ?? (await quiet(ownSealing));
  /** One turn for each name: what was sealed late must not replace what came after it. */
  const turns = new Map<string, number>();
  const write = async (store: Storage, name: string, text: string | null) => {
    const turn = (turns.get(name) ?? 0) + 1;
    turns.set(name, turn);
    if (text === null) return store.removeItem(name);
    const sealed = sealing ? await sealing.seal(text, name) : text;
    if (turns.get(name) === turn) store.setItem(name, sealed);
  };
  const read = async (store: Storage, name: string) => {
    const found = store.getItem(name);
    return (found !== null && sealing ? await sealing.open(found, name) : found) ?? null;
  };
  const keep = (texts: Iterable<readonly [string, string]>) => {
    const all = [...texts];
    void quiet(() => write(sessionStorage, VISIT, all.length === 0 ? null : JSON.stringify(all)));
  };
  const before = await quiet(
    async () => JSON.parse((await read(sessionStorage, VISIT)) ?? '[]') as [string, string][],
  );
  const open = (await quiet(async () => takenIn())) ?? [];
  const all = [...(before ?? []), ...open];
  if (open.length > 0) keep(all);
  return {
    before: all,
    keep,
    readShared: async (name) => (await quiet(() => read(localStorage, name))) ?? null,
    writeShared: (name, text) => quiet(() => write(localStorage, name, text)),
  };
}

/** undefined: over plain HTTP a browser seals nothing; there is no passphrase there either. @throws Refusal */
async function ownSealing(): Promise<Sealing | undefined> {
  if (crypto.subtle === undefined) return undefined;
  return createSealing(await keysOf(await visitSecret(random(SECRET_BYTES)), 'waymark-visit 1'));
}

function takenIn(): [string, string][] {
  const found = Object.entries(sessionStorage).filter(([name]) => IN_THE_OPEN.test(name));
  for (const [name] of found) sessionStorage.removeItem(name);
  return found;
}

/** Where site data is blocked, or full, what is on screen has to do. */
async function quiet<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}
