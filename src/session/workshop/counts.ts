/** What a round's hand-ins come to, in counts and with their denominators. Never a chance, and never an index. */
import { type Answer, DONT_KNOW, type Question } from '../../engine/pack.ts';
import type { Situation } from '../../engine/verdict.ts';
import type { Counted, RoomState } from './fold-room.ts';
import type { HandIn } from './hand-in.ts';

/** Hand-ins of a round, by table. */
export type Hands = ReadonlyMap<number, Pick<Counted, 'handIn'>>;

/** A table's situation in a round: what the sheet settles, its answers, and what news settled until then. */
export function situationAt(
  { exercise, injects }: Pick<RoomState, 'exercise' | 'injects'>,
  { answers, ruledOut, round }: HandIn,
): Situation {
  const settled = Object.assign(
    {},
    ...exercise.injects
      .filter(({ id }) => injects.some((opened) => opened.inject === id && opened.round <= round))
      .map((inject) => inject.answers),
  ) as Situation['answers'];
  const left = Object.entries(ruledOut).filter(([question]) => !Object.hasOwn(settled, question));
  return {
    answers: { ...exercise.answers, ...answers, ...settled },
    readings: {},
    ruledOut: Object.fromEntries(left),
  };
}

export interface QuestionCount {
  question: string;
  /** Tables that handed in. */
  of: number;
  /** Tables that gave an answer: not those that don't know, or said nothing. */
  answered: number;
  dontKnow: number[];
  unanswered: number[];
  /** Tables at which it does not apply: whatever they said to it counts nowhere. */
  notAsked: number[];
  /** Different answers with the tables that gave each, most tables first. */
  answers: { answer: Answer; tables: number[] }[];
  /** Of those that answered; undefined where none did. */
  agreement: Agreement | undefined;
}

export interface Agreement {
  /** Tables with the answer that most gave, and tables that answered. */
  most: number;
  of: number;
  /** It reaches the exercise's threshold. */
  agreed: boolean;
  /** Pairs of tables that gave the same answer, and all pairs: 5 to 3 is 13 of 28. */
  pairs: { agree: number; of: number };
}

/** @param applies whether the question applies at the table */
export function countQuestion(
  question: Question,
  hands: Hands,
  threshold: number,
  applies: (table: number) => boolean = () => true,
): QuestionCount {
  const { id } = question;
  const byAnswer = new Map<string, { answer: Answer; tables: number[] }>();
  const dontKnow: number[] = [];
  const unanswered: number[] = [];
  const notAsked: number[] = [];
  for (const [table, { handIn }] of [...hands].sort(([a], [b]) => a - b)) {
    const answer = inPackOrder(question, handIn.answers[id]);
    if (!applies(table)) notAsked.push(table);
    else if (answer === undefined) unanswered.push(table);
    else if (isDontKnow(answer)) dontKnow.push(table);
    else {
      const found = byAnswer.get(String(answer)) ?? { answer, tables: [] };
      found.tables.push(table);
      byAnswer.set(String(answer), found);
    }
  }
  const answers = [...byAnswer.values()].sort((a, b) => b.tables.length - a.tables.length);
  const answered = answers.reduce((sum, { tables }) => sum + tables.length, 0);
  const agreement = agreementOf(
    answers.map(({ tables }) => tables.length),
    threshold,
  );
  return { question: id, of: hands.size, answered, dontKnow, unanswered, notAsked, answers, agreement };
}

/** @param counts tables by answer, "don't know" apart; largest first */
export function agreementOf(counts: readonly number[], threshold: number): Agreement | undefined {
  const of = counts.reduce((sum, count) => sum + count, 0);
  const [most] = counts;
  if (most === undefined || of === 0) return undefined;
  const pairsOf = (n: number) => (n * (n - 1)) / 2;
  const agree = counts.reduce((sum, count) => sum + pairsOf(count), 0);
  return { most, of, agreed: most * 100 >= threshold * of, pairs: { agree, of: pairsOf(of) } };
}

/** Ticks in the order of the pack, so that the same ones are the same answer; nothing ticked is no answer. */
export function inPackOrder({ options }: Question, answer: Answer | undefined): Answer | undefined {
  if (answer === undefined || typeof answer === 'string') return answer;
  if (answer.length === 0) return undefined;
  return [...options.map(({ id }) => id), DONT_KNOW].filter((option) => answer.includes(option));
}

function isDontKnow(answer: Answer): boolean {
  return typeof answer === 'string' ? answer === DONT_KNOW : answer.every((option) => option === DONT_KNOW);
}

/** What is asked again: questions that opened news touches, and those on which tables are split; no others. */
export function askedAgain(
  { exercise, injects }: Pick<RoomState, 'exercise' | 'injects'>,
  counts: readonly QuestionCount[],
): string[] {
  const opened = exercise.injects.filter(({ id }) => injects.some(({ inject }) => inject === id));
  const touched = new Set(opened.flatMap(({ touches }) => touches));
  const settled = new Set(opened.flatMap(({ answers }) => Object.keys(answers)));
  const split = new Set(counts.filter(isSplit).map(({ question }) => question));
  return exercise.questions.filter((id) => (touched.has(id) || split.has(id)) && !settled.has(id));
}

/** Tables gave different answers; that some don't know is no split. */
export function isSplit({ answers }: QuestionCount): boolean {
  return answers.length > 1;
}
