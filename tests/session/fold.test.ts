import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, undoAndRedo } from '../../src/session/fold.ts';
import type { Action, Entry, SessionState } from '../../src/session/journal.ts';
import { anyAction, extended, journalOf, undoableAction } from './samples.ts';

const answer = (question: string, option: string): Action => ({ type: 'answered', question, answer: option });
const undo: Action = { type: 'undone' };
const redo: Action = { type: 'redone' };

/** What a person sees: the state without the time of the last entry. */
function facts(entries: readonly Entry[]): Omit<SessionState, 'changed' | 'canUndo' | 'canRedo'> {
  const { changed: _, canUndo: __, canRedo: ___, ...rest } = fold(entries);
  return rest;
}

describe('the state after', () => {
  const rows: [string, Action[], Partial<SessionState>][] = [
    ['a start from the brief', [], { unchecked: ['decisions', 'mandate', 'narrative'], canUndo: false }],
    ['an answer', [answer('energy', 'yes')], { canUndo: true, canRedo: false }],
    ['a carried answer given again', [answer('mandate', 'no')], { unchecked: ['decisions', 'narrative'] }],
    ['a check', [{ type: 'checked', question: 'mandate' }], { unchecked: ['decisions', 'narrative'] }],
    [
      'a check undone',
      [{ type: 'checked', question: 'mandate' }, undo],
      { unchecked: ['decisions', 'mandate', 'narrative'] },
    ],
    [
      'clearing a carried answer',
      [{ type: 'cleared', question: 'mandate' }],
      {
        answers: { decisions: 'taken', narrative: ['voluntary', 'benefits'] },
        unchecked: ['decisions', 'narrative'],
      },
    ],
    [
      'ruling out twice',
      [
        { type: 'ruledOut', question: 'buyout', option: 'other' },
        { type: 'ruledOut', question: 'buyout', option: 'planned' },
      ],
      { ruledOut: { buyout: ['other', 'planned'] } },
    ],
    [
      'clearing leaves what is ruled out',
      [
        { type: 'ruledOut', question: 'buyout', option: 'other' },
        answer('buyout', 'planned'),
        { type: 'cleared', question: 'buyout' },
      ],
      { ruledOut: { buyout: ['other'] } },
    ],
    [
      'bringing back the last one',
      [
        { type: 'ruledOut', question: 'buyout', option: 'other' },
        { type: 'broughtBack', question: 'buyout', option: 'other' },
      ],
      { ruledOut: {} },
    ],
    ['a reading', [{ type: 'readingTaken', reading: 'A1', letter: 'b' }], { readings: { A1: 'b' } }],
    [
      'a reading undone',
      [{ type: 'readingTaken', reading: 'A1', letter: 'b' }, undo],
      { readings: {}, canRedo: true },
    ],
    ['the whole path', [{ type: 'pathTaken', path: 'whole' }], { path: 'whole', canUndo: false }],
    [
      'the path, which undo leaves alone',
      [answer('energy', 'yes'), { type: 'pathTaken', path: 'whole' }, undo],
      { path: 'whole', canUndo: false, canRedo: true },
    ],
    [
      'the path taken between undo and redo',
      [answer('energy', 'yes'), undo, { type: 'pathTaken', path: 'whole' }, redo],
      { canUndo: true, canRedo: false },
    ],
    [
      'a new action, which empties redo',
      [answer('energy', 'yes'), undo, answer('energy', 'no'), redo],
      { canUndo: true, canRedo: false },
    ],
    ['undo with nothing to take back', [undo, undo], { canUndo: false, canRedo: false }],
    ['redo with nothing taken back', [answer('energy', 'yes'), redo], { canUndo: true, canRedo: false }],
  ];
  it.each(rows)('%s', (_, actions, expected) => {
    expect(fold(journalOf(...actions))).toMatchObject(expected);
  });

  it('undo twice and redo twice goes back and forth in order', () => {
    const two = [answer('energy', 'yes'), answer('energy', 'no')];
    const energy = (...more: Action[]) => fold(journalOf(...two, ...more)).answers.energy;
    expect([energy(), energy(undo), energy(undo, undo), energy(undo, undo, redo)]).toEqual([
      'no',
      'yes',
      undefined,
      'yes',
    ]);
    expect(energy(undo, undo, redo, redo)).toBe('no');
    expect(energy(undo, undo, redo, undo)).toBe(undefined);
  });

  it('undo that names its entry takes back that one, whatever came after', () => {
    const journal = journalOf(answer('energy', 'yes'), answer('buyout', 'other'), { type: 'undone', of: 2 });
    expect(fold(journal).answers).toMatchObject({ buyout: 'other' });
    expect(fold(journal).answers.energy).toBe(undefined);
    expect(undoAndRedo(journal)).toEqual({ undo: 3, redo: 2 });
    expect(fold(extended(journal, answer('mandate', 'yes'), { type: 'redone', of: 2 })).answers.energy).toBe(
      'yes',
    );
  });
});

