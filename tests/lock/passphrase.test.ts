import { describe, expect, it } from 'vitest';
import { base64, fromBase64, fromHex, hex } from '../../src/lock/letters.ts';
import { asItCounts, drawPassphrase } from '../../src/lock/passphrase.ts';

describe('a passphrase', () => {
  it.each([
    ['as typed', 'abc def', 'abc def'],
    ['spaces around and between', '  abc \t\n def ', 'abc def'],
    ['letters in two pieces', 'e\u0301', '\u00e9'],
    ['a space that does not break', 'a\u00a0b', 'a b'],
    ['capital letters count', 'Abc', 'Abc'],
    ['nothing', ' \n', ''],
  ])('%s', (_, typed, counts) => expect(asItCounts(typed)).toBe(counts));

  it('drawn: six words of the list, every one of them at some time, and not the same again', async () => {
    const drawn = await Promise.all(Array.from({ length: 5000 }, () => drawPassphrase()));
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(drawn.every((phrase) => phrase.split(' ').length === 6)).toBe(true);
    // Of 30,000 draws each word is missed about once in 2.3 million.
    const words = new Set(drawn.flatMap((phrase) => phrase.split(' ')));
    expect(words.size).toBeGreaterThanOrEqual(2047);
    expect(drawn.every((phrase) => asItCounts(phrase) === phrase)).toBe(true);
  });
});

describe('letters', () => {
  const bytes = (n: number) => crypto.getRandomValues(new Uint8Array(n));
  it.each([0, 1, 2, 3, 24_000, 24_001, 50_000])('%s bytes and back', (n) => {
    const some = bytes(n);
    expect(fromBase64(base64(some))).toEqual(some);
    expect(base64(some)).toBe(Buffer.from(some).toString('base64'));
    expect(fromHex(hex(some))).toEqual(some);
  });
  it.each(['AAA', 'AAA\n', 'AB==', 'AAB=', 'A===', 'AA-_', 'AA==AAAA', '====', ' AAA'])(
    '%j is none',
    (text) => expect(fromBase64(text)).toBeUndefined(),
  );
});
