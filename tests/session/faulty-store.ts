/** A store in memory whose faults a test sets, and which several desks can share as tabs share a browser. */
import { openBrief } from '../../src/brief/brief.ts';
import { createDesk } from '../../src/session/create-desk.ts';
import type { Desk, OpenSession } from '../../src/session/desk.ts';
import type { Entry } from '../../src/session/journal.ts';
import type { SaveResult, SessionStore, StoredSession } from '../../src/session/store.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { smallBrief, smallPack } from './small-pack.ts';

export interface FaultyStore extends SessionStore {
  /** What a write does instead of keeping; undefined: it keeps. */
  fault: undefined | SaveResult | 'throw' | 'never' | 'keepAndRefuse';
  /** What a reading does instead. */
  readFault: Error | undefined;
  readonly appends: Entry[][];
  /** Sends a hint to every listener, as another tab would. */
  hint(id: string): void;
}

export function faultyStore(inner: SessionStore = createMemoryStore()): FaultyStore {
  const listeners = new Set<(id: string) => void>();
  async function write(keep: () => Promise<SaveResult>): Promise<SaveResult> {
    if (store.fault === undefined) return keep();
    if (store.fault === 'throw') throw new Error('a fault');
    if (store.fault === 'never') return new Promise(() => undefined);
    if (store.fault !== 'keepAndRefuse') return store.fault;
    await keep();
    return { kind: 'refused', reason: 'timeout' };
  }
  async function read<T>(work: () => Promise<T>): Promise<T> {
    if (store.readFault !== undefined) throw store.readFault;
    return work();
  }
  const store: FaultyStore = {
    fault: undefined,
    readFault: undefined,
    appends: [],
    list: () => read(() => inner.list()),
    read: (id) => read(() => inner.read(id)),
    append: (id, entries) => {
      store.appends.push(entries);
      return write(() => inner.append(id, entries));
    },
    setPlace: (id, place) => inner.setPlace(id, place),
    setDeleted: (id, time) => write(() => inner.setDeleted(id, time)),
    remove: (id) => write(() => inner.remove(id)),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hint: (id) => {
      for (const listener of listeners) listener(id);
    },
  };
  return store;
}

let sessions = 0;

/** A desk over the store; its times are `<name>-0001`, `<name>-0002`, ..., so that every entry is unique. */
export function deskOver(store: SessionStore, name = 'a', pack = smallPack): Desk & { times: string[] } {
  const times: string[] = [];
  const now = () => {
    times.push(`${name}-${String(times.length + 1).padStart(4, '0')}`);
    return times.at(-1) ?? '';
  };
  const newId = () => `s${++sessions}`;
  const brief = pack === smallPack ? smallBrief : openBrief(pack);
  const desk = createDesk({ briefs: [brief], store, now, newId });
  return Object.assign(desk, { times });
}

export async function begun(desk: Desk, scenario?: string): Promise<OpenSession> {
  const [brief] = desk.briefs;
  const start = {
    brief,
    path: 'whole' as const,
    title: 'Begun',
    ...(scenario === undefined ? {} : { scenario }),
  };
  const result = await desk.create(start);
  return opened(desk, 'id' in result ? result.id : '');
}

export async function opened(desk: Desk, id: string): Promise<OpenSession> {
  const session = await desk.open(id);
  if (session === undefined) throw new Error(`no session ${id}`);
  return session;
}

export async function storedIn(store: SessionStore, id: string): Promise<StoredSession> {
  const stored = await store.read(id);
  if (stored === undefined) throw new Error(`nothing stored of ${id}`);
  return stored;
}

/** Lets everything that is already under way come to its end. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}
