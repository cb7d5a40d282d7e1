/** The questions by their state, for the words with figures on top of the overview. */
import type { QuestionProgress, QuestionState } from '../../session/desk.ts';

export const FILTERS = [
  'all',
  'answered',
  'unchecked',
  'dontKnow',
  'narrowed',
  'unanswered',
  'notAsked',
  'setAside',
] as const;
export type Filter = (typeof FILTERS)[number];

const STATES: Record<Exclude<Filter, 'all' | 'unchecked'>, QuestionState> = {
  answered: 'answered',
  dontKnow: 'dont_know',
  narrowed: 'narrowed',
  unanswered: 'unanswered',
  notAsked: 'not_asked',
  setAside: 'set_aside',
};

/** The questions that a filter lets through, in order. */
export function filtered(progress: readonly QuestionProgress[], filter: Filter): QuestionProgress[] {
  switch (filter) {
    case 'all':
      return [...progress];
    case 'unchecked':
      return progress.filter(({ unchecked }) => unchecked);
    default:
      return progress.filter(({ state }) => state === STATES[filter]);
  }
}
