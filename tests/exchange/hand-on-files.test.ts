/** Session files and backups: what is written reads back to the same; old forms open for ever; all else is refused. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeBackupFile } from '../../src/exchange/backup-file.ts';
import { readHandOn } from '../../src/exchange/read-file.ts';
import { digestOf } from '../../src/exchange/sealed.ts';
import { writeSessionFile } from '../../src/exchange/session-file.ts';
import { entryHash } from '../../src/session/chain.ts';
import { fold } from '../../src/session/fold.ts';
import type { BackedAddition, ReadHandOn } from '../../src/session/hand-on/file.ts';
import { given } from '../../src/session/hand-on/giving.ts';
import { textsOf } from '../../src/session/hand-on/texts.ts';
import type { BackedRecord } from '../../src/session/workshop/backed-record.ts';
import { smallPack } from '../session/small-pack.ts';
import { ALL, bytes, evaluated, pack, rich, stored, WRITING } from './hand-on-samples.ts';

const read = (text: string) => readHandOn(bytes(text), smallPack);
const sessionFile = (giving = ALL) =>
  writeSessionFile(WRITING, { id: 'one', entries: rich }, giving, evaluated(rich));
const addition: BackedAddition = {
  id: 'a',
  output: 'R1',
  kind: 'body',
  text: 'Council',
  author: 'AB',
  date: '2026-01-01',
  pack: 'small',
};
const other = stored({ id: 'two', entries: rich.slice(0, 4), deletedAt: '2026-11-25T10:00:00.000Z' });
const record: BackedRecord = { kind: 'room', key: 'r', value: [{ seq: 1 }] };
const backup = () => writeBackupFile(WRITING, [stored(), other], [addition], [record]);

function fileOf(result: ReadHandOn) {
  if (!('file' in result)) throw new Error(JSON.stringify(result));
  return result.file;
}

describe('what is written reads back', () => {
  it('a session with its whole history is the session itself', () => {
    const file = fileOf(read(sessionFile()));
    expect('session' in file && file.session).toEqual({
      id: 'one',
      entries: rich,
      place: '',
      deletedAt: '',
    });
    expect('pack' in file && file.pack).toEqual(pack);
    expect('verdicts' in file && file.verdicts.O3).toEqual({ status: 'holds', confirmed: true });
    expect('handling' in file && file.handling).toBe('TLP:AMBER');
  });

  it('without history nothing of it is there, and the state is the same', () => {
    const text = sessionFile({ history: false, notes: true });
    const file = fileOf(read(text));
    const entries = 'session' in file ? file.session.entries : [];
    expect(entries).toHaveLength(1);
    const { answers, evidence, sources, news, reviews } = fold(rich);
    expect(fold(entries)).toMatchObject({ answers, evidence, sources, news, reviews });
    expect(text).not.toContain('Sample');
    expect('session' in file && file.session.id).not.toBe('one');
  });

  it('without notes no typed text is there but the details, with or without history', () => {
    for (const history of [true, false]) {
      const text = sessionFile({ history, notes: false });
      const file = fileOf(read(text));
      const entries = 'session' in file ? file.session.entries : [];
      const typed = textsOf(entries).map((one) => one.text);
      expect(typed).toEqual(
        history ? ['Sample', 'The refinery', 'desk only'] : ['The refinery', 'desk only'],
      );
      for (const gone of ['Cable', 'one person', 'I doubt', 'Agency', 'tender', 'Council'])
        expect(text).not.toContain(gone);
      expect(fold(entries).answers).toEqual(fold(rich).answers);
      expect(fold(entries).evidence.buyout?.confidence).toBe('low');
    }
  });

  it('what is left out makes the same file each time', () => {
    const giving = { history: true, notes: false };
    expect(sessionFile(giving)).toBe(sessionFile(giving));
    expect(given('one', rich, giving).id).toMatch(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/);
  });

  it('a backup holds every session with its place, deleted ones too, and own additions', () => {
    const result = read(backup());
    expect(result.kind === 'backup' && result.problems).toEqual([]);
    const file = fileOf(result);
    expect('sessions' in file && file.sessions).toEqual([stored(), other]);
    expect('additions' in file && file.additions).toEqual([addition]);
    expect('workshops' in file && file.workshops).toEqual([record]);
  });
});

describe('frozen examples of every past version open for ever', () => {
  it.each([
    ['session-1.waymark', 'session', rich.length],
    ['session-1-bare.waymark', 'session', 2],
    ['backup-1.waymark', 'backup', rich.length],
    ['backup-2.waymark', 'backup', rich.length],
  ])('%s', (name, kind, entries) => {
    const result = readHandOn(readFileSync(new URL(`./frozen/${name}`, import.meta.url)), smallPack);
    expect(result.kind).toBe(kind);
    expect('problems' in result ? result.problems : []).toEqual([]);
    const file = fileOf(result);
    const first = 'session' in file ? file.session : file.sessions[0];
    expect(first?.entries).toHaveLength(entries);
    expect(fold(first?.entries ?? []).answers).toEqual(fold(rich).answers);
  });
});

type Json = Record<string, unknown>;
/** Changed, and sealed again as somebody would who knows how. */
function forged(text: string, change: (file: Json) => Json): string {
  const file = change(JSON.parse(text) as Json);
  return JSON.stringify({ ...file, digest: digestOf(file) });
}
const withEntries = (change: (entries: Json[]) => unknown[]) => (file: Json) => {
  const session = file.session as Json & { entries: Json[] };
  return { ...file, session: { ...session, entries: change(session.entries) } };
};
/** Each entry chained anew, so that only what it says is wrong. */
const rechained = (change: (entry: Json, i: number) => Json) =>
  withEntries((entries) => {
    let prev = '';
    return entries.map((one, i) => {
      const entry = { ...change(one, i), prev } as unknown as Parameters<typeof entryHash>[0];
      prev = entryHash(entry);
      return { ...entry, hash: prev };
    });
  });
