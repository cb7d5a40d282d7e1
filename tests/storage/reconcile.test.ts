/** What becomes of a session that two stores hold: all small cases, and journals damaged at random. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareJournals, verifyJournal } from '../../src/session/chain.ts';
import type { Entry } from '../../src/session/journal.ts';
import { type Kept, type Outcome, reconcile } from '../../src/storage/reconcile.ts';
import { extended, journalOf } from '../session/samples.ts';

const answer = (text: string) => ({ type: 'answered', question: 'energy', answer: text }) as const;

/** A store's copy that is as it should be. */
function kept(entries: readonly Entry[], deletedAt = '', life = 0): Kept {
  const last = entries.at(-1);
  return {
    records: entries.map((entry) => ({ ...entry, session: 'a' })),
    head: last && { count: last.seq, last: last.hash },
    deletedAt,
    life,
  };
}

/** All journals of up to four entries in which each step is one of two. */
function journals(length: number, journal = journalOf()): Entry[][] {
  if (length === 0) return [journal];
  return [journal, ...['yes', 'no'].flatMap((text) => journals(length - 1, extended(journal, answer(text))))];
}

const wholeOf = (outcome: Outcome) => (outcome.kind === 'whole' ? outcome : undefined);

describe('two whole copies', () => {
  const all = [undefined, ...journals(3)];
  it('each pair of them comes to what comparing the journals says', () => {
    let pairs = 0;
    for (const a of all)
      for (const b of all) {
        if (a === undefined && b === undefined) continue;
        pairs += 1;
        const outcome = reconcile({ first: a && kept(a), second: b && kept(b), ended: 0 });
        const longer = (a?.length ?? 0) >= (b?.length ?? 0) ? a : b;
        const comparison = compareJournals(a ?? [], b ?? []);
        if (comparison.kind === 'same') expect(outcome).toEqual({ kind: 'same' });
        else {
          const other = longer === a ? b : a;
          expect(outcome).toEqual({
            kind: 'whole',
            entries: longer,
            deletedAt: '',
            life: 0,
            others: comparison.kind === 'diverged' ? [other] : [],
            mend: { first: longer !== a, second: longer !== b },
          });
        }
      }
    expect(pairs).toBe(16 * 16 - 1);
  });
});

describe('one copy harmed, the other whole', () => {
  const journal = journalOf(answer('yes'), answer('no'), answer('yes'));
  const whole = kept(journal);
  const harms: [string, Kept | undefined][] = [
    ['gone', undefined],
    ['empty', { records: [], head: undefined, deletedAt: '', life: 0 }],
    ['its account lost', { ...whole, head: undefined }],
    ['its account altered', { ...whole, head: { count: 4, last: 'x' } }],
    ['nothing but its account', { ...whole, records: [] }],
    ['cut', kept(journal.slice(0, 2))],
    ['cut behind its account', { ...whole, records: whole.records.slice(0, 2) }],
    ['the beginning lost', { ...whole, records: whole.records.slice(1) }],
    ['an entry lost', { ...whole, records: whole.records.filter((_, i) => i !== 2) }],
    [
      'an answer altered',
      {
        ...whole,
        records: whole.records.map((r, i) => (i === 2 ? { ...(r as Entry), action: answer('x') } : r)),
      },
    ],
    ['an entry of another form', { ...whole, records: whole.records.map((r, i) => (i === 1 ? 7 : r)) }],
    ['in another order', { ...whole, records: whole.records.toReversed() }],
    ['an entry twice', { ...whole, records: [...whole.records, whole.records[3]] }],
  ];
  it.each(harms)('%s: made good from the other, on either side', (_, harmed) => {
    const there = { kind: 'whole', entries: journal, deletedAt: '', life: 0, others: [] };
    expect(reconcile({ first: harmed, second: whole, ended: 0 })).toEqual({
      ...there,
      mend: { first: true, second: false },
    });
    expect(reconcile({ first: whole, second: harmed, ended: 0 })).toEqual({
      ...there,
      mend: { first: false, second: true },
    });
  });

  it('an account of more than both have is told, not passed over', () => {
    const more = { ...whole, head: { count: 6, last: 'x' } };
    expect(reconcile({ first: more, second: whole, ended: 0 })).toEqual({
      kind: 'damaged',
      reason: 'incomplete',
      entries: journal.slice(0, 4),
      known: 6,
    });
  });
});

describe('both harmed', () => {
  const journal = journalOf(answer('yes'), answer('no'), answer('yes'), answer('no'));
  const without = (...lost: number[]): Kept => ({
    ...kept(journal),
    records: kept(journal).records.filter((record) => !lost.includes((record as Entry).seq)),
  });

  it.each<[string, Kept, Kept, Partial<Outcome>]>([
    ['in different places', without(2, 4), without(1, 3), { kind: 'whole', entries: journal }],
    [
      'in the same place',
      without(3),
      without(3),
      { kind: 'damaged', entries: journal.slice(0, 2), known: 5, reason: 'incomplete' },
    ],
    [
      'at the beginning',
      without(1),
      without(1, 2),
      { kind: 'damaged', entries: journal.slice(0, 0), known: 5, reason: 'incomplete' },
    ],
    [
      'at the end',
      without(5),
      without(5),
      { kind: 'damaged', entries: journal.slice(0, 4), known: 5, reason: 'incomplete' },
    ],
  ])('%s', (_, first, second, expected) => {
    expect(reconcile({ first, second, ended: 0 })).toMatchObject(expected);
  });

  it('an entry after a gap shows that something is missing, whatever the accounts say', () => {
    const cut = kept(journal.slice(0, 2));
    const loose = { ...cut, records: [...cut.records, journal[4]] };
    expect(reconcile({ first: loose, second: cut, ended: 0 })).toMatchObject({
      kind: 'damaged',
      known: 5,
    });
  });
});

