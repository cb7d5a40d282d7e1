/** Records of any kind as JSON, so that none is left out of a raw copy. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plain } from '../../src/storage/raw.ts';

it('whatever JSON can carry is as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      // JSON has no minus nought.
      const text = JSON.stringify(value);
      expect(JSON.stringify(plain(value))).toBe(text);
    }),
  );
});

it('whatever a structured clone can carry gets a form', () => {
  const circle: Record<string, unknown> = { name: 'a' };
  circle.self = { again: circle };
  expect(plain(circle)).toEqual({ name: 'a', self: { again: { $circle: 0 } } });
  expect(
    plain([
      Number.NaN,
      Number.POSITIVE_INFINITY,
      12n,
      undefined,
      new Date(0),
      new Uint8Array([1, 2, 255]),
      new Map([['a', new Set([1])]]),
    ]),
  ).toEqual([
    { $number: 'NaN' },
    { $number: 'Infinity' },
    { $bigint: '12' },
    { $undefined: 'undefined' },
    { $date: '0' },
    { $bytes: 'AQL/' },
    { $map: [['a', { $set: [1] }]] },
  ]);
  const inherited = JSON.parse('{"__proto__": {"a": 1}, "valueOf": 2}') as object;
  expect(JSON.stringify(plain(inherited))).toBe('{"__proto__":{"a":1},"valueOf":2}');
});
