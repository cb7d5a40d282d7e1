/** A session's answers apart from its words: what a link or a QR code carries. Written and read by exchange/. */
import type { Pack } from '../../engine/pack.ts';
import type { Situation } from '../../engine/verdict.ts';
import { beginning } from '../beginning.ts';
import type { Action, HandlingLabel, Origin, Path, SessionState } from '../journal.ts';

export interface AnswersCode {
  path: Path;
  handling: HandlingLabel | '';
  /** Only what must never be lost: from the brief's own picture, or hypothetical. */
  origin: Exclude<Origin, { kind: 'copy' }>;
  /** Questions whose answer is from the brief and not yet checked. */
  unchecked: string[];
  /** Fits the pack. */
  situation: Situation;
}

/**
 * `notSuchACode`: no code of answers. `damaged`: cut off or altered. `later`: of a later version. `otherPack`: made with
 * other rules than those here.
 */
export type CodeProblem = 'notSuchACode' | 'damaged' | 'later' | 'otherPack';

/** Where a code is too long for one QR code, it comes in parts, in any order. */
export type JoinedParts =
  | { code: string }
  /** Numbers of the parts that are not there yet, from 1. */
  | { missing: number[]; of: number }
  /** `mixed`: parts of different codes. */
  | { problem: CodeProblem | 'mixed' };

export function answersOf(state: SessionState, situation: Situation): AnswersCode {
  const { path, origin, details, unchecked } = state;
  return {
    path,
    handling: details.handling,
    origin: origin.kind === 'copy' ? { kind: 'blank' } : origin,
    unchecked: unchecked.filter((question) => situation.answers[question] !== undefined),
    situation,
  };
}

/** A new session that begins with these answers. */
export function beginningWith(pack: Pack, said: AnswersCode, title: string): Action & { type: 'created' } {
  const { path, handling, origin, unchecked, situation } = said;
  const blank = beginning(pack, { path, title });
  return {
    ...blank,
    details: { ...blank.details, handling },
    origin,
    carried: { ...situation, unchecked },
  };
}
