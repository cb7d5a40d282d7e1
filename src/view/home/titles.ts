/** Titles that no other session on this device has. */
import type { SessionSummary } from '../../session/desk.ts';

/** The title itself, or with the first free number behind it: "The refinery (2)". */
export function freeTitle(title: string, sessions: readonly Pick<SessionSummary, 'details'>[]): string {
  const taken = new Set(sessions.map(({ details }) => details.title));
  let free = title;
  for (let n = 2; taken.has(free); n++) free = `${title} (${n})`;
  return free;
}
