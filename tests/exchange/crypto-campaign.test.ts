/**
 * The campaign `crypto`, short: every bit of the head and of the tail of a locked file flipped, and bits of its body,
 * as damage does it and sealed again as somebody would who knows how. Not one opens to anything. `CRYPTO_TIMES` body bits.
 */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { openWith, PURPOSE, parseLocked, writeLocked } from '../../src/exchange/locked-file.ts';
import { type Bytes, type Keys, keysFrom, utf8 } from '../../src/lock/keys.ts';
import { hex } from '../../src/lock/letters.ts';
import { seeded } from '../../src/tools/campaign/campaign.ts';

const TIMES = Number(process.env.CRYPTO_TIMES ?? 100);
const SEED = Number(process.env.CRYPTO_SEED ?? 7);
const PASSPHRASE = 'abandon ability able about above absent';
/** As few as are permitted: a flipped bit of salt or iterations wants keys of its own. */
const FEW = 100_000;

type Outcome =
  | 'damaged, told before the passphrase'
  | 'wrong passphrase'
  | 'changed, told after it'
  | 'OPENED';
const counts: Record<string, Partial<Record<Outcome, number>>> = {};

it(`every bit of head and tail, ${TIMES} of the body`, async () => {
  const random = seeded(SEED);
  // Enough for as many bits, since gzip makes it smaller.
  const plain = Array.from({ length: 200 + 2 * TIMES }, () => Math.floor(random() * 36).toString(36)).join(
    '',
  );
  const file = utf8(await writeLocked(plain, PASSPHRASE, FEW));
  expect(await outcome(file)).toBe('OPENED');
  const text = new TextDecoder().decode(file);
  const body = { from: text.indexOf('"body":"') + 8, to: text.indexOf('","digest"') };

  for (const i of range(8 * file.length).filter((i) => i < 8 * body.from || i >= 8 * body.to)) {
    const flipped = withBit(file, i);
    const where = i < 8 * body.from ? 'head' : 'tail';
    await count(`${where}, as damage does it`, flipped);
    if (where === 'head') await count('head, sealed again', sealedAgain(flipped));
  }
  const bits = 8 * (body.to - body.from);
  for (let n = 0; n < TIMES; n++) {
    // Where the full form asks for so many, no bit is flipped twice.
    const i = 8 * body.from + ((Math.floor(random() * 7) + n * 7) % bits);
    await count('body, as damage does it', withBit(file, i));
    await count('body, sealed again', sealedAgain(withBit(file, i)));
  }
  if (process.env.CRYPTO_TIMES !== undefined) console.log(`CRYPTO ${JSON.stringify(counts)}`);
  for (const [where, of] of Object.entries(counts)) expect([where, of.OPENED]).toEqual([where, undefined]);
  // Both lines of defence were tried: a campaign that never gets past the first proves nothing of the second.
  expect(counts['head, sealed again']?.['changed, told after it']).toBeGreaterThan(20);
  expect(counts['body, sealed again']?.['changed, told after it']).toBeGreaterThan(TIMES / 3);
});

async function count(where: string, file: Bytes): Promise<void> {
  const became = await outcome(file);
  counts[where] ??= {};
  counts[where][became] = (counts[where][became] ?? 0) + 1;
}

async function outcome(file: Bytes): Promise<Outcome> {
  const read = parseLocked(file);
  if ('problem' in read) return 'damaged, told before the passphrase';
  const opened = await openWith(await keysOf(read.locked.salt, read.locked.iterations), read.locked);
  if ('bytes' in opened) return 'OPENED';
  return opened.problem.code === 'wrongPassphrase' ? 'wrong passphrase' : 'changed, told after it';
}

const known = new Map<string, Promise<Keys>>();
/** Once for each salt and cost: with the right passphrase, so that nothing else stands in the way. */
function keysOf(salt: Bytes, iterations: number): Promise<Keys> {
  const name = `${hex(salt)} ${iterations}`;
  const keys = known.get(name) ?? keysFrom(PASSPHRASE, salt, iterations, PURPOSE);
  known.set(name, keys);
  return keys;
}

function withBit(file: Bytes, i: number): Bytes {
  const copy = new Uint8Array(file);
  copy[i >> 3] = (copy[i >> 3] ?? 0) ^ (1 << (i & 7));
  return copy;
}

function sealedAgain(file: Bytes): Bytes {
  const at = file.length - '"digest":""}\n'.length - 64 - 1;
  const content = file.subarray(0, at);
  const seal = utf8(`,"digest":"${createHash('sha256').update(content).digest('hex')}"}\n`);
  return new Uint8Array(Buffer.concat([content, seal]));
}

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}
