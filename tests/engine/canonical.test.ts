import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/engine/canonical.ts';

test.each([
  ['keys in any order', { b: 1, a: { d: [2, 1], c: null } }, '{"a":{"c":null,"d":[2,1]},"b":1}'],
  [
    'keys by code unit, not by alphabet',
    { ä: 1, z: 2, Z: 3, '10': 4, '9': 5 },
    '{"10":4,"9":5,"Z":3,"z":2,"ä":1}',
  ],
  ['numbers as JSON has them', [1.0, -0, 1e21, 0.1], '[1,0,1e+21,0.1]'],
  ['text escaped', '"\n’', '"\\"\\n’"'],
  ['what is undefined is left out', { a: undefined, b: true }, '{"b":true}'],
])('%s', (_, value, expected) => {
  expect(canonicalJson(value)).toBe(expected);
});

test.each([
  ['undefined', undefined],
  ['undefined in a list', [undefined]],
  ['not a number', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['a function', () => 1],
])('%s is refused rather than lost', (_, value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
});
