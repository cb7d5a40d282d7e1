/** Handing on as a whole, over a desk and a store: backup and restore, erase, codes, and what is said where it fails. */

import { encodeQR } from 'qr';
import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { openBrief } from '../../src/brief/brief.ts';
import { createHandOn } from '../../src/exchange/hand-on.ts';
import { nextEntry } from '../../src/session/chain.ts';
import { createDesk } from '../../src/session/create-desk.ts';
import type { OpenSession } from '../../src/session/desk.ts';
import type { Action } from '../../src/session/journal.ts';
import type { SessionStore } from '../../src/session/store.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { extended } from '../session/samples.ts';
import { ALL, bytes, pack, rich, stored } from './hand-on-samples.ts';

const NOW = '2026-11-27T10:00:00.000Z';

function device(store: SessionStore = createMemoryStore()) {
  let n = 0;
  const parts = { now: () => NOW, newId: () => `new${++n}` };
  const brief = openBrief(pack);
  const desk = createDesk({ briefs: [brief], store, ...parts });
  return { store, desk, own: createHandOn({ desk, brief, store, app: '0.1.0', ...parts }) };
}

async function opened({ desk }: ReturnType<typeof device>, id = 'one'): Promise<OpenSession> {
  const session = await desk.open(id);
  if (session === undefined) throw new Error(`no session ${id}`);
  return session;
}

describe('a backup', () => {
  it('of everything comes back on another device, deleted ones as deleted', async () => {
    const here = device();
    await here.store.append('one', rich);
    await here.store.append('two', rich.slice(0, 4));
    await here.store.setDeleted('two', NOW);
    const { text, sessions } = await here.own.writeBackup([]);
    expect(sessions).toBe(2);
    const there = device();
    const read = there.own.read(bytes(text));
    if (read.kind !== 'backup') throw new Error('no backup');
    const taken = await there.own.takeIn(await there.own.compare(read.file.sessions), new Map(), String);
    expect(taken.map(({ result }) => result.kind)).toEqual(['saved', 'saved']);
    expect((await there.store.list()).sessions).toEqual((await here.store.list()).sessions);
    expect(there.desk.sessions.value.map(({ id }) => id)).toEqual(['one']);
    expect(there.desk.deleted.value.map(({ id }) => id)).toEqual(['two']);
  });

  it('says how many sessions are damaged and not in it', async () => {
    const store = createMemoryStore();
    const list = store.list.bind(store);
    store.list = async () => ({ ...(await list()), damaged: [{ id: 'x', reason: 'broken' }] });
    expect((await device(store).own.writeBackup([])).damaged).toBe(1);
  });

  it('is not stopped by a session whose journal does not hold, though the store takes it for whole', async () => {
    const store = createMemoryStore();
    await store.append('two', rich);
    const altered = rich.map((entry, i) =>
      i === 3 ? { ...entry, time: '2000-01-01T00:00:00.000Z' } : entry,
    );
    const list = store.list.bind(store);
    store.list = async () => ({
      sessions: [stored({ entries: altered }), ...(await list()).sessions],
      damaged: [],
    });
    const { own } = device(store);
    const { text, sessions, damaged } = await own.writeBackup([]);
    expect([sessions, damaged]).toEqual([1, 1]);
    expect(own.read(bytes(text)).kind).toBe('backup');
  });
});

describe('a backup of what no file can hold', () => {
  const [first] = rich;
  const chained = (action: object) => [nextEntry(undefined, { ...first?.action, ...action } as Action, NOW)];
  it.each([
    ['has more in an action than a file takes', stored({ entries: chained({ more: 1 }) })],
    ['is of no time', stored({ entries: rich.map((e) => ({ ...e, time: 'soon' })) })],
    ['has an id that is none', stored({ id: 'a/b' })],
  ])('leaves out a session that %s, says so, and holds the others', async (_, bad) => {
    const store = createMemoryStore();
    store.list = async () => ({ sessions: [bad, stored({ id: 'two' })], damaged: [] });
    const { own } = device(store);
    const { text, sessions, damaged } = await own.writeBackup([]);
    expect([sessions, damaged]).toEqual([1, 1]);
    expect(own.read(bytes(text))).toMatchObject({
      kind: 'backup',
      file: { sessions: [{ id: 'two' }] },
      problems: [],
    });
  });
});

