/** Why a verdict is as it is: a part of what is known, minimal by inclusion, that already forces it. */
import type { Walker } from './diagram/walk.ts';
import type { Pack } from './pack.ts';
import type { VariableIndex } from './variables.ts';
import type { Ground, Value } from './verdict.ts';

export interface Forced {
  root: number;
  value: Exclude<Value, 'mixed'>;
  /** Question ids in the order in which the author mentions them. */
  order: readonly string[];
  /** Questions given up first. */
  weak: readonly string[];
}

/**
 * Deletion: each known thing is given up in turn, the weak and then the last mentioned first, and kept given up
 * where the value stands without it. Knowing less never decides more, so what is left is minimal.
 */
export function groundsOf(
  walker: Walker,
  index: VariableIndex,
  pack: Pick<Pack, 'questions' | 'readings'>,
  known: Int32Array,
  { root, value, order, weak }: Forced,
): Ground[] {
  const everything = index.everything();
  const bits = Int32Array.from(known);
  const candidates = knownVariables(index, order, bits);
  const isWeak = (variable: number): boolean => weak.includes(questionOf(index, variable));
  const givenUpFirst = [...candidates].reverse();
  givenUpFirst.sort((a, b) => Number(isWeak(b)) - Number(isWeak(a)));
  const kept = new Set(candidates);
  for (const variable of givenUpFirst) {
    const before = bits[variable] ?? 0;
    bits[variable] = everything[variable] ?? 0;
    if (walker.value(root, bits) === value) kept.delete(variable);
    else bits[variable] = before;
  }
  const answers = candidates
    .filter((variable) => kept.has(variable))
    .map((v) => groundAt(index, pack, bits, v));
  return [...answers, ...readingGrounds(walker, index, pack, bits, root, value)];
}

/** Readings taken away from their default without which the rest would not force the value. */
function readingGrounds(
  walker: Walker,
  index: VariableIndex,
  pack: Pick<Pack, 'readings'>,
  bits: Int32Array,
  root: number,
  value: Value,
): Ground[] {
  const everything = index.everything();
  return pack.readings.flatMap((reading): Ground[] => {
    const variable = index.ofReading(reading.id);
    const taken = bits[variable] ?? 0;
    const letter = reading.letters.find((_, i) => taken === 1 << i);
    if (letter === undefined || letter.id === reading.default) return [];
    bits[variable] = everything[variable] ?? 0;
    const stands = walker.value(root, bits) === value;
    bits[variable] = taken;
    return stands ? [] : [{ kind: 'reading', reading: reading.id, letter: letter.id }];
  });
}

/** The variables of these questions of which something is known, in the order of the questions. */
export function knownVariables(index: VariableIndex, order: readonly string[], bits: Int32Array): number[] {
  const everything = index.everything();
  return order.flatMap((q) => index.allOf(q)).filter((variable) => bits[variable] !== everything[variable]);
}

function questionOf(index: VariableIndex, variable: number): string {
  const found = index.variables[variable];
  return found === undefined || found.kind === 'reading' ? '' : found.question;
}

export function groundAt(
  index: VariableIndex,
  pack: Pick<Pack, 'questions'>,
  bits: Int32Array,
  variable: number,
): Ground {
  const found = index.variables[variable];
  const possible = bits[variable] ?? 0;
  if (found?.kind === 'tick')
    return { kind: 'tick', question: found.question, option: found.option, ticked: possible === 2 };
  const question = pack.questions.find((q) => q.id === questionOf(index, variable));
  const options = question?.options.filter((_, i) => (possible & (1 << i)) !== 0) ?? [];
  return { kind: 'one', question: question?.id ?? '', possible: options.map((o) => o.id) };
}