const session = (fault: string) => ({ code: 'session', place: 1, fault });
const head = (field: string, fault: string) => ({ code: 'head', field, fault });

describe('a session file with anything wrong is refused, with everything that is wrong', () => {
  const good = sessionFile();
  it.each<[string, string, unknown[]]>([
    ['no JSON', 'hello', [{ code: 'notSuchAFile' }]],
    ['nothing', '', [{ code: 'notSuchAFile' }]],
    ['cut off', good.slice(0, good.length / 2), [{ code: 'cutOff' }]],
    ['another format', '{"format":"waymark-additions","version":1}', [{ code: 'notSuchAFile' }]],
    ['a later version', '{"format":"waymark-session","version":2}', [{ code: 'later', version: 2 }]],
    ['locked, and cut off', '{"format":"waymark-locked","version":1}', [{ code: 'cutOff' }]],
    ['locked, and written anew', '{ "format":"waymark-locked","version":1}', [{ code: 'altered' }]],
    ['one letter changed', good.replace('Cable of', 'Fable of'), [{ code: 'altered' }, session('broken')]],
    [
      'a title changed in the chain',
      forged(good, (f) => JSON.parse(JSON.stringify(f).replaceAll('Cable', 'Fable')) as Json),
      [session('broken')],
    ],
    ['a field too many', forged(good, (f) => ({ ...f, more: 1 })), [head('more', 'unknown')]],
    ['no verdicts', forged(good, ({ verdicts: _, ...f }) => f), [head('verdicts', 'missing')]],
    [
      'a strange verdict',
      forged(good, (f) => ({ ...f, verdicts: { R1: { status: 'yes', confirmed: true } } })),
      [head('verdicts', 'malformed')],
    ],
    ['a time that is none', forged(good, (f) => ({ ...f, written: 'soon' })), [head('written', 'malformed')]],
    [
      'another label than the session has',
      forged(good, (f) => ({ ...f, handling: 'TLP:CLEAR' })),
      [session('contradicts')],
    ],
    [
      'other answers than the session has',
      forged(good, (f) => ({ ...f, situation: { answers: {}, readings: {}, ruledOut: {} } })),
      [session('contradicts')],
    ],
    [
      'a pack that was altered',
      forged(good, (f) => ({ ...f, pack: { ...(f.pack as Json), version: '9.9.9' } })),
      [head('pack', 'malformed')],
    ],
    [
      'an entry missing',
      forged(
        good,
        withEntries((e) => e.filter((_, i) => i !== 3)),
      ),
      [session('incomplete')],
    ],
    [
      'the end missing',
      forged(
        good,
        withEntries((e) => e.slice(0, 3)),
      ),
      [session('contradicts')],
    ],
    [
      'entries exchanged',
      forged(
        good,
        withEntries(([a, b, c, ...e]) => [a, c, b, ...e]),
      ),
      [session('incomplete')],
    ],
    [
      'no entries',
      forged(
        good,
        withEntries(() => []),
      ),
      [session('incomplete')],
    ],
    [
      'an action of a later version',
      forged(
        good,
        rechained((e, i) => (i === 2 ? { ...e, action: { type: 'sung' } } : e)),
      ),
      [session('later')],
    ],
    [
      'an action with something else',
      forged(
        good,
        rechained((e, i) => (i === 2 ? { ...e, action: { ...(e.action as Json), html: '<b>' } } : e)),
      ),
      [session('malformed')],
    ],
    [
      'an entry with something else',
      forged(
        good,
        withEntries((e) => e.map((one) => ({ ...one, session: 'x' }))),
      ),
      [session('malformed')],
    ],
    [
      'an entry at no time',
      forged(
        good,
        rechained((e) => ({ ...e, time: '<script>' })),
      ),
      [session('malformed')],
    ],
    [
      'another brief',
      forged(
        good,
        rechained((e, i) =>
          i === 0
            ? { ...e, action: { ...(e.action as Json), pack: { id: 'big', version: '1', hash: '' } } }
            : e,
        ),
      ),
      [session('otherPack')],
    ],
    [
      'an id that is a path',
      forged(good, (f) => ({ ...f, session: { ...(f.session as Json), id: '../x' } })),
      [session('malformed')],
    ],
    [
      'a name of the machine',
      good.replace('"situation":{', '"situation":{"__proto__":{"a":1},'),
      [{ code: 'badName', name: '__proto__' }],
    ],
    [
      'very deep',
      `{"format":"waymark-session","version":1,"pack":${'['.repeat(200)}${']'.repeat(200)}}`,
      [{ code: 'tooDeep' }],
    ],
    ['deeper than any engine goes', '['.repeat(3_000_000), [{ code: 'notSuchAFile' }]],
    [
      'a text without end',
      JSON.stringify({ format: 'waymark-session', version: 1, app: 'x'.repeat(2_000_000) }),
      [{ code: 'tooLarge' }],
    ],
    [
      'two things at once',
      forged(good, ({ written: _, ...f }) => ({ ...f, more: 1, handling: 'SECRET' })),
      [
        head('more', 'unknown'),
        head('written', 'missing'),
        head('handling', 'malformed'),
        session('contradicts'),
      ],
    ],
  ])('%s', (_, text, problems) => {
    const result = read(text);
    expect(result.kind).toBe('refused');
    expect(result.kind === 'refused' && new Set(result.problems)).toEqual(new Set(problems));
  });

  it('bytes that are no UTF-8, and more bytes than any file has', () => {
    expect(readHandOn(Uint8Array.of(0xff, 0xfe, 0x00), smallPack)).toEqual({
      kind: 'refused',
      problems: [{ code: 'notText' }],
    });
    expect(readHandOn(new Uint8Array(100_000_001), smallPack)).toEqual({
      kind: 'refused',
      problems: [{ code: 'tooLarge' }],
    });
  });

  it('never touches what all objects share', () => {
    read('{"format":"waymark-session","version":1,"__proto__":{"polluted":1}}');
    expect(({} as Json).polluted).toBeUndefined();
  });
});

