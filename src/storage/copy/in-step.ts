/** Brings the two copies in step: what one lacks comes from the other, and what neither has is told. */
import { nextEntry } from '../../session/chain.ts';
import { fold } from '../../session/fold.ts';
import type { Entry } from '../../session/journal.ts';
import { type AdditionDatabase, putStates, readStates } from '../addition-database.ts';
import { laterOf } from '../addition-state.ts';
import type { FirstStore } from '../first-store.ts';
import { type Outcome, reconcile, type Sides } from '../reconcile.ts';
import type { Copy } from './copy.ts';
import { type Answer, type Damage, NOTHING_DONE, type StepReport } from './protocol.ts';

export interface InStep {
  first: FirstStore;
  additions: AdditionDatabase;
  copy: Copy;
  /** The title of a session that was found beside another; `{title}` stands for that one's. */
  otherTitle: string;
}

/** All sessions of both. Another window may write meanwhile: its sessions are left to their next write. */
export async function bringAllInStep(parts: InStep): Promise<StepReport> {
  const { first, copy } = parts;
  const held = await first.readAll();
  const { sessions, removed } = copy.contents;
  const ids = new Set([
    ...held.sessions.keys(),
    ...sessions.keys(),
    ...held.removed.keys(),
    ...removed.keys(),
  ]);
  const report: StepReport = { ...NOTHING_DONE };
  for (const id of ids) {
    const sides: Sides = {
      first: held.sessions.get(id),
      second: sessions.get(id),
      ended: Math.max(held.removed.get(id) ?? 0, removed.get(id) ?? 0),
    };
    const outcome = judged(id, sides);
    const noted = held.removed.get(id) === removed.get(id) && !sides.first && !sides.second;
    if (outcome.kind !== 'same' && !noted) add(report, await apply(parts, id, sides, outcome));
  }
  report.additions = await bringAdditionsInStep(parts);
  return report;
}

/** One session must not end all others, whatever a store has of it: a key of a database need be no text. */
function judged(id: unknown, sides: Sides): Outcome {
  const damaged: Outcome = { kind: 'damaged', reason: 'broken', entries: [], known: 0 };
  if (typeof id !== 'string') return damaged;
  try {
    return reconcile(sides);
  } catch {
    return damaged;
  }
}

/** All own additions: they are few. Returns whether the database was made good. */
export async function bringAdditionsInStep({ additions, copy }: InStep): Promise<boolean> {
  const first = await readStates(additions);
  const second = copy.contents.additions;
  const states = [...new Set([...first.keys(), ...second.keys()])].flatMap((key) => {
    const to = laterOf(first.get(key), second.get(key));
    return to === undefined ? [] : [{ to, first: first.get(key), second: second.get(key) }];
  });
  const late = states.filter(({ to, first }) => to !== first).map(({ to }) => to);
  if (late.length > 0) await putStates(additions, late);
  const lacking = states
    .filter(({ to, second }) => JSON.stringify(to) !== JSON.stringify(second))
    .map(({ to }) => to);
  await copy.putAdditions(lacking);
  return late.length > 0;
}

/** What the copy has by itself, where there is nothing to bring it in step with. */
export function listAlone({ contents }: Copy): NonNullable<Answer['kept']> {
  const kept: ReturnType<typeof listAlone> = { sessions: [], damaged: [], additions: [] };
  for (const [id, second] of contents.sessions) {
    const outcome = judged(id, { first: undefined, second, ended: contents.removed.get(id) ?? 0 });
    if (outcome.kind === 'damaged') kept.damaged.push(damageOf(id, outcome));
    if (outcome.kind !== 'whole') continue;
    const { entries, deletedAt } = outcome;
    kept.sessions.push({ id, entries, deletedAt });
  }
  for (const { value } of contents.additions.values()) if (value !== null) kept.additions.push(value);
  return kept;
}

function damageOf(id: string, { reason, entries, known }: Outcome & { kind: 'damaged' }): Damage {
  const title = entries.length === 0 ? '' : fold(entries).details.title;
  return { id, reason, whole: entries.length, known, title };
}

/** A session of its own of what is whole in a damaged one. */
export async function keepWhole(parts: InStep, id: string): Promise<StepReport> {
  const outcome = judged(id, await sidesOf(parts, id));
  if (outcome.kind !== 'damaged' || outcome.entries.length === 0) return NOTHING_DONE;
  return { ...NOTHING_DONE, parted: [{ id, other: await keepOther(parts, id, outcome.entries) }] };
}

async function sidesOf({ first, copy }: InStep, id: string): Promise<Sides> {
  const { kept, ended } = await first.read(id);
  const { sessions, removed } = copy.contents;
  return { first: kept, second: sessions.get(id), ended: Math.max(ended, removed.get(id) ?? 0) };
}

/** One session, read again. */
export async function bringInStep(parts: InStep, id: string): Promise<StepReport> {
  const sides = await sidesOf(parts, id);
  if (sides.first === undefined && sides.second === undefined && sides.ended === 0) return NOTHING_DONE;
  return apply(parts, id, sides, judged(id, sides));
}

async function apply(parts: InStep, id: string, sides: Sides, outcome: Outcome): Promise<StepReport> {
  const { first, copy } = parts;
  switch (outcome.kind) {
    case 'same':
      return NOTHING_DONE;
    case 'gone':
      await first.remove(id, outcome.ended);
      await copy.remove(id, outcome.ended);
      return NOTHING_DONE;
    case 'damaged': {
      return { ...NOTHING_DONE, damaged: [damageOf(id, outcome)] };
    }
    case 'whole': {
      const { others, mend } = outcome;
      const parted: StepReport['parted'] = [];
      // The others first: until they are kept, what they part from is not touched.
      for (const other of others) parted.push({ id, other: await keepOther(parts, id, other) });
      if (mend.first && !(await first.restate(id, outcome, sides.first))) return NOTHING_DONE;
      if (mend.second) await copy.restate(id, outcome);
      const restored = mend.first ? [id] : [];
      return { ...NOTHING_DONE, parted, restored, copied: mend.second ? [id] : [] };
    }
  }
}

/** Letters of an id that files of sessions take (exchange/file-session.ts). */
const LONGEST_ID = 64;

/** A journal that parted from its session, kept as a session of its own. Done twice, it is there once. */
async function keepOther({ first, copy, otherTitle }: InStep, id: string, journal: Entry[]): Promise<string> {
  const last = journal.at(-1);
  if (last === undefined) throw new Error('a journal that parted has entries');
  // However often it parts, a file takes its id.
  const other = `${id.slice(0, LONGEST_ID - 9)}-${last.hash.slice(0, 8)}`;
  const title = otherTitle.replace('{title}', fold(journal).details.title);
  // The time of what it follows: no clock is asked, so that it is the same entry each time.
  const entries = [...journal, nextEntry(last, { type: 'described', details: { title } }, last.time)];
  const target = { entries, deletedAt: '', life: 0 };
  const { kept, ended } = await first.read(other);
  if (ended > 0 || copy.contents.removed.has(other)) return other;
  if (kept === undefined) await first.restate(other, target, undefined);
  if (!copy.contents.sessions.has(other)) await copy.restate(other, target);
  return other;
}

function add(report: StepReport, more: StepReport): void {
  report.damaged = [...report.damaged, ...more.damaged];
  report.parted = [...report.parted, ...more.parted];
  report.restored = [...report.restored, ...more.restored];
  report.copied = [...report.copied, ...more.copied];
}
