/** What both stores know of one own addition: its text, or that it was removed, and how often that was changed. */
import { type Addition, isAddition } from '../session/additions/addition.ts';

export interface AdditionState {
  pack: string;
  id: string;
  /** Grows by one with each change, a removal too: of two stores, the one with the higher number is right. */
  n: number;
  /** null: removed for good. */
  value: Addition | null;
}

export function keyOf({ pack, id }: { pack: string; id: string }): string {
  return JSON.stringify([pack, id]);
}

export function isAdditionState(value: unknown): value is AdditionState {
  if (typeof value !== 'object' || value === null) return false;
  const { pack, id, n, value: addition } = value as Record<string, unknown>;
  if (typeof pack !== 'string' || typeof id !== 'string' || !Number.isSafeInteger(n)) return false;
  return addition === null || (isAddition(addition) && addition.pack === pack && addition.id === id);
}

/** What is to be, of what either store has: the later state; where both are as late, the first. */
export function laterOf(
  first: AdditionState | undefined,
  second: AdditionState | undefined,
): AdditionState | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return second.n > first.n ? second : first;
}
