import { describe, expect, it } from 'vitest';
import { compareJournals, entryHash, verifyJournal } from '../../src/session/chain.ts';
import type { Action, Entry } from '../../src/session/journal.ts';
import { extended, journalOf, TIME } from './samples.ts';

const answered: Action = { type: 'answered', question: 'buyout', answer: 'russian' };
const cleared: Action = { type: 'cleared', question: 'buyout' };
const journal = journalOf(answered, cleared, { type: 'undone', of: 3 });

/** An entry as a forger would write it, its own hash made right again. */
function forged(entry: Entry | undefined, change: Record<string, unknown>): Entry {
  const altered = { ...entry, ...change } as Entry;
  return { ...altered, hash: entryHash(altered) };
}

describe('the hash of an entry', () => {
  it('is SHA-256 over the canonical JSON, whatever the order of keys', () => {
    const entry = { seq: 2, time: TIME, action: answered, prev: 'p' };
    // printf '%s' '{"action":{"answer":"russian",...},"prev":"p","seq":2,"time":"..."}' | sha256sum
    expect(entryHash(entry)).toBe('8567c66af3f3a8f6431a95572c6f64a22cd7d07450388ea1c626f5b7d610ebab');
    expect(
      entryHash({
        prev: 'p',
        action: { answer: 'russian', question: 'buyout', type: 'answered' },
        time: TIME,
        seq: 2,
      }),
    ).toBe(entryHash(entry));
  });
});

describe('a journal read from outside', () => {
  it('is accepted as it was written, without what else the records carry', () => {
    const records = journal.map((entry) => ({ ...entry, session: 's1' }));
    expect(verifyJournal(records)).toEqual({ entries: journal });
  });

  const [first, second, third, fourth] = journal;
  const tampered: [string, unknown[], string][] = [
    ['seq altered', [first, { ...second, seq: 3 }, third, fourth], 'incomplete'],
    ['time altered', [first, { ...second, time: '2026-01-02T03:04:06.000Z' }, third, fourth], 'broken'],
    [
      'action altered',
      [first, { ...second, action: { ...answered, answer: 'other' } }, third, fourth],
      'broken',
    ],
    ['prev altered', [first, { ...second, prev: third?.prev }, third, fourth], 'broken'],
    ['hash altered', [first, { ...second, hash: first?.hash }, third, fourth], 'broken'],
    ['altered and hashed again', [first, forged(second, { time: '' }), third, fourth], 'broken'],
    ['the last one altered', [first, second, third, { ...fourth, time: '' }], 'broken'],
    ['one missing', [first, third, fourth], 'incomplete'],
    ['the first missing', [second, third, fourth], 'incomplete'],
    ['two swapped', [first, third, second, fourth], 'incomplete'],
    ['nothing', [], 'incomplete'],
    ['no entry', [first, null], 'broken'],
    ['text', ['entry'], 'broken'],
    ['a field missing', [first, { ...second, prev: undefined }], 'broken'],
    ['what JSON cannot carry', [first, { ...second, action: { ...answered, at: new Date(0) } }], 'broken'],
    ['beginning without creation', [forged({ ...first } as Entry, { action: cleared })], 'broken'],
    ['created twice', [first, forged(second, { action: first?.action })], 'broken'],
    [
      'an unknown type, truly hashed',
      [first, forged(second, { action: { type: 'noted', text: '' } })],
      'later',
    ],
    ['an unknown type, put in', [first, { ...second, action: { type: 'noted' } }], 'broken'],
    ['no type at all', [first, forged(second, { action: { question: 'buyout' } })], 'broken'],
    ['a beginning without a pack', [forged(first, { action: { type: 'created' } })], 'broken'],
    ['a type like a method', [first, forged(second, { action: { type: 'toString' } })], 'later'],
  ];
  it.each(tampered)('%s', (_, records, fault) => {
    expect(verifyJournal(records)).toEqual({ fault });
  });
});

describe('two journals', () => {
  const longer = extended(journal, answered);
  const other = extended(journal, cleared);
  it.each([
    ['the same', journal, journal, { kind: 'same', common: 4 }],
    ['the first goes on', longer, journal, { kind: 'first_newer', common: 4 }],
    ['the second goes on', journal, longer, { kind: 'second_newer', common: 4 }],
    ['each goes on', longer, extended(other, cleared), { kind: 'diverged', common: 4 }],
    ['unlike at once', journal, [forged(journal[0], { time: '' })], { kind: 'diverged', common: 0 }],
  ])('%s', (_, first, second, expected) => {
    expect(compareJournals(first, second)).toEqual(expected);
  });
});
