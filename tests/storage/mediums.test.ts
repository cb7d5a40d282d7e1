/** Where the second copy lies, and its lines: cut, torn, full, killed half-way; one window after another. */
import { describe, expect, it, vi } from 'vitest';
import type { Entry } from '../../src/session/journal.ts';
import { openCacheMedium } from '../../src/storage/copy/cache-medium.ts';
import { openCopy } from '../../src/storage/copy/copy.ts';
import { openFileMedium } from '../../src/storage/copy/file-medium.ts';
import { crc32, lineOf, linesOf, scan } from '../../src/storage/copy/lines.ts';
import type { Answer, Request } from '../../src/storage/copy/protocol.ts';
import { type Channel, shareCopy, type Word } from '../../src/storage/copy/share.ts';
import { extended, journalOf } from '../session/samples.ts';
import { Disk } from './sample-copy.ts';

const answer = (text: string) => ({ type: 'answered', question: 'energy', answer: text }) as const;
const journal = journalOf(answer('yes'), answer('no'), answer('yes'));
const bytes = (text: string) => new TextEncoder().encode(text);

describe('files that cannot be used', () => {
  it('are let go, so that a later attempt can have them', async () => {
    const disk = new Disk();
    const held = new Set<string>();
    const folder = Object.assign(Object.create(disk) as Disk, {
      async open(name: 'a' | 'b') {
        if (held.has(name)) throw new DOMException('in use', 'NoModificationAllowedError');
        held.add(name);
        const file = await disk.open(name);
        return { ...file, close: () => held.delete(name) };
      },
    });
    disk.killAfter = 0;
    await expect(openFileMedium(folder)).rejects.toThrow('killed');
    expect([...held]).toEqual([]);
    disk.killAfter = Number.POSITIVE_INFINITY;
    expect((await openFileMedium(folder)).kind).toBe('file');
  });
});

describe('lines', () => {
  it('have the sum that zip and PNG have', () => {
    expect(crc32(bytes('123456789'))).toBe(0xcbf43926);
  });

  const values = ['a', { b: 'line\nfeed' }, 'c \u{1f600}'];
  const whole = linesOf(values);
  const first = lineOf(values[0]).length;

  it('are read as they were written, wherever they are cut', () => {
    for (let cut = 0; cut <= whole.length; cut++) {
      const { values: found, end } = scan(whole.subarray(0, cut));
      expect(found).toEqual(values.slice(0, found.length));
      expect(linesOf(found)).toHaveLength(end);
    }
    expect(scan(whole)).toEqual({ values, bad: 0, end: whole.length });
  });

  it('whichever byte is changed, no line is read wrong, and those before and after it are read', () => {
    for (let i = 0; i < 2 * whole.length; i++) {
      const at = i >> 1;
      const harmed = whole.slice();
      harmed[at] = (harmed[at] ?? 0) ^ (i % 2 === 0 ? 0xff : 1);
      const { values: found, bad } = scan(harmed);
      expect(bad).toBe(1);
      expect(
        found.every((one) => values.some((value) => JSON.stringify(value) === JSON.stringify(one))),
      ).toBe(true);
      // A line feed that is lost takes the line after it along.
      expect(found.length).toBeGreaterThanOrEqual(values.length - 2);
      if (at < first - 1) expect(found).toEqual(values.slice(1));
    }
  });
});

/** A copy of two sessions in two files, one of them compacted. */
async function twoSessions(disk: Disk) {
  const copy = await openCopy(await openFileMedium(disk));
  await copy.append('a', journal);
  await copy.append('b', journal.slice(0, 2));
  return copy;
}
const journalIn = (copy: { contents: { sessions: Map<string, { records: unknown[] }> } }, id: string) =>
  copy.contents.sessions.get(id)?.records;

