/** Records as no Waymark writes them: made from good ones, by numbers that come again with the same seed. */
import { IDS, NAMES, VALUES } from './hostile-values.ts';
import { altered, below, chained, type Fields, hashOf, type Json, pick, type Random } from './mutated.ts';

/** What is kept in each place of this browser, as it is read from there. */
export interface Kept {
  sessions: Fields[];
  entries: Fields[];
  removed: Fields[];
  additions: Fields[];
  changes: Fields[];
  records: Fields[];
  gists: Fields[];
  packs: Fields[];
  /** Of the second copy, each with its id. */
  lines: Json[];
}

export type Place = keyof Kept;

/** One that is hostile, in one place or in both copies. */
export interface Hostile {
  kind: string;
  put: Partial<Kept>;
}

/** @param good as the app itself has written it. @param n tells it from all others */
export function hostile(good: Kept, n: number, random: Random): Hostile {
  const kind = KINDS[n % KINDS.length] ?? 'a session, altered';
  return { kind, put: MAKE[kind](structuredClone(good), n, random) };
}

type Make = (good: Kept, n: number, random: Random) => Partial<Kept>;

const MAKE = {
  'a session, altered and chained again': (good, n, random) => {
    const journal = journalOf(good, random);
    const entry = pick(journal, random) as Fields;
    entry.action = twisted(entry.action as Json, random);
    return kept(`h${n}`, chained(journal) as Fields[], random);
  },
  'a session with a name by birth, chained again': (good, n, random) => {
    const journal = journalOf(good, random);
    const name = pick(NAMES, random) ?? '';
    const { carried } = (journal[0] as Fields).action as { carried: Fields };
    const part = pick(['answers', 'ruledOut', 'readings', 'evidence', 'reviews'], random) ?? '';
    const value: Json = { answers: 'a', ruledOut: ['a'], readings: 'a', reviews: '2026-01-01' }[part] ?? {};
    carried[part] = Object.fromEntries([...Object.entries((carried[part] ?? {}) as Fields), [name, value]]);
    return kept(`h${n}`, chained(journal) as Fields[], random);
  },
  'a session, altered': (good, n, random) => {
    const journal = journalOf(good, random);
    return kept(`h${n}`, asList(twisted(journal as Json, random)), random);
  },
  'a session without its head, or with another': (good, n, random) => {
    const put = inDatabase(`h${n}`, journalOf(good, random));
    if (below(3, random) === 0) return { entries: put.entries };
    return { ...put, sessions: asList([twisted(put.sessions[0] ?? null, random)]) };
  },
  'a session without entries': (good, n, random) => ({
    sessions: inDatabase(`h${n}`, journalOf(good, random)).sessions,
  }),
  'a session under an id that is none': (good, _, random) =>
    kept(pick(IDS, random)?.() ?? '', journalOf(good, random), random),
  'entries in no order, some twice': (good, n, random) => {
    const journal = journalOf(good, random);
    const more = journal.map((entry) => ({ ...entry, seq: pick(SEQS, random)?.(entry.seq) ?? 0 }));
    return kept(`h${n}`, [...journal, ...more], random);
  },
  'a note of a removal': (_, n, random) => ({
    removed: asList([twisted({ id: pick([...IDS, () => `h${n}`], random)?.() ?? '', times: 1 }, random)]),
  }),
  'an own addition': (good, n, random) => {
    const addition = { ...pick(good.additions, random), id: `a${n}` } as Fields;
    if (below(4, random) === 0)
      addition[pick(['id', 'pack', 'output'], random) ?? ''] = pick(IDS, random)?.() ?? '';
    return { additions: asList([below(4, random) === 0 ? addition : twisted(addition, random)]) };
  },
  'a count of changes': (good, n, random) => ({
    changes: asList([twisted({ ...pick(good.changes, random), id: `a${n}` } as Fields, random)]),
  }),
  'a record of a workshop': (good, n, random) => {
    const record = { ...pick(good.records, random) } as Fields;
    const how = below(4, random);
    if (how === 0) record.kind = pick(IDS, random)?.() ?? '';
    record.key = how === 1 ? (pick(IDS, random)?.() ?? '') : `w${n}`;
    record.value = twisted(record.value ?? null, random);
    if (record.kind === 'room' && how > 1) record.value = named(record.value) as Json;
    return { records: [record] };
  },
  'a gist of a good session': (good, _, random) => {
    const gist = { ...pick(good.gists, random) } as Fields;
    gist.text = JSON.stringify(twisted(JSON.parse(String(gist.text)) as Json, random));
    return { gists: asList([below(4, random) === 0 ? twisted(gist, random) : gist]) };
  },
  'a line of the second copy': (good, n, random) => {
    const journal = journalOf(good, random);
    const lines: Json[] = [
      ...linesOf(`h${n}`, journal),
      { session: `h${n}`, deleted: 'soon' },
      { session: `h${n}`, removed: pick([-1, 1e300, 2 ** 53 - 1, 1], random) ?? 1 },
      { addition: { pack: 'x', id: `a${n}`, n: 2 ** 53 - 1, value: null } },
      { mark: 'busy' },
    ];
    return { lines: asList(twisted([pick(lines, random) ?? null], random)) };
  },
  'a pack that is none': (good, n, random) => ({
    packs: asList([twisted({ ...(good.packs[0] ?? {}), hash: `p${n}` }, random)]),
  }),
} satisfies Record<string, Make>;

type Kind = keyof typeof MAKE;
export const KINDS = Object.keys(MAKE) as Kind[];

/** In the place of a number. */
const SEQS: readonly ((seq: Json | undefined) => Json)[] = [
  (seq) => String(seq),
  (seq) => [seq ?? 0],
  (seq) => Number(seq) + 1000,
  (seq) => -Number(seq),
  (seq) => Number(seq) + 0.5,
  () => 0,
  () => 2 ** 53,
];

/** One to three places of it are altered. */
function twisted(root: Json, random: Random): Json {
  let tree = root;
  for (let n = 1 + below(3, random); n > 0; n--) tree = altered(tree, random, VALUES);
  return tree;
}

function asList(value: Json): Fields[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((one): one is Fields => typeof one === 'object' && one !== null && !Array.isArray(one));
}

/** A good one's entries, to be given another id. */
function journalOf({ sessions, entries }: Kept, random: Random): Fields[] {
  const id = pick(sessions, random)?.id;
  return entries.filter(({ session }) => session === id).map(({ session: _, ...entry }) => entry);
}

/** In the database, in the second copy, or in both. */
function kept(id: Json, journal: readonly Fields[], random: Random): Partial<Kept> {
  const where = below(3, random);
  return {
    ...(where === 0 ? {} : inDatabase(id, journal)),
    ...(where === 1 ? {} : { lines: linesOf(id, journal) }),
  };
}

function inDatabase(id: Json, journal: readonly Fields[]): Pick<Kept, 'sessions' | 'entries'> {
  const last = journal.at(-1)?.hash ?? '';
  return {
    sessions: [{ id, place: 'question/valueOf', deletedAt: '', count: journal.length, last }],
    entries: journal.map((entry) => ({ ...entry, session: id })),
  };
}

function linesOf(id: Json, journal: readonly Fields[]): Json[] {
  return journal.map((entry) => ({ session: id, entry }));
}

/** The entries of a room with the ids that they would have. */
function named(value: Json): Json {
  if (!Array.isArray(value)) return value;
  return value.map((entry) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry;
    const { seq = null, time = null, action = null } = entry;
    return { ...entry, id: hashOf({ seq, time, action }) };
  });
}