describe('removed for good', () => {
  const journal = journalOf(answer('yes'), answer('no'));
  it.each<[string, Kept | undefined, Kept | undefined]>([
    ['in both', undefined, undefined],
    ['in the first only', undefined, kept(journal)],
    ['in the second only', kept(journal), undefined],
    ['in neither', kept(journal), kept(journal)],
    ['and the other lagging', undefined, kept(journal.slice(0, 1))],
    ['and the other damaged', undefined, { ...kept(journal), records: [journal[2]] }],
  ])('stays removed: %s', (_, first, second) => {
    expect(reconcile({ first, second, ended: 1 })).toEqual({ kind: 'gone', ended: 1 });
  });

  // From a backup, under its old id, as long as it was or shorter.
  const back = kept(journal.slice(0, 2), '', 1);
  it.each<[string, Kept | undefined, Kept | undefined]>([
    ['in the first only', back, undefined],
    ['in the first, the second still as before', back, kept(journal)],
    ['in the second, the first still as before', kept(journal), back],
    ['in the second, the first wiped', undefined, back],
  ])('is kept where it was brought back since: %s', (_, first, second) => {
    const outcome = wholeOf(reconcile({ first, second, ended: 1 }));
    expect(outcome).toMatchObject({ entries: journal.slice(0, 2), life: 1, others: [] });
    expect(outcome?.mend).toEqual({ first: first !== back, second: second !== back });
  });
});

describe('marked as deleted', () => {
  const journal = journalOf(answer('yes'));
  it.each<[string, Kept | undefined, Kept | undefined, string]>([
    ['in the first', kept(journal, '2026'), kept(journal), '2026'],
    ['in the second, the first brought back', kept(journal), kept(journal, '2026'), ''],
    ['in the second, the first wiped', undefined, kept(journal, '2026'), '2026'],
    [
      'in the second, the first without its account',
      { ...kept(journal), head: undefined },
      kept(journal, '2026'),
      '2026',
    ],
  ])('%s', (_, first, second, deletedAt) => {
    expect(wholeOf(reconcile({ first, second, ended: 0 }))?.deletedAt).toBe(deletedAt);
  });
});

it('entries of a later version are left alone', () => {
  const journal = journalOf(answer('yes'));
  const later = extended(journal, { type: 'weighed', question: 'energy' } as never);
  const found = reconcile({ first: kept(later), second: kept(journal), ended: 0 });
  expect(found).toMatchObject({ kind: 'damaged', reason: 'later' });
});

it('5,000 pairs harmed at random: every entry that is left on either side and joined to a beginning is kept, or the loss is told', () => {
  const step = fc.constantFrom('yes', 'no').map(answer);
  const harm = fc.record({
    lost: fc.array(fc.nat(8), { maxLength: 3 }),
    altered: fc.array(fc.nat(8), { maxLength: 2 }),
    account: fc.constantFrom('right', 'right', 'lost'),
  });
  // No accident alters both in the same way.
  const harmed = (
    side: string,
    entries: Entry[],
    { lost, altered, account }: { lost: number[]; altered: number[]; account: string },
  ) => ({
    ...kept(entries),
    ...(account === 'lost' && { head: undefined }),
    records: entries
      .map((entry, i) => (altered.includes(i) ? { ...entry, time: `altered in the ${side}` } : entry))
      .filter((_, i) => !lost.includes(i)),
  });
  const seen = { whole: 0, damaged: 0, same: 0, gone: 0 };
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), fc.nat(9), harm, harm, (steps, cut, one, two) => {
      const journal = journalOf(...steps);
      const first = harmed('first', journal, one);
      const second = harmed('second', journal.slice(0, 1 + cut), two);
      const outcome = reconcile({ first, second, ended: 0 });
      seen[outcome.kind] += 1;
      // The twin: walk along the true journal as long as either side still has the entry.
      const has = (entry: Entry) =>
        [...first.records, ...second.records].some((r) => JSON.stringify(r) === JSON.stringify(entry));
      const reach = journal.findIndex((entry) => !has(entry));
      const whole = reach < 0 ? journal.length : reach;
      const anyAfter = journal.slice(whole).some(has);
      const account = Math.max(first.head?.count ?? 0, second.head?.count ?? 0);
      if (whole > 0 && !anyAfter && account <= whole) {
        if (outcome.kind === 'whole') {
          expect(outcome.entries).toEqual(journal.slice(0, whole));
          expect(verifyJournal(outcome.entries)).toEqual({ entries: outcome.entries });
        } else expect(outcome.kind).toBe('same');
      } else expect(outcome.kind).toBe('damaged');
    }),
    { numRuns: 5000 },
  );
  expect(Math.min(seen.whole, seen.damaged)).toBeGreaterThan(500);
});
