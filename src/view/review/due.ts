/** Which answers are to be looked at again, and how urgent that is. Days are yyyy-mm-dd and compare as text. */
import type { SessionSummary } from '../../session/desk.ts';

export type Urgency = 'overdue' | 'soon' | 'later';

/** Days ahead that count as soon. */
const SOON = 14;

export interface DueAnswer {
  session: string;
  title: string;
  question: string;
  by: string;
  urgency: Exclude<Urgency, 'later'>;
}

/** @param today yyyy-mm-dd. A day is over when it is over: due today is not overdue. */
export function urgencyOf(by: string, today: string): Urgency {
  if (by < today) return 'overdue';
  return by <= addDays(today, SOON) ? 'soon' : 'later';
}

/** Of all sessions, the most urgent first; in a session by its questions. */
export function dueAnswers(sessions: readonly SessionSummary[], today: string): DueAnswer[] {
  return sessions
    .flatMap(({ id, details, reviews }) =>
      Object.entries(reviews).flatMap(([question, by]) => {
        const urgency = urgencyOf(by, today);
        return urgency === 'later' ? [] : [{ session: id, title: details.title, question, by, urgency }];
      }),
    )
    .sort((a, b) => (a.by === b.by ? 0 : a.by < b.by ? -1 : 1));
}

/** Days of the calendar, where each has 24 hours: UTC has no summer time. */
function addDays(day: string, n: number): string {
  const then = new Date(`${day}T00:00:00Z`);
  then.setUTCDate(then.getUTCDate() + n);
  return then.toISOString().slice(0, 10);
}
