/** What is sealed without waiting opens with its secret, at its place, unchanged, and in no other way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SECRET_BYTES, sealingAtOnce } from '../../src/lock/at-once.ts';
import { random } from '../../src/lock/keys.ts';

const secret = random(SECRET_BYTES);
const sealing = sealingAtOnce(secret);

describe('sealed at once', () => {
  it('any text opens again, and is not to be read in what is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 6 }), (text) => {
        const sealed = sealing.seal(text, 'a place');
        expect(sealed).not.toContain(text);
        expect(sealing.open(sealed, 'a place')).toBe(text);
      }),
    );
    expect(sealing.open(sealing.seal('\uFEFFfirst', ''), '')).toBe('\uFEFFfirst');
  });
  it('the same text twice is two writings', () => {
    expect(sealing.seal('a text', '')).not.toBe(sealing.seal('a text', ''));
  });
  it('elsewhere, with another secret, changed or cut off it does not open', () => {
    const sealed = sealing.seal('a text', 'here');
    expect(sealing.open(sealed, 'there')).toBeUndefined();
    expect(sealingAtOnce(random(SECRET_BYTES)).open(sealed, 'here')).toBeUndefined();
    const letters = [...sealed];
    for (const at of letters.keys()) {
      const other = letters.with(at, letters[at] === 'A' ? 'B' : 'A').join('');
      expect(sealing.open(other, 'here')).toBeUndefined();
      expect(sealing.open(sealed.slice(0, at), 'here')).toBeUndefined();
    }
    for (const text of ['', 'a text', '[]', '{"k":1}']) expect(sealing.open(text, 'here')).toBeUndefined();
  });
});