describe('two files', () => {
  it('compacting, killed at any byte, leaves everything that was there, and what came after too', async () => {
    const before = new Disk();
    await (await twoSessions(before)).append('a', extended(journal, answer('no')).slice(4));
    const size = before.files.a.length;
    const more = extended(journal, answer('no'));
    for (let at = 0; at < size + 40; at += 7) {
      const disk = new Disk();
      disk.files.a = before.files.a.slice();
      const copy = await openCopy(await openFileMedium(disk));
      disk.killAfter = at;
      await copy.compact(true).catch(() => undefined);
      disk.killAfter = Number.POSITIVE_INFINITY;
      const again = await openCopy(await openFileMedium(disk));
      expect(journalIn(again, 'a')).toEqual(more);
      expect(journalIn(again, 'b')).toEqual(journal.slice(0, 2));
      const evenMore = extended(more, answer('yes'));
      await again.append('a', evenMore.slice(5));
      const third = await openCopy(await openFileMedium(disk));
      expect(journalIn(third, 'a')).toEqual(evenMore);
    }
  });

  it('appending, killed at any byte, leaves what was there; the rest of a line is cut', async () => {
    for (let at = 0; at < 240; at += 5) {
      const disk = new Disk();
      const copy = await twoSessions(disk);
      disk.killAfter = at;
      await copy.append('b', journal.slice(2)).catch(() => undefined);
      disk.killAfter = Number.POSITIVE_INFINITY;
      const again = await openCopy(await openFileMedium(disk));
      expect(journalIn(again, 'a')).toEqual(journal);
      const found = journalIn(again, 'b') as Entry[];
      expect(found).toEqual(journal.slice(0, found.length));
      await again.append('b', journal.slice(found.length));
      expect(journalIn(await openCopy(await openFileMedium(disk)), 'b')).toEqual(journal);
    }
  });

  it('full at any byte: said, nothing is lost, and it goes on once there is room', async () => {
    for (let room = 0; room < 200; room += 9) {
      const disk = new Disk();
      const copy = await twoSessions(disk);
      disk.room = room;
      await expect(copy.append('b', journal.slice(2))).rejects.toThrow('quota');
      await expect(copy.compact(true)).rejects.toThrow('quota');
      disk.room = Number.POSITIVE_INFINITY;
      expect(await copy.append('b', journal.slice(2))).toBe('kept');
      expect(journalIn(await openCopy(await openFileMedium(disk)), 'b')).toEqual(journal);
    }
  });

  it('where the newer file does not open, the other becomes what it is, and both go on', async () => {
    const disk = new Disk();
    const copy = await twoSessions(disk);
    await copy.compact(true);
    await copy.append('b', journal.slice(2, 3));
    disk.locked.add('b');
    const other = await openCopy(await openFileMedium(disk));
    await other.append('b', journal.slice(3));
    disk.locked.clear();
    const again = await openCopy(await openFileMedium(disk));
    expect([journalIn(again, 'a'), journalIn(again, 'b')]).toEqual([journal, journal]);
  });

  it('a line lost in the middle is put back, not passed over', async () => {
    const disk = new Disk();
    await twoSessions(disk);
    const at = disk.text().indexOf('"seq":2');
    disk.files.a[at] = 0;
    const again = await openCopy(await openFileMedium(disk));
    expect(journalIn(again, 'a')).toHaveLength(3);
    await again.restate('a', { entries: journal, deletedAt: '', life: 0 });
    expect(journalIn(again, 'a')).toEqual(journal);
  });

  it('as many lines as there should be, the last of them right, and one of them twice: put back all the same', async () => {
    const disk = new Disk();
    const medium = await openFileMedium(disk);
    const [one, two, , four] = journal;
    const lines = [one, two, two, four].map((entry, i) => ({ id: i + 1, session: 'a', entry }));
    await medium.append(linesOf(lines));
    const copy = await openCopy(await openFileMedium(disk));
    const more = extended(journal, answer('no'));
    await copy.restate('a', { entries: more, deletedAt: '', life: 0 });
    expect(journalIn(await openCopy(await openFileMedium(disk)), 'a')).toEqual(more);
  });

  it('what was removed is forgotten once: there is nothing to rewrite after that', async () => {
    const medium = await openFileMedium(new Disk());
    const replace = vi.spyOn(medium, 'replace');
    const copy = await openCopy(medium);
    await copy.append('a', journal);
    await copy.compact();
    expect(replace).not.toHaveBeenCalled();
    await copy.remove('a', 1);
    await copy.compact();
    expect(replace).toHaveBeenCalledOnce();
  });

  it('tells when the files were cleared away under it', async () => {
    const disk = new Disk();
    const medium = await openFileMedium(disk);
    expect(await medium.isThere()).toBe(true);
    disk.sizeOf = async () => undefined as never;
    expect(await medium.isThere()).toBe(false);
  });
});

