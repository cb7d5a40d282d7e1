/** A session as it would stand with its weak answers taken as unknown: to be looked at, kept nowhere. */
import type { Desk, OpenSession } from '../../session/desk.ts';
import type { WeakLevel } from '../../session/evidence.ts';

export function withoutWeak(desk: Desk, session: OpenSession, level: WeakLevel): OpenSession {
  const trial = desk.trial(session.id, session.entries.value);
  const { ruledOut } = session.state.value;
  for (const question of session.weak(level).keys()) {
    void trial.clear(question);
    for (const option of ruledOut[question] ?? []) void trial.bringBack(question, option);
  }
  return trial;
}
