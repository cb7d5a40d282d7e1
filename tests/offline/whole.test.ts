import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { stateOf } from '../../src/offline/whole.ts';

const integrity = `sha256-${createHash('sha256').update('{"brief":1}').digest('base64')}`;

it.each<[name: string, kept: Response | undefined, expected: string]>([
  ['as it was made', new Response('{"brief":1}'), 'whole'],
  ['one letter changed', new Response('{"brief":2}'), 'altered'],
  ['cut', new Response('{"brief":1'), 'altered'],
  ['empty', new Response(''), 'altered'],
  ['longer', new Response('{"brief":1}\n'), 'altered'],
  ['not there', undefined, 'missing'],
])('a kept file %s', async (_, kept, expected) => {
  expect(await stateOf(kept, integrity)).toBe(expected);
});