describe('laws', { timeout: 60_000 }, () => {
  const actions = fc.array(anyAction, { maxLength: 30 });

  it('undo then redo gives the same state', () => {
    fc.assert(
      fc.property(actions, undoableAction, (before, last) => {
        const journal = journalOf(...before, last);
        expect(facts(extended(journal, undo, redo))).toEqual(facts(journal));
        expect(fold(extended(journal, undo, redo)).canRedo).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('as many undos as can be, then as many redos, give the same state', () => {
    fc.assert(
      fc.property(fc.array(undoableAction, { maxLength: 12 }), (before) => {
        let journal = journalOf(...before);
        const start = journal;
        while (fold(journal).canUndo) journal = extended(journal, undo);
        expect(facts(journal)).toEqual(facts(journalOf()));
        while (fold(journal).canRedo) journal = extended(journal, redo);
        expect(facts(journal)).toEqual(facts(start));
        expect(journal.length).toBe(1 + 3 * before.length);
      }),
      { numRuns: 200 },
    );
  });

  it('an action and its undo leave no trace but in the journal', () => {
    fc.assert(
      fc.property(actions, undoableAction, (before, last) => {
        const journal = journalOf(...before);
        expect(facts(extended(journal, last, undo))).toEqual(facts(journal));
      }),
      { numRuns: 400 },
    );
  });

  it('is at every entry what a history of states, kept the way editors keep it, says', () => {
    fc.assert(
      fc.property(actions, (all) => {
        const plain = all.filter(({ type }) => type !== 'pathTaken' && type !== 'issued');
        const journal = journalOf(...plain);
        let past: Action[] = [];
        let future: Action[] = [];
        plain.forEach((action, index) => {
          if (action.type === 'undone') {
            future.push(...past.slice(-1));
            past = past.slice(0, -1);
          } else if (action.type === 'redone') {
            past.push(...future.slice(-1));
            future = future.slice(0, -1);
          } else {
            past.push(action);
            future = [];
          }
          const prefix = journal.slice(0, index + 2);
          expect(facts(prefix)).toEqual(facts(journalOf(...past)));
          const { canUndo, canRedo } = fold(prefix);
          expect([canUndo, canRedo]).toEqual([past.length > 0, future.length > 0]);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('does not change the journal it reads', () => {
    fc.assert(
      fc.property(actions, (all) => {
        const journal = journalOf(...all);
        const copy = structuredClone(journal);
        fold(journal);
        expect(journal).toEqual(copy);
      }),
      { numRuns: 50 },
    );
  });
});

describe('an action of a type unknown here', () => {
  const later = { type: 'noted', text: 'x' } as unknown as Action;
  it('is never skipped silently', () => {
    expect(() => fold(journalOf(later))).toThrow('unknown action "noted"');
  });
  it('nor is a journal without a beginning', () => {
    expect(() => fold(journalOf().slice(1))).toThrow('begins with its creation');
  });
});
