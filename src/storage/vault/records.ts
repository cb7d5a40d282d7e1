/** What the vault keeps beside sessions, in the same store and so kept as well as they: its header, and own additions. */
import type { Sealing } from '../../lock/sealing.ts';
import type { Wrapped } from '../../lock/vault-key.ts';
import type { Addition } from '../../session/additions/addition.ts';
import type { AdditionStore } from '../../session/additions/store.ts';
import { nextEntry } from '../../session/chain.ts';
import type { Entry } from '../../session/journal.ts';
import { DamagedJournal, idsIn, type SaveResult, type SessionStore } from '../../session/store.ts';
import { holding, NO_TIME, textIn } from './sealed-store.ts';

/** One in use; the other while the passphrase is changed. */
const HEADERS = ['vault a', 'vault b'] as const;
const ADDITIONS = 'additions ';

export interface Header {
  /** The higher one counts: it grows with each change of the passphrase. */
  n: number;
  /** `begun`: what is sealed is not all yet. `whole`: it is what counts. `left`: what is not sealed counts again. */
  state: 'begun' | 'whole' | 'left';
  wrapped: Wrapped;
  /** How many entries each session had when all were sealed: what is left of them in the open may go. */
  held: Record<string, number>;
}

/** undefined: there is none. @throws DamagedJournal where there is one that cannot be read. */
export async function readHeader(store: SessionStore): Promise<Header | undefined> {
  const found: Header[] = [];
  let damage: unknown;
  for (const id of HEADERS) {
    try {
      const last = (await store.read(id))?.entries.at(-1);
      if (last !== undefined) found.push(parseHeader(textIn(last)));
    } catch (error) {
      if (!(error instanceof DamagedJournal)) throw error;
      damage = error;
    }
  }
  const [header] = found.sort((a, b) => b.n - a.n);
  if (header === undefined && damage !== undefined) throw damage;
  return header;
}

/** Goes on in the journal of this header, or begins it. */
export async function writeHeader(store: SessionStore, header: Header): Promise<void> {
  const id = headerId(header);
  const last = (await store.read(id))?.entries.at(-1);
  kept(await store.append(id, [nextEntry(last, holding(last, JSON.stringify(header)), NO_TIME)]));
}

/** Takes away those that do not count any more, and with them what an old passphrase opens. */
export async function removeOtherHeaders(store: SessionStore, header: Header): Promise<void> {
  for (const id of HEADERS)
    if (id !== headerId(header) && (await store.read(id).catch(() => id)) !== undefined)
      kept(await store.remove(id));
}

function headerId({ n }: Header): string {
  return HEADERS[n % HEADERS.length] ?? '';
}

function parseHeader(text: string): Header {
  try {
    const { n, state, wrapped, held } = JSON.parse(text) as Partial<Header>;
    if (typeof n === 'number' && state !== undefined && wrapped !== undefined && held !== undefined)
      return { n, state, wrapped, held };
  } catch {
    // Told below.
  }
  throw new DamagedJournal('broken');
}

/** Why something of the vault was not kept: a code that the view words. */
export class VaultRefusal extends Error {
  override readonly name = 'VaultRefusal';
  constructor(readonly reason: string) {
    super(`the vault was refused: ${reason}`);
  }
}

/** @throws VaultRefusal where it is not kept. */
export function kept(result: SaveResult): void {
  if (result.kind !== 'saved') throw new VaultRefusal(result.kind === 'refused' ? result.reason : 'stale');
}

interface Step {
  put: Addition[];
}
const keyOf = ({ pack, id }: Pick<Addition, 'pack' | 'id'>) => JSON.stringify([pack, id]);

/** Own additions, as steps of a journal of their own, sealed. */
export function createSealedAdditions(inner: SessionStore, sealing: Sealing): AdditionStore {
  async function stored() {
    const ids = (await idsIn(inner)).filter((id) => id.startsWith(ADDITIONS));
    // Of two, one was being left when the page ended.
    const n = Math.max(0, ...ids.map((id) => Number(id.slice(ADDITIONS.length))));
    const { entries = [] } = (await inner.read(ADDITIONS + n)) ?? {};
    const all = new Map<string, Addition>();
    let damaged = 0;
    for (const sealed of entries) {
      const text = await sealing.open(textIn(sealed), sealed.prev);
      if (text === undefined) damaged += 1;
      else for (const one of (JSON.parse(text) as Step).put) all.set(keyOf(one), one);
    }
    return { n, last: entries.at(-1), all, damaged, others: ids.filter((id) => id !== ADDITIONS + n) };
  }

  async function append(n: number, last: Entry | undefined, step: Step): Promise<SaveResult> {
    const sealed = await sealing.seal(JSON.stringify(step), last?.hash ?? '');
    return inner.append(ADDITIONS + n, [nextEntry(last, holding(last, sealed), NO_TIME)]);
  }

  return {
    async list() {
      const { all, damaged } = await stored();
      return { additions: [...all.values()], damaged };
    },
    async put(additions) {
      const { n, last, all } = await stored();
      const fresh = additions.filter((one) => JSON.stringify(one) !== JSON.stringify(all.get(keyOf(one))));
      if (fresh.some((one) => one.revision !== (all.get(keyOf(one))?.revision ?? 0) + 1))
        return { kind: 'stale' };
      return fresh.length === 0 ? { kind: 'saved' } : append(n, last, { put: fresh });
    },
    async remove(addition) {
      const { n, all, others } = await stored();
      const known = all.get(keyOf(addition));
      if (known === undefined) return { kind: 'saved' };
      if (known.revision !== addition.revision) return { kind: 'stale' };
      all.delete(keyOf(addition));
      // Its text must not stay in a journal: a new one without it first, and the old one goes after that.
      const result = await append(n + 1, undefined, { put: [...all.values()] });
      if (result.kind !== 'saved') return result;
      for (const id of [...others, ADDITIONS + n]) await inner.remove(id);
      return result;
    },
    onChange: (listener) => inner.onChange((id) => id.startsWith(ADDITIONS) && listener()),
  };
}
