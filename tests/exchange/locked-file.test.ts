/** Locked files: they open with their passphrase and no other, here and by the reader in Python; all else is refused. */
import { spawnSync } from 'node:child_process';
import { createHash, createHmac, hkdfSync, pbkdf2Sync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openLocked, openWith, PURPOSE, parseLocked, writeLocked } from '../../src/exchange/locked-file.ts';
import { readHandOn } from '../../src/exchange/read-file.ts';
import { encrypt } from '../../src/lock/cipher.ts';
import { type Bytes, keysFrom, utf8 } from '../../src/lock/keys.ts';
import { base64 } from '../../src/lock/letters.ts';
import { pack as packed } from '../../src/lock/packing.ts';
import type { LockedFile } from '../../src/session/hand-on/file.ts';
import { smallPack } from '../session/small-pack.ts';

/** As few as are permitted, where the number is not what is tried. */
const FEW = 100_000;
const TEXT = `${JSON.stringify({ any: 'text, ½ of it in Белару́сь' })}\n`;
const PASSPHRASE = 'abandon ability able about above absent';
const frozen = (name: string) => new URL(`./frozen/${name}`, import.meta.url);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

afterEach(() => vi.unstubAllGlobals());

function lockedIn(file: string | Uint8Array): LockedFile {
  const read = parseLocked(typeof file === 'string' ? utf8(file) : file);
  if ('problem' in read) throw new Error(JSON.stringify(read));
  return read.locked;
}

async function opens(file: string | Uint8Array, passphrase: string): Promise<string> {
  const opened = await openLocked(lockedIn(file), passphrase);
  return 'bytes' in opened ? text(opened.bytes) : opened.problem.code;
}

describe('what is locked opens to the same', () => {
  it('with its passphrase, and with no other', async () => {
    const file = await writeLocked(TEXT, PASSPHRASE, FEW);
    expect(file).not.toContain('any');
    expect(await opens(file, PASSPHRASE)).toBe(TEXT);
    for (const other of [PASSPHRASE.toUpperCase(), `${PASSPHRASE}s`, PASSPHRASE.slice(1), ''])
      expect(await opens(file, other)).toBe('wrongPassphrase');
  });

  it('however the passphrase is spaced, and on whatever keyboard', async () => {
    const file = await writeLocked(TEXT, 'Łódź \u00e9t\u00e9', FEW);
    expect(await opens(file, ' Łódź\u00a0 e\u0301te\u0301\n')).toBe(TEXT);
  });

  it('each time by another salt and nonce', async () => {
    const [one, two] = [await writeLocked(TEXT, PASSPHRASE, FEW), await writeLocked(TEXT, PASSPHRASE, FEW)];
    const [a, b] = [lockedIn(one), lockedIn(two)];
    expect(a.salt).not.toEqual(b.salt);
    expect(a.nonce).not.toEqual(b.nonce);
  });

  it('at six hundred thousand iterations, unless a test says otherwise', async () => {
    expect(lockedIn(await writeLocked(TEXT, PASSPHRASE)).iterations).toBe(600_000);
  });

  it('where the browser cannot pack', async () => {
    vi.stubGlobal('CompressionStream', undefined);
    const file = await writeLocked(TEXT, PASSPHRASE, FEW);
    expect(lockedIn(file).packing).toBe('none');
    expect(await opens(file, PASSPHRASE)).toBe(TEXT);
  });
});

describe('a locked file that is not as it was written is refused', () => {
  const code = (file: string) => {
    const read = parseLocked(utf8(file));
    return 'problem' in read ? read.problem.code : 'locked';
  };
  const resealed = (file: string, change: (content: string) => string) => {
    const content = change(file.replace(/,"digest":.*\n$/s, ''));
    return `${content},"digest":"${createHash('sha256').update(content).digest('hex')}"}\n`;
  };

  it.each<[string, (file: string) => string, string]>([
    ['cut off', (f) => f.slice(0, -40), 'cutOff'],
    ['one letter changed', (f) => f.replace('"gzip"', '"gzi9"'), 'altered'],
    ['of a later version', (f) => f.replace('"version":1', '"version":2'), 'later'],
    ['spaced otherwise', (f) => resealed(f, (c) => c.replace(',', ', ')), 'altered'],
    ['a field too many', (f) => resealed(f, (c) => c.replace(',"body"', ',"more":1,"body"')), 'altered'],
    ['without a body', (f) => resealed(f, (c) => c.replace(/,"body":.*/s, '')), 'altered'],
    ['another cipher', (f) => resealed(f, (c) => c.replace('AES-256-GCM', 'AES-128-GCM')), 'altered'],
    ['as cheap as guessing likes it', (f) => resealed(f, (c) => c.replace('100000', '99999')), 'unfairCost'],
    ['so dear that it never ends', (f) => resealed(f, (c) => c.replace('100000', '10000001')), 'unfairCost'],
    [
      'dearer than a number can be',
      (f) => resealed(f, (c) => c.replace('100000', '9'.repeat(16))),
      'unfairCost',
    ],
  ])('%s', async (_, change, expected) => {
    const derive = vi.spyOn(crypto.subtle, 'deriveBits');
    const file = change(await writeLocked(TEXT, PASSPHRASE, FEW));
    derive.mockClear();
    expect(code(file)).toBe(expected);
    expect(derive).not.toHaveBeenCalled();
    derive.mockRestore();
  });

  it('sealed again with another cost, by whoever knows how: it does not open', async () => {
    const file = resealed(await writeLocked(TEXT, PASSPHRASE, FEW), (c) => c.replace('100000', '100001'));
    expect(await opens(file, PASSPHRASE)).toBe('wrongPassphrase');
  });

  it('that swells when it is unpacked: it stops at what any file may have', async () => {
    const bomb = await packed(new Uint8Array(101_000_000));
    const locked = lockedIn(await writeLocked(TEXT, PASSPHRASE, FEW));
    const keys = await keysFrom(PASSPHRASE, locked.salt, locked.iterations, PURPOSE);
    const body = await encrypt(keys.key, locked.nonce, bomb.packed, utf8(locked.head));
    expect(base64(body).length).toBeLessThan(1_000_000);
    expect(await openWith(keys, { ...locked, body })).toEqual({ problem: { code: 'tooLarge' } });
  });

  it('that cannot be unpacked here: says so', async () => {
    const file = await writeLocked(TEXT, PASSPHRASE, FEW);
    vi.stubGlobal('DecompressionStream', undefined);
    expect(await opens(file, PASSPHRASE)).toBe('oldBrowser');
  });
});