/** The Cache API in memory. */
class Caches {
  readonly kept = new Map<string, Uint8Array>();
  full = false;
  async open() {
    const { kept } = this;
    return {
      // As real ones do, in no order that one may rely on.
      keys: async () => [...kept.keys()].reverse().map((url) => ({ url })),
      match: async (url: string) => {
        const found = kept.get(url);
        return found && { arrayBuffer: async () => found.slice().buffer };
      },
      put: async (url: string, response: Response) => {
        if (this.full) throw new DOMException('no room', 'QuotaExceededError');
        kept.set(url, new Uint8Array(await response.arrayBuffer()));
      },
      delete: async (url: string) => kept.delete(url),
    };
  }
  async has() {
    return true;
  }
}
const asCaches = (caches: Caches) => caches as unknown as CacheStorage;

describe('a cache', () => {
  it('keeps what is appended, in order, over many writes and compactions', async () => {
    const caches = new Caches();
    let long = journalOf();
    const copy = await openCopy(await openCacheMedium('x', asCaches(caches)));
    await copy.append('a', long);
    for (let i = 0; i < 320; i++) {
      const next = extended(long, answer(i % 2 === 0 ? 'yes' : 'no'));
      await copy.append('a', next.slice(-1));
      long = next;
    }
    expect(caches.kept.size).toBeLessThan(300);
    expect(journalIn(await openCopy(await openCacheMedium('x', asCaches(caches))), 'a')).toEqual(long);
  });

  it('forgets what was removed for good; full, it says so and keeps what it has', async () => {
    const caches = new Caches();
    const copy = await openCopy(await openCacheMedium('x', asCaches(caches)));
    await copy.append('a', journalOf(answer('canary')));
    await copy.append('b', journal);
    caches.full = true;
    await expect(copy.append('b', extended(journal, answer('no')).slice(4))).rejects.toThrow('quota');
    caches.full = false;
    await copy.remove('a', 1);
    expect([...caches.kept.values()].map((part) => new TextDecoder().decode(part)).join('')).not.toContain(
      'canary',
    );
    expect(journalIn(await openCopy(await openCacheMedium('x', asCaches(caches))), 'b')).toEqual(journal);
  });

  it('where the browser refuses it, there is none; where it fails, that is said', async () => {
    const refusing = (name: string) =>
      ({ open: () => Promise.reject(new DOMException('', name)) }) as unknown as CacheStorage;
    await expect(openCacheMedium('x', refusing('SecurityError'))).rejects.toMatchObject({ fault: 'missing' });
    await expect(openCacheMedium('x', refusing('UnknownError'))).rejects.toMatchObject({
      name: 'UnknownError',
    });
  });
});

describe('one writer among several windows', () => {
  const listeners = new Set<(word: Word) => void>();
  function windowAmong(me: string) {
    let hold: (() => void) | undefined;
    const mine: { hear?: (word: Word) => void } = {};
    const channel: Channel = {
      post(word) {
        for (const listener of listeners) if (listener !== mine.hear) queueMicrotask(() => listener(word));
      },
      listen(listener) {
        mine.hear = listener;
        listeners.add(listener);
      },
    };
    const asked: Request[] = [];
    const done = (kind: 'file' | 'none'): Answer => ({ fault: '', kind });
    const ask = shareCopy({
      me,
      channel,
      whenHolder: (begin) => {
        hold = begin;
      },
      serve: () => ({
        opened: Promise.resolve(done('file')),
        answer: async (request) => {
          asked.push(request);
          return done('file');
        },
      }),
      limit: 200,
    });
    return { ask, asked, hold: () => hold?.(), end: () => mine.hear && listeners.delete(mine.hear) };
  }
  const touch = { type: 'touch' } as const;

  it('the holder answers for all; when it ends, the next takes over what is open; without one, that is said', async () => {
    const [one, two] = [windowAmong('1'), windowAmong('2')];
    one.hold();
    expect(await two.ask(touch)).toEqual({ fault: '', kind: 'file' });
    expect(two.asked).toEqual([]);
    one.end();
    const open = two.ask(touch);
    two.hold();
    expect(await open).toEqual({ fault: '', kind: 'file' });
    expect(two.asked).toHaveLength(1);
    two.end();
    expect(await windowAmong('3').ask(touch)).toEqual({ fault: 'elsewhere', kind: 'none' });
  });
});
