import type { OpenSession } from '../../session/desk.ts';

/** Whether what was just done is wherever this browser keeps things: twice, once, or in this window. */
export function isKept({ saving }: OpenSession): boolean {
  const state = saving.peek();
  return state === 'saved' || state === 'once' || state === 'window';
}
