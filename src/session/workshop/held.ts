/** How firmly answers of a round are held, and what tables that do not know have ruled out. Counts of tables, no sums. */
import { DONT_KNOW, type Question } from '../../engine/pack.ts';
import type { Confidence } from '../journal.ts';
import type { Hands, QuestionCount } from './counts.ts';

/** Tables by how sure they are of an answer; '' where they did not say. */
export type Held = Record<Confidence, number[]>;

export function heldHow(
  { question }: Pick<QuestionCount, 'question'>,
  tables: readonly number[],
  hands: Hands,
): Held {
  const held: Held = { '': [], low: [], moderate: [], high: [] };
  for (const table of tables) held[hands.get(table)?.handIn.confidence[question] ?? ''].push(table);
  return held;
}

/** Different answers, two of them held with high confidence: more talk will not settle it, a source may. */
export function isFirmSplit(count: QuestionCount, hands: Hands): boolean {
  return count.answers.filter(({ tables }) => heldHow(count, tables, hands).high.length > 0).length > 1;
}

/** Options ruled out by tables that left something open, with those tables, in the order of the pack. */
export function ruledOutBy(
  { id, options }: Question,
  count: QuestionCount,
  hands: Hands,
): { option: string; tables: number[] }[] {
  const open = [...hands.keys()]
    .filter((table) => !count.notAsked.includes(table))
    .filter((table) => {
      const answer = hands.get(table)?.handIn.answers[id];
      return answer === undefined || [answer].flat().includes(DONT_KNOW);
    })
    .sort((a, b) => a - b);
  return options.flatMap((option) => {
    const tables = open.filter((table) => hands.get(table)?.handIn.ruledOut[id]?.includes(option.id));
    return tables.length === 0 ? [] : [{ option: option.id, tables }];
  });
}
