import type { Addition } from '../../../src/session/additions/addition.ts';

/** An addition as it is kept, with what a test says of it. */
export function addition(fields: Partial<Addition> = {}): Addition {
  return {
    id: 'a',
    pack: 'small',
    output: 'R1',
    kind: 'body',
    text: 'Foreign Affairs Council',
    author: 'AB',
    date: '2026-11-26',
    revision: 1,
    deletedAt: '',
    ...fields,
  };
}
