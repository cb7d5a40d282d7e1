/** The engine: a pack made ready to evaluate. Pure, deterministic, synchronous; knows no clock, locale or storage. */
import type { Pack } from './pack.ts';
import type { Evaluation, Ground, Situation, Status } from './verdict.ts';

export interface Engine {
  readonly pack: Pack;
  /**
   * The same engine for one situation as it changes: it remembers the last, and walks only what mentions something
   * that differs from it (guards included). Every result is what the plain engine gives.
   */
  following(): Engine;
  /** Every verdict for a valid situation (see parseSituation). */
  evaluate(situation: Situation): Evaluation;
  /**
   * A minimal part of what is known that forces the output's verdict (holds or fails), in the order in which the
   * author mentions the questions; empty where it stands by itself, or is open. `weak` questions are given up first,
   * so one is in the result only if the verdict cannot be forced without it.
   */
  grounds(situation: Situation, output: string, weak?: readonly string[]): Ground[];
  /** The same for "does not apply": why a question is not asked. */
  groundsNotAsked(situation: Situation, question: string): Ground[];
  /** Questions that decide a recommendation or option under these readings, in pack order: the short path. */
  deciding(readings: Record<string, string>): string[];
  /** Questions on which some output (or only the given ones) still depends, in pack order. */
  stillMatters(situation: Situation, outputs?: readonly string[]): string[];
  /** Ids of the readings that touch an output under some answers. */
  readingsOf(output: string): string[];
  /** The output's status under each letter of a reading, all else as it is. */
  underLetters(situation: Situation, output: string, reading: string): Record<string, Status>;
  /** Questions an output mentions, guards included, in pack order (default and other readings). */
  mentions(output: string): string[];
}
