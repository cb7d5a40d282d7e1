/** Names that every object has by birth, numbers beyond all numbers, doubled names: refused at each door, told apart. */
import { expect, it } from 'vitest';
import { isInherited } from '../../src/engine/inherited.ts';
import { readAdditionsFile } from '../../src/exchange/additions-file.ts';
import { writeBackupFile } from '../../src/exchange/backup-file.ts';
import { readHandOn } from '../../src/exchange/read-file.ts';
import { digestOf } from '../../src/exchange/sealed.ts';
import { writeSessionFile } from '../../src/exchange/session-file.ts';
import { readExerciseFile } from '../../src/exchange/workshop/exercise-file.ts';
import { readHandInFile } from '../../src/exchange/workshop/hand-in-file.ts';
import { readRoomFile } from '../../src/exchange/workshop/room-file.ts';
import { judgeAction } from '../../src/session/action.ts';
import { nextEntry, verifyJournal } from '../../src/session/chain.ts';
import { fitSituation } from '../../src/session/fit.ts';
import { fold } from '../../src/session/fold.ts';
import type { Action, Entry } from '../../src/session/journal.ts';
import { smallPack } from '../session/small-pack.ts';
import { ALL, bytes, evaluated, rich, stored, WRITING } from './hand-on-samples.ts';

const NAMES = [...Object.getOwnPropertyNames(Object.prototype), 'prototype'];
const TIME = '2026-11-20T10:00:00.000Z';

/** A record with one name of its own, `__proto__` too. */
const named = <T>(name: string, value: T): Record<string, T> => Object.fromEntries([[name, value]]);

function journalOf(...actions: Action[]): Entry[] {
  const entries: Entry[] = [];
  for (const action of actions) entries.push(nextEntry(entries.at(-1), action, TIME));
  return entries;
}

const created = rich[0]?.action as Action & { type: 'created' };
const carrying = (carried: Partial<typeof created.carried>, title: string): Action => ({
  ...created,
  details: { ...created.details, title },
  carried: { ...created.carried, ...carried },
});

it('the list is that of the language', () => {
  expect(NAMES).toContain('__proto__');
  expect(NAMES.filter((name) => !isInherited(name))).toEqual([]);
  expect(['', 'proto', 'values', 'R1'].filter(isInherited)).toEqual([]);
});

it.each(NAMES)(
  'a backup of 30 sessions, the last of which rules out %s: 29 are offered, one is told',
  (name) => {
    const bad = journalOf(carrying({ ruledOut: named(name, ['a']) }, 'The refinery \u202eagain'));
    const good = Array.from({ length: 29 }, (_, i) => stored({ id: `s${i}` }));
    const text = writeBackupFile(WRITING, [...good, stored({ id: 'bad', entries: bad })], []);
    const read = readHandOn(bytes(text), smallPack);
    expect(read.kind === 'backup' && read.file.sessions).toHaveLength(29);
    expect(read.kind === 'backup' && read.problems).toEqual([
      { code: 'session', place: 30, title: 'The refinery again', fault: 'badName' },
    ]);
  },
);

it.each(NAMES)('%s as an id, a key or an option is in no journal', (name) => {
  const actions: Action[] = [
    carrying({ answers: named(name, 'a') }, ''),
    carrying({ answers: { buyout: name } }, ''),
    carrying({ ruledOut: named(name, ['a']) }, ''),
    carrying({ readings: named(name, 'a') }, ''),
    carrying({ reviews: named(name, '2026-01-01') }, ''),
    carrying({ unchecked: [name] }, ''),
    { ...created, origin: { kind: 'hypothetical', scenario: name } },
    { type: 'answered', question: name, answer: 'a' },
    { type: 'answered', question: 'buyout', answer: ['a', name] },
    { type: 'ruledOut', question: name, option: 'a' },
    { type: 'readingTaken', reading: name, letter: 'a' },
    { type: 'described', details: named(name, 'a') },
    { type: 'sourceKept', source: { id: name, title: '', reliability: '' } },
    { type: 'reviewSet', question: name, by: '' },
    {
      type: 'upgraded',
      from: created.pack,
      to: created.pack,
      verdicts: named(name, { status: 'open', confirmed: true }),
    },
  ];
  expect(actions.map((action) => judgeAction(action)).filter((judged) => judged !== 'malformed')).toEqual([]);
  // Where one is in a journal all the same, the journal opens, and the name is left out.
  const journal = journalOf(carrying({ ruledOut: named(name, ['a']) }, ''));
  expect(verifyJournal(journal)).toEqual({ entries: journal });
  expect(Object.keys(fold(journal).ruledOut)).not.toContain(name);
  expect(fold(journal).leftOut).toBe(1);
});

