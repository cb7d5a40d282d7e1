/** Whether a device is ready: what is said of what was found, and the code that is compared across a room. */
import { describe, expect, it } from 'vitest';
import { sayBytes } from '../../src/view/ready/bytes.ts';
import { shortCode } from '../../src/view/ready/code.ts';
import { countToDo, type Found, type LineId, linesOf } from '../../src/view/ready/lines.ts';

const WHOLE = { build: 'b1', files: 80, missing: [], altered: [], reached: true };
const READY: Found = {
  build: 'b1',
  opened: 'https',
  keepsFiles: true,
  files: WHOLE,
  updateReady: false,
  storage: 'works',
  persisted: true,
  room: { used: 50_000_000, free: 2_000_000_000 },
  copies: { fault: '', mended: 0, damaged: 0 },
  locked: true,
  camera: 'granted',
  backup: { at: '2026-11-26T10:00:00.000Z', checked: true, putOff: '' },
  sessions: [{ changed: '2026-11-25T10:00:00.000Z' }],
  now: '2026-11-27T10:00:00.000Z',
};
const lineOf = (id: LineId, change: Partial<Found>) => {
  const { state, is } = linesOf({ ...READY, ...change }).find((line) => line.id === id) ?? {};
  return `${state} ${is}`;
};
const changed = (time: string) => [{ changed: time }];
const backup = (at: string, putOff = '') => ({ at, checked: true, putOff });

it('has nothing to do where all is well', () => {
  const lines = linesOf(READY);
  expect(lines.map(({ state }) => state)).toEqual(lines.map(() => 'good'));
  expect(countToDo(lines)).toBe(0);
});

it('counts what is to be done, and not what is for people to decide', () => {
  const lines = linesOf({
    ...READY,
    files: { ...WHOLE, missing: ['a.js'] },
    persisted: false,
    locked: false,
    camera: 'denied',
  });
  expect(countToDo(lines)).toBe(2);
});

describe('each line', () => {
  it.each<[id: LineId, found: Partial<Found>, expected: string]>([
    ['files', { files: { ...WHOLE, missing: ['a.js'] } }, 'todo harmed'],
    ['files', { files: { ...WHOLE, altered: ['a.js'] } }, 'todo harmed'],
    ['files', { files: { ...WHOLE, altered: ['a.js'], reached: false } }, 'todo unreached'],
    ['files', { files: undefined }, 'todo wait'],
    ['files', { files: undefined, keepsFiles: false }, 'todo none'],
    ['files', { files: undefined, keepsFiles: false, opened: 'http' }, 'todo http'],
    ['files', { files: undefined, keepsFiles: false, opened: 'file' }, 'good file'],
    ['version', { updateReady: true }, 'todo newer'],
    ['version', { files: { ...WHOLE, build: 'b2' } }, 'todo newer'],
    ['version', { files: undefined }, 'good same'],
    ['keeping', { persisted: false }, 'todo may'],
    ['keeping', { persisted: undefined }, 'know unknown'],
    ['keeping', { storage: 'none', persisted: true }, 'todo none'],
    ['room', { room: { used: 1, free: 99_999_999 } }, 'todo little'],
    ['room', { room: { used: 1, free: 100_000_000 } }, 'good enough'],
    ['room', { room: undefined }, 'know unknown'],
    ['copies', { copies: { fault: 'quota', mended: 0, damaged: 0 } }, 'todo failing'],
    ['copies', { copies: { fault: '', mended: 3, damaged: 1 } }, 'todo damaged'],
    ['copies', { copies: { fault: 'missing', mended: 0, damaged: 0 } }, 'know single'],
    ['copies', { copies: undefined }, 'know single'],
    ['copies', { storage: 'once', copies: undefined }, 'todo once'],
    ['copies', { storage: 'none', copies: undefined }, 'todo none'],
    ['backup', { sessions: [] }, 'know nothing'],
    ['backup', { backup: backup('') }, 'todo never'],
    ['backup', { backup: backup(''), sessions: changed('2026-11-27T09:00:00.000Z') }, 'know notYet'],
    ['backup', { backup: backup('2026-11-01T10:00:00.000Z') }, 'todo old'],
    ['backup', { backup: backup('2026-11-01T10:00:00.000Z', '2026-11-27T09:00:00.000Z') }, 'todo old'],
    ['backup', { sessions: changed('2026-11-27T09:00:00.000Z') }, 'know behind'],
    ['camera', { camera: 'denied' }, 'know denied'],
    ['camera', { camera: 'none' }, 'know none'],
    ['lock', { locked: false }, 'know open'],
  ])('%s: %j', (id, found, expected) => {
    expect(lineOf(id, found)).toBe(expected);
  });
});

describe('the code of a version', () => {
  it.each<[build: string, expected: string[]]>([
    ['000000000000', ['000', '000']],
    ['ffffffffffff', ['ZZZ', 'ZZZ']],
    ['6e424e2705ab', ['DS1', '4W9']],
    ['dev', []],
    ['%waymark-build%', []],
  ])('%s', (build, expected) => {
    expect(shortCode(build)).toEqual(expected);
  });

  it('differs wherever one of its thirty bits does', () => {
    const builds = Array.from({ length: 30 }, (_, i) => (2 ** (i + 2)).toString(16).padStart(8, '0'));
    expect(new Set(builds.map((build) => shortCode(build).join(''))).size).toBe(30);
  });
});

it.each<[bytes: number, language: string, expected: string]>([
  [0, 'en', '0 MB'],
  [4_240_000, 'en', '4.2 MB'],
  [53_100_000, 'en', '53 MB'],
  [1_340_000_000, 'de', '1,3 GB'],
])('%d bytes in %s', (bytes, language, expected) => {
  expect(sayBytes(bytes, language).replace(/\s/, ' ')).toBe(expected);
});
