/** How a session begins: blank, from a prepared situation, or as a copy of another. */
import type { Pack } from '../engine/pack.ts';
import type { Situation } from '../engine/verdict.ts';
import type { Action, Carried, Details, Origin, PackName, Path, SessionState } from './journal.ts';

type Created = Action & { type: 'created' };

/** Of a session of which nothing was said yet. */
export const NO_DETAILS: Details = {
  title: '',
  for: '',
  from: '',
  meeting: '',
  informationUpTo: '',
  handling: '',
  handlingNote: '',
};

/** @throws Error on a scenario that the pack does not have: a mistake in the caller. */
export function beginning(pack: Pack, start: { scenario?: string; path: Path; title: string }): Created {
  const { origin, carried } = start.scenario === undefined ? blank() : fromScenario(pack, start.scenario);
  return {
    type: 'created',
    pack: packName(pack),
    details: { ...NO_DETAILS, title: start.title },
    origin,
    path: start.path,
    carried,
  };
}

/**
 * A copy starts with all of the other's state, answered under the same pack. A copy of a hypothetical session
 * stays hypothetical: that mark must never be lost.
 */
export function copying(id: string, state: SessionState, title: string): Created {
  const { pack, details, origin, path, answers, unchecked, ruledOut, readings, evidence, sources } = state;
  const { news, reviews } = state;
  return {
    type: 'created',
    pack,
    details: { ...details, title },
    origin: origin.kind === 'hypothetical' ? origin : { kind: 'copy', of: id },
    path,
    carried: { answers, unchecked, ruledOut, readings, evidence, sources, news, reviews },
  };
}

/** What was tried, kept as a session of its own. What was known of an answer stays with it while it is the same. */
export function trying(id: string, state: SessionState, situation: Situation, title: string): Created {
  const copy = copying(id, state, title);
  const same = (question: string): boolean =>
    JSON.stringify(state.answers[question]) === JSON.stringify(situation.answers[question]);
  const { answers, readings, ruledOut } = situation;
  const evidence = Object.fromEntries(Object.entries(state.evidence).filter(([question]) => same(question)));
  const unchecked = state.unchecked.filter(same);
  return { ...copy, carried: { ...copy.carried, answers, readings, ruledOut, unchecked, evidence } };
}

function blank(): { origin: Origin; carried: Carried } {
  return { origin: { kind: 'blank' }, carried: { answers: {}, unchecked: [], ruledOut: {}, readings: {} } };
}

function fromScenario(pack: Pack, id: string): { origin: Origin; carried: Carried } {
  const scenario = pack.scenarios.find((other) => other.id === id);
  if (scenario === undefined) throw new Error(`no scenario ${id} in pack ${pack.id}`);
  const { answers } = scenario;
  const unchecked = scenario.origin === 'brief' ? Object.keys(answers) : [];
  return {
    origin: { kind: scenario.origin, scenario: id },
    carried: { answers, unchecked, ruledOut: {}, readings: {} },
  };
}

export function packName({ id, version, hash }: Pack): PackName {
  return { id, version, hash };
}
