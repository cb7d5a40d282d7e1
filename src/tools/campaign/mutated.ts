/** Files as they arrive broken, altered or forged: made from good ones, by numbers that come again with the same seed. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../engine/canonical.ts';

export interface Mutated {
  /** How it was made. */
  kind: string;
  bytes: Uint8Array;
}

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type Fields = Record<string, Json>;
export type Random = () => number;

/** @param good texts of files; @param random from 0 to 1 */
export function mutated(good: readonly string[], random: Random): Mutated {
  const text = pick(good, random) ?? '';
  const kind = pick(KINDS, random) ?? 'bytes';
  return { kind, bytes: MAKE[kind](text, random, good) };
}

const KINDS = ['bytes', 'cut', 'spliced', 'altered', 'sealed again', 'chained again', 'foreign'] as const;

const MAKE: Record<
  (typeof KINDS)[number],
  (text: string, random: Random, good: readonly string[]) => Uint8Array
> = {
  bytes(text, random) {
    const bytes = encoded(text);
    for (let n = 1 + below(8, random); n > 0; n--) bytes[below(bytes.length, random)] = below(256, random);
    return bytes;
  },
  cut: (text, random) => encoded(text.slice(0, below(text.length, random))),
  spliced(text, random, good) {
    const other = pick(good, random) ?? '';
    const [from, to, at] = [
      below(other.length, random),
      below(other.length, random),
      below(text.length, random),
    ];
    return encoded(text.slice(0, at) + other.slice(Math.min(from, to), Math.max(from, to)) + text.slice(at));
  },
  altered: (text, random) => encoded(JSON.stringify(altered(JSON.parse(text) as Json, random))),
  // As somebody would who knows how the digest is made.
  'sealed again': (text, random) => encoded(sealed(altered(JSON.parse(text) as Json, random))),
  // As somebody would who knows how the chain is made, too.
  'chained again'(text, random) {
    const file = JSON.parse(text) as Fields;
    const sessions = (file.session === undefined ? file.sessions : [file.session]) as Fields[];
    const session = pick(sessions, random);
    const entry = pick((session?.entries ?? []) as Fields[], random);
    if (session === undefined || entry === undefined) return encoded(text);
    entry.action = altered(entry.action ?? null, random);
    session.entries = chained(session.entries as Fields[]);
    return encoded(sealed(file));
  },
  foreign: (_, random) => pick(FOREIGN, random)?.() ?? new Uint8Array(),
};

const FOREIGN: readonly (() => Uint8Array)[] = [
  () => new Uint8Array(),
  () => encoded('null'),
  () => encoded('[]'),
  () => encoded('{"format":"waymark-session","version":1}'),
  () => encoded('{"format":"waymark-backup","version":1,"sessions":[],"additions":[]}'),
  () => encoded(`{"format":"waymark-session","version":1,"pack":${'['.repeat(5000)}${']'.repeat(5000)}}`),
  () => encoded('['.repeat(200_000)),
  () => encoded(`{"format":"waymark-session","version":${'9'.repeat(400)}}`),
  () => encoded('<html><script>alert(1)</script></html>'),
  () => Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0),
  () => Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0),
  () => Uint8Array.of(0xff, 0xfe, 0x7b, 0),
  () => Uint8Array.of(0xed, 0xa0, 0x80),
];

/** What stands where something else was. */
export const HOSTILE: readonly (() => Json)[] = [
  () => null,
  () => '',
  () => 0,
  () => -1,
  () => 1e308,
  () => 2 ** 53,
  () => true,
  () => [],
  () => ({}),
  () => '__proto__',
  () => 'constructor',
  () => 'toString',
  () => '<img src=x onerror=alert(1)>',
  () => '\u202e\u0000\ud800',
  () => 'x'.repeat(50_000),
  () => Array.from({ length: 2000 }, () => 0),
  () => JSON.parse('{"__proto__":{"polluted":true}}') as Json,
  () => JSON.parse('{"hasOwnProperty":1,"toString":1,"valueOf":1}') as Json,
  () => JSON.parse(`${'['.repeat(150)}${']'.repeat(150)}`) as Json,
  () => 'javascript:alert(1)',
  () => '../../x',
];

/**
 * One place of a tree changed: another value, taken away, doubled, renamed, or with something beside it.
 * @param values what stands where something else was
 */
export function altered(root: Json, random: Random, values: readonly (() => Json)[] = HOSTILE): Json {
  const places = placesIn(root);
  const place = pick(places, random);
  const value = pick(values, random)?.() ?? null;
  if (place === undefined) return value;
  const { holder, key } = place;
  if (Array.isArray(holder)) {
    const at = Number(key);
    const how = below(4, random);
    if (how === 0) holder.splice(at, 1);
    else if (how === 1) holder.splice(at, 0, holder[at] ?? null);
    else if (how === 2) holder.reverse();
    else holder[at] = value;
    return root;
  }
  const how = below(4, random);
  const before = holder[key] ?? null;
  if (how !== 0) delete holder[key];
  if (how === 0) put(holder, 'more', value);
  if (how === 1) put(holder, `${key}x`, before);
  if (how === 3) put(holder, key, value);
  return root;
}

/** A name such as `__proto__` becomes one of the object's own, as JSON.parse makes it. */
function put(holder: Fields, name: string, value: Json): void {
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}

function placesIn(root: Json): { holder: Json[] | Fields; key: string }[] {
  const places: { holder: Json[] | Fields; key: string }[] = [];
  const open: Json[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const holder = next;
    // Rules are long and never run: they are seldom what is altered.
    for (const [key, member] of Object.entries(holder)) {
      places.push({ holder, key });
      if (key !== 'pack' || places.length % 10 === 0) open.push(member);
    }
  }
  return places;
}

/** Each entry with the hash of the one before, and its own. */
export function chained(entries: readonly Fields[]): Json[] {
  let prev = '';
  return entries.map((one) => {
    const { seq, time, action } = one;
    const entry = { seq, time, action, prev } as Fields;
    prev = hashOf(entry);
    return { ...entry, hash: prev };
  });
}

function sealed(file: Json): string {
  if (typeof file !== 'object' || file === null || Array.isArray(file)) return JSON.stringify(file);
  const { digest: _, ...content } = file;
  return JSON.stringify({ ...content, digest: hashOf(content) });
}

/** SHA-256 (hex) of its canonical JSON. */
export function hashOf(value: Json): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

export function pick<T>(list: readonly T[], random: Random): T | undefined {
  return list[below(list.length, random)];
}
