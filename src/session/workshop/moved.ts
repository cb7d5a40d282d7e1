/** Two rounds side by side: which tables moved, of those in both, and which verdicts moved with them. */
import type { Answer, Question } from '../../engine/pack.ts';
import type { RoomVerdict } from '../../engine/room/room-reasoner.ts';
import type { Status } from '../../engine/verdict.ts';
import { type Hands, inPackOrder } from './counts.ts';

export interface Moved {
  /** Tables that handed in in both rounds: of those it is told who moved. */
  inBoth: number[];
  /** By question: tables whose answer is another one, from and to; '' in the place of nothing said. */
  questions: {
    question: string;
    moves: { table: number; from: Answer | undefined; to: Answer | undefined }[];
  }[];
}

export function movedBetween(questions: readonly Question[], before: Hands, after: Hands): Moved {
  const inBoth = [...before.keys()].filter((table) => after.has(table)).sort((a, b) => a - b);
  return {
    inBoth,
    questions: questions.map((question) => ({
      question: question.id,
      moves: inBoth.flatMap((table) => {
        const from = inPackOrder(question, before.get(table)?.handIn.answers[question.id]);
        const to = inPackOrder(question, after.get(table)?.handIn.answers[question.id]);
        return String(from) === String(to) ? [] : [{ table, from, to }];
      }),
    })),
  };
}

/** Which verdicts moved, at tables of both rounds. */
export function verdictsMoved(
  before: { verdicts: readonly RoomVerdict[]; tables: readonly number[] },
  after: { verdicts: readonly RoomVerdict[]; tables: readonly number[] },
): { output: string; moves: { table: number; from: Status; to: Status }[] }[] {
  return after.verdicts.flatMap(({ output, statuses }) => {
    const then = before.verdicts.find((one) => one.output === output);
    const moves = after.tables.flatMap((table, i) => {
      const from = then?.statuses[before.tables.indexOf(table)];
      const to = statuses[i];
      return from === undefined || to === undefined || from === to ? [] : [{ table, from, to }];
    });
    return moves.length === 0 ? [] : [{ output, moves }];
  });
}
