/** Where what lasts as long as a visit lies: sealed, in what the browser keeps for a tab or as a setting. */
import { type AtOnce, SECRET_BYTES, sealingAtOnce } from './lock/at-once.ts';
import { random } from './lock/keys.ts';
import type { Sealing } from './lock/sealing.ts';
import { visitSecret } from './storage/visit-secret.ts';
import type { VisitPlace } from './view/parts/visit.ts';

const VISIT = 'waymark.visits';
/** What releases until December 2026 wrote as it was typed. */
const IN_THE_OPEN = /^waymark\.(draft|what-if)\./;

/** @param vault what seals where there is a passphrase: rejects where it does not, since nothing may lie there open */
export async function openVisits(vault: Sealing | undefined): Promise<VisitPlace> {
  // Where no database answers nothing is kept and nothing is locked: then they lie there as they are.
  const secret = vault
    ? await vault.secretFor('visits')
    : await visitSecret(random(SECRET_BYTES)).catch(() => undefined);
  const sealing: AtOnce = secret ? sealingAtOnce(secret) : { seal: (text) => text, open: (text) => text };
  const write = (store: () => Storage, name: string, text: string | null) =>
    quiet(() => {
      if (text === null) store().removeItem(name);
      else store().setItem(name, sealing.seal(text, name));
    });
  const read = (store: () => Storage, name: string) =>
    quiet(() => sealing.open(store().getItem(name) ?? '', name)) ?? null;
  const tab = () => sessionStorage;
  const setting = () => localStorage;
  const keep = (texts: Iterable<readonly [string, string]>) => {
    const all = [...texts];
    write(tab, VISIT, all.length === 0 ? null : JSON.stringify(all));
  };
  const before = quiet(() => JSON.parse(read(tab, VISIT) ?? '[]') as [string, string][]) ?? [];
  const open = quiet(takenIn) ?? [];
  before.push(...open);
  if (open.length > 0) keep(before);
  return {
    before,
    keep,
    readShared: (name) => read(setting, name),
    writeShared: (name, text) => void write(setting, name, text),
  };
}

function takenIn(): [string, string][] {
  const found = Object.entries(sessionStorage).filter(([name]) => IN_THE_OPEN.test(name));
  for (const [name] of found) sessionStorage.removeItem(name);
  return found;
}

/** Where site data is blocked, or full, what is on screen has to do. */
function quiet<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