/** Beside the files, so that other readers can be tried: docs/file-format.md tells what they come to. */
const FROZEN: [name: string, of: string, passphrase: string][] = [
  ['locked-session-1.waymark', 'session-1.waymark', 'correct horse battery staple'],
  ['locked-backup-1.waymark', 'backup-1.waymark', 'Zdrówko ½ Лес'],
];

describe('frozen examples of every past version open for ever', () => {
  it.each(FROZEN)('%s', async (name, of, passphrase) => {
    const read = readHandOn(readFileSync(frozen(name)), smallPack);
    expect(read.kind).toBe('locked');
    expect(await opens(readFileSync(frozen(name)), passphrase)).toBe(readFileSync(frozen(of), 'utf8'));
  });

  it('and its keys are those that the page on the format gives, by another way to them', async () => {
    const page = readFileSync(new URL('../../docs/file-format.md', import.meta.url), 'utf8');
    const { salt, iterations, check } = lockedIn(readFileSync(frozen(FROZEN[0]?.[0] ?? '')));
    const slow = pbkdf2Sync(FROZEN[0]?.[2] ?? '', salt, iterations, 32, 'sha256');
    const hkdf = (name: string) =>
      Buffer.from(hkdfSync('sha256', slow, Buffer.alloc(0), `waymark-locked 1 ${name}`, 32)).toString('hex');
    expect(hkdf('check')).toBe(check);
    for (const value of [slow.toString('hex'), hkdf('key'), hkdf('check')]) expect(page).toContain(value);
    // What HKDF is, spelled out as the page does.
    const pseudo = createHmac('sha256', Buffer.alloc(32)).update(slow).digest();
    expect(createHmac('sha256', pseudo).update('waymark-locked 1 key\x01').digest('hex')).toBe(hkdf('key'));
  });
});

describe('the reader in Python', () => {
  const reader = fileURLToPath(new URL('../../docs/open-locked.py', import.meta.url));
  const python = spawnSync('python3', ['--version']);
  const run = (file: URL | string, passphrase: string) =>
    spawnSync('python3', [reader, typeof file === 'string' ? file : fileURLToPath(file)], {
      input: passphrase,
      maxBuffer: 1e8,
    });

  // Where there is no Python there is nothing to run it with; where there is, it is run.
  it.runIf(python.error === undefined)('opens what was locked then, and what is locked now', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'waymark-locked-'));
    try {
      for (const [name, of, passphrase] of FROZEN)
        expect(run(frozen(name), `${passphrase}\n`).stdout.equals(readFileSync(frozen(of)))).toBe(true);
      const now = join(folder, 'now.waymark');
      writeFileSync(now, await writeLocked(TEXT, PASSPHRASE));
      expect(run(now, PASSPHRASE).stdout.toString()).toBe(TEXT);
      expect(run(now, 'another one').status).toBe(1);
      writeFileSync(now, altered(readFileSync(now)));
      expect(run(now, PASSPHRASE).status).toBe(2);
      vi.stubGlobal('CompressionStream', undefined);
      writeFileSync(now, await writeLocked(TEXT, PASSPHRASE));
      expect(run(now, PASSPHRASE).stdout.toString()).toBe(TEXT);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  function altered(bytes: Buffer): Bytes {
    const copy = new Uint8Array(bytes);
    // Within the body.
    copy[copy.length - 100] = (copy.at(-100) ?? 0) ^ 1;
    return copy;
  }
});
