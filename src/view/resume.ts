/** Which question "Questions" leads to: the one last seen, or the first that the advice still waits for. */
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
  const answers = session.state.peek().answers;
  const waiting = session.leftToSettle.peek().find((id) => walk.includes(id));
  return waiting ?? walk.find((id) => answers[id] === undefined) ?? walk[0] ?? '';
}
