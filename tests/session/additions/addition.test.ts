import { describe, expect, it } from 'vitest';
import { faultsOf, isAddition, isCalendarDay } from '../../../src/session/additions/addition.ts';
import { compareAdditions, takenOver } from '../../../src/session/additions/compare.ts';
import { addition } from './sample-additions.ts';

describe('what is wrong with an addition', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['nothing', {}, []],
    ['line breaks are text', { text: 'First\nthen\tthat' }, []],
    ['a deadline that is a day', { kind: 'deadline', text: '2026-12-01' }, []],
    ['no author', { author: '  ' }, ['author empty']],
    ['a field left out', { text: undefined }, ['text missing']],
    ['a number for text', { text: 7 }, ['text notText']],
    ['too long', { text: 'x'.repeat(2001) }, ['text long']],
    ['a bell', { text: 'x\u0007' }, ['text controls']],
    ['text that turns round', { author: 'x\u202e' }, ['author controls']],
    ['another kind', { kind: 'view' }, ['kind kind']],
    ['a deadline in words', { kind: 'deadline', text: 'soon' }, ['text date']],
    ['a day that does not exist', { date: '2026-02-30' }, ['date date']],
    ['an id that is a path', { id: '../x' }, ['id id']],
    ['several at once', { kind: 'view', author: '', date: 'x' }, ['kind kind', 'author empty', 'date date']],
  ])('%s', (_, fields, expected) => {
    const found = faultsOf({ ...addition(), ...fields });
    expect(found.map(({ field, fault }) => `${field} ${fault}`)).toEqual(expected);
  });

  it.each([
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['26-01-01', false],
    ['2026-01-01T00', false],
  ])('%s is a day: %s', (text, expected) => expect(isCalendarDay(text)).toBe(expected));

  it.each([undefined, null, 7, {}, { ...addition(), revision: '1' }, { ...addition(), deletedAt: null }])(
    'a record of another form is none: %j',
    (record) => expect(isAddition(record)).toBe(false),
  );
});

describe('additions from a file', () => {
  const { pack: _pack, revision: _revision, deletedAt: _deletedAt, ...theirs } = addition();
  const outputs = new Set(['R1', 'R2']);
  const states: [string, ReturnType<typeof addition>[], Partial<typeof theirs>, string][] = [
    ['not here', [], {}, 'new'],
    ['here word for word', [addition({ revision: 4 })], {}, 'same'],
    ['here in other words', [addition({ text: 'Council' })], {}, 'differs'],
    ['here by another author', [addition({ author: 'CD' })], {}, 'differs'],
    ['deleted here', [addition({ deletedAt: '2026' })], {}, 'deleted'],
    ['here under another id', [addition({ id: 'b' })], {}, 'same'],
    ['both kept before', [addition({ text: 'Council' }), addition({ id: 'b' })], {}, 'same'],
    ['to an output that is not there', [], { output: 'R9' }, 'noOutput'],
  ];
  it.each(states)('%s', (_, here, fields, expected) => {
    expect(compareAdditions(here, [{ ...theirs, ...fields }], outputs)[0]?.state).toBe(expected);
  });

  it.each<[string, ReturnType<typeof addition>[], Parameters<typeof takenOver>[1], string[]]>([
    ['what is new is taken', [], {}, ['a 1 Foreign Affairs Council']],
    ['what differs is left without a choice', [addition({ text: 'Council' })], {}, []],
    ['what differs is left', [addition({ text: 'Council' })], { a: 'ours' }, []],
    [
      'theirs follows ours',
      [addition({ text: 'x', revision: 3 })],
      { a: 'theirs' },
      ['a 4 Foreign Affairs Council'],
    ],
    ['both are kept', [addition({ text: 'x' })], { a: 'both' }, ['fresh 1 Foreign Affairs Council']],
    ['what was deleted stays so', [addition({ deletedAt: '2026' })], {}, []],
    [
      'what was deleted comes back',
      [addition({ deletedAt: '2026' })],
      { a: 'theirs' },
      ['a 2 Foreign Affairs Council'],
    ],
    ['what is the same is left', [addition()], { a: 'theirs' }, []],
  ])('%s', (_, here, choices, expected) => {
    const taken = takenOver(compareAdditions(here, [theirs], outputs), choices, 'small', () => 'fresh');
    expect(taken.map(({ id, revision, text }) => `${id} ${revision} ${text}`)).toEqual(expected);
    expect(taken.every(({ deletedAt, pack }) => deletedAt === '' && pack === 'small')).toBe(true);
  });
});