describe('of a backup, what is whole is offered although a part is not', () => {
  it('a session whose history was altered is named, the others are there', () => {
    const result = read(backup().replace('Cable of', 'Fable of'));
    expect(result.kind === 'backup' && result.problems).toEqual([
      { code: 'altered' },
      { ...session('broken'), title: 'The refinery' },
    ]);
    expect(result.kind === 'backup' && result.file.sessions.map(({ id }) => id)).toEqual(['two']);
  });
  it('the same session twice is taken once, and a bad addition is named', () => {
    const text = forged(backup(), (file) => ({
      ...file,
      sessions: [...(file.sessions as Json[]), (file.sessions as Json[])[0]],
      additions: [{ ...addition, date: 'soon' }, 7],
    }));
    const result = read(text);
    expect(result.kind === 'backup' && result.problems).toEqual([
      { code: 'session', place: 3, title: 'The refinery', fault: 'twice' },
      { code: 'additionField', place: 1, field: 'date', fault: 'date' },
      { code: 'addition', place: 2, fault: 'malformed' },
    ]);
  });
  it('a record of a workshop that is none is named; of version 1 there are none', () => {
    const workshops = [record, { ...record, more: 1 }, { ...record, kind: 'given' }];
    const result = read(forged(backup(), (file) => ({ ...file, workshops })));
    expect(result.kind === 'backup' && [result.file.workshops, result.problems]).toEqual([
      [record],
      [head('workshops 2', 'malformed'), head('workshops 3', 'malformed')],
    ]);
    const first = read(forged(backup(), (file) => ({ ...file, version: 1 })));
    expect(first.kind === 'backup' && [first.file.workshops, first.problems]).toEqual([
      [],
      [head('workshops', 'unknown')],
    ]);
    const lacking = read(forged(backup(), ({ workshops: _, ...file }) => file));
    expect(lacking.kind === 'backup' && lacking.problems).toEqual([head('workshops', 'missing')]);
  });
  it('what it says wrongly of itself is told and not shown', () => {
    const result = read(forged(backup(), (file) => ({ ...file, written: 'soon', app: 7 })));
    expect(result.kind === 'backup' && [result.file.written, result.file.app, result.problems]).toEqual([
      '',
      '',
      [head('written', 'malformed'), head('app', 'malformed')],
    ]);
  });
  it('where nothing is whole it is refused', () => {
    expect(
      read(forged(backup(), (file) => ({ ...file, sessions: [7], additions: [], workshops: [] }))).kind,
    ).toBe('refused');
    expect(read(forged(backup(), (file) => ({ ...file, sessions: 7 }))).kind).toBe('refused');
  });
});
