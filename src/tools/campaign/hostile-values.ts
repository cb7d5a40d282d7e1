/**
 * Values that a database takes and no JSON holds. They travel to the page as texts with a mark before them, and become
 * what they stand for there (hostile-page.ts).
 */
import { HOSTILE, type Json } from './mutated.ts';

/** No text of the app begins with it. */
export const MARK = '\u0001';

const BEYOND_JSON = [
  'NaN',
  'Infinity',
  '-Infinity',
  '-0',
  'undefined',
  'date',
  'noDate',
  'map',
  'set',
  'cyclic',
  'bigint',
  'bytes',
  'deep',
  'regexp',
  'error',
];

/** Names that every object has by birth, and others that mean something to a machine. */
export const NAMES = [
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
  'then',
  'length',
  'toJSON',
];

/** What stands where something else was: of every type, beyond what a field is meant for. */
export const VALUES: readonly (() => Json)[] = [
  ...HOSTILE,
  ...BEYOND_JSON.map((name) => () => `${MARK}${name}`),
  ...NAMES.map((name) => () => name),
  ...NAMES.map((name) => () => JSON.parse(`{"${name}":["a"]}`) as Json),
  () => '20266-01-01',
  () => '-000001-01-01',
  () => '0000-00-00',
  () => '+020266-01-01T00:00:00.000Z',
  () => 'soon',
  () => -5,
  () => 1.5,
  () => 2 ** 53 - 1,
  () => '\ud83d',
  () => '\u202e\u2066title\u0000',
  () => '\u200b',
  () => 'x'.repeat(300_000),
];

/** What an id may be in a database: any key, and any text. */
export const IDS: readonly (() => Json)[] = [
  ...NAMES.map((name) => () => name),
  () => '',
  () => ' ',
  () => '../../x',
  () => 'a/b?c#d',
  () => '%E0%A4',
  () => '\ud800',
  () => '\u202eid\u0000',
  () => 'i'.repeat(5000),
  () => '<img src=x onerror=alert(1)>',
  () => 7,
  () => -1,
  () => 0.5,
  () => `${MARK}Infinity`,
  () => `${MARK}date`,
  () => `${MARK}bytes`,
  () => [],
  () => ['a', ['b']],
];
