/** What the room is told of its verdicts: three sayings that are never merged, and which split matters first. */
import type { RoomVerdict } from '../../engine/room/room-reasoner.ts';
import type { Status } from '../../engine/verdict.ts';
import type { Hands } from './counts.ts';

/** How a verdict stands in the room: three sayings, never merged into one. */
export type Saying =
  /** At every table that handed in. */
  | { kind: 'every'; status: Status }
  /** Which tables, by status. */
  | { kind: 'some'; tables: Record<Status, number[]> };

export interface RoomSaying {
  output: string;
  saying: Saying;
  /** Beside it: statuses that no table has, and that answers of different tables have together. */
  combined: RoomVerdict['onlyCombined'];
  /** It could not be told what combinations come to. */
  unknown: boolean;
}

/** @param tables numbers of the tables, in the order in which they were given to the reasoner; at least one */
export function sayingOf(verdict: RoomVerdict, tables: readonly number[]): RoomSaying {
  const { output, statuses, combined, onlyCombined } = verdict;
  const byStatus: Record<Status, number[]> = { holds: [], open: [], fails: [] };
  statuses.forEach((status, i) => {
    byStatus[status].push(tables[i] ?? 0);
  });
  const [first] = statuses;
  const every = first !== undefined && statuses.every((status) => status === first);
  return {
    output,
    saying: every ? { kind: 'every', status: first } : { kind: 'some', tables: byStatus },
    combined: onlyCombined.map(({ status, answers }) => ({
      status,
      answers: answers.map(({ question, tables: which }) => ({
        question,
        tables: which.map((i) => tables[i] ?? 0),
      })),
    })),
    unknown: combined === undefined,
  };
}

/** What the split on a question turns. */
export interface SplitWeight {
  question: string;
  /** Outputs whose value differs between tables that differ there, and by it. */
  between: string[];
  /** Outputs whose value it turns only where answers of different tables are combined. */
  combinations: string[];
}

/**
 * The splits that matter first: by how many of the outputs that `weighs` names they turn between tables, then over
 * combinations, then by all outputs; in the order of the questions where that is the same. Splits that turn nothing
 * are at the end.
 */
export function splitsInOrder(
  verdicts: readonly RoomVerdict[],
  split: readonly string[],
  weighs: (output: string) => boolean,
): SplitWeight[] {
  const all = split.map((question): SplitWeight => {
    const at = (matters: 'tables' | 'combinations') =>
      verdicts
        .filter(({ splits }) => splits.some((one) => one.question === question && one.matters === matters))
        .map(({ output }) => output);
    return { question, between: at('tables'), combinations: at('combinations') };
  });
  const rank = ({ between, combinations }: SplitWeight): number[] => [
    between.filter(weighs).length,
    combinations.filter(weighs).length,
    between.length,
    combinations.length,
  ];
  return all.sort((a, b) => {
    const [ours, theirs] = [rank(a), rank(b)];
    const differs = ours.findIndex((count, i) => count !== theirs[i]);
    return differs === -1 ? 0 : (theirs[differs] ?? 0) - (ours[differs] ?? 0);
  });
}

export interface Predicted {
  output: string;
  /** Tables that expected it, and tables that did not. */
  expected: number[];
  not: number[];
  /** Of both, those whose own answers came to what they expected. */
  right: number[];
}

/** Prediction beside what the same table's answers came to; tables that predicted nothing are not in it. */
export function predictionOf(
  hands: Hands,
  verdicts: readonly RoomVerdict[],
  tables: readonly number[],
  outputs: readonly string[],
): Predicted[] {
  return outputs.map((output) => {
    const statuses = verdicts.find((one) => one.output === output)?.statuses ?? [];
    const asked = tables.filter((table) => hands.get(table)?.handIn.predicted !== undefined);
    const expects = (table: number) => hands.get(table)?.handIn.predicted?.includes(output) === true;
    return {
      output,
      expected: asked.filter(expects),
      not: asked.filter((table) => !expects(table)),
      right: asked.filter((table) => expects(table) === (statuses[tables.indexOf(table)] === 'holds')),
    };
  });
}
