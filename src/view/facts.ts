/** What the wording of a verdict needs, gathered from an open session. */

import type { OpenSession } from '../session/desk.ts';
import type { Facts } from './app.ts';

/** Facts of one output as the session stands now; reading them in a component subscribes it. */
export function factsOf(session: OpenSession, output: string): Facts {
  const { answers, unchecked, ruledOut } = session.state.value;
  const restsOnUnchecked = session.restsOnUnchecked(output);
  return {
    verdict: session.verdict(output),
    grounds: session.groundsOf(output),
    restsOnUnchecked,
    restsOnWeak: weakBesides(session, output, restsOnUnchecked),
    answers,
    unchecked,
    ruledOut,
  };
}

function weakBesides(session: OpenSession, output: string, named: readonly string[]): string[] {
  return session
    .restsOnWeak(output)
    .map(({ question }) => question)
    .filter((question) => !named.includes(question));
}