describe('a session of a file is judged by the rules here', () => {
  const here = device();
  it('with the same result, or with what differs', () => {
    const { evaluation } = here.desk.moment(rich);
    const then = Object.fromEntries(
      Object.entries(evaluation.verdicts).map(([id, { status }]) => [id, { status, confirmed: true }]),
    );
    expect(here.own.judge(rich, then).differs).toEqual([]);
    const other = {
      ...then,
      R1: { status: 'open' as const, confirmed: true },
      X9: { status: 'holds' as const, confirmed: true },
    };
    expect(here.own.judge(rich, other).differs).toEqual([
      { output: 'R1', was: 'open', now: evaluation.verdicts.R1?.status },
      { output: 'X9', was: 'holds', now: '' },
    ]);
  });
  it('says that it was answered with others, and which answers have no place here', () => {
    // The journal names the small pack before it was sealed, so its hash is another one.
    expect(here.own.judge(rich, undefined).otherPack).toBe(true);
    const odd = extended(rich, { type: 'answered', question: 'gone', answer: 'yes' });
    expect(here.own.judge(odd, undefined).misfits).toEqual(['gone']);
  });
});

describe('a file that does not read back', () => {
  it('is never told to be there', async () => {
    const here = device();
    await here.store.append('one', rich);
    const session = await opened(here);
    const broken = {
      ...session,
      entries: { peek: () => rich.map((e, i) => (i === 3 ? { ...e, time: 'x' } : e)) },
    };
    expect(() => here.own.writeSession(broken as unknown as OpenSession, ALL)).toThrow(/does not read back/);
  });
});

describe('erase', () => {
  it('leaves one session without the text, under another id', async () => {
    const here = device();
    await here.store.append('one', rich);
    const done = await here.own.erase(await opened(here), 'Cable of Monday');
    expect(done).toEqual({ id: 'new1' });
    const { sessions } = await here.store.list();
    expect(sessions.map(({ id }) => id)).toEqual(['new1']);
    expect(JSON.stringify(sessions)).not.toContain('Cable');
    expect(here.desk.sessions.value.map(({ id }) => id)).toEqual(['new1']);
  });
  it('where it cannot be kept, the session stays as it was', async () => {
    const here = device();
    await here.store.append('one', rich);
    const session = await opened(here);
    here.store.append = async () => ({ kind: 'refused', reason: 'quota' });
    expect(await here.own.erase(session, 'Cable of Monday')).toEqual({ refused: 'quota' });
    expect((await here.store.list()).sessions).toEqual([stored({ place: '' })]);
  });
});

describe('a code', () => {
  it('of the answers begins a session with the same verdicts, beside the others', async () => {
    const here = device();
    await here.store.append('one', rich);
    const session = await opened(here);
    const parts = here.own.codes(session, 18);
    expect(parts.length).toBeGreaterThan(1);
    const joined = here.own.join([...parts].reverse());
    const read = 'code' in joined ? here.own.readCode(joined.code) : undefined;
    if (read === undefined || !('said' in read)) throw new Error('not read');
    expect(await here.own.begin(read.said, 'Theirs')).toEqual({ id: 'new1' });
    const begun = await opened(here, 'new1');
    expect(begun.evaluation.value).toEqual(session.evaluation.value);
    expect(begun.state.value.details).toMatchObject({ title: 'Theirs', handling: 'TLP:AMBER', meeting: '' });
    expect(here.desk.sessions.value).toHaveLength(2);
  });

  it('is drawn so that a camera reads it', async () => {
    const text = 'https://example.org/waymark/#/answers/Hvd42jOMmMYkSgQlJJihAkkJzkE-_x';
    const rows = await device().own.qr(text);
    expect(rows).toEqual(encodeQR(text, 'raw', { ecc: 'medium', border: 4 }));
    const scale = 4;
    const size = rows.length * scale;
    const data = new Uint8ClampedArray(size * size * 4).fill(255);
    rows.forEach((row, y) => {
      row.forEach((dark, x) => {
        for (let i = 0; dark && i < scale * scale; i++) {
          const at = ((y * scale + Math.floor(i / scale)) * size + x * scale + (i % scale)) * 4;
          data.fill(0, at, at + 3);
        }
      });
    });
    expect(decodeQR({ width: size, height: size, data })).toBe(text);
  });
});
