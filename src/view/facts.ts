/** What the wording of a verdict needs, gathered from an open session. */

import type { OpenSession } from '../session/desk.ts';
import type { Facts } from './app.ts';

/** Facts of one output as the session stands now; reading them in a component subscribes it. */
export function factsOf(session: OpenSession, output: string): Facts {
  const { answers, unchecked, ruledOut } = session.state.value;
  return {
    verdict: session.verdict(output),
    grounds: session.groundsOf(output),
    restsOnUnchecked: session.restsOnUnchecked(output),
    answers,
    unchecked,
    ruledOut,
  };
}
