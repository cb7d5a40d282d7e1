/**
 * A condition as its author wrote it, after names and option ids were checked.
 * Explanations in words follow this tree; verdicts follow the diagram compiled from it.
 */
export type Condition =
  | { kind: 'always' }
  | { kind: 'never' }
  | { kind: 'all'; of: Condition[] }
  | { kind: 'any'; of: Condition[] }
  | { kind: 'not'; of: Condition }
  /** The question applies and its answer is (single) or contains (multiple) one of `options`. */
  | { kind: 'answer'; question: string; options: string[] }
  | { kind: 'named'; name: string }
  /** Only as the whole condition of a scenario output: more than one answer to the question is possible. */
  | { kind: 'undecided'; question: string };
