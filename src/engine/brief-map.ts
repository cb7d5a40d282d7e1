/** The brief as one can draw it: questions, named conditions, outputs, what leads to what, and what of it is lit. */
import type { Status, Value } from './verdict.ts';

export type MapKind = 'question' | 'condition' | 'output';

export interface MapEnd {
  kind: MapKind;
  id: string;
}

/** One mention, as the author wrote it. */
export interface MapPart {
  /** One of these is the answer, or ticked; empty: the named condition that the link comes from. */
  options: string[];
  /** It counts where that is not so: under an odd number of `not`, a defeater being one more. */
  not: boolean;
  /** Over all completions, `not` included: always (met), never (not met), mixed (open). */
  value: Value;
}

export type MapRole =
  /** The condition, or a part of a named one. */
  | 'needs'
  /** The defeater. What counts is that it does not lapse, so a part that is met speaks for the output. */
  | 'lapses'
  /** Whether a question is asked hangs on another one. */
  | 'asked'
  /** It holds as long as the question is undecided. */
  | 'undecided'
  /** The question orders those it is addressed to; no verdict hangs on it. Without parts, never met. */
  | 'focus';

export interface MapLink {
  from: MapEnd;
  to: MapEnd;
  role: MapRole;
  /** In the author's order, the same mention once. */
  parts: MapPart[];
  /** The best of its parts: always where one is met, else mixed where one is open. */
  value: Value;
  /** A part of it is met, and what it leads to is lit: the output holds, the condition is met, the question asked. */
  lit: boolean;
}

export interface MapNode {
  id: string;
  /** Readings, taken in another way than by default, that replace what the pack has here. */
  readings: string[];
}

/** Everything in pack order; links by where they lead to. Background is left out, since nothing leads to it. */
export interface BriefMap {
  /** `value`: whether it is asked. */
  questions: (MapNode & { value: Value })[];
  conditions: (MapNode & { value: Value })[];
  outputs: (MapNode & { status: Status })[];
  links: MapLink[];
}
