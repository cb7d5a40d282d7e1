/**
 * A passphrase set, changed and taken off, and everything wiped, with other windows at work and the browser killed at any
 * moment. What was called saved must be there afterwards; what was locked or wiped must not be readable.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Campaign, type Row, tableOf } from './campaign.ts';
import { createStock } from './vault-moves-profiles.ts';
import { type Came, type Plan, type Role, turn } from './vault-moves-turn.ts';
import type { MoveName } from './vault-moves-windows.ts';

interface Kind {
  name: string;
  moves: readonly MoveName[];
  /** Whether there is a passphrase before; undefined: by chance. */
  locked: boolean | undefined;
}

const KINDS: readonly Kind[] = [
  { name: 'set', moves: ['set'], locked: false },
  { name: 'change', moves: ['change'], locked: true },
  { name: 'take off', moves: ['take off'], locked: true },
  { name: 'wipe', moves: ['wipe'], locked: undefined },
  { name: 'set in two windows', moves: ['set', 'set'], locked: false },
  { name: 'change in two windows', moves: ['change', 'change'], locked: true },
  { name: 'change, take off in another', moves: ['change', 'take off'], locked: true },
  { name: 'set, wipe in another', moves: ['set', 'wipe'], locked: false },
];
const WINDOWS = [1, 2, 4];
/** Each move with each number of windows that has room for it, in turn. */
const CASES = WINDOWS.flatMap((windows) =>
  KINDS.filter(({ moves }) => moves.length <= windows).map((kind) => ({ kind, windows })),
);
/** Coprime to the number of cases, so that a short run has some of all. */
const STRIDE = 7;
/** How many sessions lie there; the many, which take long to seal, seldom. */
const SIZES = [0, 0, 40, 40, 40, 150];
const ENDS: readonly Plan['end'][] = [
  'closed',
  'killed before',
  'killed during',
  'killed during',
  'killed during',
  'killed after',
];
const ROLES: readonly Role[] = ['taps', 'types', 'taps', 'types', 'home', 'question'];

export const vaultMoves: Campaign = {
  name: 'vault-moves',
  about:
    'a passphrase set, changed and taken off, and all wiped, with one, two and four windows, killed at any moment',
  full: 120,
  short: 1,
  browsers: ['chromium'],
  async run(harm) {
    const { profile, times, random, progress } = harm;
    const word = `canary${Math.floor(random() * 2 ** 32).toString(36)}`;
    const stock = createStock(harm, word);
    const lengths = createLengths();
    const rows = new Map<string, Counts>();
    for (let n = 0; n < times; n++) {
      const { kind, windows } = CASES[(n * STRIDE) % CASES.length] as (typeof CASES)[number];
      const plan = n === 0 ? QUIET : planned(kind, windows, lengths, random);
      const folder = join(profile, `turn-${n}`);
      const stocked = await stock.copied(plan.size, plan.locked, folder);
      const what = `${n + 1}: ${told(kind, plan)}`;
      const start = Date.now();
      const came = await turn(harm, stocked, plan, folder);
      rmSync(folder, { recursive: true, force: true });
      if (came.took !== undefined) lengths.learn(plan, came.took);
      count(rows, `${kind.name}|${windows}`, plan, came);
      progress(`${what}: ${sayingOf(came)} (${Math.round((Date.now() - start) / 1000)} s)`);
      // A long run may be ended by hand.
      if ((n + 1) % CASES.length === 0) progress(`${tableOf(inOrder(rows))}\n`);
    }
    const all = inOrder(rows);
    return { rows: all, failed: all.reduce((sum, row) => sum + failedIn(row), 0) };
  },
};

function inOrder(rows: ReadonlyMap<string, Counts>): Row[] {
  return CASES.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)).flatMap(
    ({ kind, windows }): Row[] => {
      const counts = rows.get(`${kind.name}|${windows}`);
      return counts === undefined ? [] : [{ move: kind.name, windows, ...counts }];
    },
  );
}

/** The first turn of all: one window, nobody in a hurry, nothing killed. */
const QUIET: Plan = {
  moves: ['set'],
  windows: 1,
  size: 0,
  locked: false,
  end: 'closed',
  killAt: 0,
  apart: 0,
  leaves: false,
  roles: ['types'],
};

