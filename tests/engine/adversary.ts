/** Packs made to grow without bound: what no order of questions keeps small, or what is small alone and large together. */
import type { CheckedPack } from '../../src/engine/compile/checked.ts';
import type { Condition } from '../../src/engine/condition.ts';
import type { NamedCondition, Output, Question } from '../../src/engine/pack.ts';

export const NEVER: Condition = { kind: 'never' };
export const ALWAYS: Condition = { kind: 'always' };
export const all = (of: Condition[]): Condition => ({ kind: 'all', of });
export const any = (of: Condition[]): Condition => ({ kind: 'any', of });
export const not = (of: Condition): Condition => ({ kind: 'not', of });
export const named = (name: string): Condition => ({ kind: 'named', name });
export const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
/** Question i has its first option. */
export const is = (i: number): Condition => ({ kind: 'answer', question: `q${i}`, options: ['a'] });

/** One consequence for each condition, in order r0, r1, ... */
export function packFor(
  questions: number,
  rules: Condition[],
  {
    conditions = [],
    guards = {},
  }: { conditions?: NamedCondition[]; guards?: Record<number, Condition> } = {},
): CheckedPack {
  return {
    id: 'adversary',
    version: '1.0.0',
    brief: { title: '', authors: [], publisher: '', paragraphs: 1 },
    sections: ['s'],
    statements: [],
    questions: range(questions).map((i) => question(i, guards[i] ?? ALWAYS)),
    conditions,
    readings: [],
    remarks: [],
    outputs: rules.map(output),
    warnings: [],
    scenarios: [],
  };
}

function question(i: number, applies: Condition): Question {
  const options = ['a', 'b', 'c'].map((id) => ({ id, exclusive: false }));
  return {
    id: `q${i}`,
    number: i + 1,
    section: 's',
    kind: 'one',
    options,
    applies,
    statements: [],
    findOut: 'hint',
  };
}

function output(when: Condition, i: number): Output {
  return { id: `r${i}`, kind: 'consequence', when, standing: false, source: [], notes: [] };
}

/** Any pair of questions i and i + n: two to the n nodes in this order of questions, 2n in a better one. */
export function pairs(n: number, first = 0): Condition {
  return any(range(n).map((i) => all([is(first + i), is(first + i + n)])));
}

/** Halves of the questions equal, bit by bit. */
export function equalHalves(n: number): Condition {
  return all(range(n).map((i) => any([all([is(i), is(i + n)]), all([not(is(i)), not(is(i + n))])])));
}

/** Exactly k of the questions from i to n, as named conditions that share. */
function exactly(n: number): { conditions: NamedCondition[]; of: (k: number, i?: number) => Condition } {
  const of = (k: number, i = 0): Condition =>
    k < 0 || k > n - i ? NEVER : i === n ? ALWAYS : named(`e${k}_${i}`);
  const conditions = range(n).flatMap((i) =>
    range(n - i + 1).map((k) => ({
      id: `e${k}_${i}`,
      when: any([all([is(i), of(k - 1, i + 1)]), all([not(is(i)), of(k, i + 1)])]),
    })),
  );
  return { conditions, of };
}

/**
 * The hidden weighted bit: the k-th question decides, k being how many have their first option. Exponential under
 * every order: Bryant, IEEE Trans. Computers 40(2), 1991.
 */
export function hiddenWeightedBit(n: number): { conditions: NamedCondition[]; rule: Condition } {
  const { conditions, of } = exactly(n);
  return { conditions, rule: any(range(n).map((k) => all([of(k + 1), is(k)]))) };
}

/** The middle bit of a product of two numbers of n bits each; exponential under every order (the same paper). */
export function middleBitOfProduct(n: number): { conditions: NamedCondition[]; rule: Condition } {
  const conditions: NamedCondition[] = [];
  const name = (when: Condition): Condition => {
    const id = `m${conditions.length}`;
    conditions.push({ id, when });
    return named(id);
  };
  const xor = (a: Condition, b: Condition): Condition => name(any([all([a, not(b)]), all([not(a), b])]));
  let columns: Condition[][] = range(2 * n).map(() => []);
  for (const i of range(n)) for (const j of range(n)) columns[i + j]?.push(name(all([is(i), is(n + j)])));
  // Carry-save: three of a column become one there and one in the next.
  for (const place of range(n))
    while ((columns[place]?.length ?? 0) > 1) {
      const [a = NEVER, b = NEVER, c = NEVER, ...rest] = columns[place] ?? [];
      const carry = name(any([all([a, b]), all([a, c]), all([b, c])]));
      const sum = xor(xor(a, b), c);
      columns = columns.map((column, at) =>
        at === place ? [...rest, sum] : at === place + 1 ? [...column, carry] : column,
      );
    }
  return { conditions, rule: columns[n - 1]?.[0] ?? NEVER };
}
