/** What answers rest on: which of them are weak, and what falls without them or without a source. */
import type { Engine } from '../engine/engine.ts';
import { own } from '../engine/inherited.ts';
import type { Situation, Status } from '../engine/verdict.ts';
import type { SessionState } from './journal.ts';

type Given = Pick<SessionState, 'answers' | 'unchecked' | 'ruledOut' | 'evidence'>;

/** How weak an answer must be to be taken as unknown. Unchecked answers and assumptions always are. */
export type WeakLevel = 'low' | 'moderate';

/** Why an answer is weak; the first that holds. */
export type Weakness = 'unchecked' | 'assumption' | 'low' | 'moderate';

/** Weak answers by question. Without a rating an answer is not weak: not rated is not low. */
export function weakAnswers(state: Given, level: WeakLevel): Map<string, Weakness> {
  const weak = new Map<string, Weakness>();
  const answered = new Set([...Object.keys(state.answers), ...Object.keys(state.ruledOut)]);
  for (const question of answered) {
    const { confidence, basis } = own(state.evidence, question) ?? { confidence: '', basis: '' };
    if (state.unchecked.includes(question)) weak.set(question, 'unchecked');
    else if (basis === 'assumption') weak.set(question, 'assumption');
    else if (confidence === 'low') weak.set(question, 'low');
    else if (confidence === 'moderate' && level === 'moderate') weak.set(question, 'moderate');
  }
  return weak;
}

/** The situation with these questions taken as unknown: neither answered nor narrowed. */
export function withoutAnswers(situation: Situation, questions: Iterable<string>): Situation {
  const gone = new Set(questions);
  const rest = <T>(record: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([question]) => !gone.has(question)));
  return { ...situation, answers: rest(situation.answers), ruledOut: rest(situation.ruledOut) };
}

export interface Firmness {
  /** The status with the weak answers taken as unknown. */
  without: Status;
  /** It stands without them. */
  firm: boolean;
  /** Weak answers without which it would not stand, in the author's order. */
  restsOn: { question: string; weakness: Weakness }[];
}

export function firmnessOf(
  engine: Engine,
  situation: Situation,
  weak: ReadonlyMap<string, Weakness>,
  output: string,
): Firmness {
  const verdictIn = (s: Situation) => engine.evaluate(s).verdicts[output];
  const now = verdictIn(situation);
  const then = verdictIn(withoutAnswers(situation, weak.keys()));
  if (now === undefined || then === undefined)
    throw new Error(`no output ${output} in pack ${engine.pack.id}`);
  const restsOn = weakGrounds(engine, situation, weak, output);
  return { without: then.status, firm: now.status === then.status && restsOn.length === 0, restsOn };
}

/** Weak answers without which the verdict would not stand, in the author's order. */
export function weakGrounds(
  engine: Engine,
  situation: Situation,
  weak: ReadonlyMap<string, Weakness>,
  output: string,
): Firmness['restsOn'] {
  if (weak.size === 0) return [];
  const grounds = engine.grounds(situation, output, [...weak.keys()]);
  const questions = new Set(
    grounds.flatMap((ground) => (ground.kind === 'reading' ? [] : [ground.question])),
  );
  return [...questions].flatMap((question) => {
    const weakness = weak.get(question);
    return weakness === undefined ? [] : [{ question, weakness }];
  });
}

/** Questions whose answer falls when these sources are withdrawn: it has sources for it, and no other one is. */
export function fallingAnswers(state: Given, withdrawn: ReadonlySet<string>): string[] {
  return Object.keys(state.answers).filter((question) => {
    const supporting = (own(state.evidence, question)?.sources ?? []).filter(
      ({ stance }) => stance === 'for',
    );
    return supporting.length > 0 && supporting.every(({ source }) => withdrawn.has(source));
  });
}

export interface Withdrawal {
  /** Answers that fall, by question. */
  answers: string[];
  /** Outputs whose status then differs. */
  verdicts: { output: string; from: Status; to: Status }[];
}

/** What falls in a session with the sources withdrawn. */
export function withdrawal(
  engine: Engine,
  state: Given,
  situation: Situation,
  withdrawn: ReadonlySet<string>,
): Withdrawal {
  const answers = fallingAnswers(state, withdrawn);
  const before = engine.evaluate(situation).verdicts;
  const after = engine.evaluate(withoutAnswers(situation, answers)).verdicts;
  const verdicts = Object.entries(before).flatMap(([output, { status: from }]) => {
    const to = after[output]?.status ?? from;
    return from === to ? [] : [{ output, from, to }];
  });
  return { answers, verdicts };
}