function planned(
  { moves, locked }: Kind,
  windows: number,
  lengths: ReturnType<typeof createLengths>,
  random: () => number,
): Plan {
  const any = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const plan: Plan = {
    moves,
    windows,
    size: any(SIZES),
    locked: locked ?? random() < 0.5,
    end: any(ENDS),
    killAt: random(),
    apart: random() < 0.5 ? 0 : Math.floor(random() * 3000),
    // A change of the passphrase is over before one could.
    leaves: random() < 0.4 && moves[0] !== 'change',
    // Who presses has worked there before.
    roles: Array.from({ length: windows }, (_, i) =>
      i < moves.length ? any(['taps', 'types']) : any(ROLES),
    ),
  };
  return { ...plan, killAt: Math.floor(plan.killAt * lengths.of(plan)) };
}

/** How long each move takes here, so that a kill comes while it is under way. */
function createLengths() {
  const known = new Map<string, number>();
  const nameOf = ({ moves, size, windows }: Plan) => `${moves[0]} ${size} ${windows > 1}`;
  const guessed = ({ moves, size }: Plan) => 1500 + (moves[0] === 'change' ? 0 : size * 30);
  /** Than on a machine that does nothing else. */
  let slower = 1;
  return {
    of: (plan: Plan) => known.get(nameOf(plan)) ?? slower * guessed(plan),
    learn(plan: Plan, took: number) {
      known.set(nameOf(plan), took);
      slower = took / guessed(plan);
    },
  };
}

/** The columns, in their order. What must be 0 is in MUST_BE_NONE. */
const NOTHING = {
  turns: 0,
  'not tried': 0,
  'killed under way': 0,
  'killed otherwise': 0,
  'told as done': 0,
  refused: 0,
  acknowledged: 0,
  lost: 0,
  'sessions lost': 0,
  'windows left in the clear': 0,
  'turns with something readable': 0,
  'old passphrase opens': 0,
  'told passphrase does not open': 0,
  'failure pages': 0,
  hangs: 0,
  'turns with typed text on the disk': 0,
  'with the old key on the disk': 0,
};
type Counts = typeof NOTHING;

const MUST_BE_NONE: readonly (keyof Counts)[] = [
  // What the campaign could not do is no finding, and must not pass for one.
  'not tried',
  'lost',
  'sessions lost',
  'windows left in the clear',
  'turns with something readable',
  'old passphrase opens',
  'told passphrase does not open',
  'failure pages',
  'hangs',
  'turns with typed text on the disk',
];

function failedIn(row: Row): number {
  return MUST_BE_NONE.reduce((sum, name) => sum + Number(row[name]), 0);
}

function count(rows: Map<string, Counts>, key: string, { end }: Plan, came: Came): void {
  const counts = rows.get(key) ?? { ...NOTHING };
  rows.set(key, counts);
  counts.turns += 1;
  if (came.notTried !== '') {
    counts['not tried'] += 1;
    return;
  }
  if (end !== 'closed') counts[came.cutOff ? 'killed under way' : 'killed otherwise'] += 1;
  counts['told as done'] += came.told.filter((one) => one === 'done').length;
  counts.refused += came.told.filter((one) => one === 'refused').length;
  counts.acknowledged += came.acknowledged;
  counts.lost += came.lost;
  counts['sessions lost'] += came.sessionsLost;
  counts['windows left in the clear'] += came.windowsClear;
  counts['turns with something readable'] += Number(came.readable.length > 0);
  counts['old passphrase opens'] += came.oldOpens;
  counts['told passphrase does not open'] += came.toldOpensNot;
  counts['failure pages'] += came.failures;
  counts.hangs += came.hangs;
  counts['turns with typed text on the disk'] += Number(came.texts.length > 0);
  counts['with the old key on the disk'] += Number(came.keys.length > 0);
}

function told({ name }: Kind, { windows, size, locked, end, leaves, roles, killAt }: Plan): string {
  const at = end === 'killed during' ? ` at ${killAt} ms` : '';
  return `${name}, ${windows} windows (${roles.join(', ')}), ${size} sessions${locked ? ', locked' : ''}, ${end}${at}${leaves ? ', leaves' : ''}`;
}

/** What came of it, without what is nothing. */
function sayingOf(came: Came): string {
  const some = Object.entries(came).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value));
  return JSON.stringify(Object.fromEntries(some));
}
