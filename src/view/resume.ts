/** Which question "Questions" leads to: the one last seen, or the first that the path taken still waits for. */
import type { OpenSession } from '../session/desk.ts';

/** By session id; for this visit only, since a session also keeps the place where it was left. */
const lastSeen = new Map<string, string>();

/** Remembers the question on screen. */
export function seeQuestion(session: string, question: string): void {
  lastSeen.set(session, question);
}

/** A question of the session's walk; '' only where a walk is empty. */
export function questionToResume(session: OpenSession): string {
  const walk = session.walk.peek().map((question) => question.id);
  const seen = lastSeen.get(session.id);
  if (seen !== undefined && walk.includes(seen)) return seen;
  const { answers, path } = session.state.peek();
  const unanswered = walk.find((id) => answers[id] === undefined);
  // On the short path only advice counts; the whole one goes from the first question on.
  const waiting = path === 'short' ? session.leftToSettle.peek().find((id) => walk.includes(id)) : unanswered;
  return waiting ?? unanswered ?? walk[0] ?? '';
}
