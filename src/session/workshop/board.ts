/** Everything the board shows of one round, worked out once: verdicts, sayings, counts and splits. */
import type { Judge } from '../../brief/brief.ts';
import type { Output, Question } from '../../engine/pack.ts';
import type { RoomVerdict } from '../../engine/room/room-reasoner.ts';
import { countQuestion, type Hands, isSplit, type QuestionCount, situationAt } from './counts.ts';
import type { RoomState } from './fold-room.ts';
import { type RoomSaying, type SplitWeight, sayingOf, splitsInOrder } from './sayings.ts';
import { askedOf } from './table-work.ts';
import type { Workshop } from './workshop.ts';

/** What judges a room. */
export interface Judging {
  brief: Judge;
  workshop: Pick<Workshop, 'verdicts'>;
}

export interface BoardData {
  round: number;
  tables: number[];
  hands: Hands;
  verdicts: RoomVerdict[];
  /** Recommendations and options, in the order of the pack. */
  advice: { output: Output; verdict: RoomVerdict; saying: RoomSaying }[];
  questions: { question: Question; count: QuestionCount; weight: SplitWeight }[];
}

/** undefined where nobody has handed in. */
export function boardOf(
  { brief, workshop }: Judging,
  state: RoomState,
  round: number,
): BoardData | undefined {
  const hands: Hands = state.hands.get(round) ?? new Map();
  if (hands.size === 0) return undefined;
  const { tables, verdicts } = workshop.verdicts(state, round);
  const applies = new Map(
    [...hands].map(([table, { handIn }]) => [
      table,
      brief.engine.evaluate(situationAt(state, handIn)).applies,
    ]),
  );
  const opened = state.injects.filter((one) => one.round <= round).map(({ inject }) => inject);
  const asked = askedOf(state.exercise, opened);
  const counts = brief.pack.questions
    .filter(({ id }) => asked.includes(id))
    .map((question) => ({
      question,
      count: countQuestion(
        question,
        hands,
        state.exercise.threshold,
        (table) => applies.get(table)?.[question.id] !== 'never',
      ),
    }));
  const isAdvice = (id: string) => brief.pack.outputs.find((one) => one.id === id)?.modality !== undefined;
  // Also where some are sure and some don't know: that can turn a verdict as well.
  const weights = splitsInOrder(
    verdicts,
    counts.map(({ count }) => count.question),
    isAdvice,
  );
  return {
    round,
    tables,
    hands,
    verdicts,
    advice: brief.pack.outputs.flatMap((output) => {
      const verdict = verdicts.find((one) => one.output === output.id);
      if (verdict === undefined || !isAdvice(output.id)) return [];
      return [{ output, verdict, saying: sayingOf(verdict, tables) }];
    }),
    questions: weights.flatMap((weight) => {
      const found = counts.find(({ question }) => question.id === weight.question);
      return found ? [{ ...found, weight }] : [];
    }),
  };
}

/** A split that turns something; one that turns nothing; all tables that answered say the same. */
export function kindOf({ count, weight }: BoardData['questions'][number]): 'turns' | 'nothing' | 'none' {
  if (weight.between.length > 0 || weight.combinations.length > 0) return 'turns';
  return isSplit(count) ? 'nothing' : 'none';
}

/** The last round in which anybody has handed in; the first where nobody has. */
export function lastRound({ hands: all }: Pick<RoomState, 'hands'>): number {
  return Math.max(1, ...[...all].filter(([, hands]) => hands.size > 0).map(([round]) => round));
}
