/**
 * Everything that this browser keeps here as it lies there, read and never changed: what cannot be opened can be kept by
 * that, and looked at by somebody who knows how. Sealed records stay sealed.
 */
import { openDB } from 'idb';
import { fileNames } from './vault/clear.ts';

export interface RawCopy {
  /** By name, then by store: its records, in order of their keys. */
  databases: Record<string, Record<string, { key: unknown; value: unknown }[]>>;
  /** By name, base64. */
  files: Record<string, string>;
  /** By name, then by address, base64. */
  caches: Record<string, Record<string, string>>;
  /** What could not even be read. */
  failed: string[];
}

/** Caches of the app's releases hold the app and nothing of anybody's. */
const isRelease = (name: string) => name.includes('/');
const isOurs = (name: string) => name.startsWith('waymark') && !isRelease(name);

/** Never rejects: what cannot be read is named in `failed`. Values are plain JSON, see `plain`. */
export async function rawCopy(): Promise<RawCopy> {
  const raw: RawCopy = { databases: {}, files: {}, caches: {}, failed: [] };
  const each = async (names: readonly string[], read: (name: string) => Promise<void>) => {
    for (const name of names.filter(isOurs)) await read(name).catch(() => void raw.failed.push(name));
  };
  const listed = async (what: string, list: () => Promise<string[]>) =>
    list().catch(() => {
      raw.failed.push(what);
      return [];
    });
  await each(
    await listed('databases', async () =>
      ((await indexedDB.databases?.()) ?? []).flatMap(({ name }) => name ?? []),
    ),
    async (name) => {
      raw.databases[name] = await storesOf(name);
    },
  );
  await each(await listed('files', fileNames), async (name) => {
    const folder = await navigator.storage?.getDirectory?.();
    const file = await (await folder?.getFileHandle(name))?.getFile();
    if (file) raw.files[name] = base64(new Uint8Array(await file.arrayBuffer()));
  });
  const kept = typeof caches === 'undefined' ? undefined : caches;
  await each(await listed('caches', async () => (await kept?.keys()) ?? []), async (name) => {
    const entries: Record<string, string> = {};
    const cache = await kept?.open(name);
    for (const request of (await cache?.keys()) ?? []) {
      const bytes = await (await cache?.match(request))?.arrayBuffer();
      if (bytes) entries[request.url] = base64(new Uint8Array(bytes));
    }
    raw.caches[name] = entries;
  });
  return raw;
}

async function storesOf(name: string): Promise<RawCopy['databases'][string]> {
  const database = await openDB(name);
  try {
    const stores: RawCopy['databases'][string] = {};
    for (const store of database.objectStoreNames) {
      const [keys, values] = await Promise.all([database.getAllKeys(store), database.getAll(store)]);
      stores[store] = keys.map((key, i) => ({ key: plain(key), value: plain(values[i]) }));
    }
    return stores;
  } finally {
    database.close();
  }
}

/**
 * A value of a structured clone as JSON can carry it: what JSON has no form for becomes an object with one name, `$` and
 * what it is. Members are named as they were, inherited names included.
 */
export function plain(value: unknown, above: readonly object[] = []): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : { $number: String(value) };
    case 'bigint':
      return { $bigint: String(value) };
    case 'object':
      break;
    default:
      return { [`$${typeof value}`]: String(value) };
  }
  if (value === null) return null;
  if (above.includes(value)) return { $circle: above.indexOf(value) };
  const within = [...above, value];
  const inner = (one: unknown) => plain(one, within);
  if (ArrayBuffer.isView(value))
    return { $bytes: base64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
  if (value instanceof ArrayBuffer) return { $bytes: base64(new Uint8Array(value)) };
  if (value instanceof Date) return { $date: String(value.getTime()) };
  if (value instanceof Map) return { $map: [...value].map(([key, member]) => [inner(key), inner(member)]) };
  if (value instanceof Set) return { $set: [...value].map(inner) };
  if (Array.isArray(value)) return value.map(inner);
  // Without a prototype, so that `__proto__` is a name like any other.
  const copy: Record<string, unknown> = Object.create(null);
  for (const [name, member] of Object.entries(value)) copy[name] = inner(member);
  return copy;
}

/** In parts: a call with a million arguments is refused. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