it.each(NAMES)('%s is harmless where it got past every door', (name) => {
  const given = { answers: named(name, 'a'), readings: named(name, 'a'), ruledOut: named(name, ['a', 'b']) };
  expect(fitSituation(smallPack, given)).toEqual({
    situation: { answers: {}, readings: {}, ruledOut: {} },
    misfits: [name],
  });
  const { ruledOut } = fold(
    journalOf(
      created,
      { type: 'ruledOut', question: name, option: 'a' },
      { type: 'ruledOut', question: name, option: 'b' },
      { type: 'broughtBack', question: name, option: 'a' },
    ),
  );
  // Nothing of it counts, and what was ruled out before still is.
  expect(Object.entries(ruledOut)).toEqual(Object.entries(created.carried.ruledOut));
});

const session = writeSessionFile(WRITING, { id: 'one', entries: rich }, ALL, evaluated(rich));
const READERS: [string, (text: string) => unknown][] = [
  ['a session or a backup', (text) => readHandOn(bytes(text), smallPack)],
  ['own additions', (text) => readAdditionsFile(text, 'small')],
  ['an exercise', (text) => readExerciseFile(bytes(text), smallPack)],
  ['a room', (text) => readRoomFile(bytes(text), smallPack)],
  ['a hand-in', (text) => readHandInFile(bytes(text))],
];
const TEXTS: [string, string][] = [
  ['badNumber', '{"format":"waymark-session","version":1,"pack":{"x":[1e400]}}'],
  ['doubledName', '{"format":"waymark-session","version":1,"a":{"b":"\\\\\\"" , "c":":","b" : 2}}'],
  ['badName', '{"format":"waymark-session","version":1,"pack":{"valueOf":1}}'],
];

it.each(READERS.flatMap(([what, read]) => TEXTS.map(([code, text]) => [what, code, text, read] as const)))(
  'the reader of %s refuses a %s',
  (_, code, text, read) => {
    expect(read(text)).toMatchObject({ problems: [{ code }] });
  },
);

it('of two labels neither is believed', () => {
  const text = session.replace('"handling":"TLP:AMBER"', '"handling":"TLP:RED","handling":"TLP:AMBER"');
  expect(text).not.toBe(session);
  expect(readHandOn(bytes(text), smallPack)).toEqual({
    kind: 'refused',
    problems: [{ code: 'doubledName' }],
  });
});

it('a session that cannot be shown is refused before anything of its file is taken', () => {
  const text = writeBackupFile(WRITING, [stored(), stored({ id: 'two' })], []);
  const read = readHandOn(bytes(text), smallPack, ({ id }) => id !== 'two');
  expect(read).toMatchObject({
    kind: 'backup',
    file: { sessions: [{ id: 'one' }] },
    problems: [{ code: 'session', place: 2, fault: 'unshown' }],
  });
});

it('a number beyond all numbers in a file that is sealed again ends no reader', () => {
  const file = JSON.parse(session) as Record<string, unknown>;
  const text = JSON.stringify({ ...file, digest: digestOf(file) }).replace(
    '"without":[]',
    '"without":[1e999]',
  );
  expect(readHandOn(bytes(text), smallPack)).toEqual({ kind: 'refused', problems: [{ code: 'badNumber' }] });
});
